import { applicabilityWords, statusWords, summarySheetWords as words } from '../locales/sheet-words';
import { columnLetters } from './address';
import { columnReference } from './columns';
import type { ColumnId } from './columns';
import { areaLabel } from './school-book';
import type { CellContent } from './sheet-plan';

/** Headers of the table of tasks as they stand now; a clerk may have renamed them. */
export type Headers = Record<ColumnId, string>;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** `equals` and `before` are parts of a formula; texts that are blank or no dates come before nothing. */
type Condition =
  | { column: ColumnId; equals: string }
  | { column: ColumnId; differs: string }
  | { column: ColumnId; before: string };
type Figure = { header: string } & (
  | { conditions: readonly Condition[] }
  /** The first less the others. */
  | { remains: readonly string[] }
  | { share: readonly [part: string, whole: string] }
);

const performed: Condition = { column: 'applicability', equals: quoted(applicabilityWords.performed) };
const refused: Condition = { column: 'applicability', equals: quoted(applicabilityWords.notPerformed) };
const status = (word: string): Condition => ({ column: 'status', equals: quoted(word) });

/** Columns C to K. What is not counted itself is what remains, so that every row adds up whatever is typed. */
const FIGURES = {
  total: { header: words.total, conditions: [] },
  performed: { header: words.performed, conditions: [performed] },
  done: { header: statusWords.done, conditions: [performed, status(statusWords.done)] },
  inProgress: { header: statusWords.inProgress, conditions: [performed, status(statusWords.inProgress)] },
  notStarted: {
    header: statusWords.notStarted,
    remains: ['performed', 'done', 'inProgress', 'nothingArisen'],
  },
  nothingArisen: {
    header: statusWords.nothingArisen,
    conditions: [performed, status(statusWords.nothingArisen)],
  },
  notPerformed: { header: words.notPerformed, conditions: [refused] },
  undecided: { header: words.undecided, remains: ['total', 'performed', 'notPerformed'] },
  share: { header: words.share, share: ['done', 'performed'] },
} satisfies Record<string, Figure>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
export const figureHeaders = Object.fromEntries(FIGURE_IDS.map((id) => [id, FIGURES[id].header])) as Record<
  FigureId,
  string
>;

export const FIRST_FIGURE = 2;
export const SUMMARY_COLUMNS = FIRST_FIGURE + FIGURE_IDS.length;
const letter = (id: string): string => columnLetters(FIRST_FIGURE + FIGURE_IDS.indexOf(id as FigureId));
const at = (id: string, row: number): string => `${letter(id)}${row + 1}`;

/** The cell of a figure of the line in row `row`. */
export const figureCell = (id: FigureId, row: number): string => at(id, row);

/** One line of a table of figures: its name, and which cells of a column count for it. */
export type Line = {
  number: string;
  name: string;
  filter: { column: ColumnId; reference: (row: number) => string; text: string } | null;
};

/**
 * COUNTIFS reads wildcards, operators, numbers and dates in a criterion and takes at most 255 characters; texts that
 * could be read so are compared with "=" instead.
 */
function isPlainCriterion(text: string): boolean {
  return (
    text.length <= 250 &&
    /^(?:\d{1,3}\. )?\p{L}/u.test(text) &&
    !/[*?~]/.test(text) &&
    !/^[a-z]{3,9}\.? ?\d|^(?:true|false)$/i.test(text)
  );
}

function criterionOf(condition: Condition): string {
  return 'equals' in condition
    ? condition.equals
    : 'differs' in condition
      ? `"<>"&${condition.differs}`
      : `"<"&${condition.before}`;
}

function factorOf(condition: Condition, reference: string): string {
  return 'equals' in condition
    ? `(${reference}=${condition.equals})`
    : 'differs' in condition
      ? `(${reference}<>${condition.differs})`
      : `ISNUMBER(${reference})*(${reference}<${condition.before})`;
}

function countFormula(
  conditions: readonly Condition[],
  { filter }: Line,
  row: number,
  headers: Headers,
): string {
  const reference = (column: ColumnId): string => columnReference(headers[column]);
  const all: readonly Condition[] = filter
    ? [{ column: filter.column, equals: filter.reference(row) }, ...conditions]
    : conditions;
  if (!filter || filter.text === '' || isPlainCriterion(filter.text)) {
    const pairs = all.map((condition) => `,${reference(condition.column)},${criterionOf(condition)}`);
    return `=COUNTIFS(${reference('content')},"?*"${pairs.join('')})`;
  }
  const factors = all.map((condition) => `*${factorOf(condition, reference(condition.column))}`);
  return `=SUMPRODUCT((${reference('content')}<>"")${factors.join('')})`;
}

/** The nine figures of a line in row `row` (0-based); `counted` gives the formulas of the counted ones. */
function figureCells(
  row: number,
  counted: (id: FigureId, conditions: readonly Condition[]) => string,
): CellContent[] {
  return FIGURE_IDS.map((id) => {
    const figure: Figure = FIGURES[id];
    if ('conditions' in figure) return { formula: counted(id, figure.conditions) };
    if ('remains' in figure) {
      return { formula: `=${figure.remains.map((part) => at(part, row)).join('-')}` };
    }
    const [part, whole] = figure.share;
    return { formula: `=IF(${at(whole, row)}=0,${quoted(words.none)},${at(part, row)}/${at(whole, row)})` };
  });
}

/** Tasks of the line in row `row` whose next deadline has passed before the day, and that are not closed. */
export function overdueFormula(line: Line, row: number, headers: Headers, day: string): string {
  return countFormula(
    [
      performed,
      { column: 'due', before: day },
      { column: 'status', differs: quoted(statusWords.done) },
      { column: 'status', differs: quoted(statusWords.nothingArisen) },
    ],
    line,
    row,
    headers,
  );
}

/** Number, name and figures of a line in row `row`. */
export function figureLine(line: Line, row: number, headers: Headers): CellContent[] {
  return [
    line.number,
    line.name,
    ...figureCells(row, (_, conditions) => countFormula(conditions, line, row, headers)),
  ];
}

export function figureHeader(number: string, name: string): CellContent[] {
  return [number, name, ...FIGURE_IDS.map((id) => figureHeaders[id])];
}

/** Rows: header, lines, and a last line "(khác)" that takes what no line counts. `wholeRow` has the totals. */
export function figureTable(
  top: number,
  title: string,
  lines: readonly Line[],
  wholeRow: number,
  headers: Headers,
): CellContent[][] {
  const last = top + 1 + lines.length;
  const other = figureCells(last, (id) => {
    const whole = `${letter(id)}$${wholeRow + 1}`;
    return lines.length > 0 ? `=${whole}-SUM(${at(id, top + 1)}:${at(id, last - 1)})` : `=${whole}`;
  });
  return [
    figureHeader(words.number, title),
    ...lines.map((line, index) => figureLine(line, top + 1 + index, headers)),
    ['', words.other, ...other],
  ];
}

export const wholeLine: Line = { number: '', name: words.whole, filter: null };

/** How the label in column "Lĩnh vực" is made again from the line's own cells. */
function areaReference(section: string, title: string, row: number): string {
  const [number, name] = [`$A${row + 1}`, `$B${row + 1}`];
  if (section === '') return title === '' ? '""' : name;
  return title === '' ? `${number}&"."` : `${number}&". "&${name}`;
}

export function areaLine({ section, title }: { section: string; title: string }): Line {
  return {
    number: section,
    name: section === '' && title === '' ? words.noArea : title,
    filter: {
      column: 'area',
      text: areaLabel(section, title),
      reference: (row) => areaReference(section, title, row),
    },
  };
}

export function leadUnitLine(leadUnit: string, index: number): Line {
  return {
    number: String(index + 1),
    name: leadUnit === '' ? words.noLeadUnit : leadUnit,
    filter: {
      column: 'leadUnit',
      text: leadUnit,
      reference: (row) => (leadUnit === '' ? '""' : `$B${row + 1}`),
    },
  };
}
