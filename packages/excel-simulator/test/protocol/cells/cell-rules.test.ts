import type { CellRange } from '@phuluc/excel-simulator/model/types';
import { subtractRange } from '@phuluc/excel-simulator/protocol/cells/cell-rules';
import { areRangesIntersecting, containsRange } from '@phuluc/ooxml/a1';
import fc from 'fast-check';

const area = fc
  .tuple(fc.nat(12), fc.nat(12), fc.nat(6), fc.nat(6))
  .map(([top, left, height, width]): CellRange => ({ top, left, bottom: top + height, right: left + width }));

function listCells(areas: readonly CellRange[]): string[] {
  return areas.flatMap(({ top, left, bottom, right }) => {
    const cells: string[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) cells.push(`${row} ${column}`);
    return cells;
  });
}

it('takes away exactly the cells of the other area', () => {
  fc.assert(
    fc.property(area, area, (full, taken) => {
      const rest = subtractRange([full], taken);
      const removed = new Set(listCells([taken]));
      expect(listCells(rest).sort()).toEqual(
        listCells([full])
          .filter((cell) => !removed.has(cell))
          .sort(),
      );
      expect(rest.every((one) => containsRange(full, one) && !areRangesIntersecting(one, taken))).toBe(true);
    }),
  );
});
