import type { Operation } from '../../sheets/operation';

/** How many rows the tables have that get new ones, kept up to date while operations are queued. */
export type TableRowCounts = Map<string, { sheet: string; count: number }>;

/** Excel added fewer rows to a table than it was asked to; it has done so with blank ones (OfficeDev/office-js 3191). */
class RowsNotAddedError extends Error {
  readonly code = 'RowsNotAdded';
}

/** Reads the number of rows of the tables that get new ones. Takes one sync if there are any. */
export async function readTableRowCounts(
  context: Excel.RequestContext,
  operations: readonly Operation[],
): Promise<TableRowCounts> {
  const tables = new Map(
    operations.flatMap((operation) =>
      operation.kind === 'insert-rows' ? [[operation.table, operation.sheet] as const] : [],
    ),
  );
  if (tables.size === 0) return new Map();
  const queued = [...tables].map(([table, sheet]) => ({
    table,
    sheet,
    count: queueRowCount(context, table),
  }));
  await context.sync();
  return new Map(queued.map(({ table, sheet, count }) => [table, { sheet, count: count.value }]));
}

function queueRowCount(
  { workbook }: Excel.RequestContext,
  table: string,
): OfficeExtension.ClientResult<number> {
  return workbook.tables.getItem(table).rows.getCount();
}

/** Records that rows of a sheet are deleted. */
export function recordDeletedRows(counts: TableRowCounts, sheet: string, deleted: number): void {
  for (const entry of counts.values()) if (entry.sheet === sheet) entry.count -= deleted;
}

/**
 * Queues a count of the rows after all operations; the returned function checks it after the next sync.
 *
 * @throws RowsNotAddedError (by the returned function) if a table has fewer rows than it must have
 */
export function queueRowCheck(context: Excel.RequestContext, counts: TableRowCounts): () => void {
  const queued = [...counts].map(([table, { count }]) => ({
    expected: count,
    actual: queueRowCount(context, table),
  }));
  return () => {
    if (queued.some(({ expected, actual }) => actual.value < expected)) throw new RowsNotAddedError();
  };
}
