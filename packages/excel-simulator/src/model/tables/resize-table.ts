import { areRangesIntersecting, MAX_SHEET_COLUMNS } from '@phuluc/ooxml/a1';
import { hasContent, writeCellContent } from '../cells';
import { appendAll, getMaximum } from '../collections';
import { type EditResult, err, type ModelChange, ok } from '../edit-result';
import { deleteCells, insertCells } from '../insert-delete-cells';
import { renameColumnInAllFormulas } from '../rewrite-formulas';
import type { CellRange, SheetModel, TableModel, WorkbookModel } from '../types';
import { getCell } from '../workbook';
import { createResizedChange, expandCoveringRanges, initializeTableRows } from './expand-table';
import {
  createUniqueColumnName,
  createUniqueHeader,
  getNextColumnId,
  getTableBodyRange,
  getTableColumnRange,
} from './table-columns';
import { checkTableRange } from './tables';

/**
 * Adds a blank column before `index` (null: at the end); TableColumnCollection.add. Its name is made unique.
 */
export function addTableColumn(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number | null,
  name = '',
): EditResult<number> {
  const at = index ?? table.columns.length;
  if (at < 0 || at > table.columns.length) return err('InvalidArgument', 'The table has no such column.');
  const isAtEnd = at === table.columns.length;
  const column = table.area.left + at;
  if (column >= MAX_SHEET_COLUMNS) return err('RangeExceedsLimit', 'The table would leave the sheet.');
  const opened: CellRange = { ...table.area, left: column, right: column };
  const header = createUniqueColumnName(table, name);
  const changes: ModelChange[] = [];
  if (!isAtEnd || hasContent(sheet, opened) || checkTableRange(sheet, opened, table)) {
    const inserted = insertCells(workbook, sheet, opened, 'Right');
    if (!inserted.ok) return inserted;
    appendAll(changes, inserted.changes);
  }
  // Cells inserted inside the table have created a column; before its first column they have moved the table.
  const wasInside = at > 0 && !isAtEnd;
  if (wasInside) table.columns[at]!.name = header;
  else {
    table.area = isAtEnd ? { ...table.area, right: column } : { ...table.area, left: column };
    table.columns.splice(at, 0, { id: getNextColumnId(table), name: header });
    table.filters = Object.fromEntries(
      Object.entries(table.filters).map(([key, filter]) => [
        Number(key) >= at ? Number(key) + 1 : key,
        filter,
      ]),
    );
  }
  if (table.showHeaders) writeCellContent(sheet, table.area.top, column, { value: header });
  return ok(at, ...changes, createResizedChange(sheet, table), {
    kind: 'cells',
    sheetId: sheet.id,
    area: opened,
    type: 'ColumnInserted',
  });
}

/**
 * Deletes a column (TableColumn.delete): cells to the right of the table's rows move left; references to it
 * become #REF!.
 */
export function deleteTableColumn(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number,
): EditResult {
  if (!table.columns[index]) return err('ItemNotFound', 'The table has no such column.');
  const deleted = deleteCells(workbook, sheet, getTableColumnRange(table.area, index), 'Left');
  return deleted.ok ? ok(undefined, ...deleted.changes) : deleted;
}

/** Resizes a table (Table.resize): the header stays in its row and the new area overlaps the old. */
export function resizeTable(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  area: CellRange,
): EditResult {
  const before = table.area;
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  if (area.top !== before.top || !areRangesIntersecting(area, before) || area.bottom - area.top < least) {
    return err('InvalidArgument', 'The headers must stay in the same row and the ranges must overlap.');
  }
  if (table.showTotals && area.bottom !== before.bottom) {
    return err('InvalidOperation', 'A table with a totals row is not resized over it.');
  }
  const failure = checkTableRange(sheet, area, table);
  if (failure) return failure;
  const previous = table.columns;
  const body = getTableBodyRange(table);
  const dropped = previous.filter(
    (_, index) => before.left + index < area.left || before.left + index > area.right,
  );
  table.area = area;
  const columns: TableModel['columns'] = [];
  for (let column = area.left; column <= area.right; column += 1) {
    const existing = previous[column - before.left];
    if (existing) columns.push(existing);
    else {
      const text = getCell(sheet, area.top, column).value;
      const taken = [...previous, ...columns].map((one) => one.name);
      const name = createUniqueHeader(typeof text === 'object' ? text.error : String(text), taken);
      columns.push({
        id:
          getMaximum(
            [...previous, ...columns].map((one) => one.id),
            0,
          ) + 1,
        name,
      });
      if (table.showHeaders) writeCellContent(sheet, area.top, column, { value: name });
    }
  }
  table.columns = columns;
  for (const column of dropped) renameColumnInAllFormulas(workbook, table, column.name, null);
  table.filters = Object.fromEntries(
    Object.entries(table.filters).flatMap(([key, filter]) => {
      const index = columns.indexOf(previous[Number(key)]!);
      return index < 0 ? [] : [[index, filter]];
    }),
  );
  if (area.bottom > before.bottom) {
    expandCoveringRanges(workbook, sheet, body, area.bottom);
    initializeTableRows(sheet, table, { ...area, top: before.bottom + 1 });
  }
  delete table.insertRow;
  return ok(undefined, createResizedChange(sheet, table));
}
