import { type CellRange, createRange, toColumnLetters } from '@phuluc/ooxml/a1';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import { ONE_PAGE_SETUP, PAGE_COLUMNS, PAGE_FONT_SIZE, PAGE_WIDTHS } from '../../sheets/dashboard/page-grid';
import { renderDashboard } from '../../sheets/dashboard/render-dashboard';
import { getHeaderHeight } from '../../sheets/header-height';
import { CONSOLIDATION_SHEET_NAMES, TOTALS_LABELS as words } from '../../sheets/labels/consolidation-labels';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import type { CellContent, FormatSpec, SheetSpec } from '../../sheets/sheet-spec';
import { BODY_STYLE, COLORS, HEADER_STYLE, NOTE_LINE_STYLE, TITLE_LINE_STYLE } from '../../sheets/styles';
import { toDateCell } from '../../sheets/to-date-cell';
import { AS_OF_NAME } from '../tables/data-table';
import { REPORT_DUE_NAME } from '../tables/units-table';
import { buildRankingTable, RANKING_FORMATS } from './ranking-table';
import { getTotalFormat, TOTAL_DEFINITIONS } from './total-definitions';
import type { TotalsLines } from './totals-lines';
import {
  buildTotalsPage,
  MAX_CHART_SECTIONS,
  RANKED_LINES,
  TOTALS_PAGE_ROWS,
  type TotalsDetails,
  UNIT_COUNTS,
} from './totals-page';
import {
  buildDocumentLines,
  buildLeadUnitLines,
  buildLineCells,
  buildMonthChartTable,
  buildQuarterLines,
  buildSectionChartTable,
  buildSectionLines,
  type ChartTable,
  TOTALS_COLUMN_COUNT as COLUMNS,
  FIRST_TOTAL_COLUMN,
  type TotalsLine,
} from './totals-tables';

/** Name of the line of the whole, for reading the figures back. */
export const GRAND_TOTAL_NAME = 'TH_ToanBo';

/** The two days stand on the page's second line, each in two columns that are one cell. */
const DAYS_ROW = TOTALS_PAGE_ROWS.secondLine;
const AS_OF_COLUMN = 2;
const REPORT_DUE_COLUMN = 7;

const DETAILS_ROW = TOTALS_PAGE_ROWS.end + 1;
const UNITS_ROW = DETAILS_ROW + 2;
const GRAND_TOTAL_ROW = UNITS_ROW + 4;
const FIRST_DETAIL_ROW = GRAND_TOTAL_ROW + 2;

/** Columns of figures beyond the page. */
const COLUMN_WIDTHS = [
  ...PAGE_WIDTHS,
  ...Array.from({ length: Math.max(0, COLUMNS - PAGE_COLUMNS) }, () => 58),
];

type SheetParts = Required<Pick<SheetSpec, 'blocks' | 'afterTables' | 'formats' | 'rowHeights' | 'merges'>>;
type MutableSheetParts = { [Key in keyof SheetParts]: SheetParts[Key][number][] };

const BODY_FORMAT: FormatSpec = {
  ...BODY_STYLE,
  borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
};

function addHeader(parts: MutableSheetParts, row: number, cells: readonly string[]): void {
  const columns = cells.map((header, at) => ({ header, width: COLUMN_WIDTHS[at] ?? 0 }));
  parts.blocks.push({ row, column: 0, numberFormats: cells.map(() => '@'), cells: [[...cells]] });
  parts.formats.push({
    area: createRange(row, 0, 1, cells.length),
    format: { ...HEADER_STYLE, fontSize: 9 },
  });
  parts.rowHeights.push({ row, height: getHeaderHeight(columns, { size: 9 }) });
}

function addBody(
  parts: MutableSheetParts,
  row: number,
  cells: CellContent[][],
  numberFormats: readonly string[],
): void {
  const width = numberFormats.length;
  parts.afterTables.push({ row, column: 0, numberFormats, cells });
  parts.formats.push(
    { area: createRange(row, 0, cells.length, width), format: BODY_FORMAT },
    { area: createRange(row, 1, cells.length, 1), format: { wrap: true } },
    {
      area: createRange(row, FIRST_TOTAL_COLUMN, cells.length, width - FIRST_TOTAL_COLUMN),
      format: { horizontal: 'Right' },
    },
  );
}

const NUMBER_FORMATS = ['@', '@', ...TOTAL_DEFINITIONS.map(({ id }) => getTotalFormat(id))];

function addTotalsTable(
  parts: MutableSheetParts,
  row: number,
  title: string,
  lines: readonly TotalsLine[],
): void {
  addHeader(parts, row, [words.number, title, ...TOTAL_DEFINITIONS.map((figure) => figure.header)]);
  if (lines.length === 0) return;
  addBody(
    parts,
    row + 1,
    lines.map((line, at) => buildLineCells(line, row + 1 + at)),
    NUMBER_FORMATS,
  );
}

function addChartTable(parts: MutableSheetParts, row: number, { cells, numberFormats }: ChartTable): void {
  const [first = [], ...rest] = cells;
  addHeader(parts, row, first.map(String));
  if (rest.length > 0) addBody(parts, row + 1, rest, numberFormats);
}

/** Adds the two dates that a person may change: the day counted and the day to send by. */
function addDates(
  parts: MutableSheetParts,
  { asOf, reportDue }: Pick<Consolidation, 'asOf' | 'reportDue'>,
): void {
  const label = (column: number, columns: number, text: string): void => {
    const area = createRange(DAYS_ROW, column, 1, columns);
    parts.blocks.push({ row: DAYS_ROW, column, numberFormats: ['@'], cells: [[text]] });
    if (columns > 1) parts.merges.push(area);
    parts.formats.push({
      area,
      format: { ...BODY_STYLE, fontSize: PAGE_FONT_SIZE, horizontal: 'Right', vertical: 'Center', indent: 1 },
    });
  };
  const day = (column: number, iso: string): void => {
    const area = createRange(DAYS_ROW, column, 1, 2);
    parts.blocks.push({
      row: DAYS_ROW,
      column,
      numberFormats: ['dd/mm/yyyy'],
      cells: [[toDateCell(iso)]],
    });
    parts.merges.push(area);
    parts.formats.push({
      area,
      format: {
        ...BODY_STYLE,
        fontSize: PAGE_FONT_SIZE,
        bold: true,
        horizontal: 'Center',
        vertical: 'Center',
        borders: {
          sides: ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'],
          color: COLORS.officer,
        },
      },
    });
  };
  label(0, 2, words.asOf);
  day(AS_OF_COLUMN, asOf);
  label(AS_OF_COLUMN + 2, REPORT_DUE_COLUMN - AS_OF_COLUMN - 2, words.reportDue);
  day(REPORT_DUE_COLUMN, reportDue);
}

function addUnitCounts(parts: MutableSheetParts, below: string): void {
  const labels = UNIT_COUNTS.map(([label]) => label);
  addHeader(parts, UNITS_ROW, ['', words.units, ...labels]);
  addBody(
    parts,
    UNITS_ROW + 1,
    [['', below, ...UNIT_COUNTS.map(([, formula]): CellContent => ({ formula: `=${formula}` }))]],
    ['@', '@', ...labels.map(() => '0')],
  );
}

/** Rows of the details, one table below the other. */
function arrangeDetails(lines: TotalsLines) {
  const [areas, leads, quarters] = [
    buildSectionLines(lines),
    buildLeadUnitLines(lines),
    buildQuarterLines(lines),
  ];
  const documents = buildDocumentLines(lines);
  const areasTop = FIRST_DETAIL_ROW + (documents.length === 0 ? 0 : documents.length + 2);
  const leadsTop = areasTop + areas.length + 2;
  const quartersTop = leadsTop + leads.length + 2;
  const drawnAreasTop = quartersTop + quarters.length + 2;
  const monthsTop = drawnAreasTop + Math.min(areas.length, MAX_CHART_SECTIONS) + 2;
  const orderTop = monthsTop + DASHBOARD_LABELS.months.names.length + 2;
  return {
    documents,
    areas,
    leads,
    quarters,
    tops: { areasTop, leadsTop, quartersTop, drawnAreasTop, monthsTop, orderTop },
    notes: orderTop + RANKED_LINES + 2,
  };
}

/**
 * Builds the sheet *Tổng hợp*: a page to read and print, and below it the tables it is made of: who sent, the grand
 * total, then lines by section, lead unit and quarter, all live over the ledger. Columns to the right of the totals
 * are the officer's.
 */
export function buildTotalsSheet(
  consolidation: Pick<Consolidation, 'level' | 'asOf' | 'reportDue' | 'annex'>,
  lines: TotalsLines,
  part: string,
  name: string = CONSOLIDATION_SHEET_NAMES.totals,
): SheetSpec {
  const { documents, areas, leads, quarters, tops, notes: notesRow } = arrangeDetails(lines);
  const details: TotalsDetails = {
    grandTotal: GRAND_TOTAL_ROW,
    sections: { first: tops.areasTop + 1, lines: areas },
    leadUnits: { first: tops.leadsTop + 1, count: leads.length },
    chartSections: tops.drawnAreasTop,
    chartMonths: tops.monthsTop,
    ranking: tops.orderTop,
  };
  const page = renderDashboard(buildTotalsPage(consolidation, lines, details));
  const parts: MutableSheetParts = {
    blocks: [],
    afterTables: [],
    formats: [...page.formats],
    rowHeights: [...page.rowHeights],
    merges: [...page.merges],
  };
  addDates(parts, consolidation);
  parts.blocks.push({
    row: DETAILS_ROW,
    column: 0,
    numberFormats: ['@'],
    cells: [[DASHBOARD_LABELS.details]],
  });
  parts.formats.push({
    area: createRange(DETAILS_ROW, 0, 1, 1),
    format: { ...TITLE_LINE_STYLE, fontSize: 13 },
  });
  addUnitCounts(parts, consolidation.level.below);
  addTotalsTable(parts, GRAND_TOTAL_ROW - 1, words.whole, [{ number: '', name: words.whole, filter: [] }]);
  parts.formats.push({
    area: createRange(GRAND_TOTAL_ROW, 0, 1, COLUMNS),
    format: { bold: true, fillColor: COLORS.band },
  });
  if (documents.length > 0) addTotalsTable(parts, FIRST_DETAIL_ROW, words.byDocument, documents);
  addTotalsTable(parts, tops.areasTop, words.byArea, areas);
  addTotalsTable(parts, tops.leadsTop, words.byLeadUnit, leads);
  addTotalsTable(parts, tops.quartersTop, words.byQuarter, quarters);
  addChartTable(
    parts,
    tops.drawnAreasTop,
    buildSectionChartTable(areas.slice(0, MAX_CHART_SECTIONS), tops.areasTop + 1),
  );
  addChartTable(parts, tops.monthsTop, buildMonthChartTable(lines.year));
  addChartTable(parts, tops.orderTop, {
    cells: buildRankingTable(tops.orderTop, RANKED_LINES, details.leadUnits),
    numberFormats: RANKING_FORMATS,
  });
  const notes = [words.shareNote, words.rowsNote, ...(part === '' ? [] : [part])];
  parts.blocks.push({
    row: notesRow,
    column: 0,
    numberFormats: ['@'],
    cells: notes.map((note) => [note]),
  });
  parts.formats.push({ area: createRange(notesRow, 0, notes.length, 1), format: { ...NOTE_LINE_STYLE } });

  const totalsRange: CellRange = createRange(
    GRAND_TOTAL_ROW,
    FIRST_TOTAL_COLUMN,
    tops.drawnAreasTop - 1 - GRAND_TOTAL_ROW,
    TOTAL_DEFINITIONS.length,
  );
  const first = `${toColumnLetters(FIRST_TOTAL_COLUMN)}${GRAND_TOTAL_ROW + 1}`;
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: COLUMN_WIDTHS,
    managedColumns: COLUMNS,
    rowHeights: parts.rowHeights,
    merges: parts.merges,
    formats: parts.formats,
    blocks: parts.blocks,
    afterTables: [...parts.afterTables, ...page.afterTables],
    fitRows: [
      { first: tops.areasTop + 1, last: tops.areasTop + areas.length },
      { first: tops.leadsTop + 1, last: tops.leadsTop + leads.length },
    ].filter(({ first, last }) => last >= first),
    validations: [],
    conditionalFormats: [
      ...page.conditionalFormats,
      {
        area: totalsRange,
        // Nothing to count steps back, so that what is there is seen.
        formula: `=AND(ISNUMBER(${first}),${first}=0)`,
        fontColor: '#9AA3AE',
      },
      {
        area: totalsRange,
        formula:
          `=AND(ISNUMBER(${first}),${first}>0,` +
          `COLUMN()=${FIRST_TOTAL_COLUMN + 1 + TOTAL_DEFINITIONS.findIndex(({ id }) => id === 'overdue')})`,
        fontColor: COLORS.redText,
        bold: true,
      },
    ],
    freezeRows: 0,
    page: { ...ONE_PAGE_SETUP, area: createRange(0, 0, TOTALS_PAGE_ROWS.end, PAGE_COLUMNS) },
    charts: page.charts,
    names: [
      { name: AS_OF_NAME, area: createRange(DAYS_ROW, AS_OF_COLUMN, 1, 1) },
      { name: REPORT_DUE_NAME, area: createRange(DAYS_ROW, REPORT_DUE_COLUMN, 1, 1) },
      {
        name: GRAND_TOTAL_NAME,
        area: createRange(GRAND_TOTAL_ROW, FIRST_TOTAL_COLUMN, 1, TOTAL_DEFINITIONS.length),
      },
    ],
  };
}
