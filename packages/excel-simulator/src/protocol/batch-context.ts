import { formatRange, quoteSheetName } from '@phuluc/ooxml/a1';
import { recalculate } from '../formulas/recalculate';
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
    liveCells: new Set([...session.references.values(), ...session.eventReferences.values()]),
    events: [],
    origin,
    typingLocale,
    calculationSuspended: false,
  };
}

function recordTableNames({ workbook, tableNames }: Session): void {
  for (const { tables } of workbook.sheets) for (const { id, name } of tables) tableNames.set(id, name);
}

/** The sheet a handle names; ItemNotFound once it is deleted. */
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

/** Areas of a handle; InvalidReference when all its cells were deleted. */
export function getCellRanges(cells: Cells): CellRange[] {
  if (cells.areas.length === 0) throw createDeletedRangeError();
  return cells.areas;
}

/** The one area of a range. */
export function getCellRange(cells: Cells): CellRange {
  const [area] = cells.areas;
  if (!area) throw createDeletedRangeError();
  return area;
}

/** 'Phụ lục'!A1:C5, as Range.address gives it. */
export function formatFullAddress(sheet: SheetModel, area: CellRange): string {
  return `${quoteSheetName(sheet.name)}!${formatRange(area)}`;
}

/** Calculates what waits to be calculated, unless the mode is manual or the batch put it off. */
export function ensureCalculated(context: BatchContext): void {
  const { session, workbook } = context;
  if (!session.stale || context.calculationSuspended || workbook.calculationMode === 'Manual') return;
  calculateNow(context);
}

/** Calculates all formulas and tells the sheets that have some. */
export function calculateNow({ session, workbook, events }: BatchContext): void {
  session.stale = false;
  recalculate(workbook, { now: session.now() });
  for (const { id, cells } of workbook.sheets) {
    const isHeard = [id, WORKBOOK_TARGET].some((target) =>
      isEventRegistered(session, EVENT_TYPES.worksheetCalculated, target),
    );
    if (!isHeard || ![...cells.values()].some((line) => [...line.values()].some(({ formula }) => formula)))
      continue;
    // Which cells changed their value is not known here: the whole sheet counts as calculated.
    events.push(...createEventPair(EVENT_TYPES.worksheetCalculated, id, { address: '', worksheetId: id }));
  }
}

/** Something formulas may depend on was changed. */
export function markStale(context: BatchContext): void {
  context.session.stale = true;
  context.session.dirty = true;
}

/** How a change moved cells; null where nothing moved. What only part of a row or column did goes along `axis`. */
function toShift(change: ModelChange, axis: Shift['axis']): Shift | null {
  if (change.kind !== 'cells' || change.type === 'RangeEdited') return null;
  const { area, type } = change;
  const action = type.endsWith('Inserted') ? 'insert' : 'delete';
  if (type.startsWith('Cell')) return { action, axis, area };
  if (type.startsWith('Row')) return isEntireRows(area) ? { action, axis: 'row', area } : null;
  return isEntireColumns(area) ? { action, axis: 'column', area } : null;
}

/** Every range in hand on the sheet follows its cells. */
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
 * Takes an operation's value, tells what it changed and lets the ranges in hand follow their cells; its refusal
 * becomes the action's error.
 * @param axis the way that cells went which were inserted or deleted in part of a row or column.
 * @param before what the only changed cell held.
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
  context.events.push(...toHostEvents(context.session, changes, context.origin, before));
  if (changes.some(({ kind }) => kind === 'table')) recordTableNames(context.session);
  return value;
}

/** Calculates what is left to calculate and tells what happened. */
export function finishBatch(context: BatchContext): void {
  context.calculationSuspended = false;
  ensureCalculated(context);
  deliverEvents(context.session, context.events);
}
