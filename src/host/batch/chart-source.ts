import { areaAddress, quoteSheetName } from '../model/address';
import type { Area, ChartSeriesModel, SheetModel } from '../model/types';
import { cellAt } from '../model/workbook';
import { plainValue } from './cell-values';

/** =Sheet1!$B$2:$B$9, as charts refer to cells. */
export function chartReference(sheet: SheetModel, area: Area): string {
  return `=${quoteSheetName(sheet.name)}!${areaAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
}

function isLabel(sheet: SheetModel, row: number, column: number): boolean {
  const { value } = cellAt(sheet, row, column);
  return typeof value === 'string' && value !== '';
}

/** Whether the cells of a row or column after its first all are labels (or the corner is blank). */
function allLabels(sheet: SheetModel, area: Area): boolean {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (!isLabel(sheet, row, column)) return false;
    }
  }
  return true;
}

/**
 * Series of a chart over a range, as Excel finds them: a first row (or column) of texts, or a blank corner, names
 * the series and categories; with `Auto` the longer side runs along the categories.
 */
export function seriesOf(
  sheet: SheetModel,
  source: Area,
  seriesBy: 'Auto' | 'Columns' | 'Rows',
): ChartSeriesModel[] {
  const { top, left, bottom, right } = source;
  const cornerIsBlank = cellAt(sheet, top, left).value === '';
  const hasRowOfLabels =
    bottom > top &&
    (cornerIsBlank || allLabels(sheet, { ...source, bottom: top, left: Math.min(left + 1, right) }));
  const hasColumnOfLabels =
    right > left &&
    (cornerIsBlank || allLabels(sheet, { ...source, right: left, top: Math.min(top + 1, bottom) }));
  const body: Area = {
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
        ? String(plainValue(cellAt(sheet, nameCell.top, nameCell.left).value))
        : `Series${series.length + 1}`,
      ...(isNamed ? { nameFormula: chartReference(sheet, nameCell) } : {}),
      valuesFormula: chartReference(sheet, values),
      ...(hasCategories ? { categoriesFormula: chartReference(sheet, categories) } : {}),
    });
  }
  return series;
}
