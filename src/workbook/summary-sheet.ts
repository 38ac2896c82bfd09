import { columnHeaders, sheetNames, summarySheetWords as words } from '../locales/sheet-words';
import { dashboardWords } from '../locales/dashboard-sheet-words';
import { progressSummaryWords as progressWords } from '../locales/progress-sheet-words';
import { areaOf, cellAddress } from './address';
import type { Area } from './address';
import { ONE_PAGE_SETUP, PAGE_COLUMNS, PAGE_WIDTHS } from './dashboard/grid';
import { renderDashboard } from './dashboard/lay-out';
import { BODY, COLORS, HEADER, NOTE_LINE, STATE_COLORS, TITLE_LINE } from './look';
import type { Facts } from './school-book';
import type { Block, CellContent, FormatPlan, SheetPlan } from './sheet-plan';
import {
  FIGURE_IDS,
  FIRST_FIGURE,
  SUMMARY_COLUMNS as COLUMNS,
  areaLine,
  figureHeader,
  figureLine,
  figureTable,
  leadUnitLine,
  wholeLine,
} from './summary-formulas';
import type { FigureId, Headers } from './summary-formulas';
import { PROGRESS_CHARTS, PROGRESS_SUMMARY_NAMES, progressSection } from './progress/summary-tables';
import type { ProgressSection } from './progress/summary-tables';
import { PAGE_CHARTS, SCHOOL_ROWS, summaryPage } from './summary-page';

/** Names under which the figures are found again, wherever the sheet is moved or rows are inserted. */
export const SUMMARY_NAMES = {
  whole: 'TH_ToanPhuLuc',
  byArea: 'TH_LinhVuc',
  byLeadUnit: 'TH_ChuTri',
  ...PROGRESS_SUMMARY_NAMES,
} as const;

export const OUR_CHARTS: readonly string[] = [
  ...Object.values(PAGE_CHARTS),
  ...Object.values(PROGRESS_CHARTS),
];

const DETAILS = SCHOOL_ROWS.end + 1;
const WHOLE_HEADER = DETAILS + 2;
const WHOLE = WHOLE_HEADER + 1;
const AREAS = WHOLE + 2;

const NUMBER_FORMATS = ['@', '@', ...FIGURE_IDS.map((id) => (id === 'share' ? '0.0%' : '#,##0'))];

function block(row: number, cells: CellContent[][], numberFormats: readonly string[]): Block {
  return {
    row,
    column: 0,
    numberFormats,
    cells,
  };
}

/** The header of a table is text, its figures are numbers; the two are written apart. */
function tableBlocks(
  row: number,
  [header = [], ...lines]: CellContent[][],
  formats: readonly string[] = NUMBER_FORMATS,
): Block[] {
  return [
    block(
      row,
      [header],
      header.map(() => '@'),
    ),
    block(row + 1, lines, formats),
  ];
}

type Format = { area: Area; format: FormatPlan };

function tableFormats(table: Area, hasOther = true): Format[] {
  const body = { ...table, top: table.top + 1 };
  return [
    { area: { ...table, bottom: table.top }, format: HEADER },
    {
      area: body,
      format: {
        ...BODY,
        vertical: 'Center',
        horizontal: 'Center',
        wrap: true,
        borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
      },
    },
    { area: { ...body, left: 1, right: 1 }, format: { horizontal: 'Left' } },
    ...(hasOther
      ? [
          {
            area: { ...body, top: body.bottom },
            format: { italic: true, fontColor: COLORS.greyText, fillColor: COLORS.greyFill },
          },
        ]
      : []),
  ];
}

function wholeFormats(whole: Area): Format[] {
  return [
    { area: { ...whole, bottom: whole.top }, format: HEADER },
    {
      area: { ...whole, top: whole.bottom },
      format: {
        ...BODY,
        fontSize: 15,
        bold: true,
        fontColor: COLORS.navy,
        fillColor: COLORS.band,
        horizontal: 'Center',
        vertical: 'Center',
      },
    },
    { area: areaOf(whole.bottom, 1, 1, 1), format: { horizontal: 'Left', fontSize: 12 } },
  ];
}

const columnOf = (id: FigureId): number => FIRST_FIGURE + FIGURE_IDS.indexOf(id);

/** What the log of progress adds below the other tables. */
function progressParts({
  tables,
  whole,
  charts,
  names,
  bottom,
}: ProgressSection): Pick<
  SheetPlan,
  'rowHeights' | 'formats' | 'blocks' | 'afterTables' | 'fitRows' | 'charts' | 'names'
> {
  const noteRow = bottom + 2;
  return {
    rowHeights: [
      ...tables.map(({ area }) => ({ row: area.top, height: 46 })),
      { row: whole.bottom, height: 34 },
    ],
    formats: [
      ...tables.flatMap(({ area, hasOther }) =>
        area.top === whole.top ? wholeFormats(area) : tableFormats(area, hasOther),
      ),
      { area: areaOf(noteRow, 0, 1, 1), format: NOTE_LINE },
    ],
    blocks: [block(noteRow, [[progressWords.note]], ['@'])],
    afterTables: tables.flatMap(({ area, cells, formats }) => tableBlocks(area.top, cells, formats)),
    fitRows: tables.slice(1).map(({ area }) => ({ first: area.top + 1, last: area.bottom })),
    charts,
    names,
  };
}

/**
 * The sheet *Tổng hợp*: a page to read and print, and below it the figures it is made of, for the whole annex, each
 * area and each lead unit. Formulas refer to columns by name, so that rows that are added, sorted or changed by hand
 * count at once. Columns to the right of the page are the user's.
 */
export function summarySheet(
  facts: Facts,
  headers: Headers = columnHeaders,
  name: string = sheetNames.summary,
): SheetPlan {
  const { areas, leadUnits, products } = facts.summary;
  const [areaLines, leadLines] = [areas.map(areaLine), leadUnits.map(leadUnitLine)];
  const areaTable = figureTable(AREAS, words.byArea, areaLines, WHOLE, headers);
  const leadTop = AREAS + areaTable.length + 1;
  const leadTable = figureTable(leadTop, words.byLeadUnit, leadLines, WHOLE, headers);
  const noteRow = leadTop + leadTable.length + 1;
  const whole = areaOf(WHOLE_HEADER, 0, 2, COLUMNS);
  const byArea = areaOf(AREAS, 0, areaTable.length, COLUMNS);
  const byLeadUnit = areaOf(leadTop, 0, leadTable.length, COLUMNS);
  const section = products ? progressSection(noteRow + 2, { products }) : null;
  const progress = section && progressParts(section);
  const page = renderDashboard(
    summaryPage(facts, headers, {
      whole: WHOLE,
      areas: { top: AREAS, lines: areaLines },
      leadUnits: { top: leadTop, lines: leadLines },
      progress: section,
    }),
  );
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: STATE_COLORS.inProgress,
    columnWidths: PAGE_WIDTHS,
    ownColumns: PAGE_COLUMNS,
    merges: page.merges,
    rowHeights: [
      ...page.rowHeights,
      { row: DETAILS, height: 22 },
      { row: WHOLE_HEADER, height: 32 },
      { row: WHOLE, height: 34 },
      { row: AREAS, height: 32 },
      { row: leadTop, height: 32 },
      ...(progress?.rowHeights ?? []),
    ],
    formats: [
      ...page.formats,
      { area: areaOf(DETAILS, 0, 1, 1), format: { ...TITLE_LINE, fontSize: 13 } },
      ...wholeFormats(whole),
      ...tableFormats(byArea),
      ...tableFormats(byLeadUnit),
      { area: areaOf(noteRow, 0, 1, 1), format: NOTE_LINE },
      ...(progress?.formats ?? []),
    ],
    blocks: [
      block(DETAILS, [[dashboardWords.details]], ['@']),
      block(noteRow, [[words.shareNote]], ['@']),
      ...(progress?.blocks ?? []),
    ],
    afterTables: [
      ...tableBlocks(WHOLE_HEADER, [figureHeader('', ''), figureLine(wholeLine, WHOLE, headers)]),
      ...tableBlocks(AREAS, areaTable),
      ...tableBlocks(leadTop, leadTable),
      ...(progress?.afterTables ?? []),
      ...page.afterTables,
    ],
    validations: [],
    conditionalFormats: [
      ...page.conditionalFormats,
      {
        area: areaOf(WHOLE, columnOf('undecided'), 1, 1),
        formula: `=${cellAddress(WHOLE, columnOf('undecided'))}>0`,
        fontColor: COLORS.amberText,
        fillColor: COLORS.amberFill,
      },
    ],
    freezeRows: 0,
    page: { ...ONE_PAGE_SETUP, area: areaOf(0, 0, SCHOOL_ROWS.end, PAGE_COLUMNS) },
    fitRows: [
      { first: byArea.top + 1, last: byArea.bottom },
      { first: byLeadUnit.top + 1, last: byLeadUnit.bottom },
      ...(progress?.fitRows ?? []),
    ],
    charts: [...page.charts, ...(progress?.charts ?? [])],
    names: [
      { name: SUMMARY_NAMES.whole, area: whole },
      { name: SUMMARY_NAMES.byArea, area: byArea },
      { name: SUMMARY_NAMES.byLeadUnit, area: byLeadUnit },
      ...(progress?.names ?? []),
    ],
  };
}
