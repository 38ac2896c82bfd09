import { containsRange, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { hasContent } from '../cells';
import { appendAll } from '../collections';
import { type EditResult, err, type ModelChange, ok } from '../edit-result';
import { deleteCells, insertCells } from '../insert-delete-cells';
import type { CellRange, SheetModel, TableModel, WorkbookModel } from '../types';
import { createResizedChange, expandCoveringRanges, initializeTableRows } from './expand-table';
import { getTableBodyRange } from './table-columns';
import { checkTableRange } from './tables';

/**
 * Counts the rows of the body; a table created with a header alone has none until its blank row is written.
 */
export function getTableRowCount(sheet: SheetModel, table: TableModel): number {
  const body = getTableBodyRange(table);
  const count = body.bottom - body.top + 1;
  return count === 1 && table.insertRow && !hasContent(sheet, body) ? 0 : count;
}

/**
 * Adds `count` blank rows before the body row `index` (null: at the end); TableRowCollection.add. At the end
 * the table takes the rows below it where they are free; otherwise only the cells under the table move down.
 * @returns the new rows within the table's columns.
 */
export function addTableRows(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number | null,
  count: number,
): EditResult<CellRange> {
  const present = getTableRowCount(sheet, table);
  if (count < 1 || (index !== null && (index < 0 || index > present))) {
    return err('InvalidArgument', 'The table has no such row.');
  }
  const before = getTableBodyRange(table);
  const isEmpty = present === 0;
  const added = isEmpty ? count - 1 : count;
  const isAtEnd = index === null || index === present;
  const top = isEmpty ? before.top : before.top + (index ?? present);
  const rows: CellRange = { ...before, top, bottom: top + count - 1 };
  const changes: ModelChange[] = [];
  if (added > 0) {
    const opened: CellRange = { ...rows, top: rows.bottom - added + 1 };
    const isFree =
      isAtEnd &&
      !table.showTotals &&
      opened.bottom < MAX_SHEET_ROWS &&
      !hasContent(sheet, opened) &&
      checkTableRange(sheet, opened, table) === null;
    if (isFree) table.area = { ...table.area, bottom: opened.bottom };
    else {
      const inserted = insertCells(workbook, sheet, opened, 'Down');
      if (!inserted.ok) return inserted;
      appendAll(changes, inserted.changes);
      if (isAtEnd && !table.showTotals) table.area = { ...table.area, bottom: opened.bottom };
    }
    if (isAtEnd) expandCoveringRanges(workbook, sheet, before, opened.bottom);
  }
  delete table.insertRow;
  initializeTableRows(sheet, table, rows);
  return ok(rows, ...changes, createResizedChange(sheet, table), {
    kind: 'cells',
    sheetId: sheet.id,
    area: rows,
    type: 'RowInserted',
  });
}

/**
 * Deletes rows of the body, first to last (TableRow.delete). As in Excel, this is an error while the table is
 * filtered.
 */
export function deleteTableRows(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number,
  count = 1,
): EditResult {
  if (index < 0 || count < 1 || index + count > getTableRowCount(sheet, table)) {
    return err('InvalidArgument', 'The table has no such row.');
  }
  if (Object.keys(table.filters).length > 0) {
    return err('FilteredRangeConflict', 'Rows of a filtered table cannot be deleted.');
  }
  const body = getTableBodyRange(table);
  const rows: CellRange = { ...body, top: body.top + index, bottom: body.top + index + count - 1 };
  const isAll = containsRange(rows, body);
  const deleted = deleteCells(workbook, sheet, rows, 'Up');
  if (!deleted.ok) return deleted;
  if (isAll) table.insertRow = true;
  return ok(undefined, ...deleted.changes);
}
