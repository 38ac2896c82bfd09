import { findTable } from '../../model/rewrite-formulas';
import type { SheetModel, TableColumnModel, TableModel } from '../../model/types';
import { createItemNotFoundError } from '../host-error';
import type { BatchContext } from '../types';

type TableHandle = { sheetId: string; tableId: string };
export type SheetTable = { sheet: SheetModel; table: TableModel };

/**
 * Returns the table of a handle.
 * @throws HostError (ItemNotFound) once it is deleted.
 */
export function requireTable(context: BatchContext, { tableId }: TableHandle): SheetTable {
  const found = findTable(context.workbook, tableId);
  if (!found) throw createItemNotFoundError('The table is no longer in the workbook.');
  return found;
}

/**
 * Returns a column of the table with its index.
 * @throws HostError (ItemNotFound) once it is deleted.
 */
export function requireTableColumn(
  context: BatchContext,
  handle: TableHandle & { columnId: number },
): SheetTable & { column: TableColumnModel; index: number } {
  const place = requireTable(context, handle);
  const index = place.table.columns.findIndex(({ id }) => id === handle.columnId);
  const column = place.table.columns[index];
  if (!column) throw createItemNotFoundError('The column is no longer in the table.');
  return { ...place, column, index };
}
