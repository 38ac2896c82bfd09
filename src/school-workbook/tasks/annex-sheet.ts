import { type CellRange, createRange, toColumnLetters } from '@phuluc/ooxml/a1';
import { quoteFormulaText } from '../../sheets/formula-text';
import {
  APPLICABILITY_LABELS,
  COLUMN_HEADERS,
  SHEET_NAMES,
  STATUS_LABELS,
  VALIDATION_LABELS,
} from '../../sheets/labels/school-labels';
import {
  type CellContent,
  type ConditionalFormatSpec,
  FIRST_DATE,
  type FormatSpec,
  type SheetSpec,
  type ValidationSpec,
} from '../../sheets/sheet-spec';
import { BODY_STYLE, COLORS, DEFAULT_PAGE_SETUP, HEADER_STYLE, NOTE_LINE_STYLE } from '../../sheets/styles';
import { getExtraHeaders, getRowContents, type SchoolWorkbook } from '../school-workbook';
import { buildTitleBlock, getTitleLines } from '../title-block';
import { buildCountsFormula } from './counts-line';
import { LIST_NAMES } from './list-names';
import {
  getTaskNumberFormats,
  TASK_COLUMN_IDS,
  TASK_COLUMN_STYLES,
  TASK_COLUMN_WIDTHS,
  TASK_TABLE,
  type TaskColumnId,
} from './task-columns';

const HEADER_ROW = 5;
const FIRST_ROW = HEADER_ROW + 1;
/** Id, area, number and content stay in view. */
const FROZEN_COLUMNS = TASK_COLUMN_IDS.indexOf('content') + 1;
const EXTRA_COLUMN_WIDTH = 90;

const getColumnIndex = (id: TaskColumnId): number => TASK_COLUMN_IDS.indexOf(id);
/** Returns "$I7": the column fixed, the row that of the first task. */
const getFirstRowCell = (id: TaskColumnId): string =>
  `$${toColumnLetters(getColumnIndex(id))}${FIRST_ROW + 1}`;
const buildPerformedCondition = (): string =>
  `${getFirstRowCell('applicability')}=${quoteFormulaText(APPLICABILITY_LABELS.performed)}`;
const buildNotPerformedCondition = (): string =>
  `${getFirstRowCell('applicability')}=${quoteFormulaText(APPLICABILITY_LABELS.notPerformed)}`;

/** Builds the formats of states, strongest first. The cell also says each state in text, never by colour alone. */
function buildConditionalFormats(
  area: (first: TaskColumnId, last?: TaskColumnId) => CellRange,
): ConditionalFormatSpec[] {
  return [
    {
      // Incomplete: performed, and the product or the time is not said.
      area: area('product', 'timing'),
      formula: `=AND(${buildPerformedCondition()},${toColumnLetters(getColumnIndex('product'))}${FIRST_ROW + 1}="")`,
      fillColor: COLORS.amberFill,
    },
    {
      // Undecided.
      area: area('applicability'),
      formula: `=AND(${getFirstRowCell('content')}<>"",NOT(${buildPerformedCondition()}),NOT(${buildNotPerformedCondition()}))`,
      fillColor: COLORS.amberFill,
      fontColor: COLORS.amberText,
    },
    {
      // Overdue.
      area: area('due', 'status'),
      formula:
        `=AND(${buildPerformedCondition()},ISNUMBER(${getFirstRowCell('due')}),${getFirstRowCell('due')}<TODAY(),` +
        `${getFirstRowCell('status')}<>${quoteFormulaText(STATUS_LABELS.done)},${getFirstRowCell('status')}<>${quoteFormulaText(STATUS_LABELS.nothingArisen)})`,
      fillColor: COLORS.redFill,
      fontColor: COLORS.redText,
      bold: true,
    },
    {
      area: area('id', 'person'),
      formula: `=${buildNotPerformedCondition()}`,
      fillColor: COLORS.greyFill,
      fontColor: COLORS.greyText,
    },
  ];
}

/** Builds the validations of the columns of the table of tasks. */
export function buildAnnexValidations(area: (id: TaskColumnId) => CellRange): ValidationSpec[] {
  return [
    {
      area: area('applicability'),
      rule: { kind: 'list', source: `=${LIST_NAMES.applicability}` },
      alert: 'stop',
      title: VALIDATION_LABELS.title,
      message: VALIDATION_LABELS.applicability,
    },
    {
      area: area('reason'),
      rule: { kind: 'list', source: `=${LIST_NAMES.reason}` },
      alert: 'none',
      title: VALIDATION_LABELS.title,
      message: '',
    },
    {
      area: area('status'),
      rule: { kind: 'list', source: `=${LIST_NAMES.status}` },
      alert: 'stop',
      title: VALIDATION_LABELS.title,
      message: VALIDATION_LABELS.status,
    },
    {
      area: area('person'),
      rule: { kind: 'list', source: `=${LIST_NAMES.person}` },
      alert: 'none',
      title: VALIDATION_LABELS.title,
      message: VALIDATION_LABELS.person,
    },
    ...(['due', 'doneOn'] as const).map((id): ValidationSpec => ({
      area: area(id),
      rule: { kind: 'date', from: FIRST_DATE },
      alert: 'stop',
      title: COLUMN_HEADERS[id],
      message: VALIDATION_LABELS.date,
    })),
  ];
}

/** Builds the sheet *Phụ lục*: title block, then the table of tasks, one row a task. */
export function buildAnnexSheet(workbook: SchoolWorkbook, name: string = SHEET_NAMES.annex): SheetSpec {
  const extras = getExtraHeaders(workbook.rows);
  const rowCount = Math.max(1, workbook.rows.length);
  const columnCount = TASK_COLUMN_IDS.length + extras.length;
  const body = createRange(FIRST_ROW, 0, rowCount, columnCount);
  const column = (first: TaskColumnId, last: TaskColumnId = first): CellRange => ({
    ...body,
    left: getColumnIndex(first),
    right: getColumnIndex(last),
  });
  const rows: CellContent[][] =
    workbook.rows.length > 0
      ? workbook.rows.map((row) => getRowContents(row, extras))
      : [Array.from({ length: columnCount }, () => '')];
  const centred = TASK_COLUMN_IDS.filter((id) => 'horizontal' in TASK_COLUMN_STYLES[id]);
  const columnWidths = [...TASK_COLUMN_WIDTHS, ...extras.map(() => EXTRA_COLUMN_WIDTH)];
  const title = buildTitleBlock(getTitleLines(workbook.facts), columnWidths);
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
      { area: createRange(3, 0, 1, 1), format: { ...NOTE_LINE_STYLE, italic: false, fontColor: COLORS.ink } },
      { area: createRange(HEADER_ROW, 0, 1, columnCount), format: { ...HEADER_STYLE } },
      {
        area: body,
        format: {
          ...BODY_STYLE,
          wrap: true,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      ...centred.map((id): { area: CellRange; format: FormatSpec } => ({
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
        cells: [[...TASK_COLUMN_IDS.map((id) => COLUMN_HEADERS[id]), ...extras]],
      },
      { row: FIRST_ROW, column: 0, numberFormats: getTaskNumberFormats(extras), cells: rows },
    ],
    table: {
      name: TASK_TABLE,
      area: { ...body, top: HEADER_ROW },
      style: 'TableStyleLight1',
      banded: false,
    },
    afterTables: [
      { row: 3, column: 0, numberFormats: ['General'], cells: [[{ formula: buildCountsFormula() }]] },
    ],
    fitRows: [{ first: FIRST_ROW, last: body.bottom }],
    validations: buildAnnexValidations(column),
    conditionalFormats: buildConditionalFormats(column),
    freezeRows: FIRST_ROW,
    freezeColumns: FROZEN_COLUMNS,
    page: { ...DEFAULT_PAGE_SETUP, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [],
  };
}
