import { areRangesIntersecting } from '@phuluc/ooxml/a1';
import { forEachCell } from './cells';
import { type EditResult, err, ok } from './edit-result';
import { copyFormula } from './formula-references';
import { type Cell, type CellRange, type CellValue, type SheetModel } from './types';
import { getCell, setCell } from './workbook';

/** One key: a column (or row) counted from the sorted area's edge. */
export type SortKey = { index: number; ascending: boolean };

const COLLATORS = {
  ignoreCase: new Intl.Collator('vi', { sensitivity: 'accent', numeric: false }),
  matchCase: new Intl.Collator('vi', { sensitivity: 'variant', caseFirst: 'lower' }),
};

/** Numbers, then texts, FALSE and TRUE, errors; blanks are always last. */
function getTypeRank(value: CellValue): number {
  if (value === '') return 4;
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

/** Compares two values in an ascending sort of Excel with Vietnamese letters; ignores blanks. */
export function compareCellValues(a: CellValue, b: CellValue, matchCase = false): number {
  const difference = getTypeRank(a) - getTypeRank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a === 'string' && typeof b === 'string') {
    return COLLATORS[matchCase ? 'matchCase' : 'ignoreCase'].compare(a, b);
  }
  return 0;
}

function compareByKeys(a: CellValue[], b: CellValue[], keys: readonly SortKey[], matchCase: boolean): number {
  for (const [index, key] of keys.entries()) {
    const [left, right] = [a[index]!, b[index]!];
    // Blanks come last in both directions.
    if (left === '' || right === '') {
      if (left !== right) return left === '' ? 1 : -1;
      continue;
    }
    const order = compareCellValues(left, right, matchCase);
    if (order !== 0) return key.ascending ? order : -order;
  }
  return 0;
}

function hasSpill(sheet: SheetModel, area: CellRange): boolean {
  let isFound = false;
  forEachCell(sheet, area, ({ spill, spilledFrom }) => {
    isFound ||= spill !== undefined || spilledFrom !== undefined;
  });
  return isFound;
}

/**
 * Sorts the rows of an area (or its columns) by keys, first key first; the order of equal rows stays.
 * Contents and formats move together; relative references in formulas move with their row, as if copied.
 * @param area without the header.
 */
export function sortRange(
  sheet: SheetModel,
  area: CellRange,
  keys: readonly SortKey[],
  options: { matchCase?: boolean; byColumns?: boolean } = {},
): EditResult {
  if (sheet.merges.some((merge) => areRangesIntersecting(merge, area))) {
    return err('MergedRangeConflict', 'To do this, all the merged cells need to be the same size.');
  }
  if (hasSpill(sheet, area)) return err('InvalidOperation', "You can't change part of an array.");
  const { matchCase = false, byColumns = false } = options;
  const [first, last] = byColumns ? [area.left, area.right] : [area.top, area.bottom];
  const [crossFirst, crossLast] = byColumns ? [area.top, area.bottom] : [area.left, area.right];
  if (keys.some(({ index }) => index < 0 || index > crossLast - crossFirst)) {
    return err('InvalidArgument', 'A sort key is outside the sorted range.');
  }
  const read = (line: number, cross: number): Readonly<Cell> =>
    byColumns ? getCell(sheet, cross, line) : getCell(sheet, line, cross);
  const lines = [];
  for (let line = first; line <= last; line += 1) {
    const cells: Readonly<Cell>[] = [];
    for (let cross = crossFirst; cross <= crossLast; cross += 1) cells.push(read(line, cross));
    lines.push({ line, cells, values: keys.map(({ index }) => cells[index]!.value) });
  }
  const sorted = [...lines].sort((a, b) => compareByKeys(a.values, b.values, keys, matchCase));
  sorted.forEach(({ line: from, cells }, position) => {
    const to = first + position;
    if (to === from) return;
    cells.forEach((cell, index) => {
      const moved: Cell = { ...cell };
      if (moved.formula !== undefined) {
        moved.formula = copyFormula(moved.formula, byColumns ? 0 : to - from, byColumns ? to - from : 0);
      }
      const cross = crossFirst + index;
      if (byColumns) setCell(sheet, cross, to, moved);
      else setCell(sheet, to, cross, moved);
    });
  });
  return ok(undefined, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' });
}
