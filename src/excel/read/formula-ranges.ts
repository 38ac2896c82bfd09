import { type CellRange, createRange } from '@phuluc/ooxml/a1';

/**
 * Queues the load of the ranges with formulas as numbers. `RangeAreas.address` is not used: Excel joins its addresses
 * in a way that is documented only by example (", ") and depends on the region.
 */
export function queueFormulaRanges(range: Excel.Range): Excel.RangeAreas {
  const formulas = range.getSpecialCellsOrNullObject('Formulas');
  formulas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return formulas;
}

/** Converts what `queueFormulaRanges` loaded. */
export function toFormulaRanges(formulas: Excel.RangeAreas): CellRange[] {
  if (formulas.isNullObject) return [];
  return formulas.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) =>
    createRange(rowIndex, columnIndex, rowCount, columnCount),
  );
}
