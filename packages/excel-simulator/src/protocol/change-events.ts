import { formatRange, intersectRanges } from '@phuluc/ooxml/a1';
import type { ModelChange } from '../model/edit-result';
import type { CellRange, CellValue, SheetModel } from '../model/types';
import { EVENT_TYPES, WORKBOOK_TARGET } from './events';
import type { ChangeOrigin, HostEvent, Session } from './types';
import type { JsonObject } from './wire';

/** The origin of the add-in's own changes. */
export const ADD_IN_CHANGE: ChangeOrigin = { source: 'Local', triggerSource: 'ThisLocalAddin' };

/** Creates the same event for the handlers of the sheet (or table) and of the workbook. */
export function createEventPair(type: number, target: string, message: JsonObject): HostEvent[] {
  return [
    { type, target, message },
    { type, target: WORKBOOK_TARGET, message },
  ];
}

/** Excel.InsertDeleteCellsShiftDirection by what was done. */
const SHIFT_DIRECTIONS: Record<string, string> = {
  RowInserted: 'ShiftCellDown',
  RowDeleted: 'ShiftCellUp',
  ColumnInserted: 'ShiftCellRight',
  ColumnDeleted: 'ShiftCellLeft',
};

type CellsChange = Extract<ModelChange, { kind: 'cells' }>;

/**
 * Creates onChanged events of the sheet, of the workbook's sheets and of the tables that contain the cells.
 */
function createCellsChangedEvents(
  sheet: SheetModel,
  change: CellsChange,
  origin: ChangeOrigin,
  before?: CellValue,
): HostEvent[] {
  const common = {
    changeType: change.type,
    source: origin.source,
    triggerSource: origin.triggerSource,
    worksheetId: sheet.id,
    shiftDirection: SHIFT_DIRECTIONS[change.type] ?? 'None',
  };
  const about = (area: CellRange) => ({ cells: { sheetId: sheet.id, area }, before });
  const ofSheet = createEventPair(EVENT_TYPES.worksheetChanged, sheet.id, {
    ...common,
    address: formatRange(change.area),
  });
  const ofTables = sheet.tables.flatMap((table): HostEvent[] => {
    const area = intersectRanges(table.area, change.area);
    if (!area) return [];
    const message = { ...common, address: formatRange(area), tableId: table.id };
    return [table.id, sheet.id, WORKBOOK_TARGET].map((target) => ({
      type: EVENT_TYPES.tableChanged,
      target,
      message,
      ...about(area),
    }));
  });
  return [...ofSheet.map((event) => ({ ...event, ...about(change.area) })), ...ofTables];
}

function createTableEvents(
  change: Extract<ModelChange, { kind: 'table' }>,
  origin: ChangeOrigin,
  tableNames: ReadonlyMap<string, string>,
): HostEvent[] {
  if (change.type !== 'added' && change.type !== 'deleted') return [];
  const message = {
    source: origin.source,
    tableId: change.tableId,
    tableName: tableNames.get(change.tableId) ?? '',
    worksheetId: change.sheetId,
  };
  return createEventPair(
    change.type === 'added' ? EVENT_TYPES.tableAdded : EVENT_TYPES.tableDeleted,
    change.sheetId,
    message,
  );
}

function createSheetEvents(
  change: Extract<ModelChange, { kind: 'sheet' }>,
  origin: ChangeOrigin,
): HostEvent[] {
  const message = { source: origin.source, worksheetId: change.sheetId };
  if (change.type === 'added')
    return [{ type: EVENT_TYPES.worksheetAdded, target: WORKBOOK_TARGET, message }];
  if (change.type === 'deleted')
    return [{ type: EVENT_TYPES.worksheetDeleted, target: WORKBOOK_TARGET, message }];
  return [];
}

/**
 * Converts changes of the workbook to the events that office.js receives.
 * @param before the previous value of the cell, where one cell was changed.
 */
export function toHostEvents(
  session: Pick<Session, 'workbook' | 'tableNames'>,
  changes: readonly ModelChange[],
  origin: ChangeOrigin,
  before?: CellValue,
): HostEvent[] {
  return changes.flatMap((change): HostEvent[] => {
    if (change.kind === 'names') return [];
    if (change.kind === 'table') return createTableEvents(change, origin, session.tableNames);
    if (change.kind === 'sheet') return createSheetEvents(change, origin);
    const sheet = session.workbook.sheets.find(({ id }) => id === change.sheetId);
    if (!sheet) return [];
    if (change.kind === 'cells') return createCellsChangedEvents(sheet, change, origin, before);
    if (change.kind === 'merges') return [];
    const message = { address: formatRange(change.area), source: origin.source, worksheetId: sheet.id };
    return createEventPair(EVENT_TYPES.worksheetFormatChanged, sheet.id, message).map((event) => ({
      ...event,
      cells: { sheetId: sheet.id, area: change.area },
    }));
  });
}
