import type { SheetModel } from '@phuluc/excel-simulator/model/types';
import type { CellValue } from '../../../src/sheets/cell-value';

/** Contents of the page at the head of *Tổng hợp*, row by row without blank cells. */
export function readDashboardPage(rows: number): Promise<CellValue[][]> {
  return Excel.run(async (excel) => {
    const range = excel.workbook.worksheets.getItem('Tổng hợp').getRange(`A1:N${rows}`);
    range.load('values');
    await excel.sync();
    return (range.values as CellValue[][]).map((line) => line.filter((value) => value !== ''));
  });
}

/** The lines of a table of the page below the header that begins so, up to the first blank one. */
export function getLinesBelow(page: readonly CellValue[][], header: string): CellValue[][] {
  const at = page.findIndex((line) => line.some((value) => value === header));
  const lines = page.slice(at + 1);
  const end = lines.findIndex((line) => line.length === 0);
  return at < 0 ? [] : lines.slice(0, end < 0 ? lines.length : end);
}

/** Label, figure and words below of each tile, by label; rows are those of the sheet from 1 on. */
export function readDashboardTiles(first: number): Promise<Record<string, [CellValue, CellValue]>> {
  return Excel.run(async (excel) => {
    const range = excel.workbook.worksheets.getItem('Tổng hợp').getRange(`A${first}:N${first + 2}`);
    range.load('values');
    await excel.sync();
    const [labels = [], numbers = [], below = []] = range.values as CellValue[][];
    return Object.fromEntries(
      labels.flatMap((label, at) =>
        label === '' ? [] : [[String(label), [numbers[at] ?? '', below[at] ?? '']]],
      ),
    );
  });
}

/** What each series of a chart draws, by chart: name's cell, values, categories, without the sheet's name. */
export function listChartReferences({ charts }: SheetModel): Record<string, string[]> {
  return Object.fromEntries(
    charts.map(({ name, series }) => [
      name,
      series.map((one) =>
        [one.nameFormula, one.valuesFormula, one.categoriesFormula]
          .map((formula) => (formula ?? '').replace(/^.*!/, '').replaceAll('$', ''))
          .join(' '),
      ),
    ]),
  );
}

/** Errors among the cells of a sheet, by address. */
export function listCellErrors({ cells }: SheetModel): string[] {
  return [...cells].flatMap(([row, line]) =>
    [...line].flatMap(([column, { value }]) =>
      typeof value === 'object' && value !== null ? [`${row},${column}: ${JSON.stringify(value)}`] : [],
    ),
  );
}

export const ONE_A4_PAGE = {
  orientation: 'Landscape',
  paperSize: 'A4',
  zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
  centerHorizontally: true,
};
