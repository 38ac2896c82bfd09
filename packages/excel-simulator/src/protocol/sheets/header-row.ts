import { clearRange, hasContent, writeCellContent } from '../../model/cells';
import { appendAll } from '../../model/collections';
import { type EditResult, err, type ModelChange, ok } from '../../model/edit-result';
import { insertCells } from '../../model/insert-delete-cells';
import { checkTableRange } from '../../model/tables/tables';
import type { SheetModel, TableModel, WorkbookModel } from '../../model/types';

/**
 * Shows or hides the header row (Table.showHeaders). Hidden, the header's cells are cleared and the names
 * stay; shown again, they are written in the row above the body, which moves down where that row is in use or
 * the sheet begins.
 */
export function setHeaderRow(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  show: boolean,
): EditResult {
  if (show === table.showHeaders) return ok(undefined);
  const resized = { kind: 'table', sheetId: sheet.id, tableId: table.id, type: 'resized' } as const;
  if (!show) {
    const header = { ...table.area, bottom: table.area.top };
    if (Object.keys(table.filters).length > 0) {
      return err('InvalidOperation', 'The header row of a filtered table cannot be hidden.');
    }
    table.showHeaders = false;
    table.area = { ...table.area, top: table.area.top + 1 };
    clearRange(sheet, header, 'All');
    return ok(undefined, resized);
  }
  const { top } = table.area;
  const above = { ...table.area, top: top - 1, bottom: top - 1 };
  const isFree = top > 0 && !hasContent(sheet, above) && checkTableRange(sheet, above, table) === null;
  const changes: ModelChange[] = [];
  if (isFree) table.area = { ...table.area, top: top - 1 };
  else {
    // The cells of the first body row move down with all that is below; the table grows over the freed row.
    const inserted = insertCells(workbook, sheet, { ...table.area, bottom: top }, 'Down');
    if (!inserted.ok) return inserted;
    appendAll(changes, inserted.changes);
    table.area = { ...table.area, top };
  }
  table.showHeaders = true;
  table.columns.forEach(({ name }, index) => {
    writeCellContent(sheet, table.area.top, table.area.left + index, { value: name });
  });
  return ok(undefined, ...changes, resized);
}
