import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { appendAll } from '../../model/collections';
import { deleteSheet, renameSheet } from '../../model/sheets';
import type { SheetModel } from '../../model/types';
import { findUsedRange } from '../../model/workbook';
import {
  readBooleanArg,
  readChoiceArg,
  readColorArg,
  readHandleArg,
  readIntegerArg,
  readNumberArg,
  readObjectArg,
  readOptionalBooleanArg,
  readOptionalChoiceArg,
  readOptionalTextArg,
  readTextArg,
} from '../../protocol/arguments';
import {
  calculateNow,
  createRangeAreasObject,
  createRangeObject,
  requireSheet,
  unwrap,
} from '../../protocol/batch-context';
import { settleRowHeights } from '../../protocol/cells/autofit';
import { findCells, replaceText } from '../../protocol/cells/find-replace';
import { resolveAddress, resolveAddresses } from '../../protocol/cells/resolve-address';
import { createEventPair } from '../../protocol/change-events';
import {
  defineClass,
  defineEvent,
  defineFindPair,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { EVENT_TYPES } from '../../protocol/events';
import type { ObjectOf } from '../../protocol/host-objects';
import { copySheet } from '../../protocol/sheets/copy-sheet';
import { ensureStructureUnlocked } from '../../protocol/sheets/ensure-writable';
import { listSheets, moveSheet, showSheet } from '../../protocol/sheets/manage-sheets';
import { activateSheet, trackActivation } from '../../protocol/sheets/selection';
import type { BatchContext } from '../../protocol/types';
import { toSheetObject } from './worksheet-collection';

type Worksheet = ObjectOf<'Worksheet'>;

const getSheetModel = (self: Worksheet, context: BatchContext): SheetModel =>
  requireSheet(context, self.sheetId);
const getSheetId = (self: Worksheet): string => self.sheetId;

const WHOLE_SHEET = { top: 0, left: 0, bottom: MAX_SHEET_ROWS - 1, right: MAX_SHEET_COLUMNS - 1 };

/** Returns the next or previous sheet; undefined at either end. */
function findNeighborSheet(
  self: Worksheet,
  step: 1 | -1,
  visibleOnly: boolean | undefined,
  context: BatchContext,
) {
  const all = context.workbook.sheets;
  const counted = new Set(listSheets(context.workbook, visibleOnly));
  for (let at = all.indexOf(getSheetModel(self, context)) + step; all[at]; at += step) {
    const sheet = all[at];
    if (sheet && counted.has(sheet)) return sheet;
  }
  return undefined;
}

function createUsedRange(self: Worksheet, valuesOnly: boolean | undefined, context: BatchContext) {
  const sheet = getSheetModel(self, context);
  const area = findUsedRange(sheet, valuesOnly);
  return area && createRangeObject(context, sheet.id, area);
}

export const worksheetClass = defineClass<'Worksheet'>({
  name: 'Worksheet',
  identify: (self) => ({ Id: self.sheetId }),
  ensure: (self, context) => void getSheetModel(self, context),
  members: {
    id: defineProperty(getSheetId),
    name: defineProperty(
      (self, context) => getSheetModel(self, context).name,
      (self, value, context) => {
        ensureStructureUnlocked(context);
        const sheet = getSheetModel(self, context);
        const nameBefore = sheet.name;
        unwrap(context, renameSheet(context.workbook, sheet, readTextArg(value, 'name')));
        if (sheet.name === nameBefore) return;
        appendAll(
          context.events,
          createEventPair(EVENT_TYPES.worksheetNameChanged, sheet.id, {
            nameAfter: sheet.name,
            nameBefore,
            source: 'Local',
            worksheetId: sheet.id,
          }),
        );
      },
    ),
    position: defineProperty(
      (self, { workbook }) => workbook.sheets.findIndex(({ id }) => id === self.sheetId),
      (self, value, context) => {
        ensureStructureUnlocked(context);
        const positionBefore = context.workbook.sheets.findIndex(({ id }) => id === self.sheetId);
        const positionAfter = readIntegerArg(value, 'position');
        unwrap(context, moveSheet(context.workbook, getSheetModel(self, context), positionAfter));
        if (positionBefore === positionAfter) return;
        const message = { positionAfter, positionBefore, source: 'Local', worksheetId: self.sheetId };
        appendAll(context.events, createEventPair(EVENT_TYPES.worksheetMoved, self.sheetId, message));
      },
    ),
    visibility: defineProperty(
      (self, context) => getSheetModel(self, context).visibility,
      (self, value, context) => {
        ensureStructureUnlocked(context);
        const sheet = getSheetModel(self, context);
        const visibilityBefore = sheet.visibility;
        const visibilityAfter = readChoiceArg(value, 'visibility', ['Visible', 'Hidden', 'VeryHidden']);
        trackActivation(context, () => {
          unwrap(context, showSheet(context.workbook, sheet, visibilityAfter));
        });
        if (visibilityBefore === visibilityAfter) return;
        const message = { source: 'Local', visibilityAfter, visibilityBefore, worksheetId: sheet.id };
        appendAll(context.events, createEventPair(EVENT_TYPES.worksheetVisibilityChanged, sheet.id, message));
      },
    ),
    tabColor: defineProperty(
      (self, context) => getSheetModel(self, context).tabColor,
      (self, value, context) => {
        getSheetModel(self, context).tabColor = readColorArg(value, 'tabColor');
      },
    ),
    showGridlines: defineProperty(
      (self, context) => getSheetModel(self, context).showGridlines,
      (self, value, context) => {
        getSheetModel(self, context).showGridlines = readBooleanArg(value, 'showGridlines');
      },
    ),
    standardHeight: defineProperty((self, context) => getSheetModel(self, context).standardHeight),
    standardWidth: defineProperty(
      (self, context) => getSheetModel(self, context).standardWidth,
      (self, value, context) => {
        getSheetModel(self, context).standardWidth = readNumberArg(value, 'standardWidth');
      },
    ),
    autoFilter: defineNavigation((self) => ({ class: 'AutoFilter', sheetId: self.sheetId, tableId: null })),
    charts: defineNavigation((self) => ({ class: 'ChartCollection', sheetId: self.sheetId })),
    freezePanes: defineNavigation((self) => ({ class: 'WorksheetFreezePanes', sheetId: self.sheetId })),
    names: defineNavigation((self) => ({ class: 'NamedItemCollection', sheetId: self.sheetId })),
    pageLayout: defineNavigation((self) => ({ class: 'PageLayout', sheetId: self.sheetId })),
    protection: defineNavigation((self) => ({ class: 'WorksheetProtection', sheetId: self.sheetId })),
    tables: defineNavigation((self) => ({ class: 'TableCollection', sheetId: self.sheetId })),
    activate: defineMethod((self, _args, context) => activateSheet(context, getSheetModel(self, context))),
    calculate: defineMethod((_self, [markAllDirty], context) => {
      readOptionalBooleanArg(markAllDirty, 'markAllDirty');
      calculateNow(context);
    }),
    copy: defineObjectMethod((self, [positionType, relativeTo], context) => {
      ensureStructureUnlocked(context);
      const place =
        readOptionalChoiceArg(positionType, 'positionType', [
          'None',
          'Before',
          'After',
          'Beginning',
          'End',
        ]) ?? 'None';
      const relative =
        place === 'Before' || place === 'After'
          ? getSheetModel(readHandleArg(relativeTo, 'relativeTo', 'Worksheet'), context)
          : undefined;
      settleRowHeights(context);
      return toSheetObject(
        unwrap(context, copySheet(context.workbook, getSheetModel(self, context), place, relative)),
      );
    }),
    delete: defineMethod((self, _args, context) => {
      ensureStructureUnlocked(context);
      trackActivation(context, () => {
        unwrap(context, deleteSheet(context.workbook, getSheetModel(self, context)));
      });
    }),
    getCell: defineObjectMethod((self, [row, column], context) => {
      const top = readIntegerArg(row, 'row', 0, MAX_SHEET_ROWS - 1);
      const left = readIntegerArg(column, 'column', 0, MAX_SHEET_COLUMNS - 1);
      return createRangeObject(context, self.sheetId, { top, left, bottom: top, right: left });
    }),
    getRange: defineObjectMethod((self, [address], context) => {
      const text = readOptionalTextArg(address, 'address');
      const area =
        text === undefined || text === ''
          ? WHOLE_SHEET
          : resolveAddress(context, getSheetModel(self, context), text);
      return createRangeObject(context, self.sheetId, area);
    }),
    getRanges: defineObjectMethod((self, [address], context) => {
      const text = readOptionalTextArg(address, 'address');
      const areas =
        text === undefined ? [WHOLE_SHEET] : resolveAddresses(context, getSheetModel(self, context), text);
      return createRangeAreasObject(context, self.sheetId, areas);
    }),
    getRangeByIndexes: defineObjectMethod((self, [startRow, startColumn, rowCount, columnCount], context) => {
      const top = readIntegerArg(startRow, 'startRow', 0, MAX_SHEET_ROWS - 1);
      const left = readIntegerArg(startColumn, 'startColumn', 0, MAX_SHEET_COLUMNS - 1);
      const bottom = top + readIntegerArg(rowCount, 'rowCount', 1, MAX_SHEET_ROWS - top) - 1;
      const right = left + readIntegerArg(columnCount, 'columnCount', 1, MAX_SHEET_COLUMNS - left) - 1;
      return createRangeObject(context, self.sheetId, { top, left, bottom, right });
    }),
    getUsedRange: defineObjectMethod((self, [valuesOnly], context) => {
      // A blank sheet's used range is its first cell.
      return (
        createUsedRange(self, readOptionalBooleanArg(valuesOnly, 'valuesOnly'), context) ??
        createRangeObject(context, self.sheetId, { top: 0, left: 0, bottom: 0, right: 0 })
      );
    }),
    getUsedRangeOrNullObject: defineObjectMethod((self, [valuesOnly], context) =>
      createUsedRange(self, readOptionalBooleanArg(valuesOnly, 'valuesOnly'), context),
    ),
    ...defineFindPair<'Worksheet'>(
      'getNext',
      (self, [visibleOnly], context) => {
        const sheet = findNeighborSheet(self, 1, readOptionalBooleanArg(visibleOnly, 'visibleOnly'), context);
        return sheet ? toSheetObject(sheet) : null;
      },
      'There is no worksheet after this one.',
    ),
    ...defineFindPair<'Worksheet'>(
      'getPrevious',
      (self, [visibleOnly], context) => {
        const sheet = findNeighborSheet(
          self,
          -1,
          readOptionalBooleanArg(visibleOnly, 'visibleOnly'),
          context,
        );
        return sheet ? toSheetObject(sheet) : null;
      },
      'There is no worksheet before this one.',
    ),
    ...defineFindPair<'Worksheet'>(
      'findAll',
      (self, [text, criteria], context) => {
        const found = findCells(
          context,
          getSheetModel(self, context),
          null,
          readTextArg(text, 'text'),
          readObjectArg(criteria, 'criteria'),
        );
        return found.length > 0 ? createRangeAreasObject(context, self.sheetId, found) : null;
      },
      'Nothing was found.',
    ),
    replaceAll: defineMethod((self, [text, replacement, criteria], context) =>
      replaceText(
        context,
        getSheetModel(self, context),
        null,
        readTextArg(text, 'text'),
        readTextArg(replacement, 'replacement'),
        readObjectArg(criteria ?? {}, 'criteria'),
      ),
    ),
    onActivated: defineEvent(EVENT_TYPES.worksheetActivated, 'Activated', getSheetId),
    onCalculated: defineEvent(EVENT_TYPES.worksheetCalculated, 'Calculated', getSheetId),
    onChanged: defineEvent(EVENT_TYPES.worksheetChanged, 'DataChanged', getSheetId),
    onDeactivated: defineEvent(EVENT_TYPES.worksheetDeactivated, 'Deactivated', getSheetId),
    onFormatChanged: defineEvent(EVENT_TYPES.worksheetFormatChanged, 'FormatChanged', getSheetId),
    onNameChanged: defineEvent(EVENT_TYPES.worksheetNameChanged, 'NameChanged', getSheetId),
    onProtectionChanged: defineEvent(EVENT_TYPES.worksheetProtectionChanged, 'ProtectionChanged', getSheetId),
    onRowSorted: defineEvent(EVENT_TYPES.worksheetRowSorted, 'RowSorted', getSheetId),
    onSelectionChanged: defineEvent(EVENT_TYPES.worksheetSelectionChanged, 'SelectionChanged', getSheetId),
    onVisibilityChanged: defineEvent(EVENT_TYPES.worksheetVisibilityChanged, 'VisibilityChanged', getSheetId),
  },
});
