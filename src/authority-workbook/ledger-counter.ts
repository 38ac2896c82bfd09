import { formatSectionLabel } from '../annex/section-label';
import { formatQuarterLabel } from '../consolidation/ledger/format-quarter-label';
import {
  getEffectiveMarks,
  getEntryKey,
  isCorrected,
  type LedgerEntry,
} from '../consolidation/ledger/ledger-entry';
import { getTaskOutcome } from '../consolidation/ledger/task-outcome';
import type { IsoDate } from '../shared/dates';
import { foldCase } from '../shared/text';
import {
  DATA_HEADERS,
  LEVEL_LABELS,
  OUTCOME_LABELS,
  OUTCOME_SYMBOLS,
  TOTALS_LABELS,
} from '../sheets/labels/consolidation-labels';
import { APPLICABILITY_LABELS, STATUS_LABELS } from '../sheets/labels/school-labels';
import type { CellBlock, CellContent, SheetSpec } from '../sheets/sheet-spec';
import { buildColumnReference } from '../sheets/table-reference';
import { DATA_TABLE, type DataColumn } from './tables/data-table';

/** What the columns that figures count by say of an entry; the sheet's own formulas say the same of its rows. */
const COLUMN_VALUES: Partial<Record<DataColumn, (entry: LedgerEntry, asOf: IsoDate) => string>> = {
  level: ({ occurrence }) => (occurrence === '' ? LEVEL_LABELS.task : LEVEL_LABELS.occurrence),
  sender: ({ sender }) => sender,
  unit: ({ unit }) => unit,
  task: ({ task }) => task.id,
  area: ({ task }) => formatSectionLabel(task.section, task.sectionTitle),
  leadUnit: ({ task }) => task.leadUnit,
  kind: ({ kind }) => kind,
  quarter: (entry) => formatQuarterLabel(getEffectiveMarks(entry).due) || TOTALS_LABELS.noQuarter,
  applicability: (entry) => APPLICABILITY_LABELS[getEffectiveMarks(entry).applicability],
  state: (entry) => {
    const { state } = getEffectiveMarks(entry);
    return state === null ? '' : STATUS_LABELS[state];
  },
  due: (entry) => getEffectiveMarks(entry).due,
  outcome: (entry, asOf) => OUTCOME_LABELS[getTaskOutcome(entry, asOf)],
  corrected: (entry) => (isCorrected(entry) ? 'Có' : ''),
};

const COUNTIFS_CALL = 'COUNTIFS(';
const COLUMNS_BY_REFERENCE = new Map(
  (Object.keys(DATA_HEADERS) as DataColumn[]).map((id) => [
    buildColumnReference(DATA_HEADERS[id], DATA_TABLE),
    id,
  ]),
);

/** Finds the parenthesis that closes the one at `from`; texts and headers may contain their own. */
function findClosingParenthesis(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    const character = formula[at];
    if (character === '"') at = formula.indexOf('"', at + 1);
    else if (character === '[') at = findClosingBracket(formula, at);
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Error(`A formula without its closing bracket: ${formula}`);
}

function findClosingBracket(formula: string, from: number): number {
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

/** Splits the arguments of a call at its own commas. */
function splitArguments(inner: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner[at];
    if (character === '"') at = inner.indexOf('"', at + 1);
    else if (character === '[') at = findClosingBracket(inner, at);
    else if (character === '(') at = findClosingParenthesis(inner, at);
    else if (character === ',') {
      found.push(inner.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, inner.slice(start)];
}

/** Reads the text that a criterion asks for: `"=Văn phòng~*"` → "Văn phòng*". */
function parseTextCriterion(criterion: string): string {
  return criterion
    .slice(1, -1)
    .replaceAll('""', '"')
    .replace(/^=/, '')
    .replace(/~([~*?])/g, '$1');
}

const DAY_CRITERION = /^"(<|>|<=|>=)"&DATE\((\d+),(\d+),(\d+)\)$/;

type Criterion = { equals: string } | { matches: (value: string) => boolean };

/** Texts that begin with these words, or that do not. */
const PREFIX_CRITERION = /^"(<>)?((?:[^"]|"")*[^~"])\*"$/;

/** Parses a criterion of COUNTIFS. A day is compared as ISO text, and a blank cell matches none. */
function parseCriterion(criterion: string, cell: ResolveCell | undefined): Criterion {
  const [, operator, year, month, day] = DAY_CRITERION.exec(criterion) ?? [];
  if (operator !== undefined) {
    const limit = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10);
    return {
      matches: (value) =>
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
  const [, isOther, start] = PREFIX_CRITERION.exec(criterion) ?? [];
  if (start !== undefined) {
    const prefix = foldCase(parseTextCriterion(`"${start}"`));
    return { matches: (value) => value.startsWith(prefix) === (isOther === undefined) };
  }
  if (/^"(?:[^"]|"")*"$/.test(criterion)) return { equals: foldCase(parseTextCriterion(criterion)) };
  if (!cell) throw new Error(`A criterion that is not understood: ${criterion}`);
  return { equals: foldCase(cell(criterion)) };
}

/** The value of a criterion that is a cell and not a text. */
type ResolveCell = (reference: string) => string;

/** Counts what COUNTIFS over a sheet with all rows would count. */
type LedgerCounter = {
  /**
   * A formula with each count over the ledger put in as a number; a number alone where nothing else is left of it, null
   * where it does not ask the ledger.
   */
  count: (formula: string, cell?: ResolveCell) => CellContent | null;
  /** The sign of a task of a unit, '' where the ledger has none. */
  sign: (key: string) => string;
};

/** A column of the whole ledger: each row's value as a number, and what the numbers stand for. */
type EncodedColumn = { codes: Int32Array; values: string[]; codeOf: ReadonlyMap<string, number> };

function encodeColumn(
  entries: readonly LedgerEntry[],
  getValue: (entry: LedgerEntry) => string,
): EncodedColumn {
  const codes = new Int32Array(entries.length);
  const values: string[] = [];
  const codesByValue = new Map<string, number>();
  // Few of a million values differ: each is folded once.
  const codesByRaw = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const raw = getValue(entry);
    let code = codesByRaw.get(raw);
    if (code === undefined) {
      const value = foldCase(raw);
      code = codesByValue.get(value) ?? values.push(value) - 1;
      codesByValue.set(value, code);
      codesByRaw.set(raw, code);
    }
    codes[index] = code;
  }
  return { codes, values, codeOf: codesByValue };
}

/** Rows by the values of several columns, these as one number: the first column's code counts least. */
function countRowsBy(columns: readonly EncodedColumn[]): Map<number, number> {
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

export function createLedgerCounter(entries: readonly LedgerEntry[], asOf: IsoDate): LedgerCounter {
  const coded = new Map<DataColumn, EncodedColumn>();
  const getColumn = (column: DataColumn): EncodedColumn => {
    const known = coded.get(column);
    if (known) return known;
    const value = COLUMN_VALUES[column];
    if (!value) throw new Error(`Nothing is counted by the column ${column}.`);
    const made = encodeColumn(entries, (entry) => value(entry, asOf));
    coded.set(column, made);
    return made;
  };
  const counts = new Map<string, Map<number, number>>();
  const countsBy = (columns: readonly DataColumn[]): Map<number, number> => {
    const id = columns.join();
    const made = counts.get(id) ?? countRowsBy(columns.map(getColumn));
    counts.set(id, made);
    return made;
  };
  const counted = (call: string, cell: ResolveCell | undefined): number => {
    const parts = splitArguments(call);
    const columns: DataColumn[] = [];
    const wanted: Criterion[] = [];
    for (let at = 0; at < parts.length; at += 2) {
      const column = COLUMNS_BY_REFERENCE.get(parts[at] ?? '');
      if (column === undefined) {
        throw new Error(`A figure that cannot be counted over the whole ledger: ${call}`);
      }
      columns.push(column);
      wanted.push(parseCriterion(parts[at + 1] ?? '', cell));
    }
    const by = countsBy(columns);
    // The codes that each criterion lets pass, and every way to put them together.
    let keys = [0];
    for (let at = columns.length - 1; at >= 0; at -= 1) {
      const { values, codeOf: codesByValue } = getColumn(columns[at]!);
      const one = wanted[at]!;
      const codes =
        'equals' in one
          ? [codesByValue.get(one.equals)].filter((code) => code !== undefined)
          : values.flatMap((value, code) => (one.matches(value) ? [code] : []));
      keys = keys.flatMap((key) => codes.map((code) => key * values.length + code));
    }
    return keys.reduce((sum, key) => sum + (by.get(key) ?? 0), 0);
  };
  let signs: Map<string, string> | null = null;
  return {
    count(formula, cell) {
      if (!formula.includes(`${DATA_TABLE}[`)) return null;
      let left = formula;
      for (let at = left.indexOf(COUNTIFS_CALL); at >= 0; at = left.indexOf(COUNTIFS_CALL, at + 1)) {
        const open = at + COUNTIFS_CALL.length - 1;
        const inner = left.slice(open + 1, findClosingParenthesis(left, open));
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
          .map((entry) => [getEntryKey(entry), OUTCOME_SYMBOLS[getTaskOutcome(entry, asOf)]]),
      );
      return signs.get(key) ?? '';
    },
  };
}

function mapCells(
  plan: SheetSpec,
  of: (content: CellContent, row: number, column: number) => CellContent,
): SheetSpec {
  const mapBlock = (block: CellBlock): CellBlock => ({
    ...block,
    cells: block.cells.map((line, row) =>
      line.map((content, column) => of(content, block.row + row, block.column + column)),
    ),
  });
  return { ...plan, blocks: plan.blocks.map(mapBlock), afterTables: plan.afterTables.map(mapBlock) };
}

/** Stores the counts of a sheet as numbers over the full ledger; sums of the sheet's own cells stay formulas. */
export function storeSheetTotals(plan: SheetSpec, { count }: LedgerCounter): SheetSpec {
  return mapCells(plan, (content) =>
    typeof content === 'object' ? (count(content.formula) ?? content) : content,
  );
}

/** Stores the counts and signs of the matrix; `taskAt` and `unitAt` return the ids of a row and a column. */
export function storeMatrixSigns(
  plan: SheetSpec,
  { count, sign }: LedgerCounter,
  taskAt: (row: number) => string,
  unitAt: (column: number) => string,
): SheetSpec {
  return mapCells(plan, (content, row, column) =>
    typeof content !== 'object'
      ? content
      : content.formula.includes(COUNTIFS_CALL) || !content.formula.includes(`${DATA_TABLE}[`)
        ? (count(content.formula, () => taskAt(row)) ?? content)
        : sign(`${unitAt(column)}|${taskAt(row)}`),
  );
}
