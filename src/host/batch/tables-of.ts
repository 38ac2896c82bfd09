import { findTable } from '../model/every-formula';
import type { SheetModel, TableColumnModel, TableModel } from '../model/types';
import type { BatchContext } from './context';
import { itemNotFound } from './host-error';

export type TableHandle = { sheetId: string; tableId: string };
export type TablePlace = { sheet: SheetModel; table: TableModel };

/** The table a handle names; ItemNotFound once it is deleted. */
export function tableOfHandle(context: BatchContext, { tableId }: TableHandle): TablePlace {
  const found = findTable(context.workbook, tableId);
  if (!found) throw itemNotFound('The table is no longer in the workbook.');
  return found;
}

/** A column of the table with its place. */
export function columnOfHandle(
  context: BatchContext,
  handle: TableHandle & { columnId: number },
): TablePlace & { column: TableColumnModel; index: number } {
  const place = tableOfHandle(context, handle);
  const index = place.table.columns.findIndex(({ id }) => id === handle.columnId);
  const column = place.table.columns[index];
  if (!column) throw itemNotFound('The column is no longer in the table.');
  return { ...place, column, index };
}
