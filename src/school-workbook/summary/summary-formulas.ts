import { toColumnLetters } from '@phuluc/ooxml/a1';
import { formatSectionLabel } from '../../annex/section-label';
import type { TrackedDocument } from '../../annex/tracked-document';
import { quoteFormulaText } from '../../sheets/formula-text';
import {
  APPLICABILITY_LABELS,
  DOCUMENT_HEADER,
  SUMMARY_SHEET_LABELS as labels,
  STATUS_LABELS,
} from '../../sheets/labels/school-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { buildTaskReference, type TaskColumnId } from '../tasks/task-columns';
import { buildChosenCount } from './document-choice';

/**
 * Headers of the table of tasks as they stand now; a clerk may have renamed them. `ended`: codes of the documents whose
 * rows do not count any more.
 */
export type TaskTableHeaders = Record<TaskColumnId, string> & { ended?: readonly string[] };

/** `equals` and `before` are parts of a formula; texts that are blank or no dates come before nothing. */
/** The columns of the table, and that of documents, which is there where the workbook has several. */
type CountedColumn = TaskColumnId | 'document';
type CountCondition =
  | { column: CountedColumn; equals: string }
  | { column: CountedColumn; differs: string }
  | { column: TaskColumnId; before: string };
type CountColumn = { header: string } & (
  | { conditions: readonly CountCondition[] }
  /** The first less the others. */
  | { difference: readonly string[] }
  | { share: readonly [part: string, whole: string] }
);

const PERFORMED_CONDITION: CountCondition = {
  column: 'applicability',
  equals: quoteFormulaText(APPLICABILITY_LABELS.performed),
};
const NOT_PERFORMED_CONDITION: CountCondition = {
  column: 'applicability',
  equals: quoteFormulaText(APPLICABILITY_LABELS.notPerformed),
};
const createStatusCondition = (word: string): CountCondition => ({
  column: 'status',
  equals: quoteFormulaText(word),
});

/** Columns C to K. What is not counted itself is what remains, so that every row adds up whatever is typed. */
const COUNT_COLUMNS = {
  total: { header: labels.total, conditions: [] },
  performed: { header: labels.performed, conditions: [PERFORMED_CONDITION] },
  done: {
    header: STATUS_LABELS.done,
    conditions: [PERFORMED_CONDITION, createStatusCondition(STATUS_LABELS.done)],
  },
  inProgress: {
    header: STATUS_LABELS.inProgress,
    conditions: [PERFORMED_CONDITION, createStatusCondition(STATUS_LABELS.inProgress)],
  },
  notStarted: {
    header: STATUS_LABELS.notStarted,
    difference: ['performed', 'done', 'inProgress', 'nothingArisen'],
  },
  nothingArisen: {
    header: STATUS_LABELS.nothingArisen,
    conditions: [PERFORMED_CONDITION, createStatusCondition(STATUS_LABELS.nothingArisen)],
  },
  notPerformed: { header: labels.notPerformed, conditions: [NOT_PERFORMED_CONDITION] },
  undecided: { header: labels.undecided, difference: ['total', 'performed', 'notPerformed'] },
  share: { header: labels.share, share: ['done', 'performed'] },
} satisfies Record<string, CountColumn>;

export type CountColumnId = keyof typeof COUNT_COLUMNS;
export const COUNT_COLUMN_IDS = Object.keys(COUNT_COLUMNS) as CountColumnId[];
export const COUNT_COLUMN_HEADERS = Object.fromEntries(
  COUNT_COLUMN_IDS.map((id) => [id, COUNT_COLUMNS[id].header]),
) as Record<CountColumnId, string>;

export const FIRST_COUNT_COLUMN = 2;
export const SUMMARY_COLUMN_COUNT = FIRST_COUNT_COLUMN + COUNT_COLUMN_IDS.length;
const getCountColumnLetters = (id: string): string =>
  toColumnLetters(FIRST_COUNT_COLUMN + COUNT_COLUMN_IDS.indexOf(id as CountColumnId));
const getCountAddress = (id: string, row: number): string => `${getCountColumnLetters(id)}${row + 1}`;

/** Returns the cell of a count of the line in row `row`. */
export const getCountCell = (id: CountColumnId, row: number): string => getCountAddress(id, row);

/** One line of a table of figures: its name, and which cells of a column count for it. */
export type CountLine = {
  number: CellContent;
  name: CellContent;
  filter: {
    column: CountedColumn;
    /** The text that the cells hold, as a part of a formula in a row. */
    reference: (row: number) => string;
    /** COUNTIFS takes that text literally. */
    isLiteral: boolean;
  } | null;
  /** Only tasks of the document that is chosen on *Tổng hợp* count. */
  isByChoice?: boolean;
};

/**
 * Returns true if COUNTIFS takes the text literally. It reads wildcards, operators, numbers and dates in a criterion
 * and takes at most 255 characters; such texts are compared with "=" instead.
 */
function isLiteralCriterion(text: string): boolean {
  if (text === '') return true;
  return (
    text.length <= 250 &&
    /^(?:\d{1,3}\. )?\p{L}/u.test(text) &&
    !/[*?~]/.test(text) &&
    !/^[a-z]{3,9}\.? ?\d|^(?:true|false)$/i.test(text)
  );
}

/** A sign of the usual shape, which no program takes for a number or a date: "27/KH-UBND". */
const PLAIN_SIGN =
  /^\d+[a-zđ]?\/(?:\d{4}\/)?(?!(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b)\p{Lu}{2,}[\p{L}\d]*(?:-[\p{L}\d&]+)+$/u;

/** Builds the conditions that leave out the rows of ended documents; a line of one document has its own. */
function getEndedConditions({ filter }: CountLine, { ended = [] }: TaskTableHeaders): CountCondition[] {
  if (filter?.column === 'document') return [];
  return ended.map((code) => ({ column: 'document', differs: quoteFormulaText(code) }));
}

function buildCriterion(condition: CountCondition): string {
  return 'equals' in condition
    ? condition.equals
    : 'differs' in condition
      ? `"<>"&${condition.differs}`
      : `"<"&${condition.before}`;
}

function buildFactor(condition: CountCondition, reference: string): string {
  return 'equals' in condition
    ? `(${reference}=${condition.equals})`
    : 'differs' in condition
      ? `(${reference}<>${condition.differs})`
      : `ISNUMBER(${reference})*(${reference}<${condition.before})`;
}

function buildCountFormula(
  conditions: readonly CountCondition[],
  line: CountLine,
  row: number,
  headers: TaskTableHeaders,
): string {
  const { filter, isByChoice = false } = line;
  const ended = getEndedConditions(line, headers);
  const reference = (column: CountedColumn): string =>
    buildTaskReference(column === 'document' ? DOCUMENT_HEADER : headers[column]);
  const all: readonly CountCondition[] = filter
    ? [{ column: filter.column, equals: filter.reference(row) }, ...conditions]
    : conditions;
  const pairs = [...all, ...ended].map(
    (condition) => `,${reference(condition.column)},${buildCriterion(condition)}`,
  );
  const toFactor = (condition: CountCondition): string =>
    `*${buildFactor(condition, reference(condition.column))}`;
  const countByProduct = (more: string): string =>
    `SUMPRODUCT((${reference('content')}<>"")${all.map(toFactor).join('')}${more})`;
  const isLiteral =
    (!filter || filter.isLiteral) &&
    (headers.ended ?? []).every((code) => isLiteralCriterion(code) || PLAIN_SIGN.test(code));
  const count = isLiteral
    ? `COUNTIFS(${reference('content')},"?*"${pairs.join('')})`
    : countByProduct(ended.map(toFactor).join(''));
  return isByChoice
    ? `=${buildChosenCount(count, (chosen) => countByProduct(`*(${reference('document')}=${chosen})`))}`
    : `=${count}`;
}

/** Builds the part of a formula that counts all tasks of the line in row `row`. */
export const buildTaskCount = (line: CountLine, row: number, headers: TaskTableHeaders): string =>
  buildCountFormula([], line, row, headers).slice(1);

/** Builds the nine counts of a line in row `row` (0-based); `counted` returns the formulas of the counted ones. */
function buildCountCells(
  row: number,
  counted: (id: CountColumnId, conditions: readonly CountCondition[]) => string,
): CellContent[] {
  return COUNT_COLUMN_IDS.map((id) => {
    const figure: CountColumn = COUNT_COLUMNS[id];
    if ('conditions' in figure) return { formula: counted(id, figure.conditions) };
    if ('difference' in figure) {
      return { formula: `=${figure.difference.map((part) => getCountAddress(part, row)).join('-')}` };
    }
    const [part, total] = figure.share;
    return {
      formula: `=IF(${getCountAddress(total, row)}=0,${quoteFormulaText(labels.none)},${getCountAddress(part, row)}/${getCountAddress(total, row)})`,
    };
  });
}

/** Tasks of the line in row `row` whose next deadline has passed before the day, and that are not closed. */
export function buildOverdueFormula(
  line: CountLine,
  row: number,
  headers: TaskTableHeaders,
  day: string,
): string {
  return buildCountFormula(
    [
      PERFORMED_CONDITION,
      { column: 'due', before: day },
      { column: 'status', differs: quoteFormulaText(STATUS_LABELS.done) },
      { column: 'status', differs: quoteFormulaText(STATUS_LABELS.nothingArisen) },
    ],
    line,
    row,
    headers,
  );
}

/** Builds number, name and counts of a line in row `row`. */
export function buildCountLine(line: CountLine, row: number, headers: TaskTableHeaders): CellContent[] {
  return [
    line.number,
    line.name,
    ...buildCountCells(row, (_, conditions) => buildCountFormula(conditions, line, row, headers)),
  ];
}

export function buildCountHeader(number: string, name: string): CellContent[] {
  return [number, name, ...COUNT_COLUMN_IDS.map((id) => COUNT_COLUMN_HEADERS[id])];
}

/** Builds header, lines, and a last line "(khác)" for what no line counts. `totalRow` has the totals. */
export function buildCountTable(
  top: number,
  title: string,
  lines: readonly CountLine[],
  totalRow: number,
  headers: TaskTableHeaders,
): CellContent[][] {
  const last = top + 1 + lines.length;
  const other = buildCountCells(last, (id) => {
    const total = `${getCountColumnLetters(id)}$${totalRow + 1}`;
    return lines.length > 0
      ? `=${total}-SUM(${getCountAddress(id, top + 1)}:${getCountAddress(id, last - 1)})`
      : `=${total}`;
  });
  return [
    buildCountHeader(labels.number, title),
    ...lines.map((line, index) => buildCountLine(line, top + 1 + index, headers)),
    ['', labels.other, ...other],
  ];
}

export const TOTAL_LINE: CountLine = { number: '', name: labels.whole, filter: null };

/** Builds the label of column "Lĩnh vực" again from the line's own cells. */
function buildSectionReference(section: string, title: string, number: string, name: string): string {
  if (section === '') return title === '' ? '""' : name;
  return title === '' ? `${number}&"."` : `${number}&". "&${name}`;
}

/** Columns that number and name of a line stand in, where its formulas find them. */
type NameColumns = readonly [number: string, name: string];
const FIRST_COLUMNS: NameColumns = ['$A', '$B'];

export function createSectionLine(
  { section, title }: { section: string; title: string },
  [number, name]: NameColumns = FIRST_COLUMNS,
): CountLine {
  return {
    number: section,
    name: section === '' && title === '' ? labels.noArea : title,
    filter: {
      column: 'area',
      isLiteral: isLiteralCriterion(formatSectionLabel(section, title)),
      reference: (row) => buildSectionReference(section, title, `${number}${row + 1}`, `${name}${row + 1}`),
    },
  };
}

export function createLeadUnitLine(
  leadUnit: string,
  index: number,
  [, name]: NameColumns = FIRST_COLUMNS,
): CountLine {
  return {
    number: String(index + 1),
    name: leadUnit === '' ? labels.noLeadUnit : leadUnit,
    filter: {
      column: 'leadUnit',
      isLiteral: isLiteralCriterion(leadUnit),
      reference: (row) => (leadUnit === '' ? '""' : `${name}${row + 1}`),
    },
  };
}

export function createDocumentLine({ code }: TrackedDocument, index: number): CountLine {
  return {
    number: String(index + 1),
    name: code,
    filter: { column: 'document', isLiteral: isLiteralCriterion(code), reference: (row) => `$B${row + 1}` },
  };
}
