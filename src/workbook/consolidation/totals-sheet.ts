import type { Consolidated } from '../../consolidation/ledger/consolidated';
import { consolidationSheetNames, totalsWords as words } from '../../locales/consolidation-sheet-words';
import { dashboardWords } from '../../locales/dashboard-sheet-words';
import { areaOf, columnLetters } from '../address';
import type { Area } from '../address';
import { ONE_PAGE, PAGE_COLUMNS, PAGE_FONT, PAGE_WIDTHS } from '../dashboard/grid';
import { layOut } from '../dashboard/lay-out';
import { BODY, COLORS, HEADER, NOTE_LINE, TITLE_LINE } from '../look';
import type { CellContent, FormatPlan, SheetPlan } from '../sheet-plan';
import { AS_OF_NAME } from './data-table';
import { serialOf } from './serial-dates';
import type { TotalsLines } from './totals-lines';
import { ORDER_FORMATS, orderTable } from './totals-order';
import { DRAWN_AREAS, ORDERED_LINES, TOTALS_ROWS, UNIT_COUNTS, totalsPage } from './totals-page';
import type { TotalsDetails } from './totals-page';
import {
  FIRST_FIGURE,
  TOTALS_COLUMNS as COLUMNS,
  areaLines,
  drawnAreas,
  drawnMonths,
  leadUnitLines,
  lineCells,
  quarterLines,
} from './totals-tables';
import type { Drawn, TotalsLine } from './totals-tables';
import { FIGURES, figureFormat } from './unit-figures';
import { REPORT_DUE_NAME } from './units-table';

/** Name of the line of the whole, for reading the figures back. */
export const WHOLE_NAME = 'TH_ToanBo';

/** The two days stand on the page's second line, each in two columns that are one cell. */
const DAYS_ROW = TOTALS_ROWS.secondLine;
const AS_OF_COLUMN = 2;
const REPORT_DUE_COLUMN = 7;

const DETAILS_ROW = TOTALS_ROWS.end + 1;
const UNITS_ROW = DETAILS_ROW + 2;
const WHOLE_ROW = UNITS_ROW + 4;
const FIRST_PART = WHOLE_ROW + 2;

/** Columns of figures beyond the page. */
const WIDTHS = [...PAGE_WIDTHS, ...Array.from({ length: Math.max(0, COLUMNS - PAGE_COLUMNS) }, () => 58)];

type Parts = Required<Pick<SheetPlan, 'blocks' | 'afterTables' | 'formats' | 'rowHeights' | 'merges'>>;
type Writable = { [Key in keyof Parts]: Parts[Key][number][] };

const BODY_LINES: FormatPlan = {
  ...BODY,
  borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line },
};

function header(parts: Writable, row: number, cells: readonly string[], height: number): void {
  parts.blocks.push({ row, column: 0, numberFormats: cells.map(() => '@'), cells: [[...cells]] });
  parts.formats.push({ area: areaOf(row, 0, 1, cells.length), format: { ...HEADER, fontSize: 9 } });
  parts.rowHeights.push({ row, height });
}

function body(parts: Writable, row: number, cells: CellContent[][], numberFormats: readonly string[]): void {
  const width = numberFormats.length;
  parts.afterTables.push({ row, column: 0, numberFormats, cells });
  parts.formats.push(
    { area: areaOf(row, 0, cells.length, width), format: BODY_LINES },
    { area: areaOf(row, 1, cells.length, 1), format: { wrap: true } },
    {
      area: areaOf(row, FIRST_FIGURE, cells.length, width - FIRST_FIGURE),
      format: { horizontal: 'Right' },
    },
  );
}

const NUMBER_FORMATS = ['@', '@', ...FIGURES.map(({ id }) => figureFormat(id))];

function figureTable(parts: Writable, row: number, title: string, lines: readonly TotalsLine[]): void {
  header(parts, row, [words.number, title, ...FIGURES.map((figure) => figure.header)], 62);
  if (lines.length === 0) return;
  body(
    parts,
    row + 1,
    lines.map((line, at) => lineCells(line, row + 1 + at)),
    NUMBER_FORMATS,
  );
}

function drawnTable(parts: Writable, row: number, { cells, numberFormats }: Drawn): void {
  const [first = [], ...rest] = cells;
  header(parts, row, first.map(String), 32);
  if (rest.length > 0) body(parts, row + 1, rest, numberFormats);
}

/** What a person may change: the day counted and the day to send by. */
function days(parts: Writable, { asOf, reportDue }: Pick<Consolidated, 'asOf' | 'reportDue'>): void {
  const label = (column: number, columns: number, text: string): void => {
    const area = areaOf(DAYS_ROW, column, 1, columns);
    parts.blocks.push({ row: DAYS_ROW, column, numberFormats: ['@'], cells: [[text]] });
    if (columns > 1) parts.merges.push(area);
    parts.formats.push({
      area,
      format: { ...BODY, fontSize: PAGE_FONT, horizontal: 'Right', vertical: 'Center', indent: 1 },
    });
  };
  const day = (column: number, iso: string): void => {
    const area = areaOf(DAYS_ROW, column, 1, 2);
    parts.blocks.push({
      row: DAYS_ROW,
      column,
      numberFormats: ['dd/mm/yyyy'],
      cells: [[serialOf(iso)]],
    });
    parts.merges.push(area);
    parts.formats.push({
      area,
      format: {
        ...BODY,
        fontSize: PAGE_FONT,
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

function unitTable(parts: Writable, below: string): void {
  const labels = UNIT_COUNTS.map(([label]) => label);
  header(parts, UNITS_ROW, ['', words.units, ...labels], 32);
  body(
    parts,
    UNITS_ROW + 1,
    [['', below, ...UNIT_COUNTS.map(([, formula]): CellContent => ({ formula: `=${formula}` }))]],
    ['@', '@', ...labels.map(() => '0')],
  );
}

/** Rows of the details, one table below the other. */
function placed(lines: TotalsLines) {
  const [areas, leads, quarters] = [areaLines(lines), leadUnitLines(lines), quarterLines(lines)];
  const areasTop = FIRST_PART;
  const leadsTop = areasTop + areas.length + 2;
  const quartersTop = leadsTop + leads.length + 2;
  const drawnAreasTop = quartersTop + quarters.length + 2;
  const monthsTop = drawnAreasTop + Math.min(areas.length, DRAWN_AREAS) + 2;
  const orderTop = monthsTop + dashboardWords.months.names.length + 2;
  return {
    areas,
    leads,
    quarters,
    tops: { areasTop, leadsTop, quartersTop, drawnAreasTop, monthsTop, orderTop },
    notes: orderTop + ORDERED_LINES + 2,
  };
}

/**
 * The sheet *Tổng hợp*: a page to read and print, and below it what it is made of: who sent, the whole, then lines by
 * area, lead unit and quarter; all live over the ledger. Columns to the right of the figures are the officer's.
 */
export function totalsSheet(
  book: Pick<Consolidated, 'level' | 'asOf' | 'reportDue' | 'annex'>,
  lines: TotalsLines,
  part: string,
  name: string = consolidationSheetNames.totals,
): SheetPlan {
  const { areas, leads, quarters, tops, notes: notesRow } = placed(lines);
  const details: TotalsDetails = {
    whole: WHOLE_ROW,
    areas: { first: tops.areasTop + 1, lines: areas },
    leadUnits: { first: tops.leadsTop + 1, count: leads.length },
    drawnAreas: tops.drawnAreasTop,
    drawnMonths: tops.monthsTop,
    order: tops.orderTop,
  };
  const page = layOut(totalsPage(book, lines, details));
  const parts: Writable = {
    blocks: [],
    afterTables: [],
    formats: [...page.formats],
    rowHeights: [...page.rowHeights],
    merges: [...page.merges],
  };
  days(parts, book);
  parts.blocks.push({
    row: DETAILS_ROW,
    column: 0,
    numberFormats: ['@'],
    cells: [[dashboardWords.details]],
  });
  parts.formats.push({ area: areaOf(DETAILS_ROW, 0, 1, 1), format: { ...TITLE_LINE, fontSize: 13 } });
  unitTable(parts, book.level.below);
  figureTable(parts, WHOLE_ROW - 1, words.whole, [{ number: '', name: words.whole, filter: [] }]);
  parts.formats.push({
    area: areaOf(WHOLE_ROW, 0, 1, COLUMNS),
    format: { bold: true, fillColor: COLORS.band },
  });
  figureTable(parts, tops.areasTop, words.byArea, areas);
  figureTable(parts, tops.leadsTop, words.byLeadUnit, leads);
  figureTable(parts, tops.quartersTop, words.byQuarter, quarters);
  drawnTable(parts, tops.drawnAreasTop, drawnAreas(areas.slice(0, DRAWN_AREAS), tops.areasTop + 1));
  drawnTable(parts, tops.monthsTop, drawnMonths(lines.year));
  drawnTable(parts, tops.orderTop, {
    cells: orderTable(tops.orderTop, ORDERED_LINES, details.leadUnits),
    numberFormats: ORDER_FORMATS,
  });
  const notes = [words.shareNote, words.rowsNote, ...(part === '' ? [] : [part])];
  parts.blocks.push({
    row: notesRow,
    column: 0,
    numberFormats: ['@'],
    cells: notes.map((note) => [note]),
  });
  parts.formats.push({ area: areaOf(notesRow, 0, notes.length, 1), format: { ...NOTE_LINE } });

  const figures: Area = areaOf(WHOLE_ROW, FIRST_FIGURE, tops.drawnAreasTop - 1 - WHOLE_ROW, FIGURES.length);
  const first = `${columnLetters(FIRST_FIGURE)}${WHOLE_ROW + 1}`;
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: WIDTHS,
    ownColumns: COLUMNS,
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
        area: figures,
        // Nothing to count steps back, so that what is there is seen.
        formula: `=AND(ISNUMBER(${first}),${first}=0)`,
        fontColor: '#9AA3AE',
      },
      {
        area: figures,
        formula:
          `=AND(ISNUMBER(${first}),${first}>0,` +
          `COLUMN()=${FIRST_FIGURE + 1 + FIGURES.findIndex(({ id }) => id === 'late')})`,
        fontColor: COLORS.redText,
        bold: true,
      },
    ],
    freezeRows: 0,
    page: { ...ONE_PAGE, area: areaOf(0, 0, TOTALS_ROWS.end, PAGE_COLUMNS) },
    charts: page.charts,
    names: [
      { name: AS_OF_NAME, area: areaOf(DAYS_ROW, AS_OF_COLUMN, 1, 1) },
      { name: REPORT_DUE_NAME, area: areaOf(DAYS_ROW, REPORT_DUE_COLUMN, 1, 1) },
      { name: WHOLE_NAME, area: areaOf(WHOLE_ROW, FIRST_FIGURE, 1, FIGURES.length) },
    ],
  };
}
