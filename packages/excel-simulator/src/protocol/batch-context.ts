import { formatRange, quoteSheetName } from '@phuluc/ooxml/a1';
import { recalculate } from '../formulas/recalculate';
import { appendAll } from '../model/collections';
import type { EditResult, ModelChange } from '../model/edit-result';
import {
  adjustAndSplitRange,
  adjustRange,
  isEntireColumns,
  isEntireRows,
  type Shift,
} from '../model/shift-ranges';
import type { CellRange, CellValue, SheetModel } from '../model/types';
import { ADD_IN_CHANGE, createEventPair, toHostEvents } from './change-events';
import { deliverEvents, EVENT_TYPES, isEventRegistered, WORKBOOK_TARGET } from './events';
import { HostError } from './host-error';
import type { Cells, RangeAreasObject, RangeObject } from './host-objects';
import type { BatchContext, Session } from './types';

export function createBatchContext(
  session: Session,
  {
    origin = ADD_IN_CHANGE,
    typingLocale = 'en-US',
  }: Partial<Pick<BatchContext, 'origin' | 'typingLocale'>> = {},
): BatchContext {
  recordTableNames(session);
  return {
    session,
    workbook: session.workbook,
    liveCells: new Set([
      ...session.references.values(),
      ...session.eventReferences.values(),
      ...session.rowsToFit,
    ]),
    events: [],
    origin,
    typingLocale,
    calculationSuspended: false,
  };
}

function recordTableNames({ workbook, tableNames }: Session): void {
  for (const { tables } of workbook.sheets) for (const { id, name } of tables) tableNames.set(id, name);
}

/**
 * Returns the sheet of a handle.
 * @throws HostError (ItemNotFound) once it is deleted.
 */
export function requireSheet(context: BatchContext, sheetId: string): SheetModel {
  const sheet = context.workbook.sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw new HostError('ItemNotFound', 'The worksheet is no longer in the workbook.');
  return sheet;
}

export function createRangeObject(context: BatchContext, sheetId: string, area: CellRange): RangeObject {
  const range: RangeObject = { class: 'Range', sheetId, areas: [area] };
  context.liveCells.add(range);
  return range;
}

export function createRangeAreasObject(
  context: BatchContext,
  sheetId: string,
  areas: CellRange[],
): RangeAreasObject {
  const range: RangeAreasObject = { class: 'RangeAreas', sheetId, areas };
  context.liveCells.add(range);
  return range;
}

const createDeletedRangeError = (): HostError =>
  new HostError('InvalidReference', 'The cells of this range have been deleted.');

/**
 * Returns the areas of a handle.
 * @throws HostError (InvalidReference) when all its cells were deleted.
 */
export function getCellRanges(cells: Cells): CellRange[] {
  if (cells.areas.length === 0) throw createDeletedRangeError();
  return cells.areas;
}

/**
 * Returns the only area of a range.
 * @throws HostError (InvalidReference) when its cells were deleted.
 */
export function getCellRange(cells: Cells): CellRange {
  const [area] = cells.areas;
  if (!area) throw createDeletedRangeError();
  return area;
}

/** Returns the sheet of a range and its cells. */
export function getSheetAndRange(
  self: RangeObject,
  context: BatchContext,
): { sheet: SheetModel; area: CellRange } {
  return { sheet: requireSheet(context, self.sheetId), area: getCellRange(self) };
}

/** Formats an address as Range.address does: 'Phụ lục'!A1:C5. */
export function formatFullAddress(sheet: SheetModel, area: CellRange): string {
  return `${quoteSheetName(sheet.name)}!${formatRange(area)}`;
}

/** Calculates pending formulas, unless the mode is manual or the batch has suspended calculation. */
export function ensureCalculated(context: BatchContext): void {
  const { session, workbook } = context;
  if (!session.stale || context.calculationSuspended || workbook.calculationMode === 'Manual') return;
  calculateNow(context);
}

/** Calculates all formulas and queues events for the sheets that have some. */
export function calculateNow({ session, workbook, events }: BatchContext): void {
  session.stale = false;
  const start = performance.now();
  recalculate(workbook, { now: session.now() });
  session.calculationTime += performance.now() - start;
  for (const { id, cells } of workbook.sheets) {
    const isHeard = [id, WORKBOOK_TARGET].some((target) =>
      isEventRegistered(session, EVENT_TYPES.worksheetCalculated, target),
    );
    if (!isHeard || ![...cells.values()].some((line) => [...line.values()].some(({ formula }) => formula)))
      continue;
    // The changed cells are not known here: the entire sheet counts as calculated.
    appendAll(events, createEventPair(EVENT_TYPES.worksheetCalculated, id, { address: '', worksheetId: id }));
  }
}

/** Marks that something formulas may depend on was changed. */
export function markStale(context: BatchContext): void {
  context.session.stale = true;
  context.session.dirty = true;
}

/**
 * Converts a change to the shift of cells it made. Partial rows or columns moved along `axis`.
 * @returns null where nothing moved.
 */
function toShift(change: ModelChange, axis: Shift['axis']): Shift | null {
  if (change.kind !== 'cells' || change.type === 'RangeEdited') return null;
  const { area, type } = change;
  const action = type.endsWith('Inserted') ? 'insert' : 'delete';
  if (type.startsWith('Cell')) return { action, axis, area };
  if (type.startsWith('Row')) return isEntireRows(area) ? { action, axis: 'row', area } : null;
  return isEntireColumns(area) ? { action, axis: 'column', area } : null;
}

/** Moves every live range on the sheet with its cells. */
function shiftLiveCells(context: BatchContext, sheetId: string, shift: Shift): void {
  for (const cells of context.liveCells) {
    if (cells.sheetId !== sheetId) continue;
    cells.areas =
      cells.areas.length > 1
        ? cells.areas.flatMap((area) => adjustAndSplitRange(area, shift))
        : cells.areas.flatMap((area) => adjustRange(area, shift) ?? []);
  }
}

/**
 * Returns an operation's value, queues its events and moves the live ranges with their cells.
 * @throws HostError with the operation's error.
 * @param axis the direction in which cells moved that were inserted or deleted in part of a row or column.
 * @param before the previous value of the only changed cell.
 */
export function unwrap<T>(
  context: BatchContext,
  outcome: EditResult<T>,
  { axis = 'row', before }: { axis?: Shift['axis']; before?: CellValue } = {},
): T {
  if (!outcome.ok) throw new HostError(outcome.code, outcome.message);
  const { changes, value } = outcome;
  if (changes.some(({ kind }) => kind !== 'formats')) markStale(context);
  for (const change of changes) {
    const shift = toShift(change, axis);
    if (shift && change.kind === 'cells') shiftLiveCells(context, change.sheetId, shift);
  }
  appendAll(context.events, toHostEvents(context.session, changes, context.origin, before));
  if (changes.some(({ kind }) => kind === 'table')) recordTableNames(context.session);
  return value;
}

/** Calculates pending formulas, unless the session waits until they are asked for, and delivers the events. */
export function finishBatch(context: BatchContext): void {
  context.calculationSuspended = false;
  const { calculates, registrations } = context.session;
  const isHeard = [...registrations.keys()].some((key) =>
    key.startsWith(`${EVENT_TYPES.worksheetCalculated} `),
  );
  if (calculates === 'after-each-request' || isHeard) ensureCalculated(context);
  deliverEvents(context.session, context.events);
}
