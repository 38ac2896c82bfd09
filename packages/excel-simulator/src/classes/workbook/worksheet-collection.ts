import { toNameKey } from '../../model/formula-references';
import { createSheet } from '../../model/sheets';
import type { SheetModel } from '../../model/types';
import { readOptionalBooleanArg, readOptionalTextArg, readTextArg } from '../../protocol/arguments';
import { requireSheet, unwrap } from '../../protocol/batch-context';
import {
  defineClass,
  defineEvent,
  defineFindPair,
  defineMethod,
  defineObjectMethod,
} from '../../protocol/define-class';
import { EVENT_TYPES, WORKBOOK_TARGET } from '../../protocol/events';
import { createItemNotFoundError } from '../../protocol/host-error';
import type { ObjectOf } from '../../protocol/host-objects';
import { ensureStructureUnlocked } from '../../protocol/sheets/ensure-writable';
import { listSheets } from '../../protocol/sheets/manage-sheets';
import type { Argument, BatchContext } from '../../protocol/types';

export function toSheetObject({ id }: SheetModel): ObjectOf<'Worksheet'> {
  return {
    class: 'Worksheet',
    sheetId: id,
  };
}

function findSheet({ workbook }: BatchContext, key: Argument): SheetModel | undefined {
  const text = readTextArg(key, 'key');
  return workbook.sheets.find(({ id, name }) => id === text || toNameKey(name) === toNameKey(text));
}

const getEventTarget = (): string => WORKBOOK_TARGET;

/**
 * Returns the first or last sheet.
 * @throws HostError where no sheet is visible.
 */
function requireEndSheet(sheet: SheetModel | undefined): ObjectOf<'Worksheet'> {
  if (!sheet) throw createItemNotFoundError('There is no such worksheet.');
  return toSheetObject(sheet);
}

export const worksheetCollectionClass = defineClass<'WorksheetCollection'>({
  name: 'WorksheetCollection',
  items: (_self, { workbook }) => workbook.sheets.map(toSheetObject),
  members: {
    add: defineObjectMethod((_self, [name], context) => {
      ensureStructureUnlocked(context);
      return toSheetObject(unwrap(context, createSheet(context.workbook, readOptionalTextArg(name, 'name'))));
    }),
    ...defineFindPair<'WorksheetCollection'>(
      'getItem',
      (_self, [key], context) => {
        const sheet = findSheet(context, key);
        return sheet ? toSheetObject(sheet) : null;
      },
      ([key]) => `There is no worksheet ${String(key)}.`,
    ),
    getActiveWorksheet: defineObjectMethod((_self, _args, context) =>
      toSheetObject(requireSheet(context, context.workbook.activeSheetId)),
    ),
    getCount: defineMethod(
      (_self, [visibleOnly], { workbook }) =>
        listSheets(workbook, readOptionalBooleanArg(visibleOnly, 'visibleOnly')).length,
    ),
    getFirst: defineObjectMethod((_self, [visibleOnly], { workbook }) =>
      requireEndSheet(listSheets(workbook, readOptionalBooleanArg(visibleOnly, 'visibleOnly')).at(0)),
    ),
    getLast: defineObjectMethod((_self, [visibleOnly], { workbook }) =>
      requireEndSheet(listSheets(workbook, readOptionalBooleanArg(visibleOnly, 'visibleOnly')).at(-1)),
    ),
    onActivated: defineEvent(EVENT_TYPES.worksheetActivated, 'Activated', getEventTarget),
    onAdded: defineEvent(EVENT_TYPES.worksheetAdded, 'Added', getEventTarget),
    onCalculated: defineEvent(EVENT_TYPES.worksheetCalculated, 'Calculated', getEventTarget),
    onChanged: defineEvent(EVENT_TYPES.worksheetChanged, 'DataChanged', getEventTarget),
    onDeactivated: defineEvent(EVENT_TYPES.worksheetDeactivated, 'Deactivated', getEventTarget),
    onDeleted: defineEvent(EVENT_TYPES.worksheetDeleted, 'Deleted', getEventTarget),
    onFormatChanged: defineEvent(EVENT_TYPES.worksheetFormatChanged, 'FormatChanged', getEventTarget),
    onRowSorted: defineEvent(EVENT_TYPES.worksheetRowSorted, 'RowSorted', getEventTarget),
    onSelectionChanged: defineEvent(
      EVENT_TYPES.worksheetSelectionChanged,
      'SelectionChanged',
      getEventTarget,
    ),
    onNameChanged: defineEvent(EVENT_TYPES.worksheetNameChanged, 'NameChanged', getEventTarget),
    onVisibilityChanged: defineEvent(
      EVENT_TYPES.worksheetVisibilityChanged,
      'VisibilityChanged',
      getEventTarget,
    ),
    onMoved: defineEvent(EVENT_TYPES.worksheetMoved, 'Moved', getEventTarget),
    onProtectionChanged: defineEvent(
      EVENT_TYPES.worksheetProtectionChanged,
      'ProtectionChanged',
      getEventTarget,
    ),
  },
});
