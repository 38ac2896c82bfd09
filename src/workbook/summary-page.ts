import { dashboardWords as words } from '../locales/dashboard-sheet-words';
import { summarySheetWords } from '../locales/sheet-words';
import { logHeaders } from '../locales/progress-sheet-words';
import type { Area } from './address';
import { areaOf, cellAddress } from './address';
import { MONTH_COLORS, createPageChart } from './dashboard/charts';
import { countFittingLetters, getColumnsWidth } from './dashboard/grid';
import type { Band, ChartPanel, DashboardPage, PanelColumn, TablePanel, Tile } from './dashboard/page';
import { computePageRows } from './dashboard/rows';
import type { PageRows } from './dashboard/rows';
import {
  buildDateTextFormula,
  buildOneLineFormula,
  quoteFormulaText,
  buildCountsFormula,
} from './dashboard/texts';
import { STATE_COLORS } from './look';
import { duePanel, untrackedPanel } from './progress/due-lines';
import { SETTING_NAMES } from './progress/setting-names';
import { monthSource } from './progress/summary-months';
import { progressCell } from './progress/summary-tables';
import type { ProgressSection } from './progress/summary-tables';
import type { Facts } from './school-book';
import type { CellContent } from './sheet-plan';
import { FIGURE_IDS, FIRST_FIGURE, figureCell, overdueFormula } from './summary-formulas';
import type { FigureId, Headers, Line } from './summary-formulas';
import { titleLines } from './title-block';

export const PAGE_CHARTS = {
  areas: 'TH_BieuDo',
  leadUnits: 'TH_BieuDoChuTri',
  months: 'TH_BieuDoThang',
} as const;

/** Lines of the three bands. */
const LINES = [9, 7, 7] as const;
const HEADER_HEIGHTS = [28, 28, 16] as const;

/** Where the page of a unit has its rows. */
export const SCHOOL_ROWS: PageRows = computePageRows({
  hasSecondLine: false,
  bands: LINES.map((lines) => ({ lines })),
});

/** A table of the details: its first row and its lines, in the order of the table. */
export type DetailLines = { top: number; lines: readonly Line[] };

export type SchoolDetails = {
  /** Row of the whole annex. */
  whole: number;
  areas: DetailLines;
  leadUnits: DetailLines;
  progress: ProgressSection | null;
};

/** Columns from "done" to "undecided", side by side: together they are the total. */
const STATES = FIGURE_IDS.filter((id): id is FigureId & keyof typeof STATE_COLORS => id in STATE_COLORS);
const columnOf = (id: FigureId): number => FIRST_FIGURE + FIGURE_IDS.indexOf(id);

const today = `INT(${SETTING_NAMES.today})`;

function tilesOf({ whole, progress }: SchoolDetails): Tile[] {
  const { tiles } = words;
  const cell = (id: FigureId): string => figureCell(id, whole);
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
      { label: words.inProgress, ...count(cell('inProgress')), below: tiles.tasks },
      { label: tiles.notStarted, ...count(cell('notStarted')), below: tiles.tasks },
      { label: tiles.notPerformed, ...count(cell('notPerformed')), below: tiles.notCounted },
      undecided,
    ];
  }
  const state = (id: Parameters<typeof progressCell>[0]): string => progressCell(id, progress.whole.bottom);
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

function figure(header: string, numberFormat = '#,##0', late = false): PanelColumn {
  return {
    header,
    columns: 1,
    numberFormat,
    horizontal: 'Center',
    ...(late && { late: (cell: string) => `AND(ISNUMBER(${cell}),${cell}>0)` }),
  };
}

const NAME_WIDTH = getColumnsWidth(1, 1);

/** The first lines of a table of the details. Names are the cells' own, so that a changed one changes here. */
function linesPanel(
  title: string,
  { top, lines }: DetailLines,
  most: number,
  { isTracked, headers, restWords }: { isTracked: boolean; headers: Headers; restWords: string },
): TablePanel {
  const shown = lines.slice(0, most);
  const other = figureCell('total', top + 1 + lines.length);
  return {
    kind: 'table',
    half: 'left',
    columns: [
      { header: words.number, columns: 1, numberFormat: 'General', horizontal: 'Center' },
      { header: title, columns: 1, numberFormat: 'General', horizontal: 'Left' },
      figure(words.performed),
      figure(words.done),
      isTracked ? figure(words.overdue, '#,##0', true) : figure(words.inProgress),
      figure(words.share, '0.0%'),
    ],
    lines: shown.map((line, at): CellContent[] => {
      const row = top + 1 + at;
      const name = cellAddress(row, 1, true);
      const number = cellAddress(row, 0, true);
      return [
        { formula: `=IF(${number}="",${at + 1},${number})` },
        { formula: `=${buildOneLineFormula(name, countFittingLetters(line.name, NAME_WIDTH))}` },
        { formula: `=${figureCell('performed', row)}` },
        { formula: `=${figureCell('done', row)}` },
        {
          formula: isTracked
            ? overdueFormula(line, row, headers, today)
            : `=${figureCell('inProgress', row)}`,
        },
        { formula: `=${figureCell('share', row)}` },
      ];
    }),
    rest: {
      formula: `=${buildCountsFormula(
        [
          { count: String(lines.length - shown.length), before: words.rest.before, words: restWords },
          { count: other, before: '', words: words.rest.others },
        ].filter(({ count }) => count !== '0'),
        words.rest.and,
      )}`,
    },
  };
}

/** One column a line of the table beside it; the states of its tasks above each other. */
function statesChart(name: string, title: string, top: number, drawn: number, categories: Area): ChartPanel {
  return {
    kind: 'chart',
    half: 'right',
    chart: createPageChart({
      name,
      title,
      source: {
        top,
        bottom: top + drawn,
        left: Math.min(...STATES.map(columnOf)),
        right: Math.max(...STATES.map(columnOf)),
      },
      categories,
      colors: STATES.map((id) => STATE_COLORS[id]),
    }),
  };
}

function monthsChart({ byMonth }: ProgressSection): ChartPanel {
  return {
    kind: 'chart',
    half: 'right',
    chart: createPageChart({
      name: PAGE_CHARTS.months,
      title: words.months.timesChart,
      ...monthSource(byMonth),
      colors: MONTH_COLORS,
    }),
  };
}

/** The page at the head of a unit's *Tổng hợp*: its figures, by area, lead unit and month, and what falls due. */
export function summaryPage(facts: Facts, headers: Headers, details: SchoolDetails): DashboardPage {
  const [unit, , edition] = titleLines(facts);
  const { areas, leadUnits, progress } = details;
  const isTracked = progress !== null;
  const [areaLines, leadLines, dueLines] = LINES;
  const [areaRows, leadRows] = SCHOOL_ROWS.bands;
  const drawnOf = ({ lines }: DetailLines, most: number): number => Math.max(1, Math.min(lines.length, most));
  const categories = (first: number, drawn: number): Area => areaOf(first, 0, drawn, 1);
  const drawn = [drawnOf(areas, areaLines), drawnOf(leadUnits, leadLines)] as const;
  const bands: Omit<Band, 'headerHeight' | 'lines'>[] = [
    {
      panels: [
        linesPanel(words.byArea, areas, areaLines, { isTracked, headers, restWords: words.rest.areas }),
        statesChart(
          PAGE_CHARTS.areas,
          words.areaChart,
          areas.top,
          drawn[0],
          categories(areaRows!.first, drawn[0]),
        ),
      ],
    },
    {
      panels: [
        linesPanel(words.byLeadUnit, leadUnits, leadLines, {
          isTracked,
          headers,
          restWords: words.rest.leadUnits,
        }),
        progress
          ? monthsChart(progress)
          : statesChart(
              PAGE_CHARTS.leadUnits,
              words.leadUnitChart,
              leadUnits.top,
              drawn[1],
              categories(leadRows!.first, drawn[1]),
            ),
      ],
    },
    {
      panels: [
        progress
          ? duePanel(dueLines, progressCell('overdue', progress.whole.bottom), logHeaders)
          : untrackedPanel,
      ],
    },
  ];
  return {
    unit,
    title: summarySheetWords.title,
    about: {
      left: edition,
      right: isTracked
        ? { formula: `=${quoteFormulaText(words.asOf)}&${buildDateTextFormula(today)}` }
        : words.live,
    },
    hasSecondLine: false,
    tiles: tilesOf(details),
    bands: bands.map((band, at) => ({ ...band, lines: LINES[at]!, headerHeight: HEADER_HEIGHTS[at]! })),
    note: isTracked ? words.trackedNote : words.note,
  };
}
