import { TIMELINESS_VALUES } from '../../annex/progress/tally';
import type { Timeliness } from '../../annex/progress/timeliness';
import {
  logHeaders,
  progressSummaryWords as words,
  reportPeriodWords,
  timelinessWords,
} from '../../locales/progress-sheet-words';
import { statusWords } from '../../locales/sheet-words';
import { areaOf, columnLetters } from '../address';
import type { Area } from '../address';
import { STATE_COLORS } from '../look';
import type { CellContent, ChartPlan, NamePlan } from '../sheet-plan';
import { logReference, quoted } from './log-formulas';
import type { LogHeaders } from './log-formulas';
import { between, conditions } from './summary-counts';
import type { Count } from './summary-counts';
import { monthTable } from './summary-months';
import { SETTING_NAMES } from './setting-names';

/** Which lines the log adds to *Tổng hợp*: names of the types of product in it. */
export type ProgressLines = { products: string[] };

export const PROGRESS_SUMMARY_NAMES = {
  progress: 'TH_TienDo',
  byQuarter: 'TH_Quy',
  byProduct: 'TH_LoaiSanPham',
  byReport: 'TH_KyBaoCao',
  byMonth: 'TH_Thang',
} as const;

export const PROGRESS_CHARTS = { timeliness: 'TH_BieuDoHan', quarters: 'TH_BieuDoQuy' } as const;

/** Columns of the tables: all but the rows that are not followed any more. */
type TrackedState = Exclude<Timeliness, 'notTracked'>;
const STATES = TIMELINESS_VALUES.filter((id): id is TrackedState => id !== 'notTracked');

const COLORS_OF = {
  doneEarly: '#1B3A5C',
  doneOnTime: '#2F6690',
  doneLate: '#7A5195',
  done: '#4F86B5',
  overdue: '#A3231B',
  dueSoon: STATE_COLORS.undecided,
  notDueYet: STATE_COLORS.notStarted,
  noDeadline: STATE_COLORS.notPerformed,
  nothingArisen: STATE_COLORS.nothingArisen,
  needsReview: '#F6D58A',
} as const satisfies Record<TrackedState, string>;

const FIRST = 2;
const TOTAL = FIRST;
const FIRST_STATE = FIRST + 1;
const SHARE = FIRST_STATE + STATES.length;
/** Number, name, total, ten states, share. */
export const PROGRESS_COLUMNS = SHARE + 1;
export const PROGRESS_FORMATS = [
  '@',
  '@',
  ...Array.from({ length: STATES.length + 1 }, () => '#,##0'),
  '0.0%',
];

/** A cell of format "@" would keep a formula as a text. */
const NAMED_BY_FORMULA = PROGRESS_FORMATS.map((format, at) => (at === 1 ? 'General' : format));

type Line = { number: string; name: CellContent; count: Count };

/** The column of a state in the tables of all states. */
export function progressCell(id: TrackedState, row: number): string {
  return `${stateColumn(STATES.indexOf(id))}${row + 1}`;
}

const stateColumn = (at: number): string => columnLetters(FIRST_STATE + at);

function header(name: string): CellContent[] {
  return ['', name, words.total, ...STATES.map((id) => timelinessWords[id]), words.share];
}

function shareOf(row: number, done: string): CellContent {
  const whole = `(${columnLetters(TOTAL)}${row + 1}-${stateColumn(STATES.indexOf('nothingArisen'))}${row + 1})`;
  return { formula: `=IF(${whole}=0,${quoted(words.none)},(${done})/${whole})` };
}

function totalOf(row: number): CellContent {
  return {
    formula: `=SUM(${stateColumn(0)}${row + 1}:${stateColumn(STATES.length - 1)}${row + 1})`,
  };
}

/** `state` is the condition on the timeliness; null asks for what is recorded as done. */
function lineCells({ number, name, count }: Line, row: number, headerRow: number): CellContent[] {
  return [
    number,
    name,
    totalOf(row),
    ...STATES.map((_, at): CellContent => ({ formula: `=${count(`${stateColumn(at)}$${headerRow + 1}`)}` })),
    shareOf(row, count(null)),
  ];
}

function quarterLine(names: LogHeaders, quarter: number): Line {
  const start = (month: number): string => `DATE(${SETTING_NAMES.year},${month},1)`;
  return {
    number: String(quarter + 1),
    name: words.quarters[quarter] ?? '',
    count: between(names, start(3 * quarter + 1), start(3 * quarter + 4)),
  };
}

/** A row may hold several types, so they are looked for between their separators. */
function productLine(names: LogHeaders, index: number, row: number, name: string): Line {
  const types = logReference(names, 'productTypes');
  const has = `ISNUMBER(FIND("; "&$B${row + 1}&";","; "&${types}&";"))`;
  return {
    number: String(index + 1),
    name,
    count: (state) =>
      state === null
        ? `SUMPRODUCT(${has}*(${logReference(names, 'state')}=${quoted(statusWords.done)})` +
          `*(${logReference(names, 'timeliness')}<>${quoted(timelinessWords.notTracked)}))`
        : `SUMPRODUCT(${has}*(${logReference(names, 'timeliness')}=${state}))`,
  };
}

function reportLine(names: LogHeaders, index: number): Line {
  const cell = (column: number): string => `INDEX(${SETTING_NAMES.reports},${index + 1},${column})`;
  const day = (column: number): string =>
    `DAY(${cell(column)})&"/"&MONTH(${cell(column)})&"/"&YEAR(${cell(column)})`;
  const label = Object.values(reportPeriodWords)[index] ?? '';
  return {
    number: String(index + 1),
    name: {
      formula: `=${quoted(`${label}: `)}&IF(COUNT(${cell(1)},${cell(2)},${cell(3)})<3,${quoted(words.none)},${day(1)}&" – "&${day(2)}&${quoted(words.send)}&${day(3)})`,
    },
    // A blank period counts nothing.
    count: between(names, `MAX(1,${cell(1)})`, `(${cell(2)}+1)`),
  };
}

/** The remaining rows of a table: the whole less its lines. */
function otherLine(name: string, wholeRow: number, first: number, row: number): CellContent[] {
  const rest = (at: number): CellContent => {
    const letter = columnLetters(at);
    return { formula: `=${letter}$${wholeRow + 1}-SUM(${letter}${first + 1}:${letter}${row})` };
  };
  const done = ['doneEarly', 'doneOnTime', 'doneLate', 'done'] as const;
  return [
    '',
    name,
    totalOf(row),
    ...STATES.map((_, at) => rest(FIRST_STATE + at)),
    shareOf(row, done.map((id) => `${stateColumn(STATES.indexOf(id))}${row + 1}`).join('+')),
  ];
}

export type ProgressTable = {
  area: Area;
  cells: CellContent[][];
  hasOther: boolean;
  formats: readonly string[];
};
export type ProgressSection = {
  top: number;
  bottom: number;
  whole: Area;
  byMonth: Area;
  tables: ProgressTable[];
  charts: ChartPlan[];
  names: NamePlan[];
};

const CHART_ROWS = 16;

/** The tables of the log on *Tổng hợp* from row `top` on: whole, charts, by quarter, type of product, report. */
export function progressSection(
  top: number,
  { products }: ProgressLines,
  names: LogHeaders = logHeaders,
): ProgressSection {
  const wholeRow = top + 1;
  const at = (row: number, lines: number): Area => areaOf(row, 0, lines, PROGRESS_COLUMNS);
  const wholeLine: Line = {
    number: '',
    name: words.whole,
    count: (state) => `COUNTIFS(${conditions(names, state)})`,
  };
  const whole: ProgressTable = {
    area: at(top, 2),
    cells: [header(words.wholeTitle), lineCells(wholeLine, wholeRow, top)],
    hasOther: false,
    formats: PROGRESS_FORMATS,
  };
  const table = (row: number, title: string, lines: Line[], other: string | null): ProgressTable => {
    const cells = [
      header(title),
      ...lines.map((line, index) => lineCells(line, row + 1 + index, row)),
      ...(other === null ? [] : [otherLine(other, wholeRow, row + 1, row + 1 + lines.length)]),
    ];
    return { area: at(row, cells.length), cells, hasOther: other !== null, formats: PROGRESS_FORMATS };
  };
  const chartRow = top + 3;
  const quarterTop = chartRow + CHART_ROWS + 1;
  const byQuarter = table(
    quarterTop,
    words.byQuarter,
    [0, 1, 2, 3].map((quarter) => quarterLine(names, quarter)),
    words.otherTime,
  );
  const productTop = byQuarter.area.bottom + 2;
  const none: Line = {
    number: '',
    name: words.noProduct,
    count: (state) => `COUNTIFS(${conditions(names, state)},${logReference(names, 'productTypes')},"")`,
  };
  const byProduct = table(
    productTop,
    words.byProduct,
    [...products.map((name, index) => productLine(names, index, productTop + 1 + index, name)), none],
    null,
  );
  const reportTop = byProduct.area.bottom + 2;
  const reports = Object.keys(reportPeriodWords).map((_, index) => reportLine(names, index));
  const byReport: ProgressTable = {
    ...table(reportTop, words.byReport, reports, null),
    formats: NAMED_BY_FORMULA,
  };
  const byMonth = monthTable(byReport.area.bottom + 2, names);
  const colors = STATES.map((id) => COLORS_OF[id]);
  const chart = (
    name: string,
    title: string,
    headerRow: number,
    lines: number,
    type: ChartPlan['type'],
    position: Area,
  ): ChartPlan => ({
    name,
    type,
    title,
    source: areaOf(headerRow, FIRST_STATE, lines + 1, STATES.length),
    categories: areaOf(headerRow + 1, 1, lines, 1),
    colors,
    position,
  });
  return {
    top,
    bottom: byMonth.area.bottom,
    whole: whole.area,
    tables: [whole, byQuarter, byProduct, byReport, byMonth],
    byMonth: byMonth.area,
    charts: [
      chart(PROGRESS_CHARTS.timeliness, words.timelinessChart, top, 1, 'BarStacked', {
        ...areaOf(chartRow, 0, CHART_ROWS, 5),
      }),
      chart(PROGRESS_CHARTS.quarters, words.quarterChart, quarterTop, 4, 'ColumnStacked', {
        ...areaOf(chartRow, 5, CHART_ROWS, PROGRESS_COLUMNS - 5),
      }),
    ],
    names: [
      { name: PROGRESS_SUMMARY_NAMES.progress, area: whole.area },
      { name: PROGRESS_SUMMARY_NAMES.byQuarter, area: byQuarter.area },
      { name: PROGRESS_SUMMARY_NAMES.byProduct, area: byProduct.area },
      { name: PROGRESS_SUMMARY_NAMES.byReport, area: byReport.area },
      { name: PROGRESS_SUMMARY_NAMES.byMonth, area: byMonth.area },
    ],
  };
}
