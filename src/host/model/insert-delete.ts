import { intersects } from './address';
import { dropAllSpills, eachCell, hasContent } from './cells';
import { adjustEveryFormula, renameColumnEverywhere, renameTableEverywhere } from './every-formula';
import { columnLeft, rowTop } from './geometry';
import { type Change, type Outcome, type Refusal, done, refuse } from './outcome';
import {
  type Shift,
  adjustArea,
  adjustPieces,
  adjustSpan,
  isWholeColumns,
  isWholeRows,
  joinAreas,
  lastIndex,
  movingPart,
  spanOf,
} from './shift';
import { adjustTable, refuseTableShift } from './table-shift';
import type { Area, Cell, FilterModel, SheetModel, WorkbookModel } from './types';
import { putCell } from './workbook';

/** A cell's new place; null when it is deleted. */
function movedCell(row: number, column: number, shift: Shift): { row: number; column: number } | null {
  const area = adjustArea({ top: row, bottom: row, left: column, right: column }, shift);
  return area && { row: area.top, column: area.left };
}

function moveCells(sheet: SheetModel, shift: Shift): void {
  if (shift.axis === 'row' && isWholeRows(shift.area)) {
    const lines = [...sheet.cells];
    sheet.cells.clear();
    for (const [row, line] of lines) {
      const moved = movedCell(row, 0, shift);
      if (moved) sheet.cells.set(moved.row, line);
    }
    return;
  }
  const moving: { cell: Cell; row: number; column: number }[] = [];
  eachCell(sheet, movingPart(shift), (cell, row, column) => {
    const moved = movedCell(row, column, shift);
    if (moved) moving.push({ cell, ...moved });
    putCell(sheet, row, column, { value: '' });
  });
  for (const { cell, row, column } of moving) putCell(sheet, row, column, cell);
}

/** Inserted cells look like those above (or to the left); under a table's header, like those below. */
function inheritFormats(sheet: SheetModel, { axis, area }: Shift): void {
  const { first, last } = spanOf(area, axis);
  const underHeader = sheet.tables.some(
    (table) =>
      axis === 'row' &&
      table.showHeaders &&
      table.area.top === first - 1 &&
      intersects({ ...area, top: first - 1 }, table.area),
  );
  const source = underHeader ? last + 1 : first - 1;
  if (source < 0) return;
  const model: Area =
    axis === 'row' ? { ...area, top: source, bottom: source } : { ...area, left: source, right: source };
  eachCell(sheet, model, ({ format }, row, column) => {
    if (!format) return;
    for (let index = first; index <= last; index += 1) {
      const at = axis === 'row' ? { row: index, column } : { row, column: index };
      putCell(sheet, at.row, at.column, { value: '', format });
    }
  });
}

function movedProps<T extends { hidden?: boolean }>(props: Map<number, T>, shift: Shift): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [index, one] of props) {
    const span = adjustSpan({ first: index, last: index }, shift);
    if (span) moved.set(span.first, one);
  }
  if (shift.action === 'insert') {
    const { first, last } = spanOf(shift.area, shift.axis);
    const { hidden: _, ...before } = props.get(first - 1) ?? ({} as T);
    if (Object.keys(before).length > 0) {
      for (let index = first; index <= last; index += 1) moved.set(index, { ...before } as T);
    }
  }
  return moved;
}

/** Charts sit on cells: they move, and grow or shrink, with whole rows and columns that come or go. */
function moveCharts(sheet: SheetModel, shift: Shift): void {
  const isRow = shift.axis === 'row';
  const edge = (index: number): number => (isRow ? rowTop(sheet, index) : columnLeft(sheet, index));
  const { first, last } = spanOf(shift.area, shift.axis);
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

/** Filters are counted from the left edge of their area; each stays with its column. */
function movedFilters(
  filters: Record<number, FilterModel>,
  before: Area,
  after: Area,
  shift: Shift,
): Record<number, FilterModel> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([index, filter]) => {
      const column = before.left + Number(index);
      const moved = adjustArea({ ...before, left: column, right: column }, shift);
      return moved ? [[moved.left - after.left, filter]] : [];
    }),
  );
}

function adjustSheetParts(sheet: SheetModel, shift: Shift): void {
  const pieces = (areas: Area[]): Area[] => joinAreas(areas.flatMap((area) => adjustPieces(area, shift)));
  sheet.merges = sheet.merges
    .flatMap((merge) => adjustArea(merge, shift) ?? [])
    .filter((merge) => merge.top !== merge.bottom || merge.left !== merge.right);
  for (const validation of sheet.validations) validation.areas = pieces(validation.areas);
  sheet.validations = sheet.validations.filter((validation) => validation.areas.length > 0);
  for (const format of sheet.conditionalFormats) format.areas = pieces(format.areas);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  if (sheet.autoFilter) {
    const { area: before, filters } = sheet.autoFilter;
    const area = adjustArea(before, shift);
    sheet.autoFilter = area
      ? { area, filters: shift.axis === 'row' ? filters : movedFilters(filters, before, area, shift) }
      : undefined;
  }
  const layout = sheet.pageLayout;
  if (layout.printArea) {
    // Areas that meet print on pages of their own: they are not put together.
    const areas = layout.printArea.flatMap((area) => adjustArea(area, shift) ?? []);
    layout.printArea = areas.length > 0 ? areas : undefined;
  }
  const whole = shift.axis === 'row' ? isWholeRows(shift.area) : isWholeColumns(shift.area);
  if (!whole) return;
  const titles = shift.axis === 'row' ? 'titleRows' : 'titleColumns';
  if (layout[titles]) layout[titles] = adjustSpan(layout[titles], shift) ?? undefined;
}

/** Excel's reasons not to move cells: a merge or table would be torn, or content pushed off the sheet. */
function refuseShift(sheet: SheetModel, shift: Shift): Refusal | null {
  const moving = movingPart(shift);
  const cross = shift.axis === 'row' ? 'column' : 'row';
  for (const merge of sheet.merges) {
    if (!intersects(merge, moving)) continue;
    const band = spanOf(shift.area, cross);
    const own = spanOf(merge, cross);
    if (own.first < band.first || own.last > band.last) {
      return refuse('MergedRangeConflict', "We can't do that to a merged cell.");
    }
  }
  const table = refuseTableShift(sheet, shift);
  if (table) return table;
  if (shift.action === 'delete') return null;
  const { first, last } = spanOf(shift.area, shift.axis);
  const end = lastIndex(shift.axis);
  const pushed: Area =
    shift.axis === 'row'
      ? { ...shift.area, top: end - (last - first), bottom: end }
      : { ...shift.area, left: end - (last - first), right: end };
  return hasContent(sheet, pushed)
    ? refuse(
        'NonBlankCellOffSheet',
        'The insert would push cells that are not empty off the end of the sheet.',
      )
    : null;
}

function apply(workbook: WorkbookModel, sheet: SheetModel, shift: Shift): Outcome<Shift> {
  const refusal = refuseShift(sheet, shift);
  if (refusal) return refusal;
  dropAllSpills(sheet);
  const isRow = shift.axis === 'row';
  const whole = isRow ? isWholeRows(shift.area) : isWholeColumns(shift.area);
  // Inserted rows get their height before the charts are placed by it; deleted ones still have theirs.
  if (whole && shift.action === 'delete') moveCharts(sheet, shift);
  moveCells(sheet, shift);
  if (whole && isRow) sheet.rows = movedProps(sheet.rows, shift);
  if (whole && !isRow) sheet.columns = movedProps(sheet.columns, shift);
  if (whole && shift.action === 'insert') moveCharts(sheet, shift);
  adjustSheetParts(sheet, shift);
  const changes: Change[] = [];
  for (const table of [...sheet.tables]) {
    const { removed, droppedColumns, resized } = adjustTable(sheet, table, shift);
    for (const column of droppedColumns) renameColumnEverywhere(workbook, table, column, null);
    if (removed) {
      sheet.tables = sheet.tables.filter((one) => one !== table);
      renameTableEverywhere(workbook, table.name, null);
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
  adjustEveryFormula(workbook, sheet, shift);
  if (shift.action === 'insert') inheritFormats(sheet, shift);
  const what = whole ? (isRow ? 'Row' : 'Column') : 'Cell';
  const type = `${what}${shift.action === 'insert' ? 'Inserted' : 'Deleted'}` as const;
  return done(shift, { kind: 'cells', sheetId: sheet.id, area: shift.area, type }, ...changes);
}

function axisOf(area: Area, shiftsRows: boolean): Shift['axis'] {
  return isWholeRows(area) ? 'row' : isWholeColumns(area) ? 'column' : shiftsRows ? 'row' : 'column';
}

/**
 * Range.insert. Whole rows go down and whole columns right whatever is asked. The value is the shift that was
 * made, for whoever keeps areas of the sheet (use `adjustArea`).
 */
export function insertCells(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  direction: 'Down' | 'Right',
): Outcome<Shift> {
  return apply(workbook, sheet, { action: 'insert', axis: axisOf(area, direction === 'Down'), area });
}

/**
 * Range.delete. A table keeps one body row: where all would go, the last stays behind, blank, as in Excel.
 */
export function deleteCells(
  workbook: WorkbookModel,
  sheet: SheetModel,
  area: Area,
  direction: 'Up' | 'Left',
): Outcome<Shift> {
  const shift: Shift = { action: 'delete', axis: axisOf(area, direction === 'Up'), area };
  const emptied = sheet.tables.some(
    (table) =>
      shift.axis === 'row' &&
      table.showHeaders &&
      area.left <= table.area.left &&
      area.right >= table.area.right &&
      area.top === table.area.top + 1 &&
      area.bottom >= table.area.bottom - (table.showTotals ? 1 : 0),
  );
  if (!emptied) return apply(workbook, sheet, shift);
  const refusal = refuseShift(sheet, shift);
  if (refusal) return refusal;
  return deleteAllButOne(workbook, sheet, shift);
}

function deleteAllButOne(workbook: WorkbookModel, sheet: SheetModel, shift: Shift): Outcome<Shift> {
  const { area } = shift;
  const kept: Area = { ...area, bottom: area.top };
  eachCell(sheet, kept, (cell, row, column) => {
    putCell(sheet, row, column, cell.format ? { value: '', format: cell.format } : { value: '' });
  });
  if (area.bottom === area.top) {
    return done(shift, { kind: 'cells', sheetId: sheet.id, area: kept, type: 'RangeEdited' });
  }
  const rest = apply(workbook, sheet, { ...shift, area: { ...area, top: area.top + 1 } });
  if (rest.ok) rest.changes.unshift({ kind: 'cells', sheetId: sheet.id, area: kept, type: 'RangeEdited' });
  return rest;
}
