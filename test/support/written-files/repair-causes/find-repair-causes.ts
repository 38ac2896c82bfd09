import { findCellCauses } from './find-cell-causes';
import { findNameCauses } from './find-name-causes';
import { findRangeCauses } from './find-range-causes';
import { findReferenceCauses } from './find-reference-causes';
import { findStyleCauses } from './find-style-causes';
import { findTableCauses } from './find-table-causes';
import { readWorkbookFile } from './workbook-file';

/**
 * Looks for what makes Excel offer to repair an .xlsx ("Repaired Records", "Removed Records") although its parts are
 * valid by their schemas: rules between parts and limits that stand in prose ([MS-OI29500], "Excel specifications
 * and limits") or were found by those who write such files.
 * @returns one line a cause, naming the sheet or part.
 */
export function findRepairCauses(bytes: Uint8Array): string[] {
  const file = readWorkbookFile(bytes);
  return [
    ...findReferenceCauses(file),
    ...findNameCauses(file),
    ...findStyleCauses(file),
    ...findTableCauses(file),
    ...file.sheets.flatMap((sheet) => [...findCellCauses(file, sheet), ...findRangeCauses(file, sheet)]),
  ];
}
