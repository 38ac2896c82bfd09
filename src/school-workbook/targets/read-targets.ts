import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
import { toCellContent } from '../../sheets/cell-content';
import { TARGET_HEADERS } from '../../sheets/labels/target-labels';
import type { TableSnapshot } from '../snapshot';
import { findColumns } from '../tasks/read-tasks';
import {
  REQUIRED_TARGET_COLUMNS,
  TARGET_COLUMN_IDS,
  type TargetColumnId,
  type TargetTableRow,
} from './target-columns';
import { buildTargetKeys } from './target-rows';

export type TargetTable = {
  sheet: string;
  /** Row of the header and first column on the sheet, 0-based. */
  top: number;
  left: number;
  columns: Partial<Record<TargetColumnId, number>>;
  headers: string[];
  /** Body rows of the table, blank ones among them. */
  bodyRows: number;
  rows: { key: string; index: number; book: TargetTableRow }[];
};

function mapTargetColumns<T>(pick: (id: TargetColumnId) => T): Record<TargetColumnId, T> {
  return Object.fromEntries(TARGET_COLUMN_IDS.map((id) => [id, pick(id)])) as Record<TargetColumnId, T>;
}

/** Reads the table of targets back: columns by their headers, rows in the order of the sheet, blank ones left out. */
export function readTargetTable(table: TableSnapshot): Result<TargetTable> {
  if (table.isHeaderOff) return err('header-row-off', { sheet: table.sheet });
  const headers = (table.values[0] ?? []).map(String);
  const columns = findColumns<TargetColumnId>(headers, TARGET_HEADERS);
  const missing = REQUIRED_TARGET_COLUMNS.filter((id) => columns[id] === undefined);
  if (missing.length > 0) {
    const problems = missing.map((id): Problem =>
      problem('column-missing', { sheet: table.sheet }, { column: TARGET_HEADERS[id] }),
    );
    return err(problems);
  }
  const managed = new Set(Object.values(columns));
  const others = headers
    .map((header, index) => ({ header, index }))
    .filter(({ index }) => !managed.has(index));
  const body = table.values.slice(1);
  const read = body.flatMap((values, index) => {
    const isBlank = values.every((value, column) => value === '' || column === columns.met);
    if (isBlank) return [];
    const formulas = table.formulas?.[index + 1];
    const content = (column: number | undefined) =>
      column === undefined ? '' : toCellContent(values[column] ?? '', formulas?.[column]);
    const tableRow: TargetTableRow = {
      cells: mapTargetColumns((id) => (id === 'met' ? '' : content(columns[id]))),
      extra: Object.fromEntries(others.map((other) => [other.header, content(other.index)])),
    };
    return [{ index, book: tableRow }];
  });
  const keys = buildTargetKeys(read.map(({ book: tableRow }) => tableRow));
  return ok({
    sheet: table.sheet,
    top: table.top,
    left: table.left,
    columns,
    headers,
    bodyRows: body.length,
    rows: read.map((row, position) => ({ ...row, key: keys[position]! })),
  });
}
