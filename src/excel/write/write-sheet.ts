import { createRange, formatRangeAddress, formatSheetPrefix, toColumnLetters } from '@phuluc/ooxml/a1';
import { appendAll } from '../../shared/append-all';
import type {
  ChartSpec,
  ChartStyle,
  NameSpec,
  PageSetup,
  SheetSpec,
  TableSpec,
} from '../../sheets/sheet-spec';
import { ACTION_BYTES, type RequestBatcher } from './request-batcher';
import type { Decoration } from './run-decorations';
import { getWorksheetRange } from './worksheet-range';
import { writeBlock, writeFills } from './write-block';
import { countFormatActions, writeFormat } from './write-format';
import { writeConditionalFormat, writeValidation } from './write-rules';

function writePageSetup({ pageLayout }: Excel.Worksheet, page: PageSetup): void {
  pageLayout.paperSize = 'A4';
  pageLayout.orientation = page.orientation;
  pageLayout.zoom = {
    horizontalFitToPages: page.pagesWide ?? 1,
    ...(page.pagesTall === undefined ? {} : { verticalFitToPages: page.pagesTall }),
  };
  pageLayout.topMargin = page.margins.top;
  pageLayout.bottomMargin = page.margins.bottom;
  pageLayout.leftMargin = page.margins.left;
  pageLayout.rightMargin = page.margins.right;
  pageLayout.headerMargin = page.margins.header;
  pageLayout.footerMargin = page.margins.footer;
  pageLayout.centerHorizontally = page.centerHorizontally ?? true;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = page.centerFooter;
  if (page.header) {
    const { headersFooters } = pageLayout;
    headersFooters.defaultForAllPages.centerHeader = page.header.center;
    headersFooters.state = page.header.onFirstPage ? 'Default' : 'FirstAndDefault';
    // An annex counts its own pages (Decree 30/2020/NĐ-CP), also where the whole workbook is printed.
    pageLayout.firstPageNumber = 1;
  }
  if (page.area) pageLayout.setPrintArea(formatRangeAddress(page.area));
  if (page.titleRows) {
    const { first, last } = page.titleRows;
    pageLayout.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  }
  if (page.titleColumns) {
    const { first, last } = page.titleColumns;
    pageLayout.setPrintTitleColumns(`$${toColumnLetters(first)}:$${toColumnLetters(last)}`);
  }
}

function writeChartStyle(chart: Excel.Chart, style: ChartStyle): void {
  chart.legend.position = style.legend;
  // The chart comes first: its font is that of every part until the part gets a font of its own.
  chart.format.font.name = style.font;
  chart.format.font.size = style.fontSize;
  chart.title.format.font.size = style.titleSize;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = style.titleColor;
  style.labelColors.forEach((color, index) => {
    const series = chart.series.getItemAt(index);
    if (index === 0) series.gapWidth = style.gapWidth;
    if (color === null) return;
    series.hasDataLabels = true;
    series.dataLabels.numberFormat = style.labelFormat;
    series.dataLabels.format.font.color = color;
  });
}

function writeChart(sheet: Excel.Worksheet, spec: ChartSpec): void {
  const chart = sheet.charts.add(spec.type, getWorksheetRange(sheet, spec.source), 'Columns');
  chart.name = spec.name;
  chart.title.text = spec.title;
  chart.legend.position = 'Bottom';
  const categories = getWorksheetRange(sheet, spec.categories);
  spec.colors.forEach((color, index) => {
    const series = chart.series.getItemAt(index);
    series.format.fill.setSolidColor(color);
    series.setXAxisValues(categories);
  });
  if (spec.style) writeChartStyle(chart, spec.style);
  const { top, left, bottom, right } = spec.position;
  chart.setPosition(
    formatRangeAddress(createRange(top, left, 1, 1)),
    formatRangeAddress(createRange(bottom, right, 1, 1)),
  );
}

type HeightRun = { rows: { first: number; last: number }; height: number };

/** Groups adjacent rows with the same height, so that they are set together. */
function groupRowHeights(heights: SheetSpec['rowHeights']): HeightRun[] {
  const runs: HeightRun[] = [];
  for (const { row, height } of heights) {
    const last = runs.at(-1);
    if (last?.height === height && last.rows.last + 1 === row) last.rows.last = row;
    else runs.push({ rows: { first: row, last: row }, height });
  }
  return runs;
}

/** Writes widths, heights, formats and contents; nothing that refers to a table yet. */
export async function writeSheetContents(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  spec: SheetSpec,
): Promise<void> {
  await batcher.reserve((2 + 3 * spec.columnWidths.length) * ACTION_BYTES);
  if (spec.tabColor !== undefined) sheet.tabColor = spec.tabColor;
  spec.columnWidths.forEach((width, column) => {
    const entire = getWorksheetRange(sheet, createRange(0, column, 1, 1)).getEntireColumn();
    // A hidden column has the width 0, which Excel does not accept as a width.
    if (width === 0) entire.columnHidden = true;
    else entire.format.columnWidth = width;
  });
  // Reserved one by one, because a print sheet has many merges.
  for (const area of spec.merges) {
    await batcher.reserve(2 * ACTION_BYTES);
    getWorksheetRange(sheet, area).merge();
  }
  for (const { area, format } of spec.formats) {
    await batcher.reserve((1 + countFormatActions(format)) * ACTION_BYTES);
    writeFormat(getWorksheetRange(sheet, area), format);
  }
  for (const { rows, height } of groupRowHeights(spec.rowHeights)) {
    await batcher.reserve(2 * ACTION_BYTES);
    getWorksheetRange(sheet, createRange(rows.first, 0, rows.last - rows.first + 1, 1)).format.rowHeight =
      height;
  }
  for (const block of spec.blocks) await writeBlock(batcher, sheet, block);
}

export function addTable(sheet: Excel.Worksheet, spec: TableSpec): void {
  const table = sheet.tables.add(formatRangeAddress(spec.area), true);
  table.name = spec.name;
  table.style = spec.style;
  table.showBandedRows = spec.banded;
}

export function writeTable(sheet: Excel.Worksheet, { table }: SheetSpec): void {
  if (table) addTable(sheet, table);
}

function getNameFormula(sheet: string, spec: NameSpec): string {
  return 'area' in spec ? `=${formatSheetPrefix(sheet)}${formatRangeAddress(spec.area, true)}` : spec.formula;
}

/** Adds the names of a sheet; existing names get their new formula. */
export function writeNames(workbook: Excel.Workbook, spec: SheetSpec, present: readonly string[] = []): void {
  for (const name of spec.names) {
    const formula = getNameFormula(spec.name, name);
    if (present.includes(name.name)) workbook.names.getItem(name.name).formula = formula;
    else workbook.names.add(name.name, formula);
  }
}

export function fitRows(sheet: Excel.Worksheet, { first, last }: { first: number; last: number }): void {
  getWorksheetRange(sheet, createRange(first, 0, last - first + 1, 1))
    .getEntireRow()
    .format.autofitRows();
}

/** Writes formulas that refer to tables, rules and last the heights that depend on the contents; adds decorations. */
export async function finishSheet(
  batcher: RequestBatcher,
  sheet: Excel.Worksheet,
  spec: SheetSpec,
): Promise<void> {
  for (const { area, formula } of spec.columnFormulas ?? []) {
    await batcher.reserve(2 * ACTION_BYTES + formula.length);
    // One text for all cells: office.js and Excel accept it, its types do not declare it.
    getWorksheetRange(sheet, area).formulas = formula as unknown as string[][];
  }
  for (const block of spec.afterTables) await writeBlock(batcher, sheet, block);
  await writeFills(batcher, sheet, spec.fills ?? []);
  const rules = 6 * spec.validations.length + 8 * spec.conditionalFormats.length;
  await batcher.reserve((rules + 2 * spec.fitRows.length + 1) * ACTION_BYTES);
  for (const validation of spec.validations) writeValidation(sheet, validation);
  // Excel puts a new rule above the existing ones, so the one with the highest priority comes last.
  for (const format of [...spec.conditionalFormats].reverse()) writeConditionalFormat(sheet, format);
  for (const rows of spec.fitRows) fitRows(sheet, rows);
  sheet.visibility = spec.visibility;
  appendAll(batcher.decorations, listDecorations(batcher.context, spec));
}

/** Lists the parts of a sheet that Excel may reject without harm to the data. */
function listDecorations(context: Excel.RequestContext, spec: SheetSpec): Decoration[] {
  const { name, page, charts = [], freezeRows, freezeColumns = 0, showGridlines } = spec;
  const getSheet = (): Excel.Worksheet => context.workbook.worksheets.getItem(name);
  const decorations: Decoration[] = [
    { kind: 'gridlines', sheet: name, queue: () => void (getSheet().showGridlines = showGridlines) },
  ];
  if (freezeRows > 0 || freezeColumns > 0)
    decorations.push({
      kind: 'frozen-panes',
      sheet: name,
      queue: () => freezePanes(getSheet(), freezeRows, freezeColumns),
    });
  if (page)
    decorations.push({ kind: 'page-setup', sheet: name, queue: () => writePageSetup(getSheet(), page) });
  for (const chart of charts)
    decorations.push({
      kind: 'chart',
      sheet: name,
      queue: () => writeChart(getSheet(), chart),
      reset: () => deleteChart(context, name, chart.name),
    });
  return decorations;
}

function freezePanes(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (columns > 0) sheet.freezePanes.freezeAt(getWorksheetRange(sheet, createRange(0, 0, rows, columns)));
  else sheet.freezePanes.freezeRows(rows);
}

/** Deletes a chart that a rejected request may have left behind. */
async function deleteChart(context: Excel.RequestContext, sheet: string, name: string): Promise<void> {
  const chart = context.workbook.worksheets.getItem(sheet).charts.getItemOrNullObject(name);
  chart.load('name');
  await context.sync();
  if (!chart.isNullObject) chart.delete();
}
