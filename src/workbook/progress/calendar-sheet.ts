import {
  calendarSheetWords as words,
  logHeaders,
  progressSheetNames,
  timelinessWords,
} from '../../locales/progress-sheet-words';
import { statusWords, validationWords } from '../../locales/sheet-words';
import { areaOf, cellAddress, columnLetters } from '../address';
import type { Area } from '../address';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE, TITLE_LINE } from '../look';
import type { Block, CellContent, ConditionalFormatPlan, FormatPlan, SheetPlan } from '../sheet-plan';
import type { LogColumnId } from './log-columns';
import { DAY_ROOM, logReference, quoted } from './log-formulas';
import type { LogHeaders } from './log-formulas';
import { SETTING_NAMES } from './setting-names';

/** Names under which the agenda and the calendar are found again. */
export const CALENDAR_NAMES = {
  month: 'LichThang',
  agenda: 'LichViec',
  week: 'LichTuan',
  grid: 'LichLuoi',
} as const;

/** Days ahead that the agenda of the sheet looks, and how many lines it has. */
export const SHEET_HORIZON = 30;
const AGENDA_LINES = 40;

const TOP = 4;
const FIRST = TOP + 1;
const AGENDA = ['lastDay', 'daysLeft', 'task', 'content', 'product', 'leadUnit', 'timeliness'] as const;
const AGENDA_FORMATS = ['dd/mm/yyyy', '0', '@', '@', '@', '@', '@'];
/** Hidden: which row of the log a line shows. */
const INDEX_COLUMN = AGENDA.length;
const GRID_LEFT = INDEX_COLUMN + 2;
const DAYS = 7;
const WEEK_LINES = 8;
const MONTH_TOP = TOP + 2 + WEEK_LINES + 2;
const WEEKS = 6;
const ITEMS = 3;
const ROWS_A_WEEK = 1 + ITEMS + 1;

const COLUMN_WIDTHS = [62, 44, 42, 250, 96, 100, 84, 0, 12, ...Array.from({ length: DAYS }, () => 92)];

const today = `INT(${SETTING_NAMES.today})`;

/** Number `item` (from 1) of what is due on the day in a cell: "VI.1 Báo cáo"; done ones say so. */
function dueItem(names: LogHeaders, day: string, item: number): string {
  const keys = logReference(names, 'dateKey');
  const key = `SMALL(${keys},COUNTIF(${keys},"<"&${day}*${DAY_ROOM})+${item})`;
  const of = (id: LogColumnId): string => `INDEX(${logReference(names, id)},MATCH(${key},${keys},0))`;
  return (
    `=IFERROR(IF(${key}<(${day}+1)*${DAY_ROOM},${of('task')}&" "&${of('product')}` +
    `&IF(OR(${of('state')}=${quoted(statusWords.done)},${of('state')}=${quoted(statusWords.nothingArisen)}),` +
    `${quoted(words.isDone)},""),""),"")`
  );
}

function moreItems(names: LogHeaders, day: string): string {
  const keys = logReference(names, 'dateKey');
  const count = `(COUNTIF(${keys},"<"&(${day}+1)*${DAY_ROOM})-COUNTIF(${keys},"<"&${day}*${DAY_ROOM}))`;
  return `=IF(${count}>${ITEMS},${quoted(words.more)}&${count}-${ITEMS}&${quoted(words.moreAfter)},"")`;
}

function agendaCells(names: LogHeaders): CellContent[][] {
  const keys = logReference(names, 'openKey');
  const index = `$${columnLetters(INDEX_COLUMN)}`;
  return Array.from({ length: AGENDA_LINES }, (_, line) => {
    const row = FIRST + line + 1;
    const at = `${index}${row}`;
    const cells = AGENDA.map((id): CellContent => {
      const nothing = line === 0 && id === 'content' ? quoted(words.nothing) : '""';
      return { formula: `=IF(${at}=0,${nothing},INDEX(${logReference(names, id)},${at}))` };
    });
    const key = `SMALL(${keys},${line + 1})`;
    const found = `=IFERROR(IF(${key}<(${today}+${SHEET_HORIZON + 1})*${DAY_ROOM},MATCH(${key},${keys},0),0),0)`;
    return [...cells, { formula: found }];
  });
}

function belowAgenda(names: LogHeaders): CellContent[][] {
  const count = `COUNTIF(${logReference(names, 'openKey')},"<"&(${today}+${SHEET_HORIZON + 1})*${DAY_ROOM})`;
  const [before = '', after = ''] = words.agendaMore.split('{count}');
  const review = `COUNTIFS(${logReference(names, 'timeliness')},${quoted(timelinessWords.needsReview)})`;
  return [
    [
      {
        formula: `=IF(${count}>${AGENDA_LINES},${quoted(before)}&(${count}-${AGENDA_LINES})&${quoted(after)},"")`,
      },
    ],
    [
      {
        formula: `=IF(${review}>0,${quoted(words.review)}&${review}&${quoted(words.reviewAfter)},"")`,
      },
    ],
  ];
}

const column = (day: number): string => columnLetters(GRID_LEFT + day);
const days = <T>(make: (day: number) => T): T[] => Array.from({ length: DAYS }, (_, day) => make(day));

function weekCells(names: LogHeaders): { dates: CellContent[]; items: CellContent[][] } {
  const dateRow = TOP + 2;
  return {
    dates: days((day) => ({ formula: `=${today}-WEEKDAY(${today},2)+${day + 1}` })),
    items: Array.from({ length: WEEK_LINES }, (_, line) =>
      days((day) => ({ formula: dueItem(names, `${column(day)}$${dateRow}`, line + 1) })),
    ),
  };
}

const monthAddress = cellAddress(MONTH_TOP, GRID_LEFT + 5, true);

function monthCells(names: LogHeaders): CellContent[][] {
  const first = `DATE(YEAR(${monthAddress}),MONTH(${monthAddress}),1)`;
  return Array.from({ length: WEEKS }, (_, week) => {
    const dateRow = MONTH_TOP + 2 + week * ROWS_A_WEEK + 1;
    const at = (day: number): string => `${column(day)}$${dateRow}`;
    return [
      days((day): CellContent => ({ formula: `=${first}-WEEKDAY(${first},2)+${week * DAYS + day + 1}` })),
      ...Array.from({ length: ITEMS }, (_, item) =>
        days((day): CellContent => ({ formula: dueItem(names, at(day), item + 1) })),
      ),
      days((day): CellContent => ({ formula: moreItems(names, at(day)) })),
    ];
  }).flat();
}

/** Of the dates in a row, relative to its first cell. */
function dateRules(row: number): ConditionalFormatPlan[] {
  const area = areaOf(row, GRID_LEFT, 1, DAYS);
  const cell = cellAddress(row, GRID_LEFT);
  return [
    {
      area,
      formula: `=${cell}=${today}`,
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

function itemRules(dateRow: number, lines: number): ConditionalFormatPlan[] {
  const area = areaOf(dateRow + 1, GRID_LEFT, lines, DAYS);
  const item = cellAddress(dateRow + 1, GRID_LEFT);
  const date = `${columnLetters(GRID_LEFT)}$${dateRow + 1}`;
  const isDone = `ISNUMBER(SEARCH(${quoted(words.isDone)},${item}))`;
  return [
    { area, formula: `=${isDone}`, fontColor: COLORS.greyText },
    { area, formula: `=AND(${item}<>"",${date}<${today})`, fontColor: COLORS.redText, bold: true },
  ];
}

function otherMonth(dateRow: number, lines: number): ConditionalFormatPlan {
  return {
    area: areaOf(dateRow, GRID_LEFT, lines, DAYS),
    formula: `=MONTH(${columnLetters(GRID_LEFT)}$${dateRow + 1})<>MONTH(${monthAddress})`,
    fontColor: COLORS.greyText,
  };
}

function agendaRules(area: Area): ConditionalFormatPlan[] {
  const state = `$${columnLetters(AGENDA.indexOf('timeliness'))}${FIRST + 1}`;
  return [
    {
      area,
      formula: `=${state}=${quoted(timelinessWords.overdue)}`,
      fillColor: COLORS.redFill,
      fontColor: COLORS.redText,
    },
    {
      area,
      formula: `=${state}=${quoted(timelinessWords.dueSoon)}`,
      fillColor: COLORS.amberFill,
      fontColor: COLORS.amberText,
    },
  ];
}

const GRID_LINES: FormatPlan = {
  ...BODY,
  fontSize: 8,
  borders: { sides: ['EdgeLeft', 'EdgeRight', 'InsideVertical', 'EdgeBottom'], color: COLORS.line },
};
const DATES: FormatPlan = {
  ...BODY,
  fontSize: 9,
  bold: true,
  horizontal: 'Right',
  fillColor: COLORS.band,
  borders: { sides: ['EdgeTop', 'EdgeLeft', 'EdgeRight', 'InsideVertical'], color: COLORS.line },
};

/**
 * The sheet *Lịch*: on the left the agenda of the next 30 days, overdue first; on the right this week and a month.
 * All of it formulas over `TienDo` and the day of *Cấu hình*, so that it moves by itself.
 */
export function calendarSheet(
  names: LogHeaders = logHeaders,
  name: string = progressSheetNames.calendar,
): SheetPlan {
  const agenda = areaOf(FIRST, 0, AGENDA_LINES, AGENDA.length);
  const week = weekCells(names);
  const weekDates = TOP + 1;
  const monthDates = MONTH_TOP + 2;
  const weekArea = areaOf(weekDates, GRID_LEFT, 1 + WEEK_LINES, DAYS);
  const grid = areaOf(monthDates, GRID_LEFT, WEEKS * ROWS_A_WEEK, DAYS);
  const dateRows = Array.from({ length: WEEKS }, (_, at) => monthDates + at * ROWS_A_WEEK);
  const text = (count: number): string[] => Array.from({ length: count }, () => '@');
  const block = (row: number, column: number, formats: readonly string[], cells: CellContent[][]): Block => ({
    row,
    column,
    numberFormats: formats,
    cells,
  });
  const general = days(() => 'General');
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: COLUMN_WIDTHS,
    rowHeights: [
      { row: 0, height: 28 },
      { row: 3, height: 6 },
      { row: TOP, height: 30 },
      ...Array.from({ length: AGENDA_LINES }, (_, line) => ({ row: FIRST + line, height: 16 })),
    ],
    merges: [],
    formats: [
      { area: areaOf(0, 0, 1, 1), format: { ...TITLE_LINE, fontSize: 14 } },
      { area: areaOf(1, 0, 2, AGENDA.length), format: { ...NOTE_LINE, italic: false } },
      { area: areaOf(1, 3, 1, 1), format: { bold: true, fontColor: COLORS.ink, horizontal: 'Left' } },
      { area: areaOf(2, 0, 1, 1), format: { fontColor: COLORS.redText } },
      { area: areaOf(TOP, 0, 1, AGENDA.length), format: HEADER },
      {
        area: agenda,
        format: {
          ...BODY,
          borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
        },
      },
      { area: { ...agenda, right: 2 }, format: { horizontal: 'Center' } },
      { area: areaOf(agenda.bottom + 1, 0, 2, AGENDA.length), format: NOTE_LINE },
      { area: areaOf(TOP, GRID_LEFT, 1, DAYS), format: HEADER },
      { area: areaOf(TOP - 2, GRID_LEFT, 1, 1), format: { ...BODY, bold: true, fontColor: COLORS.navy } },
      { area: areaOf(weekDates, GRID_LEFT, 1, DAYS), format: DATES },
      { area: { ...weekArea, top: weekDates + 1 }, format: GRID_LINES },
      {
        area: areaOf(MONTH_TOP, GRID_LEFT, 1, DAYS),
        format: { ...BODY, bold: true, fontColor: COLORS.navy },
      },
      {
        area: areaOf(MONTH_TOP, GRID_LEFT + 5, 1, 1),
        format: { fillColor: COLORS.amberFill, horizontal: 'Center' },
      },
      { area: areaOf(MONTH_TOP + 1, GRID_LEFT, 1, DAYS), format: HEADER },
      ...dateRows.flatMap((row): { area: Area; format: FormatPlan }[] => [
        { area: areaOf(row, GRID_LEFT, 1, DAYS), format: DATES },
        { area: areaOf(row + 1, GRID_LEFT, ROWS_A_WEEK - 1, DAYS), format: GRID_LINES },
        { area: areaOf(row + ROWS_A_WEEK - 1, GRID_LEFT, 1, DAYS), format: { fontColor: COLORS.quiet } },
      ]),
    ],
    blocks: [
      block(0, 0, ['@'], [[words.title]]),
      block(1, 0, ['@'], [[words.asOf]]),
      block(TOP, 0, text(AGENDA.length), [AGENDA.map((id) => logHeaders[id])]),
      block(TOP - 2, GRID_LEFT, ['@'], [[words.week]]),
      block(TOP, GRID_LEFT, text(DAYS), [[...words.weekdays]]),
      block(MONTH_TOP, GRID_LEFT, ['@'], [[words.month]]),
      block(MONTH_TOP + 1, GRID_LEFT, text(DAYS), [[...words.weekdays]]),
    ],
    afterTables: [
      block(1, 3, ['dd/mm/yyyy'], [[{ formula: `=${SETTING_NAMES.today}` }]]),
      block(2, 0, ['General'], [[{ formula: `=IF(${today}=TODAY(),"",${quoted(words.otherDay)})` }]]),
      block(
        FIRST,
        0,
        [...AGENDA_FORMATS.map((format) => (format === '@' ? 'General' : format)), '0'],
        agendaCells(names),
      ),
      block(agenda.bottom + 1, 0, ['General'], belowAgenda(names)),
      block(
        weekDates,
        GRID_LEFT,
        days(() => 'dd/mm'),
        [week.dates],
      ),
      block(weekDates + 1, GRID_LEFT, general, week.items),
      block(
        MONTH_TOP,
        GRID_LEFT + 5,
        ['mm/yyyy'],
        [[{ formula: `=DATE(YEAR(${today}),MONTH(${today}),1)` }]],
      ),
      ...monthCells(names).map((line, row) =>
        block(monthDates + row, GRID_LEFT, row % ROWS_A_WEEK === 0 ? days(() => 'dd/mm') : general, [line]),
      ),
    ],
    validations: [
      {
        area: areaOf(MONTH_TOP, GRID_LEFT + 5, 1, 1),
        rule: { kind: 'date', from: '=DATE(2000,1,1)' },
        alert: 'stop',
        title: words.title,
        message: validationWords.date,
      },
    ],
    conditionalFormats: [
      ...agendaRules(agenda),
      ...dateRules(weekDates),
      ...itemRules(weekDates, WEEK_LINES),
      ...dateRows.flatMap((row) => [
        otherMonth(row, ROWS_A_WEEK),
        ...dateRules(row),
        ...itemRules(row, ITEMS),
      ]),
    ],
    fitRows: [],
    freezeRows: FIRST,
    page: PAGE,
    names: [
      { name: CALENDAR_NAMES.month, area: areaOf(MONTH_TOP, GRID_LEFT + 5, 1, 1) },
      { name: CALENDAR_NAMES.agenda, area: agenda },
      { name: CALENDAR_NAMES.week, area: weekArea },
      { name: CALENDAR_NAMES.grid, area: grid },
    ],
  };
}
