import { buildChartSeries } from '@phuluc/excel-simulator/classes/chart/build-chart-series';
import type { SheetModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';

function createSheet(rows: (string | number)[][]): SheetModel {
  const [sheet] = createWorkbook('S').sheets;
  if (!sheet) throw new Error('no sheet');
  rows.forEach((line, row) => line.forEach((value, column) => setCell(sheet, row, column, { value })));
  return sheet;
}
function read(rows: (string | number)[][], by: 'Auto' | 'Columns' | 'Rows' = 'Auto') {
  return buildChartSeries(
    createSheet(rows),
    { top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 },
    by,
  ).map(({ name, valuesFormula, categoriesFormula }) => [name, valuesFormula, categoriesFormula]);
}

it.each([
  [
    'names in the first row, categories in the first column',
    [
      ['Lĩnh vực', 'Số'],
      ['I', 3],
      ['II', 4],
    ],
    [['Số', '=S!$B$2:$B$3', '=S!$A$2:$A$3']],
  ],
  ['numbers alone', [[1], [2]], [['Series1', '=S!$A$1:$A$2', undefined]]],
  [
    'a blank corner over numbers',
    [
      ['', 2025, 2026],
      [1, 5, 6],
      [2, 7, 8],
    ],
    [
      ['2025', '=S!$B$2:$B$3', '=S!$A$2:$A$3'],
      ['2026', '=S!$C$2:$C$3', '=S!$A$2:$A$3'],
    ],
  ],
  [
    'more columns than rows: series run along the rows',
    [
      ['', 'a', 'b', 'c'],
      ['x', 1, 2, 3],
    ],
    [['x', '=S!$B$2:$D$2', '=S!$B$1:$D$1']],
  ],
])('finds %s', (_what, rows, expected) => {
  expect(read(rows)).toEqual(expected);
});

it('takes rows or columns as requested', () => {
  const rows = [
    ['', 'a', 'b'],
    ['x', 1, 2],
    ['y', 3, 4],
  ];
  expect(read(rows, 'Columns').map(([name]) => name)).toEqual(['a', 'b']);
  expect(read(rows, 'Rows').map(([name]) => name)).toEqual(['x', 'y']);
});
