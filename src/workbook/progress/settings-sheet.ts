import type { ProgressSettings } from '../../annex/progress/settings';
import {
  beforeMeansWords,
  eventWords,
  progressSheetNames,
  reportPeriodWords,
  settingWords as words,
  shiftWords,
  vagueWords,
} from '../../locales/progress-sheet-words';
import { validationWords } from '../../locales/sheet-words';
import { areaOf } from '../address';
import type { Area } from '../address';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE, TITLE_LINE } from '../look';
import type { Block, CellContent, FormatPlan, SheetPlan, ValidationPlan } from '../sheet-plan';
import { filledUp, settingCells } from './setting-cells';
import { OFFICE_SETTING_IDS, SETTING_IDS, SETTING_NAMES } from './setting-names';
import type { SettingId } from './setting-names';

/** Where areas stand on a new sheet: their first cell. */
const FIRST = 5;
const PLACES = {
  today: [FIRST, 1],
  year: [FIRST + 1, 1],
  from: [FIRST + 2, 1],
  beforeMeans: [FIRST + 3, 1],
  shift: [FIRST + 4, 1],
  soonDays: [FIRST + 5, 1],
  vague: [13, 1],
  reports: [21, 1],
  events: [27, 1],
  phrases: [FIRST, 5],
  daysOff: [FIRST, 9],
  dayOffNames: [FIRST, 10],
  worked: [FIRST, 12],
  products: [FIRST, 14],
  superiors: [FIRST, 19],
  recipients: [FIRST, 22],
  wording: [FIRST, 25],
} as const satisfies Record<SettingId, readonly [row: number, column: number]>;

const DATE = 'dd/mm/yyyy';
export const SETTING_FORMATS = {
  today: [DATE],
  year: ['0'],
  from: [DATE],
  beforeMeans: ['@'],
  shift: ['@'],
  soonDays: ['0'],
  vague: ['General'],
  reports: [DATE, DATE, DATE],
  events: ['@'],
  phrases: ['@', '@', '@'],
  daysOff: [DATE],
  dayOffNames: ['@'],
  worked: [DATE],
  products: ['@', '@', '@', '@'],
  superiors: [DATE, '@'],
  recipients: [DATE, '@'],
  wording: ['@'],
} as const satisfies Record<SettingId, readonly string[]>;

const COLUMN_WIDTHS = [
  168, 108, 168, 96, 14, 50, 168, 150, 14, 66, 138, 14, 74, 14, 78, 132, 48, 430, 14, 74, 240, 14, 74, 240,
  14, 260,
];

type Label = { row: number; column: number; cells: readonly (readonly string[])[]; header?: true };

const LABELS: readonly Label[] = [
  { row: 4, column: 0, cells: [[words.general, words.value, words.note, '']], header: true },
  {
    row: FIRST,
    column: 0,
    cells: [[words.today], [words.year], [words.from], [words.beforeMeans], [words.shift], [words.soonDays]],
  },
  {
    row: FIRST,
    column: 2,
    cells: [
      [words.todayNote],
      [words.yearNote],
      [words.fromNote],
      [words.beforeMeansNote],
      [words.shiftNote],
      [words.soonDaysNote],
    ],
  },
  { row: 12, column: 0, cells: [[words.vague, words.value, words.vagueNote, '']], header: true },
  { row: 13, column: 0, cells: Object.values(vagueWords).map((word) => [word]) },
  {
    row: 20,
    column: 0,
    cells: [[words.reports, words.reportFrom, words.reportTo, words.reportSend]],
    header: true,
  },
  { row: 21, column: 0, cells: Object.values(reportPeriodWords).map((word) => [word]) },
  { row: 26, column: 0, cells: [[words.events, words.value, words.eventsNote, '']], header: true },
  { row: 27, column: 0, cells: Object.values(eventWords).map((word) => [word]) },
  { row: 4, column: 5, cells: [[words.phrases, words.phrase, words.meaning]], header: true },
  { row: 4, column: 9, cells: [[words.daysOff, words.dayOffName]], header: true },
  { row: 4, column: 12, cells: [[words.worked]], header: true },
  {
    row: 4,
    column: 14,
    cells: [[words.products, words.productName, words.productSign, words.productWords]],
    header: true,
  },
  { row: 4, column: 19, cells: [[words.since, words.superiors]], header: true },
  { row: 4, column: 22, cells: [[words.since, words.recipients]], header: true },
  { row: 4, column: 25, cells: [[words.wording]], header: true },
];

const INPUT: FormatPlan = {
  ...BODY,
  wrap: true,
  borders: {
    sides: ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'],
    color: COLORS.line,
  },
};

function listRule(area: Area, choices: readonly string[], title: string): ValidationPlan {
  return {
    area,
    rule: { kind: 'list', source: choices.join(',') },
    alert: 'stop',
    title: validationWords.title,
    message: title,
  };
}

function dateRule(area: Area, title: string): ValidationPlan {
  return {
    area,
    rule: { kind: 'date', from: '=DATE(2000,1,1)' },
    alert: 'stop',
    title,
    message: validationWords.date,
  };
}

/** The blocks of the areas of a settings sheet, at their first places. */
export function settingBlocks(
  settings: ProgressSettings,
): Record<SettingId, { area: Area; cells: CellContent[][] }> {
  const cells = settingCells(settings);
  return Object.fromEntries(
    SETTING_IDS.map((id) => {
      const [row, column] = PLACES[id];
      const full = filledUp(id, cells[id]);
      return [id, { area: areaOf(row, column, full.length, SETTING_FORMATS[id].length), cells: full }];
    }),
  ) as Record<SettingId, { area: Area; cells: CellContent[][] }>;
}

/** The sheet *Cấu hình*: what decides how timings are read and when a thing is late, all of it the office's to change. */
export function settingsSheet(
  settings: ProgressSettings,
  name: string = progressSheetNames.settings,
): SheetPlan {
  const blocks = settingBlocks(settings);
  const areas = (...ids: SettingId[]): Area[] => ids.map((id) => blocks[id].area);
  const headers = LABELS.filter((label) => label.header);
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.greyText,
    columnWidths: COLUMN_WIDTHS,
    rowHeights: [
      { row: 0, height: 28 },
      { row: 4, height: 32 },
      ...[12, 20, 26].map((row) => ({ row, height: 28 })),
    ],
    merges: [],
    formats: [
      { area: areaOf(0, 0, 1, 1), format: { ...TITLE_LINE, fontSize: 14 } },
      { area: areaOf(1, 0, 1, 1), format: NOTE_LINE },
      { area: areaOf(FIRST, 0, 40, 2), format: { ...BODY, wrap: true } },
      ...areas('today', 'soonDays', 'vague', 'reports', 'events', 'phrases', 'worked', 'products').map(
        (area) => ({ area, format: INPUT }),
      ),
      ...areas(...OFFICE_SETTING_IDS).map((area) => ({ area, format: INPUT })),
      ...areas('year', 'from', 'beforeMeans', 'shift', 'daysOff', 'dayOffNames').map((area) => ({
        area,
        format: INPUT,
      })),
      ...areas('today', 'year', 'from', 'soonDays', 'vague', 'reports', 'events', 'daysOff', 'worked').map(
        (area) => ({ area, format: { horizontal: 'Center' } satisfies FormatPlan }),
      ),
      { area: blocks.today.area, format: { fillColor: COLORS.amberFill, bold: true } },
      { area: areaOf(FIRST, 2, 6, 1), format: { ...NOTE_LINE, fontSize: 9 } },
      {
        area: { ...blocks.products.area, right: blocks.products.area.left },
        format: { fontColor: COLORS.quiet },
      },
      ...headers.map(({ row, column, cells }) => ({
        area: areaOf(row, column, 1, cells[0]!.length),
        format: { ...HEADER, horizontal: 'Left' } satisfies FormatPlan,
      })),
    ],
    blocks: [
      { row: 0, column: 0, numberFormats: ['@'], cells: [[words.title], [words.advice]] },
      ...LABELS.map(({ row, column, cells }): Block => ({
        row,
        column,
        numberFormats: cells[0]!.map(() => '@'),
        cells,
      })),
      ...SETTING_IDS.map((id): Block => ({
        row: blocks[id].area.top,
        column: blocks[id].area.left,
        numberFormats: SETTING_FORMATS[id],
        cells: blocks[id].cells,
      })),
    ],
    afterTables: [],
    validations: [
      dateRule(blocks.today.area, words.today),
      listRule(blocks.beforeMeans.area, Object.values(beforeMeansWords), words.beforeMeans),
      listRule(blocks.shift.area, Object.values(shiftWords), words.shift),
      dateRule(blocks.reports.area, words.reports),
      dateRule(blocks.daysOff.area, words.daysOff),
      dateRule(blocks.worked.area, words.worked),
      ...areas('superiors', 'recipients').map((area) => dateRule({ ...area, right: area.left }, words.since)),
    ],
    conditionalFormats: [],
    fitRows: [],
    freezeRows: FIRST,
    page: PAGE,
    names: SETTING_IDS.map((id) => ({ name: SETTING_NAMES[id], area: blocks[id].area })),
  };
}
