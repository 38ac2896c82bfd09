import { areaAddress, intersection } from '../model/address';
import type { Area, SheetModel } from '../model/types';
import { toBoth } from './change-events';
import type { BatchContext } from './context';
import { EVENT } from './events';
import { HostError } from './host-error';

function tellActivation({ events }: BatchContext, before: string, after: string): void {
  if (before === after) return;
  events.push(
    ...toBoth(EVENT.worksheetDeactivated, before, { worksheetId: before }),
    ...toBoth(EVENT.worksheetActivated, after, { worksheetId: after }),
  );
}

/** Does something that may bring another sheet to the front (a sheet is hidden or deleted), and tells if it did. */
export function watchingActivation(context: BatchContext, act: () => void): void {
  const before = context.workbook.activeSheetId;
  act();
  tellActivation(context, before, context.workbook.activeSheetId);
}

function ensureVisible({ name, visibility }: SheetModel): void {
  if (visibility !== 'Visible') {
    throw new HostError('InvalidOperation', `The hidden sheet ${name} cannot come to the front.`);
  }
}

/** Brings a sheet to the front, its first cell selected, and tells both sheets' handlers. */
export function activateSheet(context: BatchContext, sheet: SheetModel): void {
  ensureVisible(sheet);
  const { workbook } = context;
  const before = workbook.activeSheetId;
  if (before === sheet.id) return;
  workbook.activeSheetId = sheet.id;
  workbook.selection = { sheetId: sheet.id, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  tellActivation(context, before, sheet.id);
}

/** Selects cells; their sheet comes to the front. Tables that were or are selected in are told which cells. */
export function selectCells(context: BatchContext, sheet: SheetModel, areas: Area[]): void {
  ensureVisible(sheet);
  const { workbook, events } = context;
  const last = workbook.selection;
  tellActivation(context, workbook.activeSheetId, sheet.id);
  workbook.activeSheetId = sheet.id;
  workbook.selection = { sheetId: sheet.id, areas };
  const addresses = (parts: readonly Area[]): string => parts.map(areaAddress).join(',');
  const message = { address: addresses(areas), worksheetId: sheet.id };
  events.push(...toBoth(EVENT.worksheetSelectionChanged, sheet.id, message));
  for (const { id, area } of sheet.tables) {
    const inside = areas.flatMap((one) => intersection(one, area) ?? []);
    const wasInside = last.sheetId === sheet.id && last.areas.some((one) => intersection(one, area) !== null);
    if (inside.length === 0 && !wasInside) continue;
    events.push({
      type: EVENT.tableSelectionChanged,
      target: id,
      message: { address: addresses(inside), tableId: id, worksheetId: sheet.id },
    });
  }
}
