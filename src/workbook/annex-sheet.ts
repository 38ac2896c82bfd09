import {
  annexSheetWords as words,
  applicabilityWords,
  columnHeaders,
  sheetNames,
  statusWords,
  validationWords,
} from '../locales/sheet-words';
import { areaOf, columnLetters } from './address';
import type { Area } from './address';
import {
  ANNEX_WIDTHS,
  COLUMN_IDS,
  COLUMN_LOOKS,
  TASK_TABLE,
  columnReference,
  taskNumberFormats,
} from './columns';
import type { ColumnId } from './columns';
import { LIST_NAMES } from './lists-sheet';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE } from './look';
import type { SchoolBook } from './school-book';
import { extraHeaders, rowContents } from './school-book';
import type { CellContent, ConditionalFormatPlan, FormatPlan, SheetPlan, ValidationPlan } from './sheet-plan';
import { titleBlock, titleLines } from './title-block';

const HEADER_ROW = 5;
const FIRST = HEADER_ROW + 1;
const EXTRA_WIDTH = 90;

const columnOf = (id: ColumnId): number => COLUMN_IDS.indexOf(id);
/** "$I7": the column fixed, the row that of the first task. */
const cell = (id: ColumnId): string => `$${columnLetters(columnOf(id))}${FIRST + 1}`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** "Tổng số 47 nhiệm vụ: thực hiện 25, …" that stays true when the table changes. */
function countsFormula(): string {
  const content = `${columnReference(columnHeaders.content)},"?*"`;
  const total = `COUNTIFS(${content})`;
  const having = (word: string): string =>
    `COUNTIFS(${content},${columnReference(columnHeaders.applicability)},${quoted(word)})`;
  const [performed, notPerformed] = [
    having(applicabilityWords.performed),
    having(applicabilityWords.notPerformed),
  ];
  return (
    `=${quoted(words.countsTotal)}&${total}&${quoted(words.countsPerformed)}&${performed}` +
    `&${quoted(words.countsNotPerformed)}&${notPerformed}` +
    `&${quoted(words.countsUndecided)}&(${total}-${performed}-${notPerformed})`
  );
}

const performs = (): string => `${cell('applicability')}=${quoted(applicabilityWords.performed)}`;
const refuses = (): string => `${cell('applicability')}=${quoted(applicabilityWords.notPerformed)}`;

/** Strongest first. A state is never told by colour alone: the words stand in the cell. */
function conditionalFormats(area: (first: ColumnId, last?: ColumnId) => Area): ConditionalFormatPlan[] {
  return [
    {
      // Contradictory: refused, and yet a product or a time is printed.
      area: area('product', 'timing'),
      formula: `=AND(${refuses()},${columnLetters(columnOf('product'))}${FIRST + 1}<>"")`,
      fillColor: COLORS.amberFill,
      fontColor: COLORS.amberText,
    },
    {
      // Incomplete: performed, and the product or the time is not said.
      area: area('product', 'timing'),
      formula: `=AND(${performs()},${columnLetters(columnOf('product'))}${FIRST + 1}="")`,
      fillColor: COLORS.amberFill,
    },
    {
      // Undecided.
      area: area('applicability'),
      formula: `=AND(${cell('content')}<>"",NOT(${performs()}),NOT(${refuses()}))`,
      fillColor: COLORS.amberFill,
      fontColor: COLORS.amberText,
    },
    {
      // Overdue.
      area: area('due', 'status'),
      formula:
        `=AND(${performs()},ISNUMBER(${cell('due')}),${cell('due')}<TODAY(),` +
        `${cell('status')}<>${quoted(statusWords.done)},${cell('status')}<>${quoted(statusWords.nothingArisen)})`,
      fillColor: COLORS.redFill,
      fontColor: COLORS.redText,
      bold: true,
    },
    {
      area: area('id', 'note'),
      formula: `=${refuses()}`,
      fillColor: COLORS.greyFill,
      fontColor: COLORS.greyText,
    },
  ];
}

/** What may be typed in which column of the table of tasks. */
export function annexValidations(area: (id: ColumnId) => Area): ValidationPlan[] {
  return [
    {
      area: area('applicability'),
      rule: { kind: 'list', source: `=${LIST_NAMES.applicability}` },
      alert: 'stop',
      title: validationWords.title,
      message: validationWords.applicability,
    },
    {
      area: area('reason'),
      rule: { kind: 'list', source: `=${LIST_NAMES.reason}` },
      alert: 'none',
      title: validationWords.title,
      message: '',
    },
    {
      area: area('status'),
      rule: { kind: 'list', source: `=${LIST_NAMES.status}` },
      alert: 'stop',
      title: validationWords.title,
      message: validationWords.status,
    },
    ...(['due', 'doneOn'] as const).map((id): ValidationPlan => ({
      area: area(id),
      rule: { kind: 'date', from: '=DATE(2000,1,1)' },
      alert: 'stop',
      title: columnHeaders[id],
      message: validationWords.date,
    })),
  ];
}

/** The sheet *Phụ lục*: title block, then the table of tasks, one row a task. */
export function annexSheet(book: SchoolBook, name: string = sheetNames.annex): SheetPlan {
  const extras = extraHeaders(book.rows);
  const rowCount = Math.max(1, book.rows.length);
  const columnCount = COLUMN_IDS.length + extras.length;
  const body = areaOf(FIRST, 0, rowCount, columnCount);
  const column = (first: ColumnId, last: ColumnId = first): Area => ({
    ...body,
    left: columnOf(first),
    right: columnOf(last),
  });
  const rows: CellContent[][] =
    book.rows.length > 0
      ? book.rows.map((row) => rowContents(row, extras))
      : [Array.from({ length: columnCount }, () => '')];
  const centred = COLUMN_IDS.filter((id) => 'horizontal' in COLUMN_LOOKS[id]);
  const columnWidths = [...ANNEX_WIDTHS, ...extras.map(() => EXTRA_WIDTH)];
  const title = titleBlock(titleLines(book.facts), columnWidths);
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths,
    merges: title.merges,
    rowHeights: [
      ...title.rowHeights,
      { row: 3, height: 17 },
      { row: 4, height: 6 },
      { row: HEADER_ROW, height: 34 },
    ],
    formats: [
      ...title.formats,
      { area: areaOf(3, 0, 1, 1), format: { ...NOTE_LINE, italic: false, fontColor: COLORS.ink } },
      { area: areaOf(HEADER_ROW, 0, 1, columnCount), format: { ...HEADER } },
      {
        area: body,
        format: {
          ...BODY,
          wrap: true,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      ...centred.map((id): { area: Area; format: FormatPlan } => ({
        area: column(id),
        format: { horizontal: 'Center' },
      })),
    ],
    blocks: [
      ...title.blocks,
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: Array.from({ length: columnCount }, () => '@'),
        cells: [[...COLUMN_IDS.map((id) => columnHeaders[id]), ...extras]],
      },
      { row: FIRST, column: 0, numberFormats: taskNumberFormats(extras.length), cells: rows },
    ],
    table: {
      name: TASK_TABLE,
      area: { ...body, top: HEADER_ROW },
      style: 'TableStyleLight1',
      banded: false,
    },
    afterTables: [{ row: 3, column: 0, numberFormats: ['General'], cells: [[{ formula: countsFormula() }]] }],
    fitRows: [{ first: FIRST, last: body.bottom }],
    validations: annexValidations(column),
    conditionalFormats: conditionalFormats(column),
    freezeRows: FIRST,
    page: { ...PAGE, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [],
  };
}
