import type { Session } from './session';
import type { JsonObject } from './wire';

/** Message numbers of office.js (excel-web-16.00.js, eventType of each event). */
export const EVENT = {
  settingsChanged: 1,
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  chartAdded: 50,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** Target of the events of workbook-wide collections (OfficeExtension.Constants.eventWorkbookId). */
export const WORKBOOK_TARGET = 'Workbook';

/** One thing to tell the add-in: office.js finds the handlers by type and target. */
export type HostEvent = { type: number; target: string; message: JsonObject };

const keyOf = (type: number, target: string): string => `${type} ${target}`;

export const registerEvent = (session: Session, type: number, target: string): void => {
  const key = keyOf(type, target);
  session.registrations.set(key, (session.registrations.get(key) ?? 0) + 1);
};

export const unregisterEvent = (session: Session, type: number, target: string): void => {
  const key = keyOf(type, target);
  const left = (session.registrations.get(key) ?? 0) - 1;
  if (left > 0) session.registrations.set(key, left);
  else session.registrations.delete(key);
};

/** Hands the events that someone asked for to the carriers, in the order in which they happened. */
export const deliverEvents = (session: Session, events: HostEvent[]): void => {
  if (!session.eventsEnabled) return;
  const wanted = events.filter(({ type, target }) => session.registrations.has(keyOf(type, target)));
  if (wanted.length > 0) for (const listener of session.listeners) listener(wanted);
};
