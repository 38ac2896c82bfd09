import { areaAddress, intersection } from '../model/address';
import type { Change } from '../model/outcome';
import type { Area, CellValue, SheetModel } from '../model/types';
import { EVENT, type HostEvent, WORKBOOK_TARGET } from './events';
import type { Session } from './session';
import type { JsonObject } from './wire';

/** Where a change came from: the add-in's own batch, the person at the grid, or another session. */
export type ChangeOrigin = { source: 'Local' | 'Remote'; triggerSource: 'ThisLocalAddin' | 'Unknown' };

/** What the add-in does itself. */
export const OWN: ChangeOrigin = { source: 'Local', triggerSource: 'ThisLocalAddin' };

/** The same event for the sheet's (or table's) own handlers and for the workbook's. */
export function toBoth(type: number, target: string, message: JsonObject): HostEvent[] {
  return [
    { type, target, message },
    { type, target: WORKBOOK_TARGET, message },
  ];
}

/** Excel.InsertDeleteCellsShiftDirection by what was done. */
const SHIFT_DIRECTION: Record<string, string> = {
  RowInserted: 'ShiftCellDown',
  RowDeleted: 'ShiftCellUp',
  ColumnInserted: 'ShiftCellRight',
  ColumnDeleted: 'ShiftCellLeft',
};

type CellsChange = Extract<Change, { kind: 'cells' }>;

/** onChanged of the sheet, of the workbook's sheets and of the tables that the cells belong to. */
function cellsChanged(
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
    shiftDirection: SHIFT_DIRECTION[change.type] ?? 'None',
  };
  const about = (area: Area) => ({ cells: { sheetId: sheet.id, area }, before });
  const ofSheet = toBoth(EVENT.worksheetChanged, sheet.id, { ...common, address: areaAddress(change.area) });
  const ofTables = sheet.tables.flatMap((table): HostEvent[] => {
    const area = intersection(table.area, change.area);
    if (!area) return [];
    const message = { ...common, address: areaAddress(area), tableId: table.id };
    return [table.id, sheet.id, WORKBOOK_TARGET].map((target) => ({
      type: EVENT.tableChanged,
      target,
      message,
      ...about(area),
    }));
  });
  return [...ofSheet.map((event) => ({ ...event, ...about(change.area) })), ...ofTables];
}

function tableEvents(
  change: Extract<Change, { kind: 'table' }>,
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
  return toBoth(change.type === 'added' ? EVENT.tableAdded : EVENT.tableDeleted, change.sheetId, message);
}

function sheetEvents(change: Extract<Change, { kind: 'sheet' }>, origin: ChangeOrigin): HostEvent[] {
  const message = { source: origin.source, worksheetId: change.sheetId };
  if (change.type === 'added') return [{ type: EVENT.worksheetAdded, target: WORKBOOK_TARGET, message }];
  if (change.type === 'deleted') return [{ type: EVENT.worksheetDeleted, target: WORKBOOK_TARGET, message }];
  return [];
}

/**
 * What office.js is to be told about changes of the workbook.
 * @param before what the cell held, where one cell was changed.
 */
export function eventsOfChanges(
  session: Pick<Session, 'workbook' | 'tableNames'>,
  changes: readonly Change[],
  origin: ChangeOrigin,
  before?: CellValue,
): HostEvent[] {
  return changes.flatMap((change): HostEvent[] => {
    if (change.kind === 'names') return [];
    if (change.kind === 'table') return tableEvents(change, origin, session.tableNames);
    if (change.kind === 'sheet') return sheetEvents(change, origin);
    const sheet = session.workbook.sheets.find(({ id }) => id === change.sheetId);
    if (!sheet) return [];
    if (change.kind === 'cells') return cellsChanged(sheet, change, origin, before);
    if (change.kind === 'merges') return [];
    const message = { address: areaAddress(change.area), source: origin.source, worksheetId: sheet.id };
    return toBoth(EVENT.worksheetFormatChanged, sheet.id, message).map((event) => ({
      ...event,
      cells: { sheetId: sheet.id, area: change.area },
    }));
  });
}
