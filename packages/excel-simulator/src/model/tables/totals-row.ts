import { MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { clearRange, forEachCell, hasContent, writeCellContent } from '../cells';
import { type EditResult, err, ok } from '../edit-result';
import { insertCells } from '../insert-delete-cells';
import type { CellRange, SheetModel, TableModel, WorkbookModel } from '../types';
import { createResizedChange } from './expand-table';
import { getTableBodyRange, getTableColumnRange, getTableTotalsRange } from './table-columns';
import { checkTableRange } from './tables';

/** Codes of SUBTOTAL that omit hidden rows, by the names of Excel's totals functions. */
const SUBTOTAL_CODES: Record<string, number> = {
  Average: 101,
  CountNumbers: 102,
  Count: 103,
  Max: 104,
  Min: 105,
  StdDev: 107,
  Sum: 109,
  Var: 110,
};

/** Formats a column name in brackets, with special characters escaped. */
const formatColumnSpecifier = (name: string): string => `[${name.replace(/['#@[\]]/g, "'$&")}]`;

/**
 * Shows or hides the totals row (Table.showTotals). Shown for the first time, it says "Total" and sums (or
 * counts) the last column; hidden, its cells are cleared and the cells below stay.
 */
export function setTotalsRow(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  show: boolean,
): EditResult {
  if (show === table.showTotals) return ok(undefined);
  if (!show) {
    const totals = getTableTotalsRange(table)!;
    clearRange(sheet, totals, 'All');
    table.area = { ...table.area, bottom: table.area.bottom - 1 };
    table.showTotals = false;
    return ok(undefined, createResizedChange(sheet, table));
  }
  const row: CellRange = { ...table.area, top: table.area.bottom + 1, bottom: table.area.bottom + 1 };
  if (row.bottom >= MAX_SHEET_ROWS) return err('RangeExceedsLimit', 'The table would leave the sheet.');
  if (hasContent(sheet, row) || checkTableRange(sheet, row, table)) {
    const inserted = insertCells(workbook, sheet, row, 'Down');
    if (!inserted.ok) return inserted;
  }
  const body = getTableBodyRange(table);
  table.area = { ...table.area, bottom: row.bottom };
  table.showTotals = true;
  const last = table.columns.length - 1;
  const isNew = table.columns.every((column) => !column.totalsLabel && !column.totalsFunction);
  if (isNew) {
    if (last > 0) table.columns[0]!.totalsLabel = 'Total';
    const lastBody = getTableColumnRange(body, last);
    let isNumeric = true;
    forEachCell(sheet, lastBody, ({ value }) => {
      if (value !== '' && typeof value !== 'number') isNumeric = false;
    });
    table.columns[last]!.totalsFunction = isNumeric ? 'Sum' : 'Count';
  }
  table.columns.forEach((column, index) => {
    const at = row.left + index;
    const code = column.totalsFunction === undefined ? undefined : SUBTOTAL_CODES[column.totalsFunction];
    if (column.totalsLabel) writeCellContent(sheet, row.top, at, { value: column.totalsLabel });
    else if (code) {
      writeCellContent(sheet, row.top, at, {
        value: '',
        formula: `=SUBTOTAL(${code},${formatColumnSpecifier(column.name)})`,
      });
    }
  });
  return ok(undefined, createResizedChange(sheet, table), {
    kind: 'cells',
    sheetId: sheet.id,
    area: row,
    type: 'RangeEdited',
  });
}
