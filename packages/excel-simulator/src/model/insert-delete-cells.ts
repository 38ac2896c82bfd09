import { areRangesIntersecting } from '@phuluc/ooxml/a1';
import { forEachCell, hasContent, removeAllSpills } from './cells';
import { type EditResult, err, type Failure, type ModelChange, ok } from './edit-result';
import { getColumnLeft, getRowTop } from './geometry';
import { adjustAllFormulas, renameColumnInAllFormulas, renameTableInAllFormulas } from './rewrite-formulas';
import {
  adjustAndSplitRange,
  adjustRange,
  adjustSpan,
  getLastIndex,
  getMovingRange,
  getSpan,
  isEntireColumns,
  isEntireRows,
  joinRanges,
  type Shift,
} from './shift-ranges';
import { adjustTable, checkTableShift } from './tables/shift-table';
import type { Cell, CellRange, FilterModel, SheetModel, WorkbookModel } from './types';
import { setCell } from './workbook';

/**
 * Returns a cell's new position.
 * @returns null when it is deleted.
 */
function shiftCell(row: number, column: number, shift: Shift): { row: number; column: number } | null {
  const area = adjustRange({ top: row, bottom: row, left: column, right: column }, shift);
  return area && { row: area.top, column: area.left };
}

function moveCells(sheet: SheetModel, shift: Shift): void {
  if (shift.axis === 'row' && isEntireRows(shift.area)) {
    const lines = [...sheet.cells];
    sheet.cells.clear();
    for (const [row, line] of lines) {
      const moved = shiftCell(row, 0, shift);
      if (moved) sheet.cells.set(moved.row, line);
    }
    return;
  }
  const moving: { cell: Cell; row: number; column: number }[] = [];
  forEachCell(sheet, getMovingRange(shift), (cell, row, column) => {
    const moved = shiftCell(row, column, shift);
    if (moved) moving.push({ cell, ...moved });
    setCell(sheet, row, column, { value: '' });
  });
  for (const { cell, row, column } of moving) setCell(sheet, row, column, cell);
}

/** Formats inserted cells like those above (or to the left); under a table's header, like those below. */
function inheritFormats(sheet: SheetModel, { axis, area }: Shift): void {
  const { first, last } = getSpan(area, axis);
  const underHeader = sheet.tables.some(
    (table) =>
      axis === 'row' &&
      table.showHeaders &&
      table.area.top === first - 1 &&
      areRangesIntersecting({ ...area, top: first - 1 }, table.area),
  );
  const source = underHeader ? last + 1 : first - 1;
  if (source < 0) return;
  const model: CellRange =
    axis === 'row' ? { ...area, top: source, bottom: source } : { ...area, left: source, right: source };
  forEachCell(sheet, model, ({ format }, row, column) => {
    if (!format) return;
    for (let index = first; index <= last; index += 1) {
      const at = axis === 'row' ? { row: index, column } : { row, column: index };
      setCell(sheet, at.row, at.column, { value: '', format });
    }
  });
}

function shiftProps<T extends { hidden?: boolean }>(props: Map<number, T>, shift: Shift): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [index, one] of props) {
    const span = adjustSpan({ first: index, last: index }, shift);
    if (span) moved.set(span.first, one);
  }
  if (shift.action === 'insert') {
    const { first, last } = getSpan(shift.area, shift.axis);
    const { hidden: _, ...before } = props.get(first - 1) ?? ({} as T);
    if (Object.keys(before).length > 0) {
      for (let index = first; index <= last; index += 1) moved.set(index, { ...before } as T);
    }
  }
  return moved;
}

/**
 * Moves and resizes charts, which are anchored to cells, with inserted and deleted entire rows and columns.
 */
function moveCharts(sheet: SheetModel, shift: Shift): void {
  const isRow = shift.axis === 'row';
  const edge = (index: number): number => (isRow ? getRowTop(sheet, index) : getColumnLeft(sheet, index));
  const { first, last } = getSpan(shift.area, shift.axis);
  const start = edge(first);
  const end = edge(last + 1);
  const place = (point: number): number =>
    shift.action === 'insert'
      ? point >= start
        ? point + (end - start)
        : point
      : point <= start
        ? point
        : Math.max(start, point - (end - start));
  for (const chart of sheet.charts) {
    const [at, size] = isRow ? (['top', 'height'] as const) : (['left', 'width'] as const);
    const from = place(chart[at]);
    chart[size] = place(chart[at] + chart[size]) - from;
    chart[at] = from;
  }
}

/** Moves filters, which are counted from the left edge of their area, with their columns. */
function shiftFilters(
  filters: Record<number, FilterModel>,
  before: CellRange,
  after: CellRange,
  shift: Shift,
): Record<number, FilterModel> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([index, filter]) => {
      const column = before.left + Number(index);
      const moved = adjustRange({ ...before, left: column, right: column }, shift);
      return moved ? [[moved.left - after.left, filter]] : [];
    }),
  );
}

function adjustSheetParts(sheet: SheetModel, shift: Shift): void {
  const splitRanges = (areas: CellRange[]): CellRange[] =>
    joinRanges(areas.flatMap((area) => adjustAndSplitRange(area, shift)));
  sheet.merges = sheet.merges
    .flatMap((merge) => adjustRange(merge, shift) ?? [])
    .filter((merge) => merge.top !== merge.bottom || merge.left !== merge.right);
  for (const validation of sheet.validations) validation.areas = splitRanges(validation.areas);
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
  for (const format of sheet.conditionalFormats) format.areas = splitRanges(format.areas);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  if (sheet.autoFilter) {
    const { area: before, filters } = sheet.autoFilter;
    const area = adjustRange(before, shift);
    sheet.autoFilter = area
      ? { area, filters: shift.axis === 'row' ? filters : shiftFilters(filters, before, area, shift) }
      : undefined;
  }
  const layout = sheet.pageLayout;
  if (layout.printArea) {
    // Adjacent areas print on separate pages: they are not joined.
    const areas = layout.printArea.flatMap((area) => adjustRange(area, shift) ?? []);
    layout.printArea = areas.length > 0 ? areas : undefined;
  }
  const isEntire = shift.axis === 'row' ? isEntireRows(shift.area) : isEntireColumns(shift.area);
  if (!isEntire) return;
  const titles = shift.axis === 'row' ? 'titleRows' : 'titleColumns';
  if (layout[titles]) layout[titles] = adjustSpan(layout[titles], shift) ?? undefined;
}

/**
 * Finds Excel's reason not to move cells: a merge or table would be split, or content pushed off the sheet.
 */
function checkShift(sheet: SheetModel, shift: Shift): Failure | null {
  const moving = getMovingRange(shift);
  const cross = shift.axis === 'row' ? 'column' : 'row';
  for (const merge of sheet.merges) {
    if (!areRangesIntersecting(merge, moving)) continue;
    const band = getSpan(shift.area, cross);
    const span = getSpan(merge, cross);
    if (span.first < band.first || span.last > band.last) {
      return err('MergedRangeConflict', "We can't do that to a merged cell.");
    }
  }
  const table = checkTableShift(sheet, shift);
  if (table) return table;
  if (shift.action === 'delete') return null;
  const { first, last } = getSpan(shift.area, shift.axis);
  const end = getLastIndex(shift.axis);
  const pushed: CellRange =
    shift.axis === 'row'
      ? { ...shift.area, top: end - (last - first), bottom: end }
      : { ...shift.area, left: end - (last - first), right: end };
  return hasContent(sheet, pushed)
    ? err('NonBlankCellOffSheet', 'The insert would push cells that are not empty off the end of the sheet.')
    : null;
}

function applyShift(workbook: WorkbookModel, sheet: SheetModel, shift: Shift): EditResult<Shift> {
  const failure = checkShift(sheet, shift);
  if (failure) return failure;
  removeAllSpills(sheet);
  const isRow = shift.axis === 'row';
  const isEntire = isRow ? isEntireRows(shift.area) : isEntireColumns(shift.area);
  // Inserted rows get their height before the charts are positioned; deleted ones still have theirs.
  if (isEntire && shift.action === 'delete') moveCharts(sheet, shift);
  moveCells(sheet, shift);
  if (isEntire && isRow) sheet.rows = shiftProps(sheet.rows, shift);
  if (isEntire && !isRow) sheet.columns = shiftProps(sheet.columns, shift);
  if (isEntire && shift.action === 'insert') moveCharts(sheet, shift);
  adjustSheetParts(sheet, shift);
  const changes: ModelChange[] = [];
  for (const table of [...sheet.tables]) {
    const { removed, droppedColumns, resized } = adjustTable(sheet, table, shift);
    for (const column of droppedColumns) renameColumnInAllFormulas(workbook, table, column, null);
    if (removed) {
      sheet.tables = sheet.tables.filter((one) => one !== table);
      renameTableInAllFormulas(workbook, table.name, null);
    }
    if (removed || resized) {
      changes.push({
        kind: 'table',
        sheetId: sheet.id,
        tableId: table.id,
        type: removed ? 'deleted' : 'resized',
      });
    }
  }
  adjustAllFormulas(workbook, sheet, shift);
  if (shift.action === 'insert') inheritFormats(sheet, shift);
  const what = isEntire ? (isRow ? 'Row' : 'Column') : 'Cell';
  const type = `${what}${shift.action === 'insert' ? 'Inserted' : 'Deleted'}` as const;
  return ok(shift, { kind: 'cells', sheetId: sheet.id, area: shift.area, type }, ...changes);
}

function chooseAxis(area: CellRange, shiftsRows: boolean): Shift['axis'] {
  return isEntireRows(area) ? 'row' : isEntireColumns(area) ? 'column' : shiftsRows ? 'row' : 'column';
}

/**
 * Inserts cells (Range.insert). Entire rows always move down and entire columns right. The value is the shift
 * that was made, for callers that track areas of the sheet (see `adjustRange`).
 */
export function insertCells(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: CellRange,
  direction: 'Down' | 'Right',
): EditResult<Shift> {
  return applyShift(workbook, sheet, {
    action: 'insert',
    axis: chooseAxis(area, direction === 'Down'),
    area,
  });
}

/**
 * Deletes cells (Range.delete). A table keeps one body row: where all would be deleted, the last stays,
 * blank, as in Excel.
 */
export function deleteCells(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: CellRange,
  direction: 'Up' | 'Left',
): EditResult<Shift> {
  const shift: Shift = { action: 'delete', axis: chooseAxis(area, direction === 'Up'), area };
  const emptied = sheet.tables.some(
    (table) =>
      shift.axis === 'row' &&
      table.showHeaders &&
      area.left <= table.area.left &&
      area.right >= table.area.right &&
      area.top === table.area.top + 1 &&
      area.bottom >= table.area.bottom - (table.showTotals ? 1 : 0),
  );
  if (!emptied) return applyShift(workbook, sheet, shift);
  const failure = checkShift(sheet, shift);
  if (failure) return failure;
  return deleteAllButOneRow(workbook, sheet, shift);
}

function deleteAllButOneRow(workbook: WorkbookModel, sheet: SheetModel, shift: Shift): EditResult<Shift> {
  const { area } = shift;
  const remaining: CellRange = { ...area, bottom: area.top };
  forEachCell(sheet, remaining, (cell, row, column) => {
    setCell(sheet, row, column, cell.format ? { value: '', format: cell.format } : { value: '' });
  });
  if (area.bottom === area.top) {
    return ok(shift, { kind: 'cells', sheetId: sheet.id, area: remaining, type: 'RangeEdited' });
  }
  const rest = applyShift(workbook, sheet, { ...shift, area: { ...area, top: area.top + 1 } });
  if (rest.ok)
    rest.changes.unshift({ kind: 'cells', sheetId: sheet.id, area: remaining, type: 'RangeEdited' });
  return rest;
}
