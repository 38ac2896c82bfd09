import { getNumberFormat } from '@phuluc/excel-simulator/model/cell-formats';
import { isRowHidden } from '@phuluc/excel-simulator/model/geometry';
import type { ChartModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { formatDisplayText } from '@phuluc/excel-simulator/model/values/format-display-text';
import { findSheetByName, getCell } from '@phuluc/excel-simulator/model/workbook';
import { parseRange } from '@phuluc/ooxml/a1';

export type ChartData = {
  categories: string[];
  series: { name: string; values: number[]; color: string; pointColors: Record<number, string> }[];
};

/** Office's default series colours, for charts that name none. */
const SERIES_COLORS = ['#0f5f57', '#d9a520', '#b3261e', '#4472c4', '#70ad47', '#7f6bb0', '#8a8a8a'];

type ChartCells = { text: string; value: number }[];

function readChartCells(workbook: WorkbookModel, formula: string | undefined): ChartCells {
  const match = /^=?(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(formula ?? '');
  const sheet = match
    ? findSheetByName(workbook, (match[1] ?? match[2] ?? '').replaceAll("''", "'"))
    : undefined;
  const area = match ? parseRange(match[3] ?? '') : null;
  if (!sheet || !area) return [];
  const cells: ChartCells = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    if (isRowHidden(sheet, row)) continue;
    for (let column = area.left; column <= area.right; column += 1) {
      const { value } = getCell(sheet, row, column);
      cells.push({
        text: formatDisplayText(value, getNumberFormat(sheet, row, column)),
        value: typeof value === 'number' ? value : 0,
      });
    }
  }
  return cells;
}

/** The figures a chart shows now; hidden rows are left out, as in Excel. */
export function readChartData(workbook: WorkbookModel, chart: ChartModel): ChartData {
  return {
    categories: readChartCells(workbook, chart.series[0]?.categoriesFormula).map(({ text }) => text),
    series: chart.series.map((series, index) => ({
      name: (series.nameFormula && readChartCells(workbook, series.nameFormula)[0]?.text) || series.name,
      values: readChartCells(workbook, series.valuesFormula).map(({ value }) => value),
      color: series.color || (SERIES_COLORS[index % SERIES_COLORS.length] ?? '#0f5f57'),
      pointColors: series.pointColors ?? {},
    })),
  };
}

export function getSliceColor(data: ChartData, index: number): string {
  return data.series[0]?.pointColors[index] ?? SERIES_COLORS[index % SERIES_COLORS.length] ?? '#0f5f57';
}
