import type { IsoDate } from '../../annex/calendar/dates';
import { isCorrected, keyOf, marksOf } from '../../consolidation/ledger/entry';
import type { LedgerEntry } from '../../consolidation/ledger/entry';
import { outcomeOf } from '../../consolidation/totals/outcome';
import { quarterLabel } from '../../consolidation/totals/quarter';
import {
  dataHeaders,
  levelWords,
  outcomeSigns,
  outcomeWords,
  totalsWords,
} from '../../locales/consolidation-sheet-words';
import { applicabilityWords, statusWords } from '../../locales/sheet-words';
import { columnReference } from '../columns';
import { areaLabel } from '../school-book';
import type { Block, CellContent, SheetPlan } from '../sheet-plan';
import { DATA_TABLE } from './data-table';
import type { DataColumn } from './data-table';

/** What the columns that figures count by say of an entry; the sheet's own formulas say the same of its rows. */
const VALUES: Partial<Record<DataColumn, (entry: LedgerEntry, asOf: IsoDate) => string>> = {
  level: ({ occurrence }) => (occurrence === '' ? levelWords.task : levelWords.occurrence),
  sender: ({ sender }) => sender,
  unit: ({ unit }) => unit,
  task: ({ task }) => task.id,
  area: ({ task }) => areaLabel(task.section, task.sectionTitle),
  leadUnit: ({ task }) => task.leadUnit,
  kind: ({ kind }) => kind,
  quarter: (entry) => quarterLabel(marksOf(entry).due) || totalsWords.noQuarter,
  applicability: (entry) => applicabilityWords[marksOf(entry).applicability],
  state: (entry) => {
    const { state } = marksOf(entry);
    return state === null ? '' : statusWords[state];
  },
  due: (entry) => marksOf(entry).due,
  outcome: (entry, asOf) => outcomeWords[outcomeOf(entry, asOf)],
  corrected: (entry) => (isCorrected(entry) ? 'Có' : ''),
};

const CALL = 'COUNTIFS(';
const COLUMN_OF = new Map(
  (Object.keys(dataHeaders) as DataColumn[]).map((id) => [columnReference(dataHeaders[id], DATA_TABLE), id]),
);

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi');

/** Where the bracket that opens at `from` closes; texts and headers may hold brackets of their own. */
function closingOf(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    const character = formula[at];
    if (character === '"') at = formula.indexOf('"', at + 1);
    else if (character === '[') at = endOfHeader(formula, at);
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error(`A formula without its closing bracket: ${formula}`);
}

function endOfHeader(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    if (formula[at] === "'") at += 1;
    else if (formula[at] === '[') depth += 1;
    else if (formula[at] === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error(`A formula without its closing bracket: ${formula}`);
}

/** The arguments of a call, split at its own commas. */
function argumentsOf(inner: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner[at];
    if (character === '"') at = inner.indexOf('"', at + 1);
    else if (character === '[') at = endOfHeader(inner, at);
    else if (character === '(') at = closingOf(inner, at);
    else if (character === ',') {
      found.push(inner.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, inner.slice(start)];
}

/** `"=Văn phòng~*"` → "Văn phòng*": what a criterion of ours asks for. */
function wordOf(criterion: string): string {
  return criterion
    .slice(1, -1)
    .replaceAll('""', '"')
    .replace(/^=/, '')
    .replace(/~([~*?])/g, '$1');
}

const DAY_CRITERION = /^"(<|>|<=|>=)"&DATE\((\d+),(\d+),(\d+)\)$/;

type Wanted = { is: string } | { fits: (value: string) => boolean };

/** What a criterion asks of a column; a day is compared as ISO text, and a blank one fits none. */
function wantedOf(criterion: string, cell: CellCriterion | undefined): Wanted {
  const [, operator, year, month, day] = DAY_CRITERION.exec(criterion) ?? [];
  if (operator !== undefined) {
    const limit = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10);
    return {
      fits: (value) =>
        value !== '' &&
        (operator === '<'
          ? value < limit
          : operator === '<='
            ? value <= limit
            : operator === '>'
              ? value > limit
              : value >= limit),
    };
  }
  if (/^"(?:[^"]|"")*"$/.test(criterion)) return { is: folded(wordOf(criterion)) };
  if (!cell) throw new Error(`A criterion that is not understood: ${criterion}`);
  return { is: folded(cell(criterion)) };
}

/** The value of a criterion that is a cell and not a text. */
export type CellCriterion = (reference: string) => string;

/** Counts what COUNTIFS over a sheet with all rows would count. */
export type WholeCounter = {
  /**
   * A formula with each count over the ledger put in as a number; a number alone where nothing else is left of it, null
   * where it does not ask the ledger.
   */
  count: (formula: string, cell?: CellCriterion) => CellContent | null;
  /** The sign of a task of a unit, '' where the ledger has none. */
  sign: (key: string) => string;
};

/** A column of the whole ledger: each row's value as a number, and what the numbers stand for. */
type Coded = { codes: Int32Array; values: string[]; codeOf: ReadonlyMap<string, number> };

function codedColumn(entries: readonly LedgerEntry[], valueOf: (entry: LedgerEntry) => string): Coded {
  const codes = new Int32Array(entries.length);
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  // Few of a million values differ: each is folded once.
  const codeOfRaw = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const raw = valueOf(entry);
    let code = codeOfRaw.get(raw);
    if (code === undefined) {
      const value = folded(raw);
      code = codeOf.get(value) ?? values.push(value) - 1;
      codeOf.set(value, code);
      codeOfRaw.set(raw, code);
    }
    codes[index] = code;
  }
  return { codes, values, codeOf };
}

/** Rows by the values of several columns, these as one number: the first column's code counts least. */
function countedBy(columns: readonly Coded[]): Map<number, number> {
  const counts = new Map<number, number>();
  const rows = columns[0]?.codes.length ?? 0;
  for (let row = 0; row < rows; row += 1) {
    let key = 0;
    for (let at = columns.length - 1; at >= 0; at -= 1) {
      key = key * columns[at]!.values.length + columns[at]!.codes[row]!;
    }
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export function wholeCounter(entries: readonly LedgerEntry[], asOf: IsoDate): WholeCounter {
  const coded = new Map<DataColumn, Coded>();
  const columnOf = (column: DataColumn): Coded => {
    const known = coded.get(column);
    if (known) return known;
    const value = VALUES[column];
    if (!value) throw new Error(`Nothing is counted by the column ${column}.`);
    const made = codedColumn(entries, (entry) => value(entry, asOf));
    coded.set(column, made);
    return made;
  };
  const counts = new Map<string, Map<number, number>>();
  const countsBy = (columns: readonly DataColumn[]): Map<number, number> => {
    const id = columns.join();
    const made = counts.get(id) ?? countedBy(columns.map(columnOf));
    counts.set(id, made);
    return made;
  };
  const counted = (call: string, cell: CellCriterion | undefined): number => {
    const parts = argumentsOf(call);
    const columns: DataColumn[] = [];
    const wanted: Wanted[] = [];
    for (let at = 0; at < parts.length; at += 2) {
      const column = COLUMN_OF.get(parts[at] ?? '');
      if (column === undefined) {
        throw new Error(`A figure that cannot be counted over the whole ledger: ${call}`);
      }
      columns.push(column);
      wanted.push(wantedOf(parts[at + 1] ?? '', cell));
    }
    const by = countsBy(columns);
    // The codes that each criterion lets pass, and every way to put them together.
    let keys = [0];
    for (let at = columns.length - 1; at >= 0; at -= 1) {
      const { values, codeOf } = columnOf(columns[at]!);
      const one = wanted[at]!;
      const codes =
        'is' in one
          ? [codeOf.get(one.is)].filter((code) => code !== undefined)
          : values.flatMap((value, code) => (one.fits(value) ? [code] : []));
      keys = keys.flatMap((key) => codes.map((code) => key * values.length + code));
    }
    return keys.reduce((sum, key) => sum + (by.get(key) ?? 0), 0);
  };
  let signs: Map<string, string> | null = null;
  return {
    count(formula, cell) {
      if (!formula.includes(`${DATA_TABLE}[`)) return null;
      let left = formula;
      for (let at = left.indexOf(CALL); at >= 0; at = left.indexOf(CALL, at + 1)) {
        const open = at + CALL.length - 1;
        const inner = left.slice(open + 1, closingOf(left, open));
        if (!inner.startsWith(`${DATA_TABLE}[`)) continue;
        left = left.slice(0, at) + String(counted(inner, cell)) + left.slice(open + inner.length + 2);
      }
      if (left.includes(`${DATA_TABLE}[`)) {
        throw new Error(`A figure that cannot be counted over the whole ledger: ${formula}`);
      }
      return /^=\d+$/.test(left) ? Number(left.slice(1)) : { formula: left };
    },
    sign(key) {
      signs ??= new Map(
        entries
          .filter(({ occurrence }) => occurrence === '')
          .map((entry) => [keyOf(entry), outcomeSigns[outcomeOf(entry, asOf)]]),
      );
      return signs.get(key) ?? '';
    },
  };
}

function mapCells(
  plan: SheetPlan,
  of: (content: CellContent, row: number, column: number) => CellContent,
): SheetPlan {
  const mapBlock = (block: Block): Block => ({
    ...block,
    cells: block.cells.map((line, row) =>
      line.map((content, column) => of(content, block.row + row, block.column + column)),
    ),
  });
  return { ...plan, blocks: plan.blocks.map(mapBlock), afterTables: plan.afterTables.map(mapBlock) };
}

/** A sheet of totals whose counts are stored, as they are over the whole ledger; sums of its own cells stay formulas. */
export function withWholeFigures(plan: SheetPlan, { count }: WholeCounter): SheetPlan {
  return mapCells(plan, (content) =>
    typeof content === 'object' ? (count(content.formula) ?? content) : content,
  );
}

/** The matrix with its counts and signs stored; `keyAt` gives the key of a cell's row and unit. */
export function withWholeSigns(
  plan: SheetPlan,
  { count, sign }: WholeCounter,
  taskAt: (row: number) => string,
  unitAt: (column: number) => string,
): SheetPlan {
  return mapCells(plan, (content, row, column) =>
    typeof content !== 'object'
      ? content
      : content.formula.includes(CALL) || !content.formula.includes(`${DATA_TABLE}[`)
        ? (count(content.formula, () => taskAt(row)) ?? content)
        : sign(`${unitAt(column)}|${taskAt(row)}`),
  );
}
