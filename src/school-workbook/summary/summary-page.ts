import { type CellRange, createRange, formatAddress } from '@phuluc/ooxml/a1';
import { findMax, findMin } from '../../shared/min-max';
import type {
  Band,
  ChartPanel,
  DashboardPage,
  PanelColumn,
  TablePanel,
  Tile,
} from '../../sheets/dashboard/dashboard-page';
import { createPageChart, MONTH_COLORS } from '../../sheets/dashboard/page-chart';
import { countFittingLetters, getColumnsWidth } from '../../sheets/dashboard/page-grid';
import {
  buildCountsFormula,
  buildDateTextFormula,
  buildOneLineFormula,
  quoteFormulaText,
} from '../../sheets/formula-text';
import { DASHBOARD_LABELS as labels } from '../../sheets/labels/dashboard-labels';
import { SUMMARY_SHEET_LABELS } from '../../sheets/labels/school-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { STATE_COLORS } from '../../sheets/styles';
import { hasSeveralDocuments } from '../documents/documents';
import type { WorkbookMetadata } from '../school-workbook';
import { SETTING_NAMES } from '../settings/setting-names';
import { getTitleLines } from '../title-block';
import type { DetailTable } from './detail-tables';
import { buildDuePanel, UNTRACKED_PANEL } from './due-panel';
import { getMonthChartSource } from './month-table';
import type { CountedLog } from './progress-counts';
import { getProgressCell, type ProgressSection } from './progress-section';
import {
  buildOverdueFormula,
  COUNT_COLUMN_IDS,
  type CountColumnId,
  FIRST_COUNT_COLUMN,
  getCountCell,
  type TaskTableHeaders,
} from './summary-formulas';
import { BAND_LINES, SUMMARY_PAGE_ROWS } from './summary-page-rows';

export const SUMMARY_CHART_NAMES = {
  areas: 'TH_BieuDo',
  leadUnits: 'TH_BieuDoChuTri',
  months: 'TH_BieuDoThang',
} as const;

/** Three lines of words in the first two bands. */
const HEADER_HEIGHTS = [39, 39, 16] as const;

type PageTable = Pick<DetailTable, 'top' | 'lines' | 'shown'>;

type SummaryDetails = {
  /** Row of the whole annex. */
  totalRow: number;
  sections: PageTable;
  leadUnits: PageTable;
  progress: ProgressSection | null;
  log: CountedLog;
};

/** Columns from "done" to "undecided", side by side: together they are the total. */
const STATE_COLUMN_IDS = COUNT_COLUMN_IDS.filter(
  (id): id is CountColumnId & keyof typeof STATE_COLORS => id in STATE_COLORS,
);
const getColumnIndex = (id: CountColumnId): number => FIRST_COUNT_COLUMN + COUNT_COLUMN_IDS.indexOf(id);

const TODAY_FORMULA = `INT(${SETTING_NAMES.today})`;

function buildTiles({ totalRow, progress }: SummaryDetails): Tile[] {
  const { tiles } = labels;
  const cell = (id: CountColumnId): string => getCountCell(id, totalRow);
  const count = (formula: string) => ({ value: { formula: `=${formula}` }, numberFormat: '#,##0' });
  const first: Tile[] = [
    {
      label: tiles.share,
      value: { formula: `=${cell('share')}` },
      numberFormat: '0.0%',
      below: { formula: `=${cell('done')}&"/"&${cell('performed')}&${quoteFormulaText(tiles.shareOf)}` },
    },
    {
      label: tiles.performed,
      ...count(cell('performed')),
      below: { formula: `="/ "&${cell('total')}&${quoteFormulaText(tiles.ofTasks)}` },
    },
    { label: tiles.done, ...count(cell('done')), below: tiles.tasks },
  ];
  const undecided: Tile = {
    label: tiles.undecided,
    ...count(cell('undecided')),
    below: tiles.tasks,
    alert: 'review',
  };
  if (!progress) {
    return [
      ...first,
      { label: labels.inProgress, ...count(cell('inProgress')), below: tiles.tasks },
      { label: tiles.notStarted, ...count(cell('notStarted')), below: tiles.tasks },
      { label: tiles.notPerformed, ...count(cell('notPerformed')), below: tiles.notCounted },
      undecided,
    ];
  }
  const state = (id: Parameters<typeof getProgressCell>[0]): string =>
    getProgressCell(id, progress.total.bottom);
  const inTime = `(${state('doneEarly')}+${state('doneOnTime')})`;
  const closed = `(${inTime}+${state('doneLate')}+${state('done')})`;
  return [
    ...first,
    {
      label: tiles.onTime,
      ...count(inTime),
      below: { formula: `="/ "&${closed}&${quoteFormulaText(tiles.ofDoneTimes)}` },
    },
    { label: tiles.overdue, ...count(state('overdue')), below: tiles.openTimes, alert: 'late' },
    { label: tiles.needsReview, ...count(state('needsReview')), below: tiles.reviewTimes, alert: 'review' },
    undecided,
  ];
}

function createCountColumn(header: string, numberFormat = '#,##0', late = false): PanelColumn {
  return {
    header,
    columns: 1,
    numberFormat,
    horizontal: 'Center',
    ...(late && { late: (cell: string) => `AND(ISNUMBER(${cell}),${cell}>0)` }),
  };
}

const NAME_WIDTH = getColumnsWidth(1, 1);

/**
 * Builds the first lines of a table of the details. Names refer to its cells, so that a changed name changes here.
 */
function buildLinesPanel(
  title: string,
  { top, lines, shown: shownLines }: PageTable,
  most: number,
  { isTracked, headers, restText }: { isTracked: boolean; headers: TaskTableHeaders; restText: string },
): TablePanel {
  const shown = lines.slice(0, most);
  const other = getCountCell('total', top + 1 + lines.length);
  return {
    kind: 'table',
    half: 'left',
    columns: [
      { header: labels.number, columns: 1, numberFormat: 'General', horizontal: 'Center' },
      { header: title, columns: 1, numberFormat: 'General', horizontal: 'Left' },
      createCountColumn(labels.performed),
      createCountColumn(labels.done),
      isTracked
        ? createCountColumn(labels.overdueTasks, '#,##0', true)
        : createCountColumn(labels.inProgress),
      createCountColumn(labels.share, '0.0%'),
    ],
    lines: shown.map((line, at): CellContent[] => {
      const row = top + 1 + at;
      const name = formatAddress(row, 1, true);
      const number = formatAddress(row, 0, true);
      const letters = countFittingLetters(typeof line.name === 'string' ? line.name : '', NAME_WIDTH);
      const content = [
        `IF(${number}="",${at + 1},${number})`,
        buildOneLineFormula(name, letters),
        getCountCell('performed', row),
        getCountCell('done', row),
        isTracked
          ? buildOverdueFormula(line, row, headers, TODAY_FORMULA).slice(1)
          : getCountCell('inProgress', row),
        getCountCell('share', row),
      ];
      return content.map((part) => ({
        formula: shownLines === null ? `=${part}` : `=IF(${name}="","",${part})`,
      }));
    }),
    rest: {
      formula: `=${buildCountsFormula(
        [
          {
            count:
              shownLines === null || lines.length === shown.length
                ? String(lines.length - shown.length)
                : `(${shownLines}-${shown.length})`,
            before: labels.rest.before,
            after: restText,
          },
          { count: other, before: '', after: labels.rest.others },
        ].filter(({ count }) => count !== '0'),
        labels.rest.and,
      )}`,
    },
  };
}

/** Builds a chart with one column for each line of the adjacent table, its states stacked. */
function buildStatesChart(
  name: string,
  title: string,
  top: number,
  drawn: number,
  categories: CellRange,
): ChartPanel {
  return {
    kind: 'chart',
    half: 'right',
    chart: createPageChart({
      name,
      title,
      source: {
        top,
        bottom: top + drawn,
        left: findMin(STATE_COLUMN_IDS.map(getColumnIndex)),
        right: findMax(STATE_COLUMN_IDS.map(getColumnIndex)),
      },
      categories,
      colors: STATE_COLUMN_IDS.map((id) => STATE_COLORS[id]),
    }),
  };
}

function buildMonthsChart({ byMonth }: ProgressSection): ChartPanel {
  return {
    kind: 'chart',
    half: 'right',
    chart: createPageChart({
      name: SUMMARY_CHART_NAMES.months,
      title: labels.months.timesChart,
      ...getMonthChartSource(byMonth),
      colors: MONTH_COLORS,
    }),
  };
}

/**
 * Builds the page at the head of a unit's *Tổng hợp*: its totals, by section, lead unit and month, and what is due.
 */
export function buildSummaryPage(
  metadata: WorkbookMetadata,
  headers: TaskTableHeaders,
  details: SummaryDetails,
): DashboardPage {
  const [unit, , edition] = getTitleLines(metadata);
  const { sections: areas, leadUnits, progress } = details;
  const isTracked = progress !== null;
  const [areaLines, leadLines, dueLines] = BAND_LINES;
  const [areaRows, leadRows] = SUMMARY_PAGE_ROWS.bands;
  const countDrawn = ({ lines }: PageTable, most: number): number =>
    Math.max(1, Math.min(lines.length, most));
  const categories = (first: number, drawn: number): CellRange => createRange(first, 0, drawn, 1);
  const drawn = [countDrawn(areas, areaLines), countDrawn(leadUnits, leadLines)] as const;
  const bands: Omit<Band, 'headerHeight' | 'lines'>[] = [
    {
      panels: [
        buildLinesPanel(labels.byArea, areas, areaLines, { isTracked, headers, restText: labels.rest.areas }),
        buildStatesChart(
          SUMMARY_CHART_NAMES.areas,
          labels.areaChart,
          areas.top,
          drawn[0],
          categories(areaRows!.first, drawn[0]),
        ),
      ],
    },
    {
      panels: [
        buildLinesPanel(labels.byLeadUnit, leadUnits, leadLines, {
          isTracked,
          headers,
          restText: labels.rest.leadUnits,
        }),
        progress
          ? buildMonthsChart(progress)
          : buildStatesChart(
              SUMMARY_CHART_NAMES.leadUnits,
              labels.leadUnitChart,
              leadUnits.top,
              drawn[1],
              categories(leadRows!.first, drawn[1]),
            ),
      ],
    },
    {
      panels: [
        progress
          ? buildDuePanel(dueLines, getProgressCell('overdue', progress.total.bottom), details.log)
          : UNTRACKED_PANEL,
      ],
    },
  ];
  return {
    unit,
    title: SUMMARY_SHEET_LABELS.title,
    about: {
      // With several documents the choice stands here.
      left: hasSeveralDocuments(metadata) ? '' : edition,
      right: isTracked
        ? { formula: `=${quoteFormulaText(labels.asOf)}&${buildDateTextFormula(TODAY_FORMULA)}` }
        : labels.live,
    },
    hasSecondLine: false,
    tiles: buildTiles(details),
    bands: bands.map((band, at) => ({ ...band, lines: BAND_LINES[at]!, headerHeight: HEADER_HEIGHTS[at]! })),
    note: isTracked ? labels.trackedNote : labels.note,
  };
}
