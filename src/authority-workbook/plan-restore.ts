import { createRange } from '@phuluc/ooxml/a1';
import { appendAll } from '../shared/append-all';
import type { Operation } from '../sheets/operation';
import { findSheetOfName } from '../sheets/sheet-names';
import type { CellContent } from '../sheets/sheet-spec';
import { createMetadataOperations, createStateOperation } from './consolidation-metadata';
import { type ConsolidationSnapshot, readSnapshotRows, TABLE_SCHEMAS } from './consolidation-snapshot';
import { createRewriteOperation } from './named-sheets';
import { parseDateCell } from './tables/parse-date-cell';
import {
  type DesiredRow,
  readTableRows,
  type RowContents,
  syncTable,
  type TableCells,
  type TableSchema,
} from './tables/sync-table';
import { buildMatrixSheet, MATRIX_NAMES } from './totals/matrix-sheet';
import { buildTotalsSheet, GRAND_TOTAL_NAME } from './totals/totals-sheet';

/** Makes all columns except formulas managed, because the workbook must hold again what it held. */
function makeColumnsManaged(schema: TableSchema): TableSchema {
  return {
    ...schema,
    columns: schema.columns.map((column) =>
      column.owner === 'formula' ? column : { ...column, owner: 'ours' as const },
    ),
  };
}

/** Rows in another order than they had: all are written where they stood, whatever stands there now. */
function createInPlaceOperations(
  schema: TableSchema,
  previous: TableCells,
  current: TableCells,
): Operation[] {
  const { sheet, table, top, left } = current;
  const headers = (current.values[0] ?? []).map(String);
  const columnsByHeader = new Map(schema.columns.map((column) => [column.header, column]));
  const source = new Map((previous.values[0] ?? []).map((header, at) => [String(header), at]));
  const line = (values: TableCells['values'][number]): CellContent[] =>
    headers.map((header) => {
      const column = columnsByHeader.get(header);
      if (column?.owner === 'formula') return { formula: column.formula ?? '' };
      return values[source.get(header) ?? -1] ?? '';
    });
  const rows = previous.values.slice(1).map(line);
  const there = current.values.length - 1;
  const retained = Math.min(there, rows.length);
  return [
    { kind: 'write-cells', sheet, row: top + 1, column: left, cells: rows.slice(0, retained) },
    ...(rows.length > there
      ? [
          {
            kind: 'insert-rows',
            sheet,
            table,
            index: there,
            block: {
              row: top + 1 + there,
              column: left,
              numberFormats: headers.map((header) => columnsByHeader.get(header)?.numberFormat ?? 'General'),
              cells: rows.slice(there),
            },
          } satisfies Operation,
        ]
      : []),
    ...(there > rows.length
      ? [
          {
            kind: 'delete-rows',
            sheet,
            area: createRange(top + 1 + rows.length, left, there - rows.length, headers.length),
          } satisfies Operation,
        ]
      : []),
  ];
}

function createTableOperations(
  schema: TableSchema,
  before: ConsolidationSnapshot,
  previous: TableCells,
  current: TableCells,
): Operation[] {
  const total = makeColumnsManaged(schema);
  const wanted = readSnapshotRows(before, total);
  const retained = new Set(wanted.map(({ key }) => key));
  const order = (rows: readonly { key: string }[]): string => rows.map(({ key }) => key).join('\n');
  const left = readTableRows(total, current).filter(({ key }) => retained.has(key));
  if (order(left) !== order(wanted)) return createInPlaceOperations(schema, previous, current);
  const rows = wanted.map(({ key, cells }): DesiredRow<string> => ({ key, cells: cells as RowContents }));
  return syncTable(total, current, rows).operations;
}

/**
 * Plans the way back from a half-written workbook: new sheets are removed, tables get their previous rows, the sheets
 * of formulas are built as they were.
 * @returns null if a table that was there is missing
 */
export function planRestore(before: ConsolidationSnapshot, now: ConsolidationSnapshot): Operation[] | null {
  const had = new Set(before.sheets.map(({ name }) => name));
  const sheets = now.sheets.map(({ name }) => name).filter((name) => !had.has(name));
  const hadNames = new Set(before.names.map(({ name }) => name));
  const names = now.names.map(({ name }) => name).filter((name) => !hadNames.has(name));
  const added: Operation[] =
    sheets.length + names.length === 0 ? [] : [{ kind: 'remove-sheets', sheets, names, instead: null }];
  if (!before.metadataSheet) return added;

  const operations: Operation[] = [];
  for (const schema of TABLE_SCHEMAS) {
    const previous = before.cells.get(schema.table);
    if (!previous) continue;
    const current = now.cells.get(schema.table);
    if (!current) return null;
    appendAll(operations, createTableOperations(schema as unknown as TableSchema, before, previous, current));
  }
  const { metadata, state } = before.metadataSheet;
  const nowMetadata = now.metadataSheet?.metadata ?? metadata;
  const consolidation = {
    level: metadata.level,
    annex: metadata.annex,
    asOf: parseDateCell(before.asOf),
    reportDue: parseDateCell(before.reportDue),
  };
  const totals = findSheetOfName(now, GRAND_TOTAL_NAME) ?? findSheetOfName(before, GRAND_TOTAL_NAME);
  const matrix = findSheetOfName(now, MATRIX_NAMES[0]) ?? findSheetOfName(before, MATRIX_NAMES[0]);
  if (totals)
    operations.push(
      createRewriteOperation(now, buildTotalsSheet(consolidation, metadata.totals, metadata.part, totals)),
    );
  if (matrix) operations.push(createRewriteOperation(now, buildMatrixSheet(metadata.matrix, matrix)));
  return [
    ...added,
    ...operations,
    ...createMetadataOperations(metadata, nowMetadata),
    createStateOperation(state),
  ];
}
