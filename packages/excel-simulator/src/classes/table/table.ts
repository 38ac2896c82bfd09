import { findTable } from '../../model/rewrite-formulas';
import { resizeTable } from '../../model/tables/resize-table';
import {
  getTableBodyRange,
  getTableHeaderRange,
  getTableTotalsRange,
} from '../../model/tables/table-columns';
import { clearTableFilters, reapplyTableFilters } from '../../model/tables/table-filters';
import { convertTableToRange, createTable, deleteTable, renameTable } from '../../model/tables/tables';
import { setTotalsRow } from '../../model/tables/totals-row';
import type { CellRange, TableModel } from '../../model/types';
import { readBooleanArg, readTextArg } from '../../protocol/arguments';
import { createRangeObject, getCellRange, requireSheet, unwrap } from '../../protocol/batch-context';
import { readAnyRangeArg, readRangeArg } from '../../protocol/cells/resolve-address';
import { detectCalculatedColumns } from '../../protocol/cells/write-cells';
import {
  defineClass,
  defineCountProperty,
  defineEvent,
  defineFindPair,
  defineGetCount,
  defineGetItemAt,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { EVENT_TYPES, WORKBOOK_TARGET } from '../../protocol/events';
import { createItemNotFoundError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import { setHeaderRow } from '../../protocol/sheets/header-row';
import { requireTable, type SheetTable } from '../../protocol/sheets/require-table';
import type { Argument, BatchContext, Member } from '../../protocol/types';

type Table = ObjectOf<'Table'>;

function toTableObject({ sheet, table }: SheetTable): Table {
  return {
    class: 'Table',
    sheetId: sheet.id,
    tableId: table.id,
  };
}

function listTables(self: ObjectOf<'TableCollection'>, { workbook }: BatchContext): HostObject[] {
  return workbook.sheets
    .filter(({ id }) => self.sheetId === null || id === self.sheetId)
    .flatMap((sheet) => sheet.tables.map((table) => toTableObject({ sheet, table })));
}

/** Finds a table by name or id, on the collection's sheet if it has one. */
function findTableObject(
  self: ObjectOf<'TableCollection'>,
  key: Argument,
  { workbook }: BatchContext,
): Table | null {
  const found = findTable(workbook, typeof key === 'number' ? String(key) : readTextArg(key, 'key'));
  return found && (self.sheetId === null || found.sheet.id === self.sheetId) ? toTableObject(found) : null;
}

const getEventTarget = (self: ObjectOf<'TableCollection'>): string => self.sheetId ?? WORKBOOK_TARGET;

export const tableCollectionClass = defineClass<'TableCollection'>({
  name: 'TableCollection',
  items: listTables,
  members: {
    count: defineCountProperty(listTables),
    add: defineObjectMethod((self, [address, hasHeaders], context) => {
      const sheetId = self.sheetId ?? context.workbook.activeSheetId;
      const range =
        self.sheetId === null
          ? readAnyRangeArg(context, address, 'address', sheetId)
          : readRangeArg(context, address, 'address', sheetId);
      const sheet = requireSheet(context, range.sheetId);
      ensureAllowed(sheet);
      const created = createTable(context.workbook, sheet, getCellRange(range), {
        hasHeaders: readBooleanArg(hasHeaders, 'hasHeaders'),
      });
      const table = unwrap(context, created);
      detectCalculatedColumns(sheet, table.area);
      return toTableObject({ sheet, table });
    }),
    getCount: defineGetCount(listTables),
    ...defineFindPair<'TableCollection'>(
      'getItem',
      (self, [key], context) => findTableObject(self, key, context),
      ([key]) => `There is no table ${String(key)}.`,
    ),
    getItemAt: defineGetItemAt(listTables),
    onAdded: defineEvent(EVENT_TYPES.tableAdded, 'Added', getEventTarget),
    onChanged: defineEvent(EVENT_TYPES.tableChanged, 'DataChanged', getEventTarget),
    onDeleted: defineEvent(EVENT_TYPES.tableDeleted, 'Deleted', getEventTarget),
  },
});

function listScopedTables(self: ObjectOf<'TableScopedCollection'>): HostObject[] {
  return self.tables.map((handle) => ({ class: 'Table', ...handle }));
}

function findScopedTable(
  self: ObjectOf<'TableScopedCollection'>,
  key: Argument,
  context: BatchContext,
): HostObject | null {
  const found = findTable(context.workbook, readTextArg(key, 'key'));
  return found && self.tables.some(({ tableId }) => tableId === found.table.id) ? toTableObject(found) : null;
}

export const tableScopedCollectionClass = defineClass<'TableScopedCollection'>({
  name: 'TableScopedCollection',
  items: listScopedTables,
  members: {
    getCount: defineGetCount(listScopedTables),
    getFirst: defineObjectMethod((self) => {
      const [first] = listScopedTables(self);
      if (!first) throw createItemNotFoundError('There is no table here.');
      return first;
    }),
    ...defineFindPair<'TableScopedCollection'>(
      'getItem',
      (self, [key], context) => findScopedTable(self, key, context),
      ([key]) => `There is no table ${String(key)} here.`,
    ),
  },
});

const getSheetTable = (self: Table, context: BatchContext): SheetTable => requireTable(context, self);

/** Defines a part of the table as a range. A header or totals row that is not shown is not found. */
function defineTablePart(areaIn: (table: TableModel) => CellRange | null, what: string): Member<'Table'> {
  return defineObjectMethod((self, _args, context) => {
    const { sheet, table } = getSheetTable(self, context);
    const area = areaIn(table);
    if (!area) throw createItemNotFoundError(`The table shows no ${what}.`);
    return createRangeObject(context, sheet.id, area);
  });
}

type TableFlag =
  | 'showBandedRows'
  | 'showBandedColumns'
  | 'showFilterButton'
  | 'highlightFirstColumn'
  | 'highlightLastColumn';

function defineFlag(name: TableFlag): Member<'Table'> {
  return defineProperty(
    (self, context) => getSheetTable(self, context).table[name],
    (self, value, context) => {
      getSheetTable(self, context).table[name] = readBooleanArg(value, name);
    },
  );
}

export const tableClass = defineClass<'Table'>({
  name: 'Table',
  identify: (self) => ({ Id: self.tableId }),
  ensure: (self, context) => void getSheetTable(self, context),
  members: {
    id: defineProperty((self) => self.tableId),
    legacyId: defineProperty((self, context) => {
      const all = context.workbook.sheets.flatMap(({ tables }) => tables);
      return String(all.findIndex(({ id }) => id === self.tableId) + 1);
    }),
    name: defineProperty(
      (self, context) => getSheetTable(self, context).table.name,
      (self, value, context) => {
        unwrap(
          context,
          renameTable(context.workbook, getSheetTable(self, context).table, readTextArg(value, 'name')),
        );
      },
    ),
    style: defineProperty(
      (self, context) => getSheetTable(self, context).table.style,
      (self, value, context) => {
        getSheetTable(self, context).table.style = readTextArg(value, 'style');
      },
    ),
    showHeaders: defineProperty(
      (self, context) => getSheetTable(self, context).table.showHeaders,
      (self, value, context) => {
        const { sheet, table } = getSheetTable(self, context);
        unwrap(context, setHeaderRow(context.workbook, sheet, table, readBooleanArg(value, 'showHeaders')));
      },
    ),
    showTotals: defineProperty(
      (self, context) => getSheetTable(self, context).table.showTotals,
      (self, value, context) => {
        const { sheet, table } = getSheetTable(self, context);
        unwrap(context, setTotalsRow(context.workbook, sheet, table, readBooleanArg(value, 'showTotals')));
      },
    ),
    showBandedRows: defineFlag('showBandedRows'),
    showBandedColumns: defineFlag('showBandedColumns'),
    showFilterButton: defineFlag('showFilterButton'),
    highlightFirstColumn: defineFlag('highlightFirstColumn'),
    highlightLastColumn: defineFlag('highlightLastColumn'),
    autoFilter: defineNavigation((self) => ({
      class: 'AutoFilter',
      sheetId: self.sheetId,
      tableId: self.tableId,
    })),
    columns: defineNavigation(({ sheetId, tableId }) => ({
      class: 'TableColumnCollection',
      sheetId,
      tableId,
    })),
    rows: defineNavigation(({ sheetId, tableId }) => ({ class: 'TableRowCollection', sheetId, tableId })),
    sort: defineNavigation(({ sheetId, tableId }) => ({ class: 'TableSort', sheetId, tableId })),
    worksheet: defineNavigation((self, context) => ({
      class: 'Worksheet',
      sheetId: getSheetTable(self, context).sheet.id,
    })),
    getRange: defineTablePart((one) => one.area, 'cells'),
    getDataBodyRange: defineTablePart(getTableBodyRange, 'body'),
    getHeaderRowRange: defineTablePart(getTableHeaderRange, 'header row'),
    getTotalRowRange: defineTablePart(getTableTotalsRange, 'totals row'),
    clearFilters: defineMethod((self, _args, context) => {
      const { sheet, table } = getSheetTable(self, context);
      unwrap(context, clearTableFilters(sheet, table));
    }),
    reapplyFilters: defineMethod((self, _args, context) => {
      const { sheet, table } = getSheetTable(self, context);
      unwrap(context, reapplyTableFilters(sheet, table));
    }),
    convertToRange: defineObjectMethod((self, _args, context) => {
      const { sheet, table } = getSheetTable(self, context);
      ensureAllowed(sheet);
      return createRangeObject(
        context,
        sheet.id,
        unwrap(context, convertTableToRange(context.workbook, sheet, table)),
      );
    }),
    delete: defineMethod((self, _args, context) => {
      const { sheet, table } = getSheetTable(self, context);
      ensureAllowed(sheet);
      unwrap(context, deleteTable(context.workbook, sheet, table));
    }),
    resize: defineMethod((self, [newRange], context) => {
      const { sheet, table } = getSheetTable(self, context);
      ensureAllowed(sheet);
      const area = getCellRange(readRangeArg(context, newRange, 'newRange', sheet.id));
      unwrap(context, resizeTable(context.workbook, sheet, table, area));
    }),
    onChanged: defineEvent(EVENT_TYPES.tableChanged, 'DataChanged', (self) => self.tableId),
    onSelectionChanged: defineEvent(
      EVENT_TYPES.tableSelectionChanged,
      'SelectionChanged',
      (self) => self.tableId,
    ),
  },
});
