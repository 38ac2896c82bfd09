import { err, ok, problem, type Result } from '../shared/result';
import { toMatchKey } from '../shared/text';
import { toCellContent } from './cell-content';
import type { CellValue } from './cell-value';
import type { CellContent } from './sheet-spec';

/** A table of a workbook: header row first, without its Total Row. Positions are 0-based, on its sheet. */
type TableContents = {
  sheet: string;
  top: number;
  left: number;
  values: readonly (readonly CellValue[])[];
  formulas: readonly (readonly unknown[])[] | null;
  isHeaderOff?: boolean;
};

/** What is known of a managed table before it is read. */
type TableLayout<Id extends string> = {
  /** The written header of each column. */
  headers: Readonly<Record<Id, string>>;
  /** Other headers that a clerk may give the columns. */
  alternatives?: Partial<Record<Id, readonly string[]>>;
  /** Columns without which the table cannot be understood. */
  required: readonly Id[];
  /** Columns that are formulas: their contents are neither read nor a reason to keep a row. */
  computed?: readonly Id[];
  /** Ignores rows that hold something in the clerk's own columns only. */
  ignoresExtraColumns?: boolean;
};

/** A row as it was read: its cells by column, and their values without regard to formulas. */
type ReadRow<Id extends string> = {
  /** 0-based within the table's body. */
  index: number;
  values: Record<Id, CellValue>;
  tableRow: { cells: Record<Id, CellContent>; extra: Record<string, CellContent> };
};

type ReadTable<Id extends string> = {
  sheet: string;
  top: number;
  left: number;
  /** Current positions of the columns; a column that was deleted is absent. */
  columns: Partial<Record<Id, number>>;
  /** All headers, from the left. */
  headers: string[];
  /** Rows of the body, blank ones among them. */
  bodyRows: number;
  rows: ReadRow<Id>[];
};

/**
 * Finds the columns by their headers: the written ones first, then alternatives; each column of the sheet is used
 * once.
 */
export function findColumns<Id extends string>(
  headers: readonly string[],
  written: Readonly<Record<Id, string>>,
  alternatives: Partial<Record<Id, readonly string[]>> = {},
): Partial<Record<Id, number>> {
  const keys = headers.map(toMatchKey);
  const ids = Object.keys(written) as Id[];
  const columns: Partial<Record<Id, number>> = {};
  const taken = new Set<number>();
  const assignColumn = (id: Id, names: readonly string[]): void => {
    if (columns[id] !== undefined) return;
    const wanted = names.map(toMatchKey);
    const found = keys.findIndex((key, index) => !taken.has(index) && wanted.includes(key));
    if (found < 0) return;
    columns[id] = found;
    taken.add(found);
  };
  for (const id of ids) assignColumn(id, [written[id]]);
  for (const id of ids) assignColumn(id, alternatives[id] ?? []);
  return columns;
}

/** Returns the headers as they stand; a missing column has its written header. */
export function getCurrentHeaders<Id extends string>(
  { columns, headers }: Pick<ReadTable<Id>, 'columns' | 'headers'>,
  written: Readonly<Record<Id, string>>,
): Record<Id, string> {
  return mapColumns(written, (id) => headers[columns[id] ?? -1] ?? written[id]);
}

/** Numbers equal keys, so that each row has its own: "IV.8", "IV.8#2", "IV.8#3". */
export function numberDuplicates(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}

function mapColumns<Id extends string, T>(
  headers: Readonly<Record<Id, string>>,
  pick: (id: Id) => T,
): Record<Id, T> {
  return Object.fromEntries((Object.keys(headers) as Id[]).map((id) => [id, pick(id)])) as Record<Id, T>;
}

/**
 * Reads a managed table: columns by their headers wherever they stand, the clerk's own columns apart, rows in the
 * order of the sheet without blank ones. Problems: header-row-off, column-missing.
 */
export function readTable<Id extends string>(
  table: TableContents,
  layout: TableLayout<Id>,
): Result<ReadTable<Id>> {
  const { sheet, top, left } = table;
  if (table.isHeaderOff) return err('header-row-off', { sheet });
  const headers = (table.values[0] ?? []).map(String);
  const columns = findColumns(headers, layout.headers, layout.alternatives);
  const missing = layout.required.filter((id) => columns[id] === undefined);
  if (missing.length > 0) {
    return err(missing.map((id) => problem('column-missing', { sheet }, { column: layout.headers[id] })));
  }
  const managed = new Set<number>(Object.values(columns));
  const computed = new Set<Id>(layout.computed);
  const computedColumns = new Set([...computed].map((id) => columns[id]));
  const others = headers.flatMap((header, index) => (managed.has(index) ? [] : [{ header, index }]));
  const isIgnored = (column: number): boolean =>
    computedColumns.has(column) || (layout.ignoresExtraColumns === true && !managed.has(column));
  const body = table.values.slice(1);
  const rows = body.flatMap((line, index): ReadRow<Id>[] => {
    if (line.every((value, column) => value === '' || isIgnored(column))) return [];
    const formulas = table.formulas?.[index + 1];
    const content = (column: number | undefined): CellContent =>
      column === undefined ? '' : toCellContent(line[column] ?? '', formulas?.[column]);
    return [
      {
        index,
        values: mapColumns(layout.headers, (id) => line[columns[id] ?? -1] ?? ''),
        tableRow: {
          cells: mapColumns(layout.headers, (id) => (computed.has(id) ? '' : content(columns[id]))),
          extra: Object.fromEntries(others.map((other) => [other.header, content(other.index)])),
        },
      },
    ];
  });
  return ok({ sheet, top, left, columns, headers, bodyRows: body.length, rows });
}
