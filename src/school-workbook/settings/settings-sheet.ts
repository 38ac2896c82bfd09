import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import type { ProgressSettings } from '../../progress/progress-settings';
import {
  BEFORE_MEANS_LABELS,
  DAY_OFF_SHIFT_LABELS,
  EVENT_LABELS,
  SETTING_LABELS as labels,
  PROGRESS_SHEET_NAMES,
  REPORT_PERIOD_LABELS,
  VAGUE_DAY_LABELS,
} from '../../sheets/labels/progress-labels';
import { VALIDATION_LABELS } from '../../sheets/labels/school-labels';
import {
  type CellBlock,
  type CellContent,
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
import { buildSettingCells, padCells } from './setting-cells';
import { OFFICE_SETTING_IDS, SETTING_IDS, SETTING_NAMES, type SettingId } from './setting-names';

/** Where areas stand on a new sheet: their first cell. */
const FIRST_ROW = 5;
const RANGE_POSITIONS = {
  today: [FIRST_ROW, 1],
  year: [FIRST_ROW + 1, 1],
  from: [FIRST_ROW + 2, 1],
  beforeMeans: [FIRST_ROW + 3, 1],
  shift: [FIRST_ROW + 4, 1],
  soonDays: [FIRST_ROW + 5, 1],
  vague: [13, 1],
  reports: [21, 1],
  events: [27, 1],
  phrases: [FIRST_ROW, 5],
  daysOff: [FIRST_ROW, 9],
  dayOffNames: [FIRST_ROW, 10],
  worked: [FIRST_ROW, 12],
  products: [FIRST_ROW, 14],
  superiors: [FIRST_ROW, 19],
  recipients: [FIRST_ROW, 22],
  wording: [FIRST_ROW, 25],
} as const satisfies Record<SettingId, readonly [row: number, column: number]>;

const DATE_FORMAT = 'dd/mm/yyyy';
export const SETTING_FORMATS = {
  today: [DATE_FORMAT],
  year: ['0'],
  from: [DATE_FORMAT],
  beforeMeans: ['@'],
  shift: ['@'],
  soonDays: ['0'],
  vague: ['General'],
  reports: [DATE_FORMAT, DATE_FORMAT, DATE_FORMAT],
  events: ['@'],
  phrases: ['@', '@', '@'],
  daysOff: [DATE_FORMAT],
  dayOffNames: ['@'],
  worked: [DATE_FORMAT],
  products: ['@', '@', '@', '@'],
  superiors: [DATE_FORMAT, '@'],
  recipients: [DATE_FORMAT, '@'],
  wording: ['@'],
} as const satisfies Record<SettingId, readonly string[]>;

const COLUMN_WIDTHS = [
  168, 108, 168, 96, 14, 50, 168, 150, 14, 66, 138, 14, 74, 14, 78, 132, 48, 430, 14, 74, 240, 14, 74, 240,
  14, 260,
];

type Label = { row: number; column: number; cells: readonly (readonly string[])[]; header?: true };

const LABELS: readonly Label[] = [
  { row: 4, column: 0, cells: [[labels.general, labels.value, labels.note, '']], header: true },
  {
    row: FIRST_ROW,
    column: 0,
    cells: [
      [labels.today],
      [labels.year],
      [labels.from],
      [labels.beforeMeans],
      [labels.shift],
      [labels.soonDays],
    ],
  },
  {
    row: FIRST_ROW,
    column: 2,
    cells: [
      [labels.todayNote],
      [labels.yearNote],
      [labels.fromNote],
      [labels.beforeMeansNote],
      [labels.shiftNote],
      [labels.soonDaysNote],
    ],
  },
  { row: 12, column: 0, cells: [[labels.vague, labels.value, labels.vagueNote, '']], header: true },
  { row: 13, column: 0, cells: Object.values(VAGUE_DAY_LABELS).map((word) => [word]) },
  {
    row: 20,
    column: 0,
    cells: [[labels.reports, labels.reportFrom, labels.reportTo, labels.reportSend]],
    header: true,
  },
  { row: 21, column: 0, cells: Object.values(REPORT_PERIOD_LABELS).map((word) => [word]) },
  { row: 26, column: 0, cells: [[labels.events, labels.value, labels.eventsNote, '']], header: true },
  { row: 27, column: 0, cells: Object.values(EVENT_LABELS).map((word) => [word]) },
  { row: 4, column: 5, cells: [[labels.phrases, labels.phrase, labels.meaning]], header: true },
  { row: 4, column: 9, cells: [[labels.daysOff, labels.dayOffName]], header: true },
  { row: 4, column: 12, cells: [[labels.worked]], header: true },
  {
    row: 4,
    column: 14,
    cells: [[labels.products, labels.productName, labels.productSign, labels.productWords]],
    header: true,
  },
  { row: 4, column: 19, cells: [[labels.since, labels.superiors]], header: true },
  { row: 4, column: 22, cells: [[labels.since, labels.recipients]], header: true },
  { row: 4, column: 25, cells: [[labels.wording]], header: true },
];

const INPUT_STYLE: FormatSpec = {
  ...BODY_STYLE,
  wrap: true,
  borders: {
    sides: ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'],
    color: COLORS.line,
  },
};

function createListValidation(area: CellRange, choices: readonly string[], title: string): ValidationSpec {
  return {
    area,
    rule: { kind: 'list', source: choices.join(',') },
    alert: 'stop',
    title: VALIDATION_LABELS.title,
    message: title,
  };
}

function createDateValidation(area: CellRange, title: string): ValidationSpec {
  return {
    area,
    rule: { kind: 'date', from: FIRST_DATE },
    alert: 'stop',
    title,
    message: VALIDATION_LABELS.date,
  };
}

/** Builds the blocks of a new settings sheet. */
function buildSettingBlocks(
  settings: ProgressSettings,
): Record<SettingId, { area: CellRange; cells: CellContent[][] }> {
  const cells = buildSettingCells(settings);
  return Object.fromEntries(
    SETTING_IDS.map((id) => {
      const [row, column] = RANGE_POSITIONS[id];
      const full = padCells(id, cells[id]);
      return [id, { area: createRange(row, column, full.length, SETTING_FORMATS[id].length), cells: full }];
    }),
  ) as Record<SettingId, { area: CellRange; cells: CellContent[][] }>;
}

/**
 * Builds the sheet *Cấu hình*: what decides how timings are read and when a task is late; the office can change all
 * of it.
 */
export function buildSettingsSheet(
  settings: ProgressSettings,
  name: string = PROGRESS_SHEET_NAMES.settings,
): SheetSpec {
  const blocks = buildSettingBlocks(settings);
  const areas = (...ids: SettingId[]): CellRange[] => ids.map((id) => blocks[id].area);
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
      { area: createRange(0, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 14 } },
      { area: createRange(1, 0, 1, 1), format: NOTE_LINE_STYLE },
      { area: createRange(FIRST_ROW, 0, 40, 2), format: { ...BODY_STYLE, wrap: true } },
      ...areas('today', 'soonDays', 'vague', 'reports', 'events', 'phrases', 'worked', 'products').map(
        (area) => ({ area, format: INPUT_STYLE }),
      ),
      ...areas(...OFFICE_SETTING_IDS).map((area) => ({ area, format: INPUT_STYLE })),
      ...areas('year', 'from', 'beforeMeans', 'shift', 'daysOff', 'dayOffNames').map((area) => ({
        area,
        format: INPUT_STYLE,
      })),
      ...areas('today', 'year', 'from', 'soonDays', 'vague', 'reports', 'events', 'daysOff', 'worked').map(
        (area) => ({ area, format: { horizontal: 'Center' } satisfies FormatSpec }),
      ),
      { area: blocks.today.area, format: { fillColor: COLORS.amberFill, bold: true } },
      { area: createRange(FIRST_ROW, 2, 6, 1), format: { ...NOTE_LINE_STYLE, fontSize: 9 } },
      {
        area: { ...blocks.products.area, right: blocks.products.area.left },
        format: { fontColor: COLORS.quiet },
      },
      ...headers.map(({ row, column, cells }) => ({
        area: createRange(row, column, 1, cells[0]!.length),
        format: { ...HEADER_STYLE, horizontal: 'Left' } satisfies FormatSpec,
      })),
    ],
    blocks: [
      { row: 0, column: 0, numberFormats: ['@'], cells: [[labels.title], [labels.advice]] },
      ...LABELS.map(({ row, column, cells }): CellBlock => ({
        row,
        column,
        numberFormats: cells[0]!.map(() => '@'),
        cells,
      })),
      ...SETTING_IDS.map((id): CellBlock => ({
        row: blocks[id].area.top,
        column: blocks[id].area.left,
        numberFormats: SETTING_FORMATS[id],
        cells: blocks[id].cells,
      })),
    ],
    afterTables: [],
    validations: [
      createDateValidation(blocks.today.area, labels.today),
      createListValidation(blocks.beforeMeans.area, Object.values(BEFORE_MEANS_LABELS), labels.beforeMeans),
      createListValidation(blocks.shift.area, Object.values(DAY_OFF_SHIFT_LABELS), labels.shift),
      createDateValidation(blocks.reports.area, labels.reports),
      createDateValidation(blocks.daysOff.area, labels.daysOff),
      createDateValidation(blocks.worked.area, labels.worked),
      ...areas('superiors', 'recipients').map((area) =>
        createDateValidation({ ...area, right: area.left }, labels.since),
      ),
    ],
    conditionalFormats: [],
    fitRows: [],
    freezeRows: FIRST_ROW,
    page: DEFAULT_PAGE_SETUP,
    names: SETTING_IDS.map((id) => ({ name: SETTING_NAMES[id], area: blocks[id].area })),
  };
}
