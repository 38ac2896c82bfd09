import { areaAddress, intersection } from '../model/address';
import type { Change } from '../model/outcome';
import type { Area, SheetModel, WorkbookModel } from '../model/types';
import { EVENT, type HostEvent, WORKBOOK_TARGET } from './events';
import type { JsonObject } from './wire';

/** Where a change came from: the add-in's own batch, the person at the grid, or another session. */
export type ChangeOrigin = { source: 'Local' | 'Remote'; triggerSource: 'ThisLocalAddin' | 'Unknown' };

const OWN: ChangeOrigin = { source: 'Local', triggerSource: 'ThisLocalAddin' };

/** The same event for the sheet's (or table's) own handlers and for the workbook's. */
export const toBoth = (type: number, target: string, message: JsonObject): HostEvent[] => [
  { type, target, message },
  { type, target: WORKBOOK_TARGET, message },
];

const SHIFT_DIRECTION: Record<string, string> = {
  RowInserted: 'Down',
  RowDeleted: 'Up',
  ColumnInserted: 'Right',
  ColumnDeleted: 'Left',
};

/** onChanged of the tables that the cells belong to. */
const tablesChanged = (
  sheet: SheetModel,
  area: Area,
  changeType: string,
  origin: ChangeOrigin,
): HostEvent[] =>
  sheet.tables.flatMap((table) => {
    const part = intersection(table.area, area);
    if (!part) return [];
    const message = {
      address: areaAddress(part),
      changeType,
      source: origin.source,
      tableId: table.id,
      triggerSource: origin.triggerSource,
      worksheetId: sheet.id,
    };
    return [table.id, sheet.id, WORKBOOK_TARGET].map((target) => ({
      type: EVENT.tableChanged,
      target,
      message,
    }));
  });

const cellsChanged = (
  sheet: SheetModel,
  change: Extract<Change, { kind: 'cells' }>,
  origin: ChangeOrigin,
): HostEvent[] => [
  ...toBoth(EVENT.worksheetChanged, sheet.id, {
    address: areaAddress(change.area),
    changeType: change.type,
    source: origin.source,
    triggerSource: origin.triggerSource,
    worksheetId: sheet.id,
    ...(change.type in SHIFT_DIRECTION ? { shiftDirection: SHIFT_DIRECTION[change.type] } : {}),
  }),
  ...tablesChanged(sheet, change.area, change.type, origin),
];

const tableEvents = (change: Extract<Change, { kind: 'table' }>, origin: ChangeOrigin): HostEvent[] => {
  if (change.type !== 'added' && change.type !== 'deleted') return [];
  const message = {
    source: origin.source,
    tableId: change.tableId,
    tableName: '',
    worksheetId: change.sheetId,
  };
  return toBoth(change.type === 'added' ? EVENT.tableAdded : EVENT.tableDeleted, change.sheetId, message);
};

const sheetEvents = (change: Extract<Change, { kind: 'sheet' }>, origin: ChangeOrigin): HostEvent[] => {
  const message = { source: origin.source, worksheetId: change.sheetId };
  if (change.type === 'added') return [{ type: EVENT.worksheetAdded, target: WORKBOOK_TARGET, message }];
  if (change.type === 'deleted') return [{ type: EVENT.worksheetDeleted, target: WORKBOOK_TARGET, message }];
  return [];
};

/** What office.js is to be told about changes of the workbook. */
export const eventsOfChanges = (
  workbook: WorkbookModel,
  changes: Change[],
  origin: ChangeOrigin = OWN,
): HostEvent[] =>
  changes.flatMap((change): HostEvent[] => {
    if (change.kind === 'names') return [];
    if (change.kind === 'table') return tableEvents(change, origin);
    if (change.kind === 'sheet') return sheetEvents(change, origin);
    const sheet = workbook.sheets.find(({ id }) => id === change.sheetId);
    if (!sheet) return [];
    if (change.kind === 'cells') return cellsChanged(sheet, change, origin);
    if (change.kind === 'formats') {
      const message = {
        address: areaAddress(change.area),
        source: origin.source,
        worksheetId: sheet.id,
      };
      return toBoth(EVENT.worksheetFormatChanged, sheet.id, message);
    }
    return [];
  });
