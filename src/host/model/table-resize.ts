import { MAX_COLUMNS, intersects } from './address';
import { hasContent, writeContent } from './cells';
import { renameColumnEverywhere } from './every-formula';
import { deleteCells, insertCells } from './insert-delete';
import { type Change, type Outcome, done, refuse } from './outcome';
import { bodyArea, columnArea, nextColumnId, uniqueColumnName, uniqueHeader } from './table-columns';
import { dressRows, growWhatCovers, resizedChange } from './table-growth';
import { refuseTableArea } from './tables';
import type { Area, SheetModel, TableModel, WorkbookModel } from './types';
import { cellAt } from './workbook';

/** TableColumnCollection.add: a blank column before `index` (null: at the end); its name is made unique. */
export function addTableColumn(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number | null,
  name = '',
): Outcome<number> {
  const at = index ?? table.columns.length;
  if (at < 0 || at > table.columns.length) return refuse('InvalidArgument', 'The table has no such column.');
  const isAtEnd = at === table.columns.length;
  const column = table.area.left + at;
  if (column >= MAX_COLUMNS) return refuse('RangeExceedsLimit', 'The table would leave the sheet.');
  const opened: Area = { ...table.area, left: column, right: column };
  const header = uniqueColumnName(table, name);
  const changes: Change[] = [];
  if (!isAtEnd || hasContent(sheet, opened) || refuseTableArea(sheet, opened, table)) {
    const inserted = insertCells(workbook, sheet, opened, 'Right');
    if (!inserted.ok) return inserted;
    changes.push(...inserted.changes);
  }
  // Cells inserted inside the table have made a column; before its first column they have moved the table.
  const wasInside = at > 0 && !isAtEnd;
  if (wasInside) table.columns[at]!.name = header;
  else {
    table.area = isAtEnd ? { ...table.area, right: column } : { ...table.area, left: column };
    table.columns.splice(at, 0, { id: nextColumnId(table), name: header });
    table.filters = Object.fromEntries(
      Object.entries(table.filters).map(([key, filter]) => [
        Number(key) >= at ? Number(key) + 1 : key,
        filter,
      ]),
    );
  }
  if (table.showHeaders) writeContent(sheet, table.area.top, column, { value: header });
  return done(at, ...changes, resizedChange(sheet, table), {
    kind: 'cells',
    sheetId: sheet.id,
    area: opened,
    type: 'ColumnInserted',
  });
}

/** TableColumn.delete: cells to the right of the table's rows move left; references to it become #REF!. */
export function deleteTableColumn(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  index: number,
): Outcome {
  if (!table.columns[index]) return refuse('ItemNotFound', 'The table has no such column.');
  const deleted = deleteCells(workbook, sheet, columnArea(table.area, index), 'Left');
  return deleted.ok ? done(undefined, ...deleted.changes) : deleted;
}

/** Table.resize: the header stays in its row and the new area overlaps the old. */
export function resizeTable(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  area: Area,
): Outcome {
  const before = table.area;
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  if (area.top !== before.top || !intersects(area, before) || area.bottom - area.top < least) {
    return refuse('InvalidArgument', 'The headers must stay in the same row and the ranges must overlap.');
  }
  if (table.showTotals && area.bottom !== before.bottom) {
    return refuse('InvalidOperation', 'A table with a totals row is not resized over it.');
  }
  const refusal = refuseTableArea(sheet, area, table);
  if (refusal) return refusal;
  const kept = table.columns;
  const body = bodyArea(table);
  const dropped = kept.filter(
    (_, index) => before.left + index < area.left || before.left + index > area.right,
  );
  table.area = area;
  const columns: TableModel['columns'] = [];
  for (let column = area.left; column <= area.right; column += 1) {
    const own = kept[column - before.left];
    if (own) columns.push(own);
    else {
      const text = cellAt(sheet, area.top, column).value;
      const taken = [...kept, ...columns].map((one) => one.name);
      const name = uniqueHeader(typeof text === 'object' ? text.error : String(text), taken);
      columns.push({ id: Math.max(0, ...[...kept, ...columns].map((one) => one.id)) + 1, name });
      if (table.showHeaders) writeContent(sheet, area.top, column, { value: name });
    }
  }
  table.columns = columns;
  for (const column of dropped) renameColumnEverywhere(workbook, table, column.name, null);
  table.filters = Object.fromEntries(
    Object.entries(table.filters).flatMap(([key, filter]) => {
      const index = columns.indexOf(kept[Number(key)]!);
      return index < 0 ? [] : [[index, filter]];
    }),
  );
  if (area.bottom > before.bottom) {
    growWhatCovers(workbook, sheet, body, area.bottom);
    dressRows(sheet, table, { ...area, top: before.bottom + 1 });
  }
  delete table.insertRow;
  return done(undefined, resizedChange(sheet, table));
}
