import { parseArea } from '../../host/model/address';
import { displayText } from '../../host/model/display-text';
import { numberFormatAt } from '../../host/model/formats';
import type { ChartModel, WorkbookModel } from '../../host/model/types';
import { cellAt, sheetNamed } from '../../host/model/workbook';

export type ChartData = {
  categories: string[];
  series: { name: string; values: number[]; color: string; pointColors: Record<number, string> }[];
};

/** Office's default series colours, for charts that name none. */
const COLORS = ['#0f5f57', '#d9a520', '#b3261e', '#4472c4', '#70ad47', '#7f6bb0', '#8a8a8a'];

type Cells = { text: string; value: number }[];

function cellsOf(workbook: WorkbookModel, formula: string | undefined): Cells {
  const match = /^=?(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(formula ?? '');
  const sheet = match ? sheetNamed(workbook, (match[1] ?? match[2] ?? '').replaceAll("''", "'")) : undefined;
  const area = match ? parseArea(match[3] ?? '') : null;
  if (!sheet || !area) return [];
  const cells: Cells = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    if (sheet.rows.get(row)?.hidden) continue;
    for (let column = area.left; column <= area.right; column += 1) {
      const { value } = cellAt(sheet, row, column);
      cells.push({
        text: displayText(value, numberFormatAt(sheet, row, column)),
        value: typeof value === 'number' ? value : 0,
      });
    }
  }
  return cells;
}

/** The figures a chart shows now; hidden rows are left out, as in Excel. */
export function chartData(workbook: WorkbookModel, chart: ChartModel): ChartData {
  return {
    categories: cellsOf(workbook, chart.series[0]?.categoriesFormula).map(({ text }) => text),
    series: chart.series.map((series, index) => ({
      name: (series.nameFormula && cellsOf(workbook, series.nameFormula)[0]?.text) || series.name,
      values: cellsOf(workbook, series.valuesFormula).map(({ value }) => value),
      color: series.color || (COLORS[index % COLORS.length] ?? '#0f5f57'),
      pointColors: series.pointColors ?? {},
    })),
  };
}

export function sliceColor(data: ChartData, index: number): string {
  return data.series[0]?.pointColors[index] ?? COLORS[index % COLORS.length] ?? '#0f5f57';
}
