import { formatRange, intersectRanges } from '@phuluc/ooxml/a1';
import { appendAll } from '../../model/collections';
import type { CellRange, SheetModel } from '../../model/types';
import { createEventPair } from '../change-events';
import { EVENT_TYPES } from '../events';
import { HostError } from '../host-error';
import type { BatchContext } from '../types';

function emitActivation({ events }: BatchContext, before: string, after: string): void {
  if (before === after) return;
  appendAll(events, createEventPair(EVENT_TYPES.worksheetDeactivated, before, { worksheetId: before }));
  appendAll(events, createEventPair(EVENT_TYPES.worksheetActivated, after, { worksheetId: after }));
}

/**
 * Runs an action that may activate another sheet (a sheet is hidden or deleted), and queues the events if it
 * did.
 */
export function trackActivation(context: BatchContext, act: () => void): void {
  const before = context.workbook.activeSheetId;
  act();
  emitActivation(context, before, context.workbook.activeSheetId);
}

function ensureVisible({ name, visibility }: SheetModel): void {
  if (visibility !== 'Visible') {
    throw new HostError('InvalidOperation', `The hidden sheet ${name} cannot come to the front.`);
  }
}

/** Activates a sheet, selects its first cell, and queues the events of both sheets. */
export function activateSheet(context: BatchContext, sheet: SheetModel): void {
  ensureVisible(sheet);
  const { workbook } = context;
  const before = workbook.activeSheetId;
  if (before === sheet.id) return;
  workbook.activeSheetId = sheet.id;
  workbook.selection = { sheetId: sheet.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  emitActivation(context, before, sheet.id);
}

/** Selects cells and activates their sheet. Tables in which cells were or are selected get an event. */
export function selectCells(context: BatchContext, sheet: SheetModel, areas: CellRange[]): void {
  ensureVisible(sheet);
  const { workbook, events } = context;
  const last = workbook.selection;
  emitActivation(context, workbook.activeSheetId, sheet.id);
  workbook.activeSheetId = sheet.id;
  workbook.selection = { sheetId: sheet.id, areas };
  const addresses = (parts: readonly CellRange[]): string => parts.map(formatRange).join(',');
  const message = { address: addresses(areas), worksheetId: sheet.id };
  appendAll(events, createEventPair(EVENT_TYPES.worksheetSelectionChanged, sheet.id, message));
  for (const { id, area } of sheet.tables) {
    const inside = areas.flatMap((one) => intersectRanges(one, area) ?? []);
    const wasInside =
      last.sheetId === sheet.id && last.areas.some((one) => intersectRanges(one, area) !== null);
    if (inside.length === 0 && !wasInside) continue;
    events.push({
      type: EVENT_TYPES.tableSelectionChanged,
      target: id,
      message: { address: addresses(inside), tableId: id, worksheetId: sheet.id },
    });
  }
}
