import { columnHeaders, sheetNames, summarySheetWords as words } from '../locales/sheet-words';
import { progressSummaryWords as progressWords } from '../locales/progress-sheet-words';
import { areaOf, cellAddress } from './address';
import type { Area } from './address';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE, STATE_COLORS } from './look';
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
import {
  PROGRESS_CHARTS,
  PROGRESS_COLUMNS,
  PROGRESS_SUMMARY_NAMES,
  progressSection,
} from './progress/summary-tables';
import { titleBlock, titleLines } from './title-block';

/** Names under which the figures are found again, wherever the sheet is moved or rows are inserted. */
export const SUMMARY_NAMES = {
  whole: 'TH_ToanPhuLuc',
  byArea: 'TH_LinhVuc',
  byLeadUnit: 'TH_ChuTri',
  ...PROGRESS_SUMMARY_NAMES,
} as const;

export const SUMMARY_CHART = 'TH_BieuDo';
export const OUR_CHARTS: readonly string[] = [SUMMARY_CHART, ...Object.values(PROGRESS_CHARTS)];

const COLUMN_WIDTHS = [34, 300, ...FIGURE_IDS.map(() => 62)];
const TRACKED_WIDTHS = [
  ...COLUMN_WIDTHS,
  ...Array.from({ length: PROGRESS_COLUMNS - COLUMN_WIDTHS.length }, () => 62),
];
const WHOLE_HEADER = 4;
const WHOLE = WHOLE_HEADER + 1;
const CHART_TOP = WHOLE + 2;
const CHART_ROWS = 15;
const AREAS = CHART_TOP + CHART_ROWS + 1;

const NUMBER_FORMATS = ['@', '@', ...FIGURE_IDS.map((id) => (id === 'share' ? '0.0%' : '#,##0'))];

const block = (row: number, cells: CellContent[][], numberFormats: readonly string[]): Block => ({
  row,
  column: 0,
  numberFormats,
  cells,
});

/** The header of a table is text, its figures are numbers; the two are written apart. */
const tableBlocks = (
  row: number,
  [header = [], ...lines]: CellContent[][],
  formats: readonly string[] = NUMBER_FORMATS,
): Block[] => [
  block(
    row,
    [header],
    header.map(() => '@'),
  ),
  block(row + 1, lines, formats),
];

type Format = { area: Area; format: FormatPlan };

const tableFormats = (table: Area, hasOther = true): Format[] => {
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
};

const wholeFormats = (whole: Area): Format[] => [
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

/** Columns from "done" to "undecided", side by side: together they are the total. */
const STATES = FIGURE_IDS.filter((id): id is FigureId & keyof typeof STATE_COLORS => id in STATE_COLORS);
const columnOf = (id: FigureId): number => FIRST_FIGURE + FIGURE_IDS.indexOf(id);

/** What the log of progress adds to the sheet, from row `top` on. */
const progressParts = (
  top: number,
  products: string[],
): Pick<SheetPlan, 'rowHeights' | 'formats' | 'blocks' | 'afterTables' | 'fitRows' | 'charts' | 'names'> => {
  const { tables, whole, charts, names, bottom } = progressSection(top, { products });
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
};

/**
 * The sheet *Tổng hợp*: live figures over the table of tasks for the whole annex, each area and each lead unit, with
 * a chart. Formulas refer to columns by name, so that rows that are added, sorted or changed by hand count at once.
 */
export const summarySheet = (
  facts: Facts,
  headers: Headers = columnHeaders,
  name: string = sheetNames.summary,
): SheetPlan => {
  const { areas, leadUnits, products } = facts.summary;
  const [unit, edition] = titleLines(facts);
  const columnWidths = products ? TRACKED_WIDTHS : COLUMN_WIDTHS;
  const title = titleBlock([unit, words.title, edition], columnWidths);
  const areaTable = figureTable(AREAS, words.byArea, areas.map(areaLine), WHOLE, headers);
  const leadTop = AREAS + areaTable.length + 1;
  const leadTable = figureTable(leadTop, words.byLeadUnit, leadUnits.map(leadUnitLine), WHOLE, headers);
  const noteRow = leadTop + leadTable.length + 1;
  const whole = areaOf(WHOLE_HEADER, 0, 2, COLUMNS);
  const byArea = areaOf(AREAS, 0, areaTable.length, COLUMNS);
  const byLeadUnit = areaOf(leadTop, 0, leadTable.length, COLUMNS);
  const drawn = Math.max(1, areas.length);
  const progress = products ? progressParts(noteRow + 2, products) : null;
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: STATE_COLORS.inProgress,
    columnWidths,
    merges: title.merges,
    rowHeights: [
      ...title.rowHeights,
      { row: 3, height: 6 },
      { row: WHOLE_HEADER, height: 32 },
      { row: WHOLE, height: 34 },
      { row: AREAS, height: 32 },
      { row: leadTop, height: 32 },
      ...(progress?.rowHeights ?? []),
    ],
    formats: [
      ...title.formats,
      ...wholeFormats(whole),
      ...tableFormats(byArea),
      ...tableFormats(byLeadUnit),
      { area: areaOf(noteRow, 0, 1, 1), format: NOTE_LINE },
      ...(progress?.formats ?? []),
    ],
    blocks: [...title.blocks, block(noteRow, [[words.shareNote]], ['@']), ...(progress?.blocks ?? [])],
    afterTables: [
      ...tableBlocks(WHOLE_HEADER, [figureHeader('', ''), figureLine(wholeLine, WHOLE, headers)]),
      ...tableBlocks(AREAS, areaTable),
      ...tableBlocks(leadTop, leadTable),
      ...(progress?.afterTables ?? []),
    ],
    validations: [],
    conditionalFormats: [
      {
        area: areaOf(WHOLE, columnOf('undecided'), 1, 1),
        formula: `=${cellAddress(WHOLE, columnOf('undecided'))}>0`,
        fontColor: COLORS.amberText,
        fillColor: COLORS.amberFill,
      },
    ],
    freezeRows: 0,
    page: PAGE,
    fitRows: [
      { first: byArea.top + 1, last: byArea.bottom },
      { first: byLeadUnit.top + 1, last: byLeadUnit.bottom },
      ...(progress?.fitRows ?? []),
    ],
    charts: [
      {
        name: SUMMARY_CHART,
        type: 'ColumnStacked',
        title: words.chartTitle,
        source: {
          top: AREAS,
          bottom: AREAS + drawn,
          left: Math.min(...STATES.map(columnOf)),
          right: Math.max(...STATES.map(columnOf)),
        },
        categories: areaOf(AREAS + 1, 0, drawn, 1),
        colors: STATES.map((id) => STATE_COLORS[id]),
        position: areaOf(CHART_TOP, 0, CHART_ROWS, COLUMNS),
      },
      ...(progress?.charts ?? []),
    ],
    names: [
      { name: SUMMARY_NAMES.whole, area: whole },
      { name: SUMMARY_NAMES.byArea, area: byArea },
      { name: SUMMARY_NAMES.byLeadUnit, area: byLeadUnit },
      ...(progress?.names ?? []),
    ],
  };
};
