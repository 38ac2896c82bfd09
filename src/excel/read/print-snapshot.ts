import { PRINT_COLUMNS } from '../../reports/printed-annex';
import { PRINT_NAMES } from '../../school-workbook/print/print-sheet';
import type { CellValue, PrintSnapshot } from '../../school-workbook/snapshot';

type QueuedPrintTable = { table: Excel.Range; sheet: Excel.Worksheet };
type QueuedPrintCells = QueuedPrintTable & { used: Excel.Range; headers: Excel.Range[] };

const getWorksheet = (range: Excel.Range): Excel.Worksheet => range.worksheet;

/** Queues where the sheet to print is; after a sync its table is a null object where there is none. */
export function queuePrintTable(workbook: Excel.Workbook): QueuedPrintTable {
  const table = workbook.names.getItemOrNullObject(PRINT_NAMES.table).getRangeOrNullObject();
  table.load('rowIndex,columnIndex,rowCount,columnCount');
  const sheet = getWorksheet(table);
  sheet.load('name');
  return { table, sheet };
}

/** Queues what stands on it, once its place has been read: what is beside the table too, since that would be cleared. */
export function queuePrintCells({ table, sheet }: QueuedPrintTable): QueuedPrintCells | null {
  if (table.isNullObject) return null;
  const used = sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(true));
  used.load('values');
  const columns = Math.min(table.columnCount, PRINT_COLUMNS.length);
  const headers = Array.from({ length: columns }, (_, column) => table.getCell(0, column));
  for (const header of headers) header.load('format/columnWidth');
  return { table, sheet, used, headers };
}

export function toPrintSnapshot({ table, sheet, used, headers }: QueuedPrintCells): PrintSnapshot {
  return {
    sheet: sheet.name,
    top: table.rowIndex,
    left: table.columnIndex,
    rows: table.rowCount,
    columns: table.columnCount,
    values: used.values as CellValue[][],
    widths: headers.map(({ format }) => format.columnWidth),
  };
}
