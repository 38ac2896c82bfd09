import { compareCellValues, sortRange } from '@phuluc/excel-simulator/model/sort-range';
import type { CellValue } from '@phuluc/excel-simulator/model/types';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import fc from 'fast-check';
import { fillCells, parseTestRange, readGrid } from './fill-cells';

function sheetWith(rows: CellValue[][]) {
  const sheet = createWorkbook('S').sheets[0]!;
  fillCells(sheet, 'A1', rows);
  return sheet;
}

describe('sorting', () => {
  const mixed: CellValue[][] = [
    ['b'],
    [true],
    [''],
    [2],
    [{ error: '#N/A' }],
    ['Ă'],
    [false],
    ['A'],
    [-1],
    ['â'],
    ['đ'],
    ['D'],
  ];

  it('puts numbers, texts in Vietnamese order, booleans, errors, and blanks last', () => {
    const sheet = sheetWith(mixed);
    sortRange(sheet, parseTestRange('A1:A12'), [{ index: 0, ascending: true }]);
    expect(readGrid(sheet, 'A1:A12').flat()).toEqual([
      -1,
      2,
      'A',
      'Ă',
      'â',
      'b',
      'D',
      'đ',
      false,
      true,
      { error: '#N/A' },
      '',
    ]);
  });

  it('keeps blanks last downwards too', () => {
    const sheet = sheetWith(mixed);
    sortRange(sheet, parseTestRange('A1:A12'), [{ index: 0, ascending: false }]);
    expect(readGrid(sheet, 'A1:A12').flat().slice(-3)).toEqual([2, -1, '']);
  });

  it('by several keys, equal rows in their order', () => {
    const sheet = sheetWith([
      ['b', 1, 'x'],
      ['a', 2, 'y'],
      ['B', 2, 'z'],
      ['a', 1, 'w'],
    ]);
    sortRange(sheet, parseTestRange('A1:C4'), [
      { index: 0, ascending: true },
      { index: 1, ascending: false },
    ]);
    expect(readGrid(sheet, 'C1:C4').flat()).toEqual(['y', 'w', 'z', 'x']);
  });

  it('moves formats, and formulas as copies', () => {
    const sheet = sheetWith([
      [2, '=A1*$A$9'],
      [1, '=A2*$A$9'],
    ]);
    setCell(sheet, 1, 0, { value: 1, format: { font: { bold: true } } });
    sortRange(sheet, parseTestRange('A1:B2'), [{ index: 0, ascending: true }]);
    expect(readGrid(sheet, 'A1:B2')).toEqual([
      [1, '=A1*$A$9'],
      [2, '=A2*$A$9'],
    ]);
    expect(sheet.cells.get(0)?.get(0)?.format).toEqual({ font: { bold: true } });
    expect(sheet.cells.get(1)?.get(0)?.format).toBeUndefined();
  });

  it('sorts columns', () => {
    const sheet = sheetWith([
      [3, 1, 2],
      ['c', 'a', 'b'],
    ]);
    sortRange(sheet, parseTestRange('A1:C2'), [{ index: 0, ascending: true }], { byColumns: true });
    expect(readGrid(sheet, 'A1:C2')).toEqual([
      [1, 2, 3],
      ['a', 'b', 'c'],
    ]);
  });

  it('refuses merged cells and keys outside', () => {
    const sheet = sheetWith([[1], [2]]);
    expect(sortRange(sheet, parseTestRange('A1:A2'), [{ index: 1, ascending: true }])).toMatchObject({
      code: 'InvalidArgument',
    });
    sheet.merges.push(parseTestRange('A2:B2'));
    expect(sortRange(sheet, parseTestRange('A1:A2'), [{ index: 0, ascending: true }])).toMatchObject({
      code: 'MergedRangeConflict',
    });
  });

  it('orders any values without contradiction, and loses none', () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(''));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (column) => {
        const sheet = sheetWith(
          column.map((one) => [one === '' || typeof one !== 'string' ? one : `x${one}`]),
        );
        const address = `A1:A${column.length}`;
        const before = readGrid(sheet, address).flat();
        sortRange(sheet, parseTestRange(address), [{ index: 0, ascending: true }]);
        const after = readGrid(sheet, address).flat();
        expect(after.map(String).sort()).toEqual(before.map(String).sort());
        after
          .slice(1)
          .forEach((next, index) => expect(compareCellValues(after[index]!, next)).toBeLessThanOrEqual(0));
      }),
    );
  });
});
