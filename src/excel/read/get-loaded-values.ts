import type { CellValue } from '../../sheets/cell-value';
import { TooManyCellsError } from '../office-problem';

/**
 * Returns the values of a range that have been loaded.
 * @throws {@link TooManyCellsError} where Excel has no values for it: a table or a used range that somebody stretched
 * over the whole sheet has more cells than are read at once
 */
export function getLoadedValues(range: Excel.Range): CellValue[][] {
  const values = range.values as CellValue[][] | null;
  if (values === null) throw new TooManyCellsError();
  return values;
}
