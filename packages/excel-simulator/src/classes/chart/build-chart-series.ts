import { formatRange, quoteSheetName } from '@phuluc/ooxml/a1';
import type { CellRange, ChartSeriesModel, SheetModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import { toPlainValue } from '../../protocol/cells/cell-values';

/** Formats a range as charts refer to cells: =Sheet1!$B$2:$B$9. */
export function formatChartReference(sheet: SheetModel, area: CellRange): string {
  return `=${quoteSheetName(sheet.name)}!${formatRange(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
}

function isLabel(sheet: SheetModel, row: number, column: number): boolean {
  const { value } = getCell(sheet, row, column);
  return typeof value === 'string' && value !== '';
}

/** Returns true if every cell of the area is a label. */
function hasOnlyLabels(sheet: SheetModel, area: CellRange): boolean {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (!isLabel(sheet, row, column)) return false;
    }
  }
  return true;
}

/**
 * Builds the series of a chart over a range as Excel finds them: a first row (or column) of texts, or a blank
 * corner, names the series and categories. With `Auto` the longer side runs along the categories.
 */
export function buildChartSeries(
  sheet: SheetModel,
  source: CellRange,
  seriesBy: 'Auto' | 'Columns' | 'Rows',
): ChartSeriesModel[] {
  const { top, left, bottom, right } = source;
  const cornerIsBlank = getCell(sheet, top, left).value === '';
  const hasRowOfLabels =
    bottom > top &&
    (cornerIsBlank || hasOnlyLabels(sheet, { ...source, bottom: top, left: Math.min(left + 1, right) }));
  const hasColumnOfLabels =
    right > left &&
    (cornerIsBlank || hasOnlyLabels(sheet, { ...source, right: left, top: Math.min(top + 1, bottom) }));
  const body: CellRange = {
    top: hasRowOfLabels ? top + 1 : top,
    left: hasColumnOfLabels ? left + 1 : left,
    bottom,
    right,
  };
  const rows = body.bottom - body.top + 1;
  const columns = body.right - body.left + 1;
  const byColumns = seriesBy === 'Columns' || (seriesBy === 'Auto' && rows >= columns);
  const [first, last] = byColumns ? [body.left, body.right] : [body.top, body.bottom];
  const series: ChartSeriesModel[] = [];
  for (let index = first; index <= last; index += 1) {
    const values = byColumns
      ? { ...body, left: index, right: index }
      : { ...body, top: index, bottom: index };
    const isNamed = byColumns ? hasRowOfLabels : hasColumnOfLabels;
    const nameCell = byColumns
      ? { top, bottom: top, left: index, right: index }
      : { top: index, bottom: index, left, right: left };
    const hasCategories = byColumns ? hasColumnOfLabels : hasRowOfLabels;
    const categories = byColumns ? { ...body, left, right: left } : { ...body, top, bottom: top };
    series.push({
      name: isNamed
        ? String(toPlainValue(getCell(sheet, nameCell.top, nameCell.left).value))
        : `Series${series.length + 1}`,
      ...(isNamed ? { nameFormula: formatChartReference(sheet, nameCell) } : {}),
      valuesFormula: formatChartReference(sheet, values),
      ...(hasCategories ? { categoriesFormula: formatChartReference(sheet, categories) } : {}),
    });
  }
  return series;
}
