import { type CellRange, createRange, formatAddress, toColumnLetters } from '@phuluc/ooxml/a1';
import { buildOneLineFormula, quoteFormulaText } from '../../sheets/formula-text';
import { getHeaderHeight } from '../../sheets/header-height';
import {
  CALENDAR_SHEET_LABELS as labels,
  LOG_HEADERS,
  PROGRESS_SHEET_NAMES,
  TIMELINESS_LABELS,
} from '../../sheets/labels/progress-labels';
import { STATUS_LABELS, VALIDATION_LABELS } from '../../sheets/labels/school-labels';
import {
  type CellBlock,
  type CellContent,
  type ConditionalFormatSpec,
  FIRST_DATE,
  type FormatSpec,
  type SheetSpec,
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
import type { LogColumnId } from './log-columns';
import { buildLogReference, DAY_KEY_FACTOR, type LogHeaders } from './log-formulas';

/** Names under which the agenda and the calendar are found again. */
export const CALENDAR_NAMES = {
  month: 'LichThang',
  agenda: 'LichViec',
  week: 'LichTuan',
  grid: 'LichLuoi',
} as const;

/** Days ahead that the agenda of the sheet looks, and how many lines it has. */
const AGENDA_DAYS = 30;
const AGENDA_LINE_COUNT = 40;

const HEADER_ROW = 4;
const FIRST_ROW = HEADER_ROW + 1;
const AGENDA_COLUMNS = [
  'lastDay',
  'daysLeft',
  'task',
  'content',
  'product',
  'leadUnit',
  'timeliness',
] as const;
const AGENDA_FORMATS = ['dd/mm/yyyy', '0', '@', '@', '@', '@', '@'];
/** Hidden: which row of the log a line shows. */
const INDEX_COLUMN = AGENDA_COLUMNS.length;
const GRID_LEFT_COLUMN = INDEX_COLUMN + 2;
const DAYS_PER_WEEK = 7;
const WEEK_LINE_COUNT = 8;
const MONTH_TOP_ROW = HEADER_ROW + 2 + WEEK_LINE_COUNT + 2;
const WEEK_COUNT = 6;
const ITEMS_PER_DAY = 3;
const ROWS_PER_WEEK = 1 + ITEMS_PER_DAY + 1;
/** Three lines of small letters; what is longer is shortened, so that no line is cut in half. */
const LINE_HEIGHT = 36;
const MAX_LETTERS: Partial<Record<(typeof AGENDA_COLUMNS)[number], number>> = {
  content: 110,
  product: 38,
  leadUnit: 42,
};
const GRID_HEIGHT = WEEK_COUNT * ROWS_PER_WEEK;

/** All seven days of this week are seen beside the agenda at 1366 pixels. */
const COLUMN_WIDTHS = [58, 44, 38, 184, 72, 78, 58, 0, 8, ...Array.from({ length: DAYS_PER_WEEK }, () => 58)];

const HEADER_HEIGHT = getHeaderHeight(
  AGENDA_COLUMNS.map((id, at) => ({ header: LOG_HEADERS[id], width: COLUMN_WIDTHS[at] ?? 0 })),
);

const TODAY_FORMULA = `INT(${SETTING_NAMES.today})`;

/** Builds the formula of item `item` (from 1) due on the day in a cell: "VI.1 Báo cáo"; done ones say so. */
function buildDueItemFormula(names: LogHeaders, day: string, item: number): string {
  const keys = buildLogReference(names, 'dateKey');
  const key = `SMALL(${keys},COUNTIF(${keys},"<"&${day}*${DAY_KEY_FACTOR})+${item})`;
  const of = (id: LogColumnId): string => `INDEX(${buildLogReference(names, id)},MATCH(${key},${keys},0))`;
  return (
    `=IFERROR(IF(${key}<(${day}+1)*${DAY_KEY_FACTOR},${of('task')}&" "&${of('product')}` +
    `&IF(OR(${of('state')}=${quoteFormulaText(STATUS_LABELS.done)},${of('state')}=${quoteFormulaText(STATUS_LABELS.nothingArisen)}),` +
    `${quoteFormulaText(labels.isDone)},""),""),"")`
  );
}

function buildMoreItemsFormula(names: LogHeaders, day: string): string {
  const keys = buildLogReference(names, 'dateKey');
  const count = `(COUNTIF(${keys},"<"&(${day}+1)*${DAY_KEY_FACTOR})-COUNTIF(${keys},"<"&${day}*${DAY_KEY_FACTOR}))`;
  return `=IF(${count}>${ITEMS_PER_DAY},${quoteFormulaText(labels.more)}&${count}-${ITEMS_PER_DAY}&${quoteFormulaText(labels.moreAfter)},"")`;
}

function buildAgendaCells(names: LogHeaders): CellContent[][] {
  const keys = buildLogReference(names, 'openKey');
  const index = `$${toColumnLetters(INDEX_COLUMN)}`;
  return Array.from({ length: AGENDA_LINE_COUNT }, (_, line) => {
    const row = FIRST_ROW + line + 1;
    const at = `${index}${row}`;
    const cells = AGENDA_COLUMNS.map((id): CellContent => {
      const nothing = line === 0 && id === 'content' ? quoteFormulaText(labels.nothing) : '""';
      const found = `INDEX(${buildLogReference(names, id)},${at})`;
      const letters = MAX_LETTERS[id];
      const shown = letters === undefined ? found : buildOneLineFormula(found, letters);
      return { formula: `=IF(${at}=0,${nothing},${shown})` };
    });
    const key = `SMALL(${keys},${line + 1})`;
    const found = `=IFERROR(IF(${key}<(${TODAY_FORMULA}+${AGENDA_DAYS + 1})*${DAY_KEY_FACTOR},MATCH(${key},${keys},0),0),0)`;
    return [...cells, { formula: found }];
  });
}

function buildAgendaFooter(names: LogHeaders): CellContent[][] {
  const count = `COUNTIF(${buildLogReference(names, 'openKey')},"<"&(${TODAY_FORMULA}+${AGENDA_DAYS + 1})*${DAY_KEY_FACTOR})`;
  const [before = '', after = ''] = labels.agendaMore.split('{count}');
  const review = `COUNTIFS(${buildLogReference(names, 'timeliness')},${quoteFormulaText(TIMELINESS_LABELS.needsReview)})`;
  return [
    [
      {
        formula: `=IF(${count}>${AGENDA_LINE_COUNT},${quoteFormulaText(before)}&(${count}-${AGENDA_LINE_COUNT})&${quoteFormulaText(after)},"")`,
      },
    ],
    [
      {
        formula: `=IF(${review}>0,${quoteFormulaText(labels.review)}&${review}&${quoteFormulaText(labels.reviewAfter)},"")`,
      },
    ],
  ];
}

const getDayColumn = (day: number): string => toColumnLetters(GRID_LEFT_COLUMN + day);
const mapDays = <T>(make: (day: number) => T): T[] =>
  Array.from({ length: DAYS_PER_WEEK }, (_, day) => make(day));

function buildWeekCells(names: LogHeaders): { dates: CellContent[]; items: CellContent[][] } {
  const dateRow = HEADER_ROW + 2;
  return {
    dates: mapDays((day) => ({ formula: `=${TODAY_FORMULA}-WEEKDAY(${TODAY_FORMULA},2)+${day + 1}` })),
    items: Array.from({ length: WEEK_LINE_COUNT }, (_, line) =>
      mapDays((day) => ({
        formula: buildDueItemFormula(names, `${getDayColumn(day)}$${dateRow}`, line + 1),
      })),
    ),
  };
}

const MONTH_ADDRESS = formatAddress(MONTH_TOP_ROW, GRID_LEFT_COLUMN + 5, true);

function buildMonthCells(names: LogHeaders): CellContent[][] {
  const first = `DATE(YEAR(${MONTH_ADDRESS}),MONTH(${MONTH_ADDRESS}),1)`;
  return Array.from({ length: WEEK_COUNT }, (_, week) => {
    const dateRow = MONTH_TOP_ROW + 2 + week * ROWS_PER_WEEK + 1;
    const at = (day: number): string => `${getDayColumn(day)}$${dateRow}`;
    return [
      mapDays((day): CellContent => ({
        formula: `=${first}-WEEKDAY(${first},2)+${week * DAYS_PER_WEEK + day + 1}`,
      })),
      ...Array.from({ length: ITEMS_PER_DAY }, (_, item) =>
        mapDays((day): CellContent => ({ formula: buildDueItemFormula(names, at(day), item + 1) })),
      ),
      mapDays((day): CellContent => ({ formula: buildMoreItemsFormula(names, at(day)) })),
    ];
  }).flat();
}

/** Builds the formats of the dates in a row, relative to its first cell. */
function buildDateFormats(row: number): ConditionalFormatSpec[] {
  const area = createRange(row, GRID_LEFT_COLUMN, 1, DAYS_PER_WEEK);
  const cell = formatAddress(row, GRID_LEFT_COLUMN);
  return [
    {
      area,
      formula: `=${cell}=${TODAY_FORMULA}`,
      fillColor: COLORS.amberFill,
      fontColor: COLORS.amberText,
      bold: true,
    },
    {
      area,
      formula: `=OR(WEEKDAY(${cell},2)>5,COUNTIF(${SETTING_NAMES.daysOff},${cell})>0)`,
      fillColor: COLORS.greyFill,
      fontColor: COLORS.greyText,
    },
  ];
}

function buildItemFormats(dateRow: number, lines: number): ConditionalFormatSpec[] {
  const area = createRange(dateRow + 1, GRID_LEFT_COLUMN, lines, DAYS_PER_WEEK);
  const item = formatAddress(dateRow + 1, GRID_LEFT_COLUMN);
  const date = `${toColumnLetters(GRID_LEFT_COLUMN)}$${dateRow + 1}`;
  const isDone = `ISNUMBER(SEARCH(${quoteFormulaText(labels.isDone)},${item}))`;
  return [
    { area, formula: `=${isDone}`, fontColor: COLORS.greyText },
    { area, formula: `=AND(${item}<>"",${date}<${TODAY_FORMULA})`, fontColor: COLORS.redText, bold: true },
  ];
}

function buildOtherMonthFormat(dateRow: number, lines: number): ConditionalFormatSpec {
  return {
    area: createRange(dateRow, GRID_LEFT_COLUMN, lines, DAYS_PER_WEEK),
    formula: `=MONTH(${toColumnLetters(GRID_LEFT_COLUMN)}$${dateRow + 1})<>MONTH(${MONTH_ADDRESS})`,
    fontColor: COLORS.greyText,
  };
}

function buildAgendaFormats(area: CellRange): ConditionalFormatSpec[] {
  const state = `$${toColumnLetters(AGENDA_COLUMNS.indexOf('timeliness'))}${FIRST_ROW + 1}`;
  return [
    {
      area,
      formula: `=${state}=${quoteFormulaText(TIMELINESS_LABELS.overdue)}`,
      fillColor: COLORS.redFill,
      fontColor: COLORS.redText,
    },
    {
      area,
      formula: `=${state}=${quoteFormulaText(TIMELINESS_LABELS.dueSoon)}`,
      fillColor: COLORS.amberFill,
      fontColor: COLORS.amberText,
    },
  ];
}

const GRID_STYLE: FormatSpec = {
  ...BODY_STYLE,
  fontSize: 8,
  wrap: true,
  borders: { sides: ['EdgeLeft', 'EdgeRight', 'InsideVertical', 'EdgeBottom'], color: COLORS.line },
};
const DATE_STYLE: FormatSpec = {
  ...BODY_STYLE,
  fontSize: 9,
  bold: true,
  horizontal: 'Right',
  fillColor: COLORS.band,
  borders: { sides: ['EdgeTop', 'EdgeLeft', 'EdgeRight', 'InsideVertical'], color: COLORS.line },
};

/**
 * Builds the sheet *Lịch*: on the left the agenda of the next 30 days, overdue first; on the right this week and a
 * month. All of it is formulas over `TienDo` and the day of *Cấu hình*, so it updates by itself.
 */
export function buildCalendarSheet(
  names: LogHeaders = LOG_HEADERS,
  name: string = PROGRESS_SHEET_NAMES.calendar,
): SheetSpec {
  const agenda = createRange(FIRST_ROW, 0, AGENDA_LINE_COUNT, AGENDA_COLUMNS.length);
  const week = buildWeekCells(names);
  const weekDates = HEADER_ROW + 1;
  const monthDates = MONTH_TOP_ROW + 2;
  const weekArea = createRange(weekDates, GRID_LEFT_COLUMN, 1 + WEEK_LINE_COUNT, DAYS_PER_WEEK);
  const grid = createRange(monthDates, GRID_LEFT_COLUMN, WEEK_COUNT * ROWS_PER_WEEK, DAYS_PER_WEEK);
  const dateRows = Array.from({ length: WEEK_COUNT }, (_, at) => monthDates + at * ROWS_PER_WEEK);
  const text = (count: number): string[] => Array.from({ length: count }, () => '@');
  const block = (
    row: number,
    column: number,
    formats: readonly string[],
    cells: CellContent[][],
  ): CellBlock => ({
    row,
    column,
    numberFormats: formats,
    cells,
  });
  const general = mapDays(() => 'General');
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: COLUMN_WIDTHS,
    rowHeights: [
      { row: 0, height: 28 },
      { row: 3, height: 6 },
      { row: HEADER_ROW, height: HEADER_HEIGHT },
      ...Array.from({ length: MONTH_TOP_ROW + 2 + GRID_HEIGHT - FIRST_ROW }, (_, line) => ({
        row: FIRST_ROW + line,
        height: LINE_HEIGHT,
      })),
    ],
    merges: [],
    formats: [
      { area: createRange(0, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 14 } },
      { area: createRange(1, 0, 2, AGENDA_COLUMNS.length), format: { ...NOTE_LINE_STYLE, italic: false } },
      { area: createRange(1, 3, 1, 1), format: { bold: true, fontColor: COLORS.ink, horizontal: 'Left' } },
      { area: createRange(2, 0, 1, 1), format: { fontColor: COLORS.redText } },
      { area: createRange(HEADER_ROW, 0, 1, AGENDA_COLUMNS.length), format: HEADER_STYLE },
      {
        area: agenda,
        format: {
          ...BODY_STYLE,
          fontSize: 9,
          wrap: true,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      { area: { ...agenda, right: 2 }, format: { horizontal: 'Center' } },
      { area: createRange(agenda.bottom + 1, 0, 2, AGENDA_COLUMNS.length), format: NOTE_LINE_STYLE },
      { area: createRange(HEADER_ROW, GRID_LEFT_COLUMN, 1, DAYS_PER_WEEK), format: HEADER_STYLE },
      {
        area: createRange(HEADER_ROW - 2, GRID_LEFT_COLUMN, 1, 1),
        format: { ...BODY_STYLE, bold: true, fontColor: COLORS.navy },
      },
      { area: createRange(weekDates, GRID_LEFT_COLUMN, 1, DAYS_PER_WEEK), format: DATE_STYLE },
      { area: { ...weekArea, top: weekDates + 1 }, format: GRID_STYLE },
      {
        area: createRange(MONTH_TOP_ROW, GRID_LEFT_COLUMN, 1, DAYS_PER_WEEK),
        format: { ...BODY_STYLE, bold: true, fontColor: COLORS.navy },
      },
      {
        area: createRange(MONTH_TOP_ROW, GRID_LEFT_COLUMN + 5, 1, 1),
        format: { fillColor: COLORS.amberFill, horizontal: 'Center' },
      },
      { area: createRange(MONTH_TOP_ROW + 1, GRID_LEFT_COLUMN, 1, DAYS_PER_WEEK), format: HEADER_STYLE },
      ...dateRows.flatMap((row): { area: CellRange; format: FormatSpec }[] => [
        { area: createRange(row, GRID_LEFT_COLUMN, 1, DAYS_PER_WEEK), format: DATE_STYLE },
        {
          area: createRange(row + 1, GRID_LEFT_COLUMN, ROWS_PER_WEEK - 1, DAYS_PER_WEEK),
          format: GRID_STYLE,
        },
        {
          area: createRange(row + ROWS_PER_WEEK - 1, GRID_LEFT_COLUMN, 1, DAYS_PER_WEEK),
          format: { fontColor: COLORS.quiet },
        },
      ]),
    ],
    blocks: [
      block(0, 0, ['@'], [[labels.title]]),
      block(1, 0, ['@'], [[labels.asOf]]),
      block(HEADER_ROW, 0, text(AGENDA_COLUMNS.length), [AGENDA_COLUMNS.map((id) => LOG_HEADERS[id])]),
      block(HEADER_ROW - 2, GRID_LEFT_COLUMN, ['@'], [[labels.week]]),
      block(HEADER_ROW, GRID_LEFT_COLUMN, text(DAYS_PER_WEEK), [[...labels.weekdays]]),
      block(MONTH_TOP_ROW, GRID_LEFT_COLUMN, ['@'], [[labels.month]]),
      block(MONTH_TOP_ROW + 1, GRID_LEFT_COLUMN, text(DAYS_PER_WEEK), [[...labels.weekdays]]),
    ],
    afterTables: [
      block(1, 3, ['dd/mm/yyyy'], [[{ formula: `=${SETTING_NAMES.today}` }]]),
      block(
        2,
        0,
        ['General'],
        [[{ formula: `=IF(${TODAY_FORMULA}=TODAY(),"",${quoteFormulaText(labels.otherDay)})` }]],
      ),
      block(
        FIRST_ROW,
        0,
        [...AGENDA_FORMATS.map((format) => (format === '@' ? 'General' : format)), '0'],
        buildAgendaCells(names),
      ),
      block(agenda.bottom + 1, 0, ['General'], buildAgendaFooter(names)),
      block(
        weekDates,
        GRID_LEFT_COLUMN,
        mapDays(() => 'dd/mm'),
        [week.dates],
      ),
      block(weekDates + 1, GRID_LEFT_COLUMN, general, week.items),
      block(
        MONTH_TOP_ROW,
        GRID_LEFT_COLUMN + 5,
        ['mm/yyyy'],
        [[{ formula: `=DATE(YEAR(${TODAY_FORMULA}),MONTH(${TODAY_FORMULA}),1)` }]],
      ),
      ...buildMonthCells(names).map((line, row) =>
        block(
          monthDates + row,
          GRID_LEFT_COLUMN,
          row % ROWS_PER_WEEK === 0 ? mapDays(() => 'dd/mm') : general,
          [line],
        ),
      ),
    ],
    validations: [
      {
        area: createRange(MONTH_TOP_ROW, GRID_LEFT_COLUMN + 5, 1, 1),
        rule: { kind: 'date', from: FIRST_DATE },
        alert: 'stop',
        title: labels.title,
        message: VALIDATION_LABELS.date,
      },
    ],
    conditionalFormats: [
      ...buildAgendaFormats(agenda),
      ...buildDateFormats(weekDates),
      ...buildItemFormats(weekDates, WEEK_LINE_COUNT),
      ...dateRows.flatMap((row) => [
        buildOtherMonthFormat(row, ROWS_PER_WEEK),
        ...buildDateFormats(row),
        ...buildItemFormats(row, ITEMS_PER_DAY),
      ]),
    ],
    fitRows: [],
    freezeRows: FIRST_ROW,
    page: DEFAULT_PAGE_SETUP,
    names: [
      { name: CALENDAR_NAMES.month, area: createRange(MONTH_TOP_ROW, GRID_LEFT_COLUMN + 5, 1, 1) },
      { name: CALENDAR_NAMES.agenda, area: agenda },
      { name: CALENDAR_NAMES.week, area: weekArea },
      { name: CALENDAR_NAMES.grid, area: grid },
    ],
  };
}
