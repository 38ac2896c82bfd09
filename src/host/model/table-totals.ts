import { MAX_ROWS } from './address';
import { clearArea, eachCell, hasContent, writeContent } from './cells';
import { insertCells } from './insert-delete';
import { type Outcome, done, refuse } from './outcome';
import { bodyArea, columnArea, totalsArea } from './table-columns';
import { resizedChange } from './table-growth';
import { refuseTableArea } from './tables';
import type { Area, SheetModel, TableModel, WorkbookModel } from './types';

/** Codes of SUBTOTAL that leave hidden rows out, by the names of Excel's totals functions. */
const SUBTOTAL: Record<string, number> = {
  Average: 101,
  CountNumbers: 102,
  Count: 103,
  Max: 104,
  Min: 105,
  StdDev: 107,
  Sum: 109,
  Var: 110,
};

/** A column name in brackets, with the signs that mean something there escaped. */
const bracketed = (name: string): string => `[${name.replace(/['#@[\]]/g, "'$&")}]`;

/**
 * Table.showTotals. Shown for the first time, the row says "Total" and sums (or counts) the last column;
 * hidden, its cells are cleared and what is below stays where it is.
 */
export function setTotalsRow(
  workbook: WorkbookModel,
  sheet: SheetModel,
  table: TableModel,
  show: boolean,
): Outcome {
  if (show === table.showTotals) return done(undefined);
  if (!show) {
    const totals = totalsArea(table)!;
    clearArea(sheet, totals, 'All');
    table.area = { ...table.area, bottom: table.area.bottom - 1 };
    table.showTotals = false;
    return done(undefined, resizedChange(sheet, table));
  }
  const row: Area = { ...table.area, top: table.area.bottom + 1, bottom: table.area.bottom + 1 };
  if (row.bottom >= MAX_ROWS) return refuse('RangeExceedsLimit', 'The table would leave the sheet.');
  if (hasContent(sheet, row) || refuseTableArea(sheet, row, table)) {
    const inserted = insertCells(workbook, sheet, row, 'Down');
    if (!inserted.ok) return inserted;
  }
  const body = bodyArea(table);
  table.area = { ...table.area, bottom: row.bottom };
  table.showTotals = true;
  const last = table.columns.length - 1;
  const isFresh = table.columns.every((column) => !column.totalsLabel && !column.totalsFunction);
  if (isFresh) {
    if (last > 0) table.columns[0]!.totalsLabel = 'Total';
    const lastBody = columnArea(body, last);
    let isNumeric = true;
    eachCell(sheet, lastBody, ({ value }) => {
      if (value !== '' && typeof value !== 'number') isNumeric = false;
    });
    table.columns[last]!.totalsFunction = isNumeric ? 'Sum' : 'Count';
  }
  table.columns.forEach((column, index) => {
    const at = row.left + index;
    const code = column.totalsFunction === undefined ? undefined : SUBTOTAL[column.totalsFunction];
    if (column.totalsLabel) writeContent(sheet, row.top, at, { value: column.totalsLabel });
    else if (code) {
      writeContent(sheet, row.top, at, {
        value: '',
        formula: `=SUBTOTAL(${code},${bracketed(column.name)})`,
      });
    }
  });
  return done(undefined, resizedChange(sheet, table), {
    kind: 'cells',
    sheetId: sheet.id,
    area: row,
    type: 'RangeEdited',
  });
}
