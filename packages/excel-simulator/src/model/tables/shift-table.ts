import { areRangesIntersecting } from '@phuluc/ooxml/a1';
import { err, type Failure } from '../edit-result';
import { adjustRange, adjustSpan, getMovingRange, getSpan, type Shift } from '../shift-ranges';
import type { FilterModel, SheetModel, TableModel } from '../types';
import { getCell, setCell } from '../workbook';
import { createUniqueColumnName, getNextColumnId } from './table-columns';

/**
 * Checks that a shift does not split a table: Excel shifts all of its width (or height) or nothing.
 * @returns null where it does not.
 */
export function checkTableShift(sheet: SheetModel, shift: Shift): Failure | null {
  const moving = getMovingRange(shift);
  const cross = shift.axis === 'row' ? 'column' : 'row';
  const band = getSpan(shift.area, cross);
  const { first: start, last: end } = getSpan(shift.area, shift.axis);
  for (const table of sheet.tables) {
    if (!areRangesIntersecting(table.area, moving)) continue;
    const span = getSpan(table.area, cross);
    const isTorn = span.first < band.first || span.last > band.last;
    const losesHeader =
      shift.action === 'delete' &&
      shift.axis === 'row' &&
      table.showHeaders &&
      start <= table.area.top &&
      end >= table.area.top &&
      end < table.area.bottom;
    if (isTorn || losesHeader) {
      return err(
        'InsertDeleteConflict',
        'This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.',
      );
    }
  }
  return null;
}

function shiftTableFilters(table: TableModel, before: TableModel['columns']): Record<number, FilterModel> {
  const filters: Record<number, FilterModel> = {};
  for (const [key, filter] of Object.entries(table.filters)) {
    const index = table.columns.indexOf(before[Number(key)]!);
    if (index >= 0) filters[index] = filter;
  }
  return filters;
}

/** Adds the columns that an insertion opened inside the table and drops those that a deletion removed. */
function shiftTableColumns(sheet: SheetModel, table: TableModel, shift: Shift): string[] {
  const left = table.area.left;
  const before = table.columns;
  const dropped = before.filter(
    (_, index) => !adjustSpan({ first: left + index, last: left + index }, shift),
  );
  table.columns = before.filter((column) => !dropped.includes(column));
  const { first, last } = getSpan(shift.area, 'column');
  if (shift.action === 'insert' && first > left && first <= table.area.right) {
    for (let index = first - left; index <= last - left; index += 1) {
      table.columns.splice(index, 0, { id: getNextColumnId(table), name: createUniqueColumnName(table, '') });
    }
  }
  table.filters = shiftTableFilters(table, before);
  return dropped.map((column) => column.name);
}

/**
 * Updates a table after cells of its sheet have moved and writes header cells of new columns.
 * @returns whether the table is deleted or resized, and the names of deleted columns.
 */
export function adjustTable(
  sheet: SheetModel,
  table: TableModel,
  shift: Shift,
): { removed: boolean; resized: boolean; droppedColumns: string[] } {
  const before = table.area;
  const area = adjustRange(before, shift);
  if (!area) return { removed: true, resized: false, droppedColumns: [] };
  if (area === before) return { removed: false, resized: false, droppedColumns: [] };
  const { first, last } = getSpan(shift.area, shift.axis);
  if (shift.axis === 'row' && shift.action === 'delete' && table.showTotals) {
    if (first <= before.bottom && last >= before.bottom) table.showTotals = false;
  }
  const droppedColumns = shift.axis === 'column' ? shiftTableColumns(sheet, table, shift) : [];
  table.area = area;
  const resized =
    area.bottom - area.top !== before.bottom - before.top ||
    area.right - area.left !== before.right - before.left;
  if (resized && shift.axis === 'column' && shift.action === 'insert' && table.showHeaders) {
    for (let column = first; column <= last; column += 1) {
      const header = getCell(sheet, area.top, column);
      setCell(sheet, area.top, column, { ...header, value: table.columns[column - area.left]!.name });
    }
  }
  return { removed: false, resized, droppedColumns };
}
