import { nameKey } from '../../model/formula-refs';
import type { SheetModel } from '../../model/types';
import type { Argument } from '../class-table';
import { optionalBoolean, optionalText, textArg } from '../arguments';
import { defineClass, event, method, object } from '../class-table';
import { type BatchContext, settle, sheetOf } from '../context';
import { EVENT, WORKBOOK_TARGET } from '../events';
import { itemNotFound } from '../host-error';
import type { ObjectOf } from '../objects';
import { ensureStructure } from '../protection';
import { sheetsOf } from '../sheets';
import { createSheet } from '../../model/sheets';

export function sheetObject({ id }: SheetModel): ObjectOf<'Worksheet'> {
  return {
    class: 'Worksheet',
    sheetId: id,
  };
}

function find({ workbook }: BatchContext, key: Argument): SheetModel | undefined {
  const text = textArg(key, 'key');
  return workbook.sheets.find(({ id, name }) => id === text || nameKey(name) === nameKey(text));
}

const target = (): string => WORKBOOK_TARGET;

/** First or last sheet, or NotFound where no sheet is visible. */
function atEnd(sheet: SheetModel | undefined): ObjectOf<'Worksheet'> {
  if (!sheet) throw itemNotFound('There is no such worksheet.');
  return sheetObject(sheet);
}

export const worksheetCollection = defineClass<'WorksheetCollection'>({
  name: 'WorksheetCollection',
  items: (_self, { workbook }) => workbook.sheets.map(sheetObject),
  members: {
    add: object((_self, [name], context) => {
      ensureStructure(context);
      return sheetObject(settle(context, createSheet(context.workbook, optionalText(name, 'name'))));
    }),
    getItem: object((_self, [key], context) => {
      const sheet = find(context, key);
      if (!sheet) throw itemNotFound(`There is no worksheet ${String(key)}.`);
      return sheetObject(sheet);
    }),
    getItemOrNullObject: object((_self, [key], context) => {
      const sheet = find(context, key);
      return sheet ? sheetObject(sheet) : null;
    }),
    getActiveWorksheet: object((_self, _args, context) =>
      sheetObject(sheetOf(context, context.workbook.activeSheetId)),
    ),
    getCount: method(
      (_self, [visibleOnly], { workbook }) =>
        sheetsOf(workbook, optionalBoolean(visibleOnly, 'visibleOnly')).length,
    ),
    getFirst: object((_self, [visibleOnly], { workbook }) =>
      atEnd(sheetsOf(workbook, optionalBoolean(visibleOnly, 'visibleOnly')).at(0)),
    ),
    getLast: object((_self, [visibleOnly], { workbook }) =>
      atEnd(sheetsOf(workbook, optionalBoolean(visibleOnly, 'visibleOnly')).at(-1)),
    ),
    onActivated: event(EVENT.worksheetActivated, 'Activated', target),
    onAdded: event(EVENT.worksheetAdded, 'Added', target),
    onCalculated: event(EVENT.worksheetCalculated, 'Calculated', target),
    onChanged: event(EVENT.worksheetChanged, 'DataChanged', target),
    onDeactivated: event(EVENT.worksheetDeactivated, 'Deactivated', target),
    onDeleted: event(EVENT.worksheetDeleted, 'Deleted', target),
    onFormatChanged: event(EVENT.worksheetFormatChanged, 'FormatChanged', target),
    onRowSorted: event(EVENT.worksheetRowSorted, 'RowSorted', target),
    onSelectionChanged: event(EVENT.worksheetSelectionChanged, 'SelectionChanged', target),
    onNameChanged: event(EVENT.worksheetNameChanged, 'NameChanged', target),
    onVisibilityChanged: event(EVENT.worksheetVisibilityChanged, 'VisibilityChanged', target),
    onMoved: event(EVENT.worksheetMoved, 'Moved', target),
    onProtectionChanged: event(EVENT.worksheetProtectionChanged, 'ProtectionChanged', target),
  },
});
