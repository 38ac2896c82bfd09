import type { SourceCell } from '../types';

/** Returns the text of a cell; '' for a blank one and for a formula whose result was not stored. */
export function getWrittenText(cell: SourceCell | undefined): string {
  return cell === undefined || cell.blankFormula ? '' : String(cell.value);
}
