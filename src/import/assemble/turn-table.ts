import { detectHeaderRole } from '../../annex/detect-header-role';
import type { ColumnRole } from '../../annex/header-vocabulary';
import type { RawCell, RawTable } from '../../readers/raw-document';

/** Labels that a column of them must have, to be the header of a table that lies on its side. */
const MIN_LABELS = 3;
/** Tasks side by side; one alone is a form. */
const MIN_TASKS = 2;
/** Part of a label's letters that are header words. */
const MIN_COVERAGE = 0.8;
/** Rows from one label to the next at most. */
const MAX_GAP = 1;
/** A table of tasks side by side has few rows: what is longer stands upright. */
const MAX_ROWS = 200;

type Label = { row: number; role: ColumnRole };

/** The rows of a table whose tasks stand side by side, and the column of their labels. */
type LyingPart = { first: number; last: number; column: number };

function readLabel(cell: RawCell): Label | null {
  const text = cell.text.trim().replace(/\s*:$/, '');
  const reading = text.length > 60 ? null : detectHeaderRole(text);
  return reading && reading.coverage >= MIN_COVERAGE ? { row: cell.row, role: reading.role } : null;
}

const countRoles = (labels: readonly Label[]): number => new Set(labels.map(({ role }) => role)).size;

/** Splits labels where too many rows without one stand between them, or where the first one comes again. */
function groupLabels(labels: readonly Label[]): Label[][] {
  const groups: Label[][] = [];
  for (const label of labels) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isAgain = group && group.length >= MIN_LABELS && label.role === group[0]!.role;
    if (group && before && label.row - before.row <= 1 + MAX_GAP && !isAgain) group.push(label);
    else groups.push([label]);
  }
  return groups;
}

/**
 * Finds the parts of a table that lie on their side: one column names contents, units, products, times one below the
 * other, and the tasks stand beside it, one a column. A row that names as many of them is the header of an upright
 * table.
 */
function findLyingParts(table: RawTable): LyingPart[] {
  if (table.columnCount <= MIN_TASKS || table.rowCount > MAX_ROWS) return [];
  const filled = table.cells.filter(({ text }) => text.trim() !== '');
  const first = filled.reduce((least, { column }) => Math.min(least, column), Infinity);
  for (const column of [first, first + 1]) {
    const labels = filled.filter((cell) => cell.column === column).flatMap((cell) => readLabel(cell) ?? []);
    const parts = groupLabels(labels.sort((a, b) => a.row - b.row)).filter((group) =>
      isLying(group, column, filled),
    );
    if (parts.length > 0)
      return parts.map((group) => ({ first: group[0]!.row, last: group.at(-1)!.row, column }));
  }
  return [];
}

function isLying(labels: readonly Label[], column: number, filled: readonly RawCell[]): boolean {
  const content = labels.find(({ role }) => role === 'content');
  if (!content || countRoles(labels) < MIN_LABELS) return false;
  const following = filled.filter((cell) => cell.row === content.row && cell.column > column);
  if (following.length < MIN_TASKS) return false;
  return labels.every(({ row }) => {
    const others = filled
      .filter((cell) => cell.row === row && cell.column !== column)
      .flatMap((cell) => readLabel(cell) ?? []);
    return countRoles(others) < countRoles(labels) - 1;
  });
}

/** Cuts rows out of a table; what is merged beyond them ends there. */
function cutRows(table: RawTable, first: number, last: number): RawTable {
  return {
    ...table,
    rowCount: last - first + 1,
    rows: table.rows.slice(first, last + 1),
    cells: table.cells
      .filter(({ row }) => row >= first && row <= last)
      .map((cell) => ({
        ...cell,
        row: cell.row - first,
        rowSpan: Math.min(cell.rowSpan, last - cell.row + 1),
      })),
  };
}

/** Turns a table, so that its columns are rows; each new row has the place of its first cell. */
function turn(table: RawTable, column: number): RawTable {
  const cells = table.cells
    .filter((cell) => cell.column >= column)
    .map((cell): RawCell => ({
      ...cell,
      row: cell.column - column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
      place: cell.place ?? table.rows[cell.row]?.place ?? table.place,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const rowCount = table.columnCount - column;
  return {
    ...table,
    rowCount,
    columnCount: table.rowCount,
    cells,
    rows: Array.from({ length: rowCount }, (_, row) => ({
      place: cells.find((cell) => cell.row === row)?.place ?? table.place,
      ...(row === 0 && { header: true }),
    })),
    turned: true,
  };
}

/** Turns the parts of a table that lie on their side; what stands above and below them stays as it is. */
export function turnLyingParts(table: RawTable): RawTable[] {
  const parts = findLyingParts(table);
  if (parts.length === 0) return [table];
  const tables: RawTable[] = [];
  let next = 0;
  for (const { first, last, column } of parts) {
    if (first > next) tables.push(cutRows(table, next, first - 1));
    tables.push(turn(cutRows(table, first, last), column));
    next = last + 1;
  }
  if (next < table.rowCount) tables.push(cutRows(table, next, table.rowCount - 1));
  return tables.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
}
