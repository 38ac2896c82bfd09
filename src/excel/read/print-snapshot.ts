import { PRINT_COLUMNS } from '../../reports/labels/document-labels';
import { PRINT_NAMES } from '../../school-workbook/print/print-names';
import type { PrintSnapshot } from '../../school-workbook/snapshot';
import { getLoadedValues } from './get-loaded-values';
import { getWorksheet } from './get-worksheet';
import { findNamedRange, type Inventory } from './inventory';

type QueuedPrintTable = { table: Excel.Range; sheet: Excel.Worksheet };
type QueuedPrintCells = QueuedPrintTable & { used: Excel.Range; headers: Excel.Range[] };

/**
 * Queues the location of the print sheet.
 *
 * @returns null if there is no print sheet
 */
export function queuePrintTable(
  context: Excel.RequestContext,
  inventory: Inventory,
): QueuedPrintTable | null {
  const table = findNamedRange(context, inventory, PRINT_NAMES.table);
  if (!table) return null;
  table.load('rowIndex,columnIndex,rowCount,columnCount');
  const sheet = getWorksheet(table);
  sheet.load('name');
  return { table, sheet };
}

/**
 * Queues the contents of the print sheet once its location has been read, also those next to the table, because a new
 * print would clear them.
 */
export function queuePrintCells({ table, sheet }: QueuedPrintTable): QueuedPrintCells {
  const used = sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(true));
  used.load('values');
  const columns = Math.min(table.columnCount, PRINT_COLUMNS.length);
  const headers = Array.from({ length: columns }, (_, column) => table.getCell(0, column));
  for (const header of headers) header.load('format/columnWidth');
  return { table, sheet, used, headers };
}

/** Converts what `queuePrintCells` loaded. */
export function toPrintSnapshot({ table, sheet, used, headers }: QueuedPrintCells): PrintSnapshot {
  return {
    sheet: sheet.name,
    top: table.rowIndex,
    left: table.columnIndex,
    rows: table.rowCount,
    columns: table.columnCount,
    values: getLoadedValues(used),
    widths: headers.map(({ format }) => format.columnWidth),
  };
}
