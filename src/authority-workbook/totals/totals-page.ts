import { formatAddress } from '@phuluc/ooxml/a1';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import type {
  Band,
  DashboardPage,
  PanelColumn,
  TablePanel,
  Tile,
} from '../../sheets/dashboard/dashboard-page';
import { createPageChart, MONTH_COLORS } from '../../sheets/dashboard/page-chart';
import { countFittingLetters, getColumnsWidth } from '../../sheets/dashboard/page-grid';
import { computePageRows } from '../../sheets/dashboard/page-rows';
import { buildCountsFormula, buildOneLineFormula, quoteFormulaText } from '../../sheets/formula-text';
import { SUBMISSION_LABELS, TOTALS_LABELS, UNIT_HEADERS } from '../../sheets/labels/consolidation-labels';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { COLORS, STATE_COLORS } from '../../sheets/styles';
import { buildColumnReference } from '../../sheets/table-reference';
import { UNIT_TABLE } from '../tables/units-table';
import { MATRIX_LATE_NAME, MATRIX_TASKS_NAME } from './matrix-sheet';
import { getPositionCell, type RankingId } from './ranking-table';
import { TOTAL_DEFINITIONS, type TotalId } from './total-definitions';
import type { TotalsLines } from './totals-lines';
import {
  buildSumOfTotals,
  getChartSource,
  getTotalCell,
  getTotalColumn,
  type TotalsLine,
} from './totals-tables';

const LABELS = DASHBOARD_LABELS.authority;

const TOTALS_CHART_NAMES = { areas: 'TH_BieuDo', months: 'TH_BieuDoThang' } as const;

/** Lines of the three bands. */
const BAND_LINES = [9, 6, 6] as const;
const HEADER_HEIGHT = 28;
const MONTH_COUNT = DASHBOARD_LABELS.months.names.length;

export const TOTALS_PAGE_ROWS = computePageRows({
  hasSecondLine: true,
  bands: BAND_LINES.map((lines) => ({ lines })),
});
/** Lines of the lists that order themselves. */
export const RANKED_LINES = Math.max(BAND_LINES[1], BAND_LINES[2]);
/** So many areas are drawn. */
export const MAX_CHART_SECTIONS = BAND_LINES[0];

/** Rows of the details that the page is made of. */
export type TotalsDetails = {
  grandTotal: number;
  sections: { first: number; lines: readonly TotalsLine[] };
  leadUnits: { first: number; count: number };
  chartSections: number;
  chartMonths: number;
  ranking: number;
};

function createCountColumn(header: string, numberFormat = '#,##0', late = false): PanelColumn {
  return {
    header,
    columns: 1,
    numberFormat,
    horizontal: 'Center',
    ...(late && { late: (cell: string) => `AND(ISNUMBER(${cell}),${cell}>0)` }),
  };
}

function createListColumns(header: string): PanelColumn[] {
  return [
    { header: DASHBOARD_LABELS.number, columns: 1, numberFormat: 'General', horizontal: 'Center' },
    { header, columns: 1, numberFormat: 'General', horizontal: 'Left' },
    createCountColumn(DASHBOARD_LABELS.performed),
    createCountColumn(DASHBOARD_LABELS.done),
    createCountColumn(DASHBOARD_LABELS.overdue, '#,##0', true),
    createCountColumn(DASHBOARD_LABELS.share, '0.0%'),
  ];
}

const NAME_WIDTH = getColumnsWidth(1, 1);

function buildTiles(row: number): Tile[] {
  const { tiles } = DASHBOARD_LABELS;
  const at = (id: TotalId): string => getTotalCell(id, row);
  const count = (formula: string) => ({ value: { formula: `=${formula}` }, numberFormat: '#,##0' });
  const ofCounted = (total: string, of: string): CellContent => ({
    formula: `="/ "&${total}&${quoteFormulaText(of)}`,
  });
  return [
    {
      label: tiles.share,
      value: { formula: `=${at('share')}` },
      numberFormat: '0.0%',
      below: { formula: `=${at('done')}&"/"&${at('performed')}&${quoteFormulaText(LABELS.shareOf)}` },
    },
    {
      label: LABELS.performed,
      ...count(at('performed')),
      below: ofCounted(at('required'), LABELS.ofCounted),
    },
    { label: tiles.done, ...count(at('done')), below: LABELS.counted },
    {
      label: tiles.onTime,
      ...count(buildSumOfTotals(['doneEarly', 'doneOnTime'], row)),
      below: ofCounted(at('done'), LABELS.ofDone),
    },
    {
      label: LABELS.overdue,
      ...count(at('overdue')),
      below: { formula: `=${quoteFormulaText(LABELS.doneLate)}&${at('doneLate')}` },
      alert: 'late',
    },
    { label: tiles.needsReview, ...count(at('needsReview')), below: LABELS.review, alert: 'review' },
    { label: tiles.undecided, ...count(at('undecided')), below: LABELS.counted, alert: 'review' },
  ];
}

function buildSectionPanel({ first, lines }: TotalsDetails['sections']): TablePanel {
  return {
    kind: 'table',
    half: 'left',
    columns: createListColumns(DASHBOARD_LABELS.byArea),
    lines: lines.slice(0, BAND_LINES[0]).map((line, at): CellContent[] => {
      const row = first + at;
      const [number, name] = [formatAddress(row, 0, true), formatAddress(row, 1, true)];
      return [
        { formula: `=IF(${number}="",${at + 1},${number})` },
        { formula: `=${buildOneLineFormula(name, countFittingLetters(line.name, NAME_WIDTH))}` },
        { formula: `=${getTotalCell('performed', row)}` },
        { formula: `=${getTotalCell('done', row)}` },
        { formula: `=${getTotalCell('overdue', row)}` },
        { formula: `=${getTotalCell('share', row)}` },
      ];
    }),
    rest:
      lines.length > BAND_LINES[0]
        ? `${DASHBOARD_LABELS.rest.before}${lines.length - BAND_LINES[0]}${DASHBOARD_LABELS.rest.areas}`
        : '',
  };
}

/** Builds a list whose order comes from the ranking table. */
function buildRankedPanel(
  title: string,
  {
    id,
    top,
    lines,
    column,
    total,
    rest,
    none,
  }: {
    id: RankingId;
    /** Header row of the table of places. */
    top: number;
    lines: number;
    /** A whole column of what is listed. */
    column: (of: TotalId | 'name') => string;
    /** How many there are to list. */
    total: string;
    rest: string;
    none: string;
  },
): TablePanel {
  return {
    kind: 'table',
    half: 'left',
    columns: createListColumns(title),
    lines: Array.from({ length: lines }, (_, at): CellContent[] => {
      const place = getPositionCell(id, top, at);
      const cell = (content: string, nothing = '""'): CellContent => ({
        formula: `=IF(${place}=0,${nothing},${content})`,
      });
      const of = (one: TotalId | 'name'): string => `INDEX(${column(one)},${place})`;
      return [
        cell(String(at + 1)),
        cell(
          buildOneLineFormula(of('name'), countFittingLetters('', NAME_WIDTH)),
          at === 0 ? quoteFormulaText(none) : '""',
        ),
        cell(of('performed')),
        cell(of('done')),
        cell(of('overdue')),
        cell(of('share')),
      ];
    }),
    rest: {
      formula: `=${buildCountsFormula(
        [{ count: `(${total}-${lines})`, before: DASHBOARD_LABELS.rest.before, after: rest }],
        '',
      )}`,
    },
  };
}

function buildUnitPanel(top: number): TablePanel {
  const column = (of: TotalId | 'name'): string =>
    buildColumnReference(
      of === 'name' ? UNIT_HEADERS.name : (TOTAL_DEFINITIONS.find(({ id }) => id === of)?.header ?? ''),
      UNIT_TABLE,
    );
  return buildRankedPanel(LABELS.byUnit, {
    id: 'units',
    top,
    lines: BAND_LINES[1],
    column,
    total: `COUNTIF(${column('performed')},">0")`,
    rest: LABELS.restUnits,
    none: LABELS.noUnits,
  });
}

function buildLeadUnitPanel(top: number, { first, count }: TotalsDetails['leadUnits']): TablePanel {
  const column = (of: TotalId | 'name'): string => {
    const letters = of === 'name' ? 'B' : getTotalColumn(of);
    return `$${letters}$${first + 1}:$${letters}$${first + count}`;
  };
  return buildRankedPanel(DASHBOARD_LABELS.byLeadUnit, {
    id: 'leadUnits',
    top,
    lines: BAND_LINES[2],
    column,
    total: `COUNTIF(${column('performed')},">0")`,
    rest: DASHBOARD_LABELS.rest.leadUnits,
    none: LABELS.noUnits,
  });
}

/** Columns of the table of tasks in the matrix, counted from 1. */
const TASK_COLUMNS = { id: 1, content: 2, performed: 3, done: 4, late: 5 } as const;
const TASK_COLUMN_SPAN = 6;
const TASK_LETTERS = countFittingLetters('', getColumnsWidth(6, TASK_COLUMN_SPAN));

function buildTaskPanel(top: number): TablePanel {
  return {
    kind: 'table',
    half: 'right',
    columns: [
      { header: LABELS.lateTasks, columns: TASK_COLUMN_SPAN, numberFormat: 'General', horizontal: 'Left' },
      createCountColumn(LABELS.lateUnits, '0', true),
      { ...createCountColumn(LABELS.doneUnits, 'General') },
    ],
    lines: Array.from({ length: BAND_LINES[2] }, (_, at): CellContent[] => {
      const place = getPositionCell('tasks', top, at);
      const of = (column: keyof typeof TASK_COLUMNS): string =>
        `INDEX(${MATRIX_TASKS_NAME},${place},${TASK_COLUMNS[column]})`;
      const cell = (content: string, nothing = '""'): CellContent => ({
        formula: `=IF(${place}=0,${nothing},${content})`,
      });
      return [
        cell(
          buildOneLineFormula(`${of('id')}&"  "&${of('content')}`, TASK_LETTERS),
          at === 0 ? quoteFormulaText(LABELS.noLate) : '""',
        ),
        cell(of('late')),
        cell(`${of('done')}&"/"&${of('performed')}`),
      ];
    }),
    rest: {
      formula: `=${buildCountsFormula(
        [
          {
            count: `(COUNTIF(${MATRIX_LATE_NAME},">0")-${BAND_LINES[2]})`,
            before: DASHBOARD_LABELS.rest.before,
            after: LABELS.restTasks,
          },
        ],
        '',
      )}`,
    },
  };
}

function buildUnitCountFormula(word: string): string {
  return `COUNTIFS(${buildColumnReference(UNIT_HEADERS.sending, UNIT_TABLE)},${quoteFormulaText(word)})`;
}
const ALL_UNITS_FORMULA = `COUNTIFS(${buildColumnReference(UNIT_HEADERS.code, UNIT_TABLE)},"?*")`;

/** Who sent, by name of the count and its formula. */
export const UNIT_COUNTS = [
  [TOTALS_LABELS.unitsRequired, ALL_UNITS_FORMULA],
  [TOTALS_LABELS.unitsSent, `${ALL_UNITS_FORMULA}-${buildUnitCountFormula(SUBMISSION_LABELS.missing)}`],
  [SUBMISSION_LABELS.onTime, buildUnitCountFormula(SUBMISSION_LABELS.onTime)],
  [SUBMISSION_LABELS.late, buildUnitCountFormula(SUBMISSION_LABELS.late)],
  [SUBMISSION_LABELS.missing, buildUnitCountFormula(SUBMISSION_LABELS.missing)],
] as const;

/** Builds "Đã nhận 55/60 đơn vị: 50 đúng hạn, 5 muộn; 5 chưa gửi"; the times only if a day to send by is set. */
function buildSentLine(): string {
  const [all, sent, onTime, late, missing] = UNIT_COUNTS.map(([, formula]) => `(${formula})`);
  return (
    `=${quoteFormulaText(LABELS.sent)}&${sent}&"/"&${all}&${quoteFormulaText(LABELS.units)}` +
    `&IF(${onTime}+${late}>0,": "&${onTime}&${quoteFormulaText(LABELS.onTime)}&${late}&${quoteFormulaText(LABELS.late)},"")` +
    `&IF(${missing}>0,"; "&${missing}&${quoteFormulaText(LABELS.missing)},"")`
  );
}

/** Builds the page at the head of the authority's *Tổng hợp*. */
export function buildTotalsPage(
  { level }: Pick<Consolidation, 'level'>,
  lines: TotalsLines,
  details: TotalsDetails,
): DashboardPage {
  const drawn = Math.max(1, Math.min(details.sections.lines.length, MAX_CHART_SECTIONS));
  const areasChart = createPageChart({
    name: TOTALS_CHART_NAMES.areas,
    title: DASHBOARD_LABELS.areaChart,
    ...getChartSource(details.chartSections, drawn, 6),
    colors: [
      STATE_COLORS.done,
      COLORS.redText,
      STATE_COLORS.notStarted,
      STATE_COLORS.nothingArisen,
      STATE_COLORS.notPerformed,
      STATE_COLORS.undecided,
    ],
  });
  const monthsChart = createPageChart({
    name: TOTALS_CHART_NAMES.months,
    title: `${DASHBOARD_LABELS.months.tasksChart}, ${lines.year}`,
    ...getChartSource(details.chartMonths, MONTH_COUNT, 3),
    colors: MONTH_COLORS,
  });
  const panels: Band['panels'][] = [
    [buildSectionPanel(details.sections), { kind: 'chart', half: 'right', chart: areasChart }],
    [buildUnitPanel(details.ranking), { kind: 'chart', half: 'right', chart: monthsChart }],
    [buildLeadUnitPanel(details.ranking, details.leadUnits), buildTaskPanel(details.ranking)],
  ];
  return {
    unit: [level.label, level.name].filter(Boolean).join(' – '),
    title: TOTALS_LABELS.title,
    about: { left: lines.reference, right: { formula: buildSentLine() } },
    hasSecondLine: true,
    tiles: buildTiles(details.grandTotal),
    bands: panels.map((one, at) => ({ panels: one, lines: BAND_LINES[at]!, headerHeight: HEADER_HEIGHT })),
    note: LABELS.note,
  };
}
