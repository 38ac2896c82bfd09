import { type CellRange, createRange, toColumnLetters } from '@phuluc/ooxml/a1';
import { quoteFormulaText } from '../../sheets/formula-text';
import { getHeaderHeight } from '../../sheets/header-height';
import {
  DEADLINE_BOUND_LABELS,
  LOG_SHEET_LABELS as labels,
  LOG_HEADERS,
  PROGRESS_SHEET_NAMES,
  TIMELINESS_LABELS,
} from '../../sheets/labels/progress-labels';
import { COLUMN_HEADERS, STATUS_LABELS, VALIDATION_LABELS } from '../../sheets/labels/school-labels';
import {
  type CellContent,
  type ConditionalFormatSpec,
  FIRST_DATE,
  type FormatSpec,
  type SheetSpec,
  type ValidationSpec,
} from '../../sheets/sheet-spec';
import {
  BODY_STYLE,
  COLORS,
  DEFAULT_PAGE_SETUP,
  HEADER_STYLE,
  NOTE_LINE_STYLE,
  TITLE_LINE_STYLE,
} from '../../sheets/styles';
import { SETTING_NAMES } from '../settings/setting-names';
import { LIST_NAMES } from '../tasks/list-names';
import {
  FORMULA_COLUMNS,
  LOG_COLUMN_IDS,
  LOG_COLUMN_STYLES,
  LOG_COLUMN_WIDTHS,
  LOG_TABLE,
  type LogColumnId,
  TYPED_COLUMNS,
} from './log-columns';
import { buildLogFormulas, buildLogReference, type LogHeaders, type TaskHeaders } from './log-formulas';
import type { LogTableRow } from './log-rows';

const HEADER_ROW = 4;
const FIRST_ROW = HEADER_ROW + 1;
/** Id and content stay in view. */
const FROZEN_COLUMNS = LOG_COLUMN_IDS.indexOf('content') + 1;

const getColumnIndex = (id: LogColumnId): number => LOG_COLUMN_IDS.indexOf(id);

/** Builds the formula of "Tính đến ngày 20/06/2024: quá hạn 3, …". */
function buildCountsFormula(names: LogHeaders): string {
  const state = buildLogReference(names, 'timeliness');
  const having = (...ids: (keyof typeof TIMELINESS_LABELS)[]): string =>
    ids.map((id) => `COUNTIFS(${state},${quoteFormulaText(TIMELINESS_LABELS[id])})`).join('+');
  const all = `COUNTIFS(${state},"?*",${state},${quoteFormulaText(`<>${TIMELINESS_LABELS.notTracked}`)})`;
  return (
    `=${quoteFormulaText(labels.asOf)}&TEXT(DAY(${SETTING_NAMES.today}),"00")&"/"&TEXT(MONTH(${SETTING_NAMES.today}),"00")` +
    `&"/"&YEAR(${SETTING_NAMES.today})&${quoteFormulaText(labels.overdue)}&(${having('overdue')})` +
    `&${quoteFormulaText(labels.dueSoon)}&(${having('dueSoon')})&${quoteFormulaText(labels.needsReview)}&(${having('needsReview')})` +
    `&${quoteFormulaText(labels.done)}&(${having('doneEarly', 'doneOnTime', 'doneLate', 'done')})&${quoteFormulaText(labels.of)}` +
    `&(${all}-${having('nothingArisen')})&${quoteFormulaText(labels.times)}`
  );
}

/** Where a column of the log stands: its body, from the first row. */
export type LogColumnRange = (id: LogColumnId) => CellRange;

/** Looks that follow the state of a row. */
export function buildLogConditionalFormats(areaOfColumn: LogColumnRange): ConditionalFormatSpec[] {
  const cell = (id: LogColumnId): string => {
    const { top, left } = areaOfColumn(id);
    return `$${toColumnLetters(left)}${top + 1}`;
  };
  const area = (first: LogColumnId, last: LogColumnId): CellRange => {
    const [one, other] = [areaOfColumn(first), areaOfColumn(last)];
    return { ...one, left: Math.min(one.left, other.left), right: Math.max(one.right, other.right) };
  };
  const is = (id: keyof typeof TIMELINESS_LABELS): string =>
    `${cell('timeliness')}=${quoteFormulaText(TIMELINESS_LABELS[id])}`;
  return [
    {
      area: area('task', 'event'),
      formula: `=${is('notTracked')}`,
      fillColor: COLORS.greyFill,
      fontColor: COLORS.greyText,
    },
    {
      area: area('lastDay', 'daysLeft'),
      formula: `=${is('overdue')}`,
      fillColor: COLORS.redFill,
      fontColor: COLORS.redText,
      bold: true,
    },
    {
      area: area('lastDay', 'daysLeft'),
      formula: `=OR(${is('dueSoon')},${is('needsReview')})`,
      fillColor: COLORS.amberFill,
      fontColor: COLORS.amberText,
    },
    { area: area('lastDay', 'daysLeft'), formula: `=${is('doneLate')}`, fontColor: COLORS.redText },
    {
      // Done, with neither a document, nor evidence, nor an explanation.
      area: area('number', 'explanation'),
      formula:
        `=AND(${cell('state')}=${quoteFormulaText(STATUS_LABELS.done)},` +
        `${cell('number')}&${cell('evidence')}&${cell('explanation')}="")`,
      fillColor: COLORS.amberFill,
    },
  ];
}

/** Builds the validations of the columns of the log. */
export function buildLogValidations(area: LogColumnRange): ValidationSpec[] {
  return [
    {
      area: area('state'),
      rule: { kind: 'list', source: `=${LIST_NAMES.status}` },
      alert: 'stop',
      title: VALIDATION_LABELS.title,
      message: VALIDATION_LABELS.status,
    },
    {
      area: area('bound'),
      rule: { kind: 'list', source: Object.values(DEADLINE_BOUND_LABELS).join(',') },
      alert: 'stop',
      title: labels.boundTitle,
      message: VALIDATION_LABELS.title,
    },
    ...(['due', 'dueByHand', 'doneOn'] as const).map((id): ValidationSpec => ({
      area: area(id),
      rule: { kind: 'date', from: FIRST_DATE },
      alert: 'stop',
      title: LOG_HEADERS[id],
      message: VALIDATION_LABELS.date,
    })),
  ];
}

/** Builds the sheet *Tiến độ*: white cells to record in, and grey ones that follow from them. */
export function buildLogSheet(
  rows: readonly LogTableRow[],
  tasks: TaskHeaders = COLUMN_HEADERS,
  name: string = PROGRESS_SHEET_NAMES.log,
  ended: readonly string[] = [],
): SheetSpec {
  const formulas = buildLogFormulas(LOG_HEADERS, tasks, ended);
  const rowCount = Math.max(1, rows.length);
  const body = createRange(FIRST_ROW, 0, rowCount, LOG_COLUMN_IDS.length);
  const column = (first: LogColumnId, last: LogColumnId = first): CellRange => ({
    ...body,
    left: getColumnIndex(first),
    right: getColumnIndex(last),
  });
  const cells: CellContent[][] =
    rows.length > 0
      ? rows.map((row) => LOG_COLUMN_IDS.map((id) => row.cells[id]))
      : [LOG_COLUMN_IDS.map(() => '')];
  const typed = new Set<LogColumnId>(TYPED_COLUMNS);
  const createFormats = (pick: (id: LogColumnId) => boolean, format: FormatSpec) =>
    LOG_COLUMN_IDS.filter(pick).map((id) => ({ area: column(id), format }));
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: LOG_COLUMN_WIDTHS,
    merges: [],
    rowHeights: [
      { row: 0, height: 28 },
      { row: 3, height: 6 },
      {
        row: HEADER_ROW,
        height: getHeaderHeight(
          LOG_COLUMN_IDS.map((id) => ({ header: LOG_HEADERS[id], width: LOG_COLUMN_STYLES[id].width })),
          { least: 34 },
        ),
      },
    ],
    formats: [
      { area: createRange(0, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 14 } },
      { area: createRange(1, 0, 1, 1), format: { ...NOTE_LINE_STYLE, italic: false, fontColor: COLORS.ink } },
      { area: createRange(2, 0, 1, 1), format: NOTE_LINE_STYLE },
      { area: createRange(HEADER_ROW, 0, 1, LOG_COLUMN_IDS.length), format: HEADER_STYLE },
      {
        area: body,
        format: {
          ...BODY_STYLE,
          wrap: true,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      ...createFormats((id) => LOG_COLUMN_STYLES[id].horizontal === 'Center', { horizontal: 'Center' }),
      ...createFormats((id) => !typed.has(id), { fillColor: COLORS.band }),
    ],
    blocks: [
      { row: 0, column: 0, numberFormats: ['@'], cells: [[labels.title]] },
      { row: 2, column: 0, numberFormats: ['@'], cells: [[labels.advice]] },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: LOG_COLUMN_IDS.map(() => '@'),
        cells: [LOG_COLUMN_IDS.map((id) => LOG_HEADERS[id])],
      },
      {
        row: FIRST_ROW,
        column: 0,
        numberFormats: LOG_COLUMN_IDS.map((id) => LOG_COLUMN_STYLES[id].numberFormat),
        cells,
      },
    ],
    table: {
      name: LOG_TABLE,
      area: { ...body, top: HEADER_ROW },
      style: 'TableStyleLight1',
      banded: false,
    },
    fills: FORMULA_COLUMNS.map((id) => ({
      area: column(id),
      formula: formulas[id],
      numberFormat: LOG_COLUMN_STYLES[id].numberFormat,
    })),
    afterTables: [
      {
        row: 1,
        column: 0,
        numberFormats: ['General'],
        cells: [[{ formula: buildCountsFormula(LOG_HEADERS) }]],
      },
    ],
    fitRows: [{ first: FIRST_ROW, last: body.bottom }],
    validations: buildLogValidations(column),
    conditionalFormats: buildLogConditionalFormats(column),
    freezeRows: FIRST_ROW,
    freezeColumns: FROZEN_COLUMNS,
    page: { ...DEFAULT_PAGE_SETUP, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [],
  };
}
