import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { SheetModel } from '../../model/types';
import { usedArea } from '../../model/workbook';
import { areaFromAddress, areasFromAddress } from '../addresses';
import {
  booleanArg,
  choiceArg,
  colorArg,
  handleArg,
  integerArg,
  numberArg,
  objectArg,
  optionalBoolean,
  optionalChoice,
  optionalText,
  textArg,
} from '../arguments';
import { toBoth } from '../change-events';
import { defineClass, event, method, navigation, object, property } from '../class-table';
import { type BatchContext, calculateNow, makeRange, makeRangeAreas, settle, sheetOf } from '../context';
import { EVENT } from '../events';
import { findCells, replaceText } from '../find-replace';
import { itemNotFound } from '../host-error';
import type { ObjectOf } from '../objects';
import { ensureStructure } from '../protection';
import { copySheet } from '../copy-sheet';
import { deleteSheet, renameSheet } from '../../model/sheets';
import { activateSheet, watchingActivation } from '../selection';
import { moveSheet, sheetsOf, showSheet } from '../sheets';
import { sheetObject } from './worksheet-collection';

type Worksheet = ObjectOf<'Worksheet'>;

const own = (self: Worksheet, context: BatchContext): SheetModel => sheetOf(context, self.sheetId);
const ownId = (self: Worksheet): string => self.sheetId;

const WHOLE_SHEET = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** The next or previous sheet; undefined at the end of the row. */
function neighbour(self: Worksheet, step: 1 | -1, visibleOnly: boolean | undefined, context: BatchContext) {
  const all = context.workbook.sheets;
  const counted = new Set(sheetsOf(context.workbook, visibleOnly));
  for (let at = all.indexOf(own(self, context)) + step; all[at]; at += step) {
    const sheet = all[at];
    if (sheet && counted.has(sheet)) return sheet;
  }
  return undefined;
}

function used(self: Worksheet, valuesOnly: boolean | undefined, context: BatchContext) {
  const sheet = own(self, context);
  const area = usedArea(sheet, valuesOnly);
  return area && makeRange(context, sheet.id, area);
}

export const worksheet = defineClass<'Worksheet'>({
  name: 'Worksheet',
  identify: (self) => ({ Id: self.sheetId }),
  ensure: (self, context) => void own(self, context),
  members: {
    id: property(ownId),
    name: property(
      (self, context) => own(self, context).name,
      (self, value, context) => {
        ensureStructure(context);
        const sheet = own(self, context);
        const nameBefore = sheet.name;
        settle(context, renameSheet(context.workbook, sheet, textArg(value, 'name')));
        if (sheet.name === nameBefore) return;
        context.events.push(
          ...toBoth(EVENT.worksheetNameChanged, sheet.id, {
            nameAfter: sheet.name,
            nameBefore,
            source: 'Local',
            worksheetId: sheet.id,
          }),
        );
      },
    ),
    position: property(
      (self, { workbook }) => workbook.sheets.findIndex(({ id }) => id === self.sheetId),
      (self, value, context) => {
        ensureStructure(context);
        const positionBefore = context.workbook.sheets.findIndex(({ id }) => id === self.sheetId);
        const positionAfter = integerArg(value, 'position');
        settle(context, moveSheet(context.workbook, own(self, context), positionAfter));
        if (positionBefore === positionAfter) return;
        const message = { positionAfter, positionBefore, source: 'Local', worksheetId: self.sheetId };
        context.events.push(...toBoth(EVENT.worksheetMoved, self.sheetId, message));
      },
    ),
    visibility: property(
      (self, context) => own(self, context).visibility,
      (self, value, context) => {
        ensureStructure(context);
        const sheet = own(self, context);
        const visibilityBefore = sheet.visibility;
        const visibilityAfter = choiceArg(value, 'visibility', ['Visible', 'Hidden', 'VeryHidden']);
        watchingActivation(context, () => {
          settle(context, showSheet(context.workbook, sheet, visibilityAfter));
        });
        if (visibilityBefore === visibilityAfter) return;
        const message = { source: 'Local', visibilityAfter, visibilityBefore, worksheetId: sheet.id };
        context.events.push(...toBoth(EVENT.worksheetVisibilityChanged, sheet.id, message));
      },
    ),
    tabColor: property(
      (self, context) => own(self, context).tabColor,
      (self, value, context) => {
        own(self, context).tabColor = colorArg(value, 'tabColor');
      },
    ),
    showGridlines: property(
      (self, context) => own(self, context).showGridlines,
      (self, value, context) => {
        own(self, context).showGridlines = booleanArg(value, 'showGridlines');
      },
    ),
    standardHeight: property((self, context) => own(self, context).standardHeight),
    standardWidth: property(
      (self, context) => own(self, context).standardWidth,
      (self, value, context) => {
        own(self, context).standardWidth = numberArg(value, 'standardWidth');
      },
    ),
    autoFilter: navigation((self) => ({ class: 'AutoFilter', sheetId: self.sheetId, tableId: null })),
    charts: navigation((self) => ({ class: 'ChartCollection', sheetId: self.sheetId })),
    freezePanes: navigation((self) => ({ class: 'WorksheetFreezePanes', sheetId: self.sheetId })),
    names: navigation((self) => ({ class: 'NamedItemCollection', sheetId: self.sheetId })),
    pageLayout: navigation((self) => ({ class: 'PageLayout', sheetId: self.sheetId })),
    protection: navigation((self) => ({ class: 'WorksheetProtection', sheetId: self.sheetId })),
    tables: navigation((self) => ({ class: 'TableCollection', sheetId: self.sheetId })),
    activate: method((self, _args, context) => activateSheet(context, own(self, context))),
    calculate: method((_self, [markAllDirty], context) => {
      optionalBoolean(markAllDirty, 'markAllDirty');
      calculateNow(context);
    }),
    copy: object((self, [positionType, relativeTo], context) => {
      ensureStructure(context);
      const place =
        optionalChoice(positionType, 'positionType', ['None', 'Before', 'After', 'Beginning', 'End']) ??
        'None';
      const relative =
        place === 'Before' || place === 'After'
          ? own(handleArg(relativeTo, 'relativeTo', 'Worksheet'), context)
          : undefined;
      return sheetObject(settle(context, copySheet(context.workbook, own(self, context), place, relative)));
    }),
    delete: method((self, _args, context) => {
      ensureStructure(context);
      watchingActivation(context, () => {
        settle(context, deleteSheet(context.workbook, own(self, context)));
      });
    }),
    getCell: object((self, [row, column], context) => {
      const top = integerArg(row, 'row', 0, MAX_ROWS - 1);
      const left = integerArg(column, 'column', 0, MAX_COLUMNS - 1);
      return makeRange(context, self.sheetId, { top, left, bottom: top, right: left });
    }),
    getRange: object((self, [address], context) => {
      const text = optionalText(address, 'address');
      const area =
        text === undefined || text === '' ? WHOLE_SHEET : areaFromAddress(context, own(self, context), text);
      return makeRange(context, self.sheetId, area);
    }),
    getRanges: object((self, [address], context) => {
      const text = optionalText(address, 'address');
      const areas = text === undefined ? [WHOLE_SHEET] : areasFromAddress(context, own(self, context), text);
      return makeRangeAreas(context, self.sheetId, areas);
    }),
    getRangeByIndexes: object((self, [startRow, startColumn, rowCount, columnCount], context) => {
      const top = integerArg(startRow, 'startRow', 0, MAX_ROWS - 1);
      const left = integerArg(startColumn, 'startColumn', 0, MAX_COLUMNS - 1);
      const bottom = top + integerArg(rowCount, 'rowCount', 1, MAX_ROWS - top) - 1;
      const right = left + integerArg(columnCount, 'columnCount', 1, MAX_COLUMNS - left) - 1;
      return makeRange(context, self.sheetId, { top, left, bottom, right });
    }),
    getUsedRange: object((self, [valuesOnly], context) => {
      // A blank sheet's used range is its first cell.
      return (
        used(self, optionalBoolean(valuesOnly, 'valuesOnly'), context) ??
        makeRange(context, self.sheetId, { top: 0, left: 0, bottom: 0, right: 0 })
      );
    }),
    getUsedRangeOrNullObject: object((self, [valuesOnly], context) =>
      used(self, optionalBoolean(valuesOnly, 'valuesOnly'), context),
    ),
    getNext: object((self, [visibleOnly], context) => {
      const sheet = neighbour(self, 1, optionalBoolean(visibleOnly, 'visibleOnly'), context);
      if (!sheet) throw itemNotFound('There is no worksheet after this one.');
      return sheetObject(sheet);
    }),
    getNextOrNullObject: object((self, [visibleOnly], context) => {
      const sheet = neighbour(self, 1, optionalBoolean(visibleOnly, 'visibleOnly'), context);
      return sheet ? sheetObject(sheet) : null;
    }),
    getPrevious: object((self, [visibleOnly], context) => {
      const sheet = neighbour(self, -1, optionalBoolean(visibleOnly, 'visibleOnly'), context);
      if (!sheet) throw itemNotFound('There is no worksheet before this one.');
      return sheetObject(sheet);
    }),
    getPreviousOrNullObject: object((self, [visibleOnly], context) => {
      const sheet = neighbour(self, -1, optionalBoolean(visibleOnly, 'visibleOnly'), context);
      return sheet ? sheetObject(sheet) : null;
    }),
    findAll: object((self, [text, criteria], context) => {
      const found = findCells(
        context,
        own(self, context),
        null,
        textArg(text, 'text'),
        objectArg(criteria, 'criteria'),
      );
      if (found.length === 0) throw itemNotFound('Nothing was found.');
      return makeRangeAreas(context, self.sheetId, found);
    }),
    findAllOrNullObject: object((self, [text, criteria], context) => {
      const found = findCells(
        context,
        own(self, context),
        null,
        textArg(text, 'text'),
        objectArg(criteria, 'criteria'),
      );
      return found.length > 0 ? makeRangeAreas(context, self.sheetId, found) : null;
    }),
    replaceAll: method((self, [text, replacement, criteria], context) =>
      replaceText(
        context,
        own(self, context),
        null,
        textArg(text, 'text'),
        textArg(replacement, 'replacement'),
        objectArg(criteria ?? {}, 'criteria'),
      ),
    ),
    onActivated: event(EVENT.worksheetActivated, 'Activated', ownId),
    onCalculated: event(EVENT.worksheetCalculated, 'Calculated', ownId),
    onChanged: event(EVENT.worksheetChanged, 'DataChanged', ownId),
    onDeactivated: event(EVENT.worksheetDeactivated, 'Deactivated', ownId),
    onFormatChanged: event(EVENT.worksheetFormatChanged, 'FormatChanged', ownId),
    onNameChanged: event(EVENT.worksheetNameChanged, 'NameChanged', ownId),
    onProtectionChanged: event(EVENT.worksheetProtectionChanged, 'ProtectionChanged', ownId),
    onRowSorted: event(EVENT.worksheetRowSorted, 'RowSorted', ownId),
    onSelectionChanged: event(EVENT.worksheetSelectionChanged, 'SelectionChanged', ownId),
    onVisibilityChanged: event(EVENT.worksheetVisibilityChanged, 'VisibilityChanged', ownId),
  },
});
