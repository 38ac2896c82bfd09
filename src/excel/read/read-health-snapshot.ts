import { isTaskHeaderRow } from '../../school-workbook/health/find-table-issues';
import type { HealthSnapshot, TableState, UsedCells } from '../../school-workbook/health/health-snapshot';
import type { CellValue } from '../../sheets/cell-value';
import { MAX_SHEET_CELLS } from './max-sheet-cells';
import { readSnapshot } from './read-snapshot';

type QueuedSheet = { sheet: string; range: Excel.Range };

function toUsedCells({ sheet, range }: QueuedSheet): UsedCells {
  return {
    sheet,
    top: range.rowIndex,
    left: range.columnIndex,
    values: range.values as CellValue[][],
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
    const range = workbook.tables.getItem(name).getRange();
    range.load('rowIndex,columnIndex,rowCount');
    const header = workbook.tables.getItem(name).getHeaderRowRange();
    header.load('values');
    return { name, sheet, range, header };
  });
  await context.sync();
  const tables = queued.map(({ name, sheet, range, header }): TableState => ({
    name,
    sheet,
    top: range.rowIndex,
    left: range.columnIndex,
    rows: range.rowCount - 1,
    headers: (header.values[0] ?? []).map(String),
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
