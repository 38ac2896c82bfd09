import { createRange, formatRangeAddress, formatSheetPrefix, toColumnLetters } from '@phuluc/ooxml/a1';
import type {
  ChartSpec,
  ChartStyle,
  NameSpec,
  PageSetup,
  SheetSpec,
  TableSpec,
} from '../../sheets/sheet-spec';
import { ACTION_BYTES, type RequestBatcher } from './request-batcher';
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

function writeChartStyle(chart: Excel.Chart, look: ChartStyle): void {
  chart.legend.position = look.legend;
  // The whole chart first: its font is that of every part until the part has its own.
  chart.format.font.name = look.font;
  chart.format.font.size = look.fontSize;
  chart.title.format.font.size = look.titleSize;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = look.titleColor;
  look.labelColors.forEach((color, index) => {
    const series = chart.series.getItemAt(index);
    if (index === 0) series.gapWidth = look.gapWidth;
    if (color === null) return;
    series.hasDataLabels = true;
    series.dataLabels.numberFormat = look.labelFormat;
    series.dataLabels.format.font.color = color;
  });
}

function writeChart(sheet: Excel.Worksheet, plan: ChartSpec): void {
  const chart = sheet.charts.add(plan.type, getWorksheetRange(sheet, plan.source), 'Columns');
  chart.name = plan.name;
  chart.title.text = plan.title;
  chart.legend.position = 'Bottom';
  const categories = getWorksheetRange(sheet, plan.categories);
  plan.colors.forEach((color, index) => {
    const series = chart.series.getItemAt(index);
    series.format.fill.setSolidColor(color);
    series.setXAxisValues(categories);
  });
  if (plan.style) writeChartStyle(chart, plan.style);
  const { top, left, bottom, right } = plan.position;
  chart.setPosition(
    formatRangeAddress(createRange(top, left, 1, 1)),
    formatRangeAddress(createRange(bottom, right, 1, 1)),
  );
}

type HeightRun = { rows: { first: number; last: number }; height: number };

/** Rows below each other with one height are set together. */
function groupRowHeights(heights: SheetSpec['rowHeights']): HeightRun[] {
  const runs: HeightRun[] = [];
  for (const { row, height } of heights) {
    const last = runs.at(-1);
    if (last?.height === height && last.rows.last + 1 === row) last.rows.last = row;
    else runs.push({ rows: { first: row, last: row }, height });
  }
  return runs;
}

/** Widths, heights, looks and contents; nothing that speaks of a table yet. */
export async function writeSheetContents(
  outbox: RequestBatcher,
  sheet: Excel.Worksheet,
  plan: SheetSpec,
): Promise<void> {
  await outbox.reserve((2 + 3 * plan.columnWidths.length) * ACTION_BYTES);
  sheet.showGridlines = plan.showGridlines;
  if (plan.tabColor !== undefined) sheet.tabColor = plan.tabColor;
  plan.columnWidths.forEach((width, column) => {
    getWorksheetRange(sheet, createRange(0, column, 1, 1)).getEntireColumn().format.columnWidth = width;
  });
  // One by one: a sheet to print has a height for each of its rows.
  for (const area of plan.merges) {
    await outbox.reserve(2 * ACTION_BYTES);
    getWorksheetRange(sheet, area).merge();
  }
  for (const { area, format } of plan.formats) {
    await outbox.reserve((1 + countFormatActions(format)) * ACTION_BYTES);
    writeFormat(getWorksheetRange(sheet, area), format);
  }
  for (const { rows, height } of groupRowHeights(plan.rowHeights)) {
    await outbox.reserve(2 * ACTION_BYTES);
    getWorksheetRange(sheet, createRange(rows.first, 0, rows.last - rows.first + 1, 1)).format.rowHeight =
      height;
  }
  for (const block of plan.blocks) await writeBlock(outbox, sheet, block);
}

export function addTable(sheet: Excel.Worksheet, plan: TableSpec): void {
  const table = sheet.tables.add(formatRangeAddress(plan.area), true);
  table.name = plan.name;
  table.style = plan.style;
  table.showBandedRows = plan.banded;
}

export function writeTable(sheet: Excel.Worksheet, { table }: SheetSpec): void {
  if (table) addTable(sheet, table);
}

function getNameFormula(sheet: string, plan: NameSpec): string {
  return 'area' in plan ? `=${formatSheetPrefix(sheet)}${formatRangeAddress(plan.area, true)}` : plan.formula;
}

/** Names that are there already are pointed to where they belong now. */
export function writeNames(workbook: Excel.Workbook, plan: SheetSpec, present: readonly string[] = []): void {
  for (const name of plan.names) {
    const formula = getNameFormula(plan.name, name);
    if (present.includes(name.name)) workbook.names.getItem(name.name).formula = formula;
    else workbook.names.add(name.name, formula);
  }
}

export function fitRows(sheet: Excel.Worksheet, { first, last }: { first: number; last: number }): void {
  getWorksheetRange(sheet, createRange(first, 0, last - first + 1, 1))
    .getEntireRow()
    .format.autofitRows();
}

/** Formulas that speak of tables, rules, print set-up, chart; last the heights that follow the contents. */
export async function finishSheet(
  outbox: RequestBatcher,
  sheet: Excel.Worksheet,
  plan: SheetSpec,
): Promise<void> {
  for (const { area, formula } of plan.columnFormulas ?? []) {
    await outbox.reserve(2 * ACTION_BYTES + formula.length);
    // One text for all cells: office.js and Excel take it, its types do not know it.
    getWorksheetRange(sheet, area).formulas = formula as unknown as string[][];
  }
  for (const block of plan.afterTables) await writeBlock(outbox, sheet, block);
  await writeFills(outbox, sheet, plan.fills ?? []);
  const rules = 6 * plan.validations.length + 8 * plan.conditionalFormats.length;
  await outbox.reserve((rules + 80 * Math.max(1, plan.charts?.length ?? 0)) * ACTION_BYTES);
  for (const validation of plan.validations) writeValidation(sheet, validation);
  // Excel puts a new rule above those that are there: the strongest comes last.
  for (const format of [...plan.conditionalFormats].reverse()) writeConditionalFormat(sheet, format);
  if (plan.page) writePageSetup(sheet, plan.page);
  for (const chart of plan.charts ?? []) writeChart(sheet, chart);
  for (const rows of plan.fitRows) fitRows(sheet, rows);
  if (plan.freezeColumns) {
    sheet.freezePanes.freezeAt(
      getWorksheetRange(sheet, createRange(0, 0, plan.freezeRows, plan.freezeColumns)),
    );
  } else if (plan.freezeRows > 0) sheet.freezePanes.freezeRows(plan.freezeRows);
  sheet.visibility = plan.visibility;
}
