import { columnHeaders, statusWords, validationWords } from '../../locales/sheet-words';
import {
  boundWords,
  logHeaders,
  logSheetWords as words,
  progressSheetNames,
  timelinessWords,
} from '../../locales/progress-sheet-words';
import { areaOf, columnLetters } from '../address';
import type { Area } from '../address';
import { LIST_NAMES } from '../lists-sheet';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE, TITLE_LINE } from '../look';
import type {
  CellContent,
  ConditionalFormatPlan,
  FormatPlan,
  SheetPlan,
  ValidationPlan,
} from '../sheet-plan';
import {
  FORMULA_COLUMNS,
  LOG_COLUMN_IDS,
  LOG_LOOKS,
  LOG_TABLE,
  LOG_WIDTHS,
  TYPED_COLUMNS,
} from './log-columns';
import type { LogColumnId } from './log-columns';
import { logFormulas, logReference, quoted } from './log-formulas';
import type { LogHeaders, TaskHeaders } from './log-formulas';
import type { LogBookRow } from './log-rows';
import { SETTING_NAMES } from './setting-names';

const HEADER_ROW = 4;
const FIRST = HEADER_ROW + 1;

const columnOf = (id: LogColumnId): number => LOG_COLUMN_IDS.indexOf(id);

/** "Tính đến ngày 20/06/2024: quá hạn 3, …", by formula. */
function countsFormula(names: LogHeaders): string {
  const state = logReference(names, 'timeliness');
  const having = (...ids: (keyof typeof timelinessWords)[]): string =>
    ids.map((id) => `COUNTIFS(${state},${quoted(timelinessWords[id])})`).join('+');
  const all = `COUNTIFS(${state},"?*",${state},${quoted(`<>${timelinessWords.notTracked}`)})`;
  return (
    `=${quoted(words.asOf)}&TEXT(DAY(${SETTING_NAMES.today}),"00")&"/"&TEXT(MONTH(${SETTING_NAMES.today}),"00")` +
    `&"/"&YEAR(${SETTING_NAMES.today})&${quoted(words.overdue)}&(${having('overdue')})` +
    `&${quoted(words.dueSoon)}&(${having('dueSoon')})&${quoted(words.needsReview)}&(${having('needsReview')})` +
    `&${quoted(words.done)}&(${having('doneEarly', 'doneOnTime', 'doneLate', 'done')})&${quoted(words.of)}` +
    `&(${all}-${having('nothingArisen')})&${quoted(words.times)}`
  );
}

/** Where a column of the log stands: its body, from the first row. */
export type LogArea = (id: LogColumnId) => Area;

/** Looks that follow the state of a row. */
export function logConditionalFormats(areaOfColumn: LogArea): ConditionalFormatPlan[] {
  const cell = (id: LogColumnId): string => {
    const { top, left } = areaOfColumn(id);
    return `$${columnLetters(left)}${top + 1}`;
  };
  const area = (first: LogColumnId, last: LogColumnId): Area => {
    const [one, other] = [areaOfColumn(first), areaOfColumn(last)];
    return { ...one, left: Math.min(one.left, other.left), right: Math.max(one.right, other.right) };
  };
  const is = (id: keyof typeof timelinessWords): string =>
    `${cell('timeliness')}=${quoted(timelinessWords[id])}`;
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
        `=AND(${cell('state')}=${quoted(statusWords.done)},` +
        `${cell('number')}&${cell('evidence')}&${cell('explanation')}="")`,
      fillColor: COLORS.amberFill,
    },
  ];
}

/** What may be typed in which column of the log. */
export function logValidations(area: LogArea): ValidationPlan[] {
  return [
    {
      area: area('state'),
      rule: { kind: 'list', source: `=${LIST_NAMES.status}` },
      alert: 'stop',
      title: validationWords.title,
      message: validationWords.status,
    },
    {
      area: area('bound'),
      rule: { kind: 'list', source: Object.values(boundWords).join(',') },
      alert: 'stop',
      title: words.boundTitle,
      message: validationWords.title,
    },
    ...(['due', 'dueByHand', 'doneOn'] as const).map((id): ValidationPlan => ({
      area: area(id),
      rule: { kind: 'date', from: '=DATE(2000,1,1)' },
      alert: 'stop',
      title: logHeaders[id],
      message: validationWords.date,
    })),
  ];
}

/** The sheet *Tiến độ*: what the clerk records on the white cells, and what follows from it on the grey ones. */
export function logSheet(
  rows: readonly LogBookRow[],
  tasks: TaskHeaders = columnHeaders,
  name: string = progressSheetNames.log,
): SheetPlan {
  const formulas = logFormulas(logHeaders, tasks);
  const rowCount = Math.max(1, rows.length);
  const body = areaOf(FIRST, 0, rowCount, LOG_COLUMN_IDS.length);
  const column = (first: LogColumnId, last: LogColumnId = first): Area => ({
    ...body,
    left: columnOf(first),
    right: columnOf(last),
  });
  const cells: CellContent[][] =
    rows.length > 0
      ? rows.map((row) => LOG_COLUMN_IDS.map((id) => row.cells[id]))
      : [LOG_COLUMN_IDS.map(() => '')];
  const typed = new Set<LogColumnId>(TYPED_COLUMNS);
  const looks = (pick: (id: LogColumnId) => boolean, format: FormatPlan) =>
    LOG_COLUMN_IDS.filter(pick).map((id) => ({ area: column(id), format }));
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: LOG_WIDTHS,
    merges: [],
    rowHeights: [
      { row: 0, height: 28 },
      { row: 3, height: 6 },
      { row: HEADER_ROW, height: 34 },
    ],
    formats: [
      { area: areaOf(0, 0, 1, 1), format: { ...TITLE_LINE, fontSize: 14 } },
      { area: areaOf(1, 0, 1, 1), format: { ...NOTE_LINE, italic: false, fontColor: COLORS.ink } },
      { area: areaOf(2, 0, 1, 1), format: NOTE_LINE },
      { area: areaOf(HEADER_ROW, 0, 1, LOG_COLUMN_IDS.length), format: HEADER },
      {
        area: body,
        format: {
          ...BODY,
          wrap: true,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      ...looks((id) => LOG_LOOKS[id].horizontal === 'Center', { horizontal: 'Center' }),
      ...looks((id) => !typed.has(id), { fillColor: COLORS.band }),
      { area: column('event'), format: { fontSize: 8, fontColor: COLORS.quiet } },
    ],
    blocks: [
      { row: 0, column: 0, numberFormats: ['@'], cells: [[words.title]] },
      { row: 2, column: 0, numberFormats: ['@'], cells: [[words.advice]] },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: LOG_COLUMN_IDS.map(() => '@'),
        cells: [LOG_COLUMN_IDS.map((id) => logHeaders[id])],
      },
      { row: FIRST, column: 0, numberFormats: LOG_COLUMN_IDS.map((id) => LOG_LOOKS[id].numberFormat), cells },
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
      numberFormat: LOG_LOOKS[id].numberFormat,
    })),
    afterTables: [
      { row: 1, column: 0, numberFormats: ['General'], cells: [[{ formula: countsFormula(logHeaders) }]] },
    ],
    fitRows: [{ first: FIRST, last: body.bottom }],
    validations: logValidations(column),
    conditionalFormats: logConditionalFormats(column),
    freezeRows: FIRST,
    page: { ...PAGE, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [],
  };
}
