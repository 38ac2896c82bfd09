import { MAX_ROWS, contains } from './address';
import { hasContent } from './cells';
import { deleteCells, insertCells } from './insert-delete';
import { type Change, type Outcome, done, refuse } from './outcome';
import { bodyArea } from './table-columns';
import { dressRows, growWhatCovers, resizedChange } from './table-growth';
import { refuseTableArea } from './tables';
import type { Area, SheetModel, TableModel, WorkbookModel } from './types';

/** Rows of the body; a table that was made with a header alone has none until its blank row is written. */
export function tableRowCount(sheet: SheetModel, table: TableModel): number {
  const body = bodyArea(table);
  const count = body.bottom - body.top + 1;
  return count === 1 && table.insertRow && !hasContent(sheet, body) ? 0 : count;
}

/**
 * TableRowCollection.add: `count` blank rows before the body row `index` (null: at the end). At the end the
 * table takes the rows below it where they are free; otherwise cells under the table move down, and only those.
 * @returns the new rows within the table's columns.
 */
export function addTableRows(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number | null,
  count: number,
): Outcome<Area> {
  const present = tableRowCount(sheet, table);
  if (count < 1 || (index !== null && (index < 0 || index > present))) {
    return refuse('InvalidArgument', 'The table has no such row.');
  }
  const before = bodyArea(table);
  const isEmpty = present === 0;
  const added = isEmpty ? count - 1 : count;
  const isAtEnd = index === null || index === present;
  const top = isEmpty ? before.top : before.top + (index ?? present);
  const rows: Area = { ...before, top, bottom: top + count - 1 };
  const changes: Change[] = [];
  if (added > 0) {
    const opened: Area = { ...rows, top: rows.bottom - added + 1 };
    const isFree =
      isAtEnd &&
      !table.showTotals &&
      opened.bottom < MAX_ROWS &&
      !hasContent(sheet, opened) &&
      refuseTableArea(sheet, opened, table) === null;
    if (isFree) table.area = { ...table.area, bottom: opened.bottom };
    else {
      const inserted = insertCells(workbook, sheet, opened, 'Down');
      if (!inserted.ok) return inserted;
      changes.push(...inserted.changes);
      if (isAtEnd && !table.showTotals) table.area = { ...table.area, bottom: opened.bottom };
    }
    if (isAtEnd) growWhatCovers(workbook, sheet, before, opened.bottom);
  }
  delete table.insertRow;
  dressRows(sheet, table, rows);
  return done(rows, ...changes, resizedChange(sheet, table), {
    kind: 'cells',
    sheetId: sheet.id,
    area: rows,
    type: 'RowInserted',
  });
}

/** TableRow.delete, rows first to last of the body. Refused, as Excel does, while the table is filtered. */
export function deleteTableRows(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number,
  count = 1,
): Outcome {
  if (index < 0 || count < 1 || index + count > tableRowCount(sheet, table)) {
    return refuse('InvalidArgument', 'The table has no such row.');
  }
  if (Object.keys(table.filters).length > 0) {
    return refuse('InsertDeleteConflict', 'Rows of a filtered table cannot be deleted.');
  }
  const body = bodyArea(table);
  const rows: Area = { ...body, top: body.top + index, bottom: body.top + index + count - 1 };
  const isAll = contains(rows, body);
  const deleted = deleteCells(workbook, sheet, rows, 'Up');
  if (!deleted.ok) return deleted;
  if (isAll) table.insertRow = true;
  return done(undefined, ...deleted.changes);
}
