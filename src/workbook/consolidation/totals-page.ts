import type { Consolidated } from '../../consolidation/ledger/consolidated';
import { sendingWords, totalsWords, unitHeaders } from '../../locales/consolidation-sheet-words';
import { dashboardWords } from '../../locales/dashboard-sheet-words';
import { cellAddress } from '../address';
import { columnReference } from '../columns';
import { pageChart, MONTH_COLORS } from '../dashboard/charts';
import { lettersIn, widthOf } from '../dashboard/grid';
import type { Band, Page, PanelColumn, TablePanel, Tile } from '../dashboard/page';
import { pageRows } from '../dashboard/rows';
import { oneLine, quoted, sayCounts } from '../dashboard/texts';
import { COLORS, STATE_COLORS } from '../look';
import type { CellContent } from '../sheet-plan';
import { MATRIX_LATE, MATRIX_TASKS } from './matrix-sheet';
import type { TotalsLines } from './totals-lines';
import { placeCell } from './totals-order';
import type { OrderId } from './totals-order';
import { OVERDUE, drawnSource, figureAt, figureColumn, sumAt } from './totals-tables';
import type { TotalsLine } from './totals-tables';
import { FIGURES } from './unit-figures';
import type { FigureId } from './unit-figures';
import { UNIT_TABLE } from './units-table';

const words = dashboardWords.authority;

export const TOTALS_CHARTS = { areas: 'TH_BieuDo', months: 'TH_BieuDoThang' } as const;

/** Lines of the three bands. */
const LINES = [9, 6, 6] as const;
const HEADER_HEIGHT = 28;
const MONTHS = dashboardWords.months.names.length;

export const TOTALS_ROWS = pageRows({
  hasSecondLine: true,
  bands: LINES.map((lines) => ({ lines })),
});
/** Lines of the lists that order themselves. */
export const ORDERED_LINES = Math.max(LINES[1], LINES[2]);
/** So many areas are drawn. */
export const DRAWN_AREAS = LINES[0];

/** Rows of the details that the page is made of. */
export type TotalsDetails = {
  whole: number;
  areas: { first: number; lines: readonly TotalsLine[] };
  leadUnits: { first: number; count: number };
  drawnAreas: number;
  drawnMonths: number;
  order: number;
};

function figure(header: string, numberFormat = '#,##0', late = false): PanelColumn {
  return {
    header,
    columns: 1,
    numberFormat,
    horizontal: 'Center',
    ...(late && { late: (cell: string) => `AND(ISNUMBER(${cell}),${cell}>0)` }),
  };
}

function left(header: string): PanelColumn[] {
  return [
    { header: dashboardWords.number, columns: 1, numberFormat: 'General', horizontal: 'Center' },
    { header, columns: 1, numberFormat: 'General', horizontal: 'Left' },
    figure(dashboardWords.performed),
    figure(dashboardWords.done),
    figure(dashboardWords.overdue, '#,##0', true),
    figure(dashboardWords.share, '0.0%'),
  ];
}

const NAME_WIDTH = widthOf(1, 1);

function tilesOf(row: number): Tile[] {
  const { tiles } = dashboardWords;
  const at = (id: FigureId): string => figureAt(id, row);
  const count = (formula: string) => ({ value: { formula: `=${formula}` }, numberFormat: '#,##0' });
  const ofCounted = (total: string, of: string): CellContent => ({ formula: `="/ "&${total}&${quoted(of)}` });
  return [
    {
      label: tiles.share,
      value: { formula: `=${at('share')}` },
      numberFormat: '0.0%',
      below: { formula: `=${at('done')}&"/"&${at('performed')}&${quoted(words.shareOf)}` },
    },
    {
      label: words.performed,
      ...count(at('performed')),
      below: ofCounted(at('required'), words.ofCounted),
    },
    { label: tiles.done, ...count(at('done')), below: words.counted },
    {
      label: tiles.onTime,
      ...count(sumAt(['doneEarly', 'doneOnTime'], row)),
      below: ofCounted(at('done'), words.ofDone),
    },
    {
      label: words.overdue,
      ...count(sumAt(OVERDUE, row)),
      below: { formula: `=${quoted(words.doneLate)}&${at('doneLate')}` },
      alert: 'late',
    },
    { label: tiles.needsReview, ...count(at('needsReview')), below: words.review, alert: 'review' },
    { label: tiles.undecided, ...count(at('undecided')), below: words.counted, alert: 'review' },
  ];
}

function areaPanel({ first, lines }: TotalsDetails['areas']): TablePanel {
  return {
    kind: 'table',
    half: 'left',
    columns: left(dashboardWords.byArea),
    lines: lines.slice(0, LINES[0]).map((line, at): CellContent[] => {
      const row = first + at;
      const [number, name] = [cellAddress(row, 0, true), cellAddress(row, 1, true)];
      return [
        { formula: `=IF(${number}="",${at + 1},${number})` },
        { formula: `=${oneLine(name, lettersIn(line.name, NAME_WIDTH))}` },
        { formula: `=${figureAt('performed', row)}` },
        { formula: `=${figureAt('done', row)}` },
        { formula: `=${sumAt(OVERDUE, row)}` },
        { formula: `=${figureAt('share', row)}` },
      ];
    }),
    rest:
      lines.length > LINES[0]
        ? `${dashboardWords.rest.before}${lines.length - LINES[0]}${dashboardWords.rest.areas}`
        : '',
  };
}

/** A list of lines of which the table of places says which comes when. */
function ordered(
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
    id: OrderId;
    /** Header row of the table of places. */
    top: number;
    lines: number;
    /** A whole column of what is listed. */
    column: (of: FigureId | 'name') => string;
    /** How many there are to list. */
    total: string;
    rest: string;
    none: string;
  },
): TablePanel {
  return {
    kind: 'table',
    half: 'left',
    columns: left(title),
    lines: Array.from({ length: lines }, (_, at): CellContent[] => {
      const place = placeCell(id, top, at);
      const cell = (content: string, nothing = '""'): CellContent => ({
        formula: `=IF(${place}=0,${nothing},${content})`,
      });
      const of = (one: FigureId | 'name'): string => `INDEX(${column(one)},${place})`;
      return [
        cell(String(at + 1)),
        cell(oneLine(of('name'), lettersIn('', NAME_WIDTH)), at === 0 ? quoted(none) : '""'),
        cell(of('performed')),
        cell(of('done')),
        cell(OVERDUE.map(of).join('+')),
        cell(of('share')),
      ];
    }),
    rest: {
      formula: `=${sayCounts(
        [{ count: `(${total}-${lines})`, before: dashboardWords.rest.before, words: rest }],
        '',
      )}`,
    },
  };
}

function unitPanel(top: number): TablePanel {
  const column = (of: FigureId | 'name'): string =>
    columnReference(
      of === 'name' ? unitHeaders.name : (FIGURES.find(({ id }) => id === of)?.header ?? ''),
      UNIT_TABLE,
    );
  return ordered(words.byUnit, {
    id: 'units',
    top,
    lines: LINES[1],
    column,
    total: `COUNTIF(${column('performed')},">0")`,
    rest: words.restUnits,
    none: words.noUnits,
  });
}

function leadPanel(top: number, { first, count }: TotalsDetails['leadUnits']): TablePanel {
  const column = (of: FigureId | 'name'): string => {
    const letters = of === 'name' ? 'B' : figureColumn(of);
    return `$${letters}$${first + 1}:$${letters}$${first + count}`;
  };
  return ordered(dashboardWords.byLeadUnit, {
    id: 'leadUnits',
    top,
    lines: LINES[2],
    column,
    total: `COUNTIF(${column('performed')},">0")`,
    rest: dashboardWords.rest.leadUnits,
    none: words.noUnits,
  });
}

/** Columns of the table of tasks in the matrix, counted from 1. */
const TASK = { id: 1, content: 2, performed: 3, done: 4, late: 5 } as const;
const TASK_SPAN = 6;
const TASK_LETTERS = lettersIn('', widthOf(6, TASK_SPAN));

function taskPanel(top: number): TablePanel {
  return {
    kind: 'table',
    half: 'right',
    columns: [
      { header: words.lateTasks, columns: TASK_SPAN, numberFormat: 'General', horizontal: 'Left' },
      figure(words.lateUnits, '0', true),
      { ...figure(words.doneUnits, 'General') },
    ],
    lines: Array.from({ length: LINES[2] }, (_, at): CellContent[] => {
      const place = placeCell('tasks', top, at);
      const of = (column: keyof typeof TASK): string => `INDEX(${MATRIX_TASKS},${place},${TASK[column]})`;
      const cell = (content: string, nothing = '""'): CellContent => ({
        formula: `=IF(${place}=0,${nothing},${content})`,
      });
      return [
        cell(
          oneLine(`${of('id')}&"  "&${of('content')}`, TASK_LETTERS),
          at === 0 ? quoted(words.noLate) : '""',
        ),
        cell(of('late')),
        cell(`${of('done')}&"/"&${of('performed')}`),
      ];
    }),
    rest: {
      formula: `=${sayCounts(
        [
          {
            count: `(COUNTIF(${MATRIX_LATE},">0")-${LINES[2]})`,
            before: dashboardWords.rest.before,
            words: words.restTasks,
          },
        ],
        '',
      )}`,
    },
  };
}

function unitCount(word: string): string {
  return `COUNTIFS(${columnReference(unitHeaders.sending, UNIT_TABLE)},${quoted(word)})`;
}
const allUnits = `COUNTIFS(${columnReference(unitHeaders.code, UNIT_TABLE)},"?*")`;

/** Who sent, by name of the count and its formula. */
export const UNIT_COUNTS = [
  [totalsWords.unitsRequired, allUnits],
  [totalsWords.unitsSent, `${allUnits}-${unitCount(sendingWords.missing)}`],
  [sendingWords.onTime, unitCount(sendingWords.onTime)],
  [sendingWords.late, unitCount(sendingWords.late)],
  [sendingWords.missing, unitCount(sendingWords.missing)],
] as const;

/** "Đã nhận 55/60 đơn vị: 50 đúng hạn, 5 muộn; 5 chưa gửi"; in time or late only where a day was set. */
function sentLine(): string {
  const [all, sent, onTime, late, missing] = UNIT_COUNTS.map(([, formula]) => `(${formula})`);
  return (
    `=${quoted(words.sent)}&${sent}&"/"&${all}&${quoted(words.units)}` +
    `&IF(${onTime}+${late}>0,": "&${onTime}&${quoted(words.onTime)}&${late}&${quoted(words.late)},"")` +
    `&IF(${missing}>0,"; "&${missing}&${quoted(words.missing)},"")`
  );
}

/** The page at the head of the authority's *Tổng hợp*. */
export function totalsPage(
  { level }: Pick<Consolidated, 'level'>,
  lines: TotalsLines,
  details: TotalsDetails,
): Page {
  const drawn = Math.max(1, Math.min(details.areas.lines.length, DRAWN_AREAS));
  const areasChart = pageChart({
    name: TOTALS_CHARTS.areas,
    title: dashboardWords.areaChart,
    ...drawnSource(details.drawnAreas, drawn, 6),
    colors: [
      STATE_COLORS.done,
      COLORS.redText,
      STATE_COLORS.notStarted,
      STATE_COLORS.nothingArisen,
      STATE_COLORS.notPerformed,
      STATE_COLORS.undecided,
    ],
  });
  const monthsChart = pageChart({
    name: TOTALS_CHARTS.months,
    title: `${dashboardWords.months.tasksChart}, ${lines.year}`,
    ...drawnSource(details.drawnMonths, MONTHS, 3),
    colors: MONTH_COLORS,
  });
  const panels: Band['panels'][] = [
    [areaPanel(details.areas), { kind: 'chart', half: 'right', chart: areasChart }],
    [unitPanel(details.order), { kind: 'chart', half: 'right', chart: monthsChart }],
    [leadPanel(details.order, details.leadUnits), taskPanel(details.order)],
  ];
  return {
    unit: [level.label, level.name].filter(Boolean).join(' – '),
    title: totalsWords.title,
    about: { left: lines.reference, right: { formula: sentLine() } },
    hasSecondLine: true,
    tiles: tilesOf(details.whole),
    bands: panels.map((one, at) => ({ panels: one, lines: LINES[at]!, headerHeight: HEADER_HEIGHT })),
    note: words.note,
  };
}
