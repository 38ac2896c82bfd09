import { formatAddress } from '@phuluc/ooxml/a1';
import type { SheetModel, WorkbookModel } from './types';

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

function formatForMessage(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** Returns path and values of the first difference of two plain values; undefined members count as absent. */
function findDifference(a: unknown, b: unknown, path: string): string | null {
  if (Object.is(a, b)) return null;
  if (isBytes(a) && isBytes(b)) {
    return a.length === b.length && a.every((byte, index) => byte === b[index])
      ? null
      : `${path}: other bytes`;
  }
  if (a instanceof Map && b instanceof Map) {
    return findDifference(Object.fromEntries(a), Object.fromEntries(b), path);
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${path}: ${formatForMessage(a)} ≠ ${formatForMessage(b)}`;
  }
  if (Array.isArray(a) !== Array.isArray(b))
    return `${path}: ${formatForMessage(a)} ≠ ${formatForMessage(b)}`;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = findDifference(left[key], right[key], path === '' ? key : `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

function findCellDifference(a: SheetModel, b: SheetModel): string | null {
  const rows = [...new Set([...a.cells.keys(), ...b.cells.keys()])].sort((x, y) => x - y);
  for (const row of rows) {
    const [left, right] = [a.cells.get(row), b.cells.get(row)];
    const columns = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].sort((x, y) => x - y);
    for (const column of columns) {
      const found = findDifference(left?.get(column), right?.get(column), '');
      if (found) return `${a.name}!${formatAddress(row, column)}.${found}`.replace('.:', ':');
    }
  }
  return null;
}

/**
 * Finds the first difference of two workbooks ("Phụ lục!B2.value: 1 ≠ 2"), sheets in order, cells by row.
 * @returns null when all content is equal.
 */
export function findFirstDifference(a: WorkbookModel, b: WorkbookModel): string | null {
  const names = findDifference(
    a.sheets.map((sheet) => sheet.name),
    b.sheets.map((sheet) => sheet.name),
    'sheets',
  );
  if (names) return names;
  for (const [index, sheet] of a.sheets.entries()) {
    const other = b.sheets[index]!;
    const inCells = findCellDifference(sheet, other);
    if (inCells) return inCells;
    const found = findDifference({ ...sheet, cells: null }, { ...other, cells: null }, sheet.name);
    if (found) return found;
  }
  return findDifference({ ...a, sheets: null }, { ...b, sheets: null }, 'workbook');
}
