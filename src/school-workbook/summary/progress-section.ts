import { type CellRange, createRange, toColumnLetters } from '@phuluc/ooxml/a1';
import { TIMELINESS_VALUES } from '../../progress/count-timeliness';
import type { Timeliness } from '../../progress/timeliness';
import { quoteFormulaText } from '../../sheets/formula-text';
import {
  PROGRESS_SUMMARY_LABELS as labels,
  REPORT_PERIOD_LABELS,
  TIMELINESS_LABELS,
} from '../../sheets/labels/progress-labels';
import { STATUS_LABELS } from '../../sheets/labels/school-labels';
import type { CellContent, ChartSpec, NameSpec } from '../../sheets/sheet-spec';
import { STATE_COLORS } from '../../sheets/styles';
import { buildLogReference } from '../progress/log-formulas';
import { SETTING_NAMES } from '../settings/setting-names';
import { buildChosenName, buildLogFactor } from './document-choice';
import { buildMonthTable } from './month-table';
import {
  buildConditions,
  type CountBuilder,
  type CountedLog,
  createPeriodCounter,
  type ProgressTable,
} from './progress-counts';
import { PROGRESS_SUMMARY_NAMES } from './summary-names';

/** Which lines the log adds to *Tổng hợp*: names of the types of product in it. */
type ProgressLines = { products: string[] };

export const PROGRESS_CHARTS = { timeliness: 'TH_BieuDoHan', quarters: 'TH_BieuDoQuy' } as const;

/** Columns of the tables: all but the rows that are not followed any more. */
type TrackedState = Exclude<Timeliness, 'notTracked'>;
const TRACKED_STATES = TIMELINESS_VALUES.filter((id): id is TrackedState => id !== 'notTracked');

const TIMELINESS_COLORS = {
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

const FIRST_COUNT_COLUMN = 2;
const TOTAL_COLUMN = FIRST_COUNT_COLUMN;
const FIRST_STATE_COLUMN = FIRST_COUNT_COLUMN + 1;
const SHARE_COLUMN = FIRST_STATE_COLUMN + TRACKED_STATES.length;
/** Number, name, total, ten states, share. */
const PROGRESS_COLUMN_COUNT = SHARE_COLUMN + 1;
const PROGRESS_FORMATS = [
  '@',
  '@',
  ...Array.from({ length: TRACKED_STATES.length + 1 }, () => '#,##0'),
  '0.0%',
];

/** A cell of format "@" would keep a formula as a text. */
const FORMULA_NAME_FORMATS = PROGRESS_FORMATS.map((format, at) => (at === 1 ? 'General' : format));

type ProgressLine = { number: string; name: CellContent; count: CountBuilder };

/** Returns the cell of a state in a row of the tables of all states. */
export function getProgressCell(id: TrackedState, row: number): string {
  return `${getStateColumn(TRACKED_STATES.indexOf(id))}${row + 1}`;
}

const getStateColumn = (at: number): string => toColumnLetters(FIRST_STATE_COLUMN + at);

function buildHeader(name: string): CellContent[] {
  return ['', name, labels.total, ...TRACKED_STATES.map((id) => TIMELINESS_LABELS[id]), labels.share];
}

function buildShareCell(row: number, done: string): CellContent {
  const total = `(${toColumnLetters(TOTAL_COLUMN)}${row + 1}-${getStateColumn(TRACKED_STATES.indexOf('nothingArisen'))}${row + 1})`;
  return { formula: `=IF(${total}=0,${quoteFormulaText(labels.none)},(${done})/${total})` };
}

function buildTotalCell(row: number): CellContent {
  return {
    formula: `=SUM(${getStateColumn(0)}${row + 1}:${getStateColumn(TRACKED_STATES.length - 1)}${row + 1})`,
  };
}

/** Builds the cells of a line. `state` is the condition on the timeliness; null counts what is recorded as done. */
function buildLineCells(
  { number, name, count }: ProgressLine,
  row: number,
  headerRow: number,
): CellContent[] {
  return [
    number,
    name,
    buildTotalCell(row),
    ...TRACKED_STATES.map((_, at): CellContent => ({
      formula: `=${count(`${getStateColumn(at)}$${headerRow + 1}`)}`,
    })),
    buildShareCell(row, count(null)),
  ];
}

function createQuarterLine(log: CountedLog, quarter: number): ProgressLine {
  const start = (month: number): string => `DATE(${SETTING_NAMES.year},${month},1)`;
  return {
    number: String(quarter + 1),
    name: labels.quarters[quarter] ?? '',
    count: createPeriodCounter(log, start(3 * quarter + 1), start(3 * quarter + 4)),
  };
}

/** Creates the line of a product type. A row may hold several types, so the name is searched between separators. */
function createProductLine(log: CountedLog, index: number, row: number, name: string): ProgressLine {
  const { headers, first } = log;
  const types = buildLogReference(headers, 'productTypes');
  const document = first === null ? '' : `*${buildLogFactor(buildLogReference(headers, 'task'), first)}`;
  const has = `ISNUMBER(FIND("; "&$B${row + 1}&";","; "&${types}&";"))`;
  return {
    number: String(index + 1),
    name,
    count: (state) =>
      state === null
        ? `SUMPRODUCT(${has}*(${buildLogReference(headers, 'state')}=${quoteFormulaText(STATUS_LABELS.done)})` +
          `*(${buildLogReference(headers, 'timeliness')}<>${quoteFormulaText(TIMELINESS_LABELS.notTracked)})${document})`
        : `SUMPRODUCT(${has}*(${buildLogReference(headers, 'timeliness')}=${state})${document})`,
  };
}

function createReportLine(log: CountedLog, index: number): ProgressLine {
  const cell = (column: number): string => `INDEX(${SETTING_NAMES.reports},${index + 1},${column})`;
  const day = (column: number): string =>
    `DAY(${cell(column)})&"/"&MONTH(${cell(column)})&"/"&YEAR(${cell(column)})`;
  const label = Object.values(REPORT_PERIOD_LABELS)[index] ?? '';
  return {
    number: String(index + 1),
    name: {
      formula: `=${quoteFormulaText(`${label}: `)}&IF(COUNT(${cell(1)},${cell(2)},${cell(3)})<3,${quoteFormulaText(labels.none)},${day(1)}&" – "&${day(2)}&${quoteFormulaText(labels.send)}&${day(3)})`,
    },
    // A blank period counts nothing.
    count: createPeriodCounter(log, `MAX(1,${cell(1)})`, `(${cell(2)}+1)`),
  };
}

/** Builds the line of the remaining rows of a table: the total less its lines. */
function buildOtherLine(name: string, totalRow: number, first: number, row: number): CellContent[] {
  const rest = (at: number): CellContent => {
    const letter = toColumnLetters(at);
    return { formula: `=${letter}$${totalRow + 1}-SUM(${letter}${first + 1}:${letter}${row})` };
  };
  const done = ['doneEarly', 'doneOnTime', 'doneLate', 'done'] as const;
  return [
    '',
    name,
    buildTotalCell(row),
    ...TRACKED_STATES.map((_, at) => rest(FIRST_STATE_COLUMN + at)),
    buildShareCell(
      row,
      done.map((id) => `${getStateColumn(TRACKED_STATES.indexOf(id))}${row + 1}`).join('+'),
    ),
  ];
}

export type ProgressSection = {
  top: number;
  bottom: number;
  total: CellRange;
  byMonth: CellRange;
  tables: ProgressTable[];
  charts: ChartSpec[];
  names: NameSpec[];
};

const CHART_ROW_COUNT = 16;

/** Builds the tables of the log on *Tổng hợp* from row `top` on: total, charts, by quarter, product type, report. */
export function buildProgressSection(
  top: number,
  { products }: ProgressLines,
  log: CountedLog,
): ProgressSection {
  const totalRow = top + 1;
  const at = (row: number, lines: number): CellRange => createRange(row, 0, lines, PROGRESS_COLUMN_COUNT);
  const totalLine: ProgressLine = {
    number: '',
    name: log.first === null ? labels.whole : { formula: `=${buildChosenName(labels.whole)}` },
    count: (state) => `COUNTIFS(${buildConditions(log, state)})`,
  };
  const total: ProgressTable = {
    area: at(top, 2),
    cells: [buildHeader(labels.wholeTitle), buildLineCells(totalLine, totalRow, top)],
    hasOther: false,
    formats: log.first === null ? PROGRESS_FORMATS : FORMULA_NAME_FORMATS,
  };
  const table = (row: number, title: string, lines: ProgressLine[], other: string | null): ProgressTable => {
    const cells = [
      buildHeader(title),
      ...lines.map((line, index) => buildLineCells(line, row + 1 + index, row)),
      ...(other === null ? [] : [buildOtherLine(other, totalRow, row + 1, row + 1 + lines.length)]),
    ];
    return { area: at(row, cells.length), cells, hasOther: other !== null, formats: PROGRESS_FORMATS };
  };
  const chartRow = top + 3;
  const quarterTop = chartRow + CHART_ROW_COUNT + 1;
  const byQuarter = table(
    quarterTop,
    labels.byQuarter,
    [0, 1, 2, 3].map((quarter) => createQuarterLine(log, quarter)),
    labels.otherTime,
  );
  const productTop = byQuarter.area.bottom + 2;
  const none: ProgressLine = {
    number: '',
    name: labels.noProduct,
    count: (state) =>
      `COUNTIFS(${buildConditions(log, state)},${buildLogReference(log.headers, 'productTypes')},"")`,
  };
  const byProduct = table(
    productTop,
    labels.byProduct,
    [...products.map((name, index) => createProductLine(log, index, productTop + 1 + index, name)), none],
    null,
  );
  const reportTop = byProduct.area.bottom + 2;
  const reports = Object.keys(REPORT_PERIOD_LABELS).map((_, index) => createReportLine(log, index));
  const byReport: ProgressTable = {
    ...table(reportTop, labels.byReport, reports, null),
    formats: FORMULA_NAME_FORMATS,
  };
  const byMonth = buildMonthTable(byReport.area.bottom + 2, log);
  const colors = TRACKED_STATES.map((id) => TIMELINESS_COLORS[id]);
  const chart = (
    name: string,
    title: string,
    headerRow: number,
    lines: number,
    type: ChartSpec['type'],
    position: CellRange,
  ): ChartSpec => ({
    name,
    type,
    title,
    source: createRange(headerRow, FIRST_STATE_COLUMN, lines + 1, TRACKED_STATES.length),
    categories: createRange(headerRow + 1, 1, lines, 1),
    colors,
    position,
  });
  return {
    top,
    bottom: byMonth.area.bottom,
    total: total.area,
    tables: [total, byQuarter, byProduct, byReport, byMonth],
    byMonth: byMonth.area,
    charts: [
      chart(PROGRESS_CHARTS.timeliness, labels.timelinessChart, top, 1, 'BarStacked', {
        ...createRange(chartRow, 0, CHART_ROW_COUNT, 5),
      }),
      chart(PROGRESS_CHARTS.quarters, labels.quarterChart, quarterTop, 4, 'ColumnStacked', {
        ...createRange(chartRow, 5, CHART_ROW_COUNT, PROGRESS_COLUMN_COUNT - 5),
      }),
    ],
    names: [
      { name: PROGRESS_SUMMARY_NAMES.progress, area: total.area },
      { name: PROGRESS_SUMMARY_NAMES.byQuarter, area: byQuarter.area },
      { name: PROGRESS_SUMMARY_NAMES.byProduct, area: byProduct.area },
      { name: PROGRESS_SUMMARY_NAMES.byReport, area: byReport.area },
      { name: PROGRESS_SUMMARY_NAMES.byMonth, area: byMonth.area },
    ],
  };
}
