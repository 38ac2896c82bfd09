import { findTable } from '../../model/rewrite-formulas';
import type { SheetModel, TableColumnModel, TableModel } from '../../model/types';
import { createItemNotFoundError } from '../host-error';
import type { BatchContext } from '../types';

export type TableHandle = { sheetId: string; tableId: string };
export type SheetTable = { sheet: SheetModel; table: TableModel };

/** The table a handle names; ItemNotFound once it is deleted. */
export function requireTable(context: BatchContext, { tableId }: TableHandle): SheetTable {
  const found = findTable(context.workbook, tableId);
  if (!found) throw createItemNotFoundError('The table is no longer in the workbook.');
  return found;
}

/** A column of the table with its place. */
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
