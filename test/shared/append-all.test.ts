import { sortScannedRows } from '../../src/consolidation/reader/sheet-cells';
import { appendAll } from '../../src/shared/append-all';

/** More than the stack holds as arguments of one call. */
const MANY = 300_000;

describe('appendAll', () => {
  it('appends more items than a call takes arguments', () => {
    const list = [1];
    appendAll(list, new Array<number>(MANY).fill(2));
    expect(list).toHaveLength(MANY + 1);
  });
});

describe('sortScannedRows', () => {
  it('joins the parts of a row however many cells they have', () => {
    const cells = Array.from({ length: MANY }, (_, column) => ({ column, value: 'x', blankFormula: false }));
    const rows = [4, 3, 4].map((row) => ({ row, hidden: false, cells: [...cells] }));
    expect(sortScannedRows(rows).map(({ row, cells: joined }) => [row, joined.length])).toEqual([
      [3, MANY],
      [4, 2 * MANY],
    ]);
  });
});
