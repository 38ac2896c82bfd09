import { recalculate } from '../calc/recalculate';
import { areaAddress, quoteSheetName } from '../model/address';
import type { Change, Outcome } from '../model/outcome';
import { type Shift, adjustArea, adjustPieces, isWholeColumns, isWholeRows } from '../model/shift';
import type { Area, SheetModel, WorkbookModel } from '../model/types';
import { eventsOfChanges } from './change-events';
import type { HostEvent } from './events';
import { HostError } from './host-error';
import type { Cells, RangeAreasObject, RangeObject } from './objects';
import type { Session } from './session';

/** What the members of one batch share. */
export type BatchContext = {
  readonly session: Session;
  readonly workbook: WorkbookModel;
  /** Ranges the batch has in hand; they move with their cells as kept references do. */
  readonly live: Set<Cells>;
  /** What happened, to be told after the answer. */
  readonly events: HostEvent[];
  /** application.suspendApiCalculationUntilNextSync was called. */
  calculationSuspended: boolean;
};

export const createContext = (session: Session): BatchContext => ({
  session,
  workbook: session.workbook,
  live: new Set(session.references.values()),
  events: [],
  calculationSuspended: false,
});

/** The sheet a handle names; ItemNotFound once it is deleted. */
export const sheetOf = (context: BatchContext, sheetId: string): SheetModel => {
  const sheet = context.workbook.sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw new HostError('ItemNotFound', 'The worksheet is no longer in the workbook.');
  return sheet;
};

export const makeRange = (context: BatchContext, sheetId: string, area: Area): RangeObject => {
  const range: RangeObject = { class: 'Range', sheetId, areas: [area] };
  context.live.add(range);
  return range;
};

export const makeRangeAreas = (context: BatchContext, sheetId: string, areas: Area[]): RangeAreasObject => {
  const range: RangeAreasObject = { class: 'RangeAreas', sheetId, areas };
  context.live.add(range);
  return range;
};

const gone = (): HostError => new HostError('InvalidReference', 'The cells of this range have been deleted.');

/** Areas of a handle; InvalidReference when all its cells were deleted. */
export const areasOf = (cells: Cells): Area[] => {
  if (cells.areas.length === 0) throw gone();
  return cells.areas;
};

/** The one area of a range. */
export const areaOf = (cells: Cells): Area => {
  const [area] = cells.areas;
  if (!area) throw gone();
  return area;
};

/** 'Phụ lục'!A1:C5, as Range.address gives it. */
export const fullAddress = (sheet: SheetModel, area: Area): string =>
  `${quoteSheetName(sheet.name)}!${areaAddress(area)}`;

/** Calculates what waits to be calculated, unless the mode is manual or the batch put it off. */
export const ensureCalculated = (context: BatchContext): void => {
  const { session, workbook } = context;
  if (!session.stale || context.calculationSuspended || workbook.calculationMode === 'Manual') return;
  calculateNow(session);
};

export const calculateNow = (session: Session): void => {
  session.stale = false;
  recalculate(session.workbook, { now: session.now() });
};

/** Something formulas may depend on was changed. */
export const markStale = (context: BatchContext): void => {
  context.session.stale = true;
  context.session.dirty = true;
};

/** How a change moved cells; null where nothing moved. What only part of a row or column did goes along `axis`. */
const shiftOf = (change: Change, axis: Shift['axis']): Shift | null => {
  if (change.kind !== 'cells' || change.type === 'RangeEdited') return null;
  const { area, type } = change;
  const action = type.endsWith('Inserted') ? 'insert' : 'delete';
  if (type.startsWith('Cell')) return { action, axis, area };
  if (type.startsWith('Row')) return isWholeRows(area) ? { action, axis: 'row', area } : null;
  return isWholeColumns(area) ? { action, axis: 'column', area } : null;
};

/** Every range in hand on the sheet follows its cells. */
const moveLive = (context: BatchContext, sheetId: string, shift: Shift): void => {
  for (const cells of context.live) {
    if (cells.sheetId !== sheetId) continue;
    cells.areas =
      cells.areas.length > 1
        ? cells.areas.flatMap((area) => adjustPieces(area, shift))
        : cells.areas.flatMap((area) => adjustArea(area, shift) ?? []);
  }
};

/**
 * Takes an operation's value, tells what it changed and lets the ranges in hand follow their cells; its refusal
 * becomes the action's error.
 * @param axis the way that cells went which were inserted or deleted in part of a row or column.
 */
export const settle = <T>(context: BatchContext, outcome: Outcome<T>, axis: Shift['axis'] = 'row'): T => {
  if (!outcome.ok) throw new HostError(outcome.code, outcome.message);
  if (outcome.changes.some(({ kind }) => kind !== 'formats')) markStale(context);
  for (const change of outcome.changes) {
    const shift = shiftOf(change, axis);
    if (shift && change.kind === 'cells') moveLive(context, change.sheetId, shift);
  }
  context.events.push(...eventsOfChanges(context.workbook, outcome.changes));
  return outcome.value;
};
