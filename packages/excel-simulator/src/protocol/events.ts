import { getCell } from '../model/workbook';
import { getValueType, toPlainValue } from './cells/cell-values';
import type { HostEvent, LocatedRange, Session } from './types';
import type { JsonObject } from './wire';

/** Message numbers of office.js (excel-web-16.00.js, eventType of each event). */
export const EVENT_TYPES = {
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

const getRegistrationKey = (type: number, target: string): string => `${type} ${target}`;

export function registerEvent(session: Session, type: number, target: string): void {
  const key = getRegistrationKey(type, target);
  session.registrations.set(key, (session.registrations.get(key) ?? 0) + 1);
}

export function unregisterEvent(session: Session, type: number, target: string): void {
  const key = getRegistrationKey(type, target);
  const left = (session.registrations.get(key) ?? 0) - 1;
  if (left > 0) session.registrations.set(key, left);
  else session.registrations.delete(key);
}

export function isEventRegistered(session: Session, type: number, target: string): boolean {
  return session.eventsEnabled && session.registrations.has(getRegistrationKey(type, target));
}

/** Number of latest events whose ranges handlers may ask for. */
const MAX_EVENT_REFERENCES = 200;

/** Stores an event's cells, which follow the sheet's changes, under an id for args.getRange(). */
function createEventReference(session: Session, { sheetId, area }: LocatedRange): string {
  session.nextId += 1;
  const id = `{event-${session.nextId}}`;
  session.eventReferences.set(id, { sheetId, areas: [area] });
  for (const old of session.eventReferences.keys()) {
    if (session.eventReferences.size <= MAX_EVENT_REFERENCES) break;
    session.eventReferences.delete(old);
  }
  return id;
}

/** Returns value and type before and after, where one cell was changed. */
function getValueChange({ workbook }: Session, { cells, before }: HostEvent): JsonObject {
  const sheet = workbook.sheets.find(({ id }) => id === cells?.sheetId);
  if (before === undefined || !cells || !sheet) return {};
  const after = getCell(sheet, cells.area.top, cells.area.left).value;
  return {
    valueBefore: toPlainValue(before),
    valueAfter: toPlainValue(after),
    valueTypeBefore: getValueType(before),
    valueTypeAfter: getValueType(after),
  };
}

/** Delivers the events that have handlers to the listeners, in the order in which they happened. */
export function deliverEvents(session: Session, events: HostEvent[]): void {
  const wanted = events
    .filter(({ type, target }) => isEventRegistered(session, type, target))
    .map((event) => ({
      ...event,
      message: {
        ...event.message,
        ...(event.cells
          ? { referenceId: createEventReference(session, event.cells), ...getValueChange(session, event) }
          : {}),
      },
    }));
  if (wanted.length > 0) for (const listener of session.listeners) listener(wanted);
}
