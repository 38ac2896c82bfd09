import { isTaskHeaderRow } from '../../school-workbook/health/find-table-issues';
import type { HealthSnapshot, TableState, UsedCells } from '../../school-workbook/health/health-snapshot';
import { getLoadedValues } from './get-loaded-values';
import { MAX_SHEET_CELLS } from './max-sheet-cells';
import { readSnapshot } from './read-snapshot';

type QueuedSheet = { sheet: string; range: Excel.Range };

function toUsedCells({ sheet, range }: QueuedSheet): UsedCells {
  return {
    sheet,
    top: range.rowIndex,
    left: range.columnIndex,
    values: getLoadedValues(range),
  };
}

/**
 * Reads what *Kiểm tra sổ* examines, in three to five syncs. The cells of all sheets are read only if no task table is
 * found, so that a lost one can be found among them.
 */
export async function readHealthSnapshot(context: Excel.RequestContext): Promise<HealthSnapshot> {
  const snapshot = await readSnapshot(context);
  const { workbook } = context;
  const queued = snapshot.tables.map(({ name, sheet }) => {
    const table = workbook.tables.getItem(name);
    table.load('showHeaders');
    const range = table.getRange();
    range.load('rowIndex,columnIndex');
    const body = table.getDataBodyRange();
    body.load('rowCount');
    // A table has the names of its columns also while its header row is off.
    table.columns.load('items/name');
    return { name, sheet, table, range, body };
  });
  await context.sync();
  const tables = queued.map(({ name, sheet, table, range, body }): TableState => ({
    name,
    sheet,
    top: range.rowIndex,
    left: range.columnIndex,
    rows: body.rowCount,
    headers: table.columns.items.map((column) => column.name),
    isHeaderOff: !table.showHeaders,
  }));

  const isFound = snapshot.tasks !== null || tables.some(({ headers }) => isTaskHeaderRow(headers));
  const sheets = snapshot.sheets
    .filter(({ name, visible }) => visible && (!isFound || name === snapshot.summary?.sheet))
    .map(({ name }) => ({
      sheet: name,
      range: workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true),
    }));
  for (const { range } of sheets) range.load('rowCount,columnCount');
  await context.sync();
  const filled = sheets.filter(
    ({ range }) => !range.isNullObject && range.rowCount * range.columnCount <= MAX_SHEET_CELLS,
  );
  for (const { range } of filled) range.load('rowIndex,columnIndex,values');
  if (filled.length > 0) await context.sync();
  return { snapshot, tables, used: filled.map(toUsedCells) };
}
