import { findTable } from '../../model/every-formula';
import { bodyArea, headerArea, totalsArea } from '../../model/table-columns';
import { clearTableFilters, reapplyTableFilters } from '../../model/table-filter';
import { resizeTable } from '../../model/table-resize';
import { setTotalsRow } from '../../model/table-totals';
import { convertToRange, createTable, deleteTable, renameTable } from '../../model/tables';
import { setHeaderRow } from '../header-row';
import type { Area, TableModel } from '../../model/types';
import { anyRangeArg, rangeArg } from '../addresses';
import { booleanArg, textArg } from '../arguments';
import {
  type Argument,
  type Member,
  countOf,
  countProperty,
  defineClass,
  event,
  itemAt,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import { type BatchContext, areaOf, makeRange, settle, sheetOf } from '../context';
import { EVENT, WORKBOOK_TARGET } from '../events';
import { itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import { ensureAllowed } from '../protection';
import { type TablePlace, tableOfHandle } from '../tables-of';
import { noteCalculatedColumns } from '../write-cells';

type Table = ObjectOf<'Table'>;

function tableObject({ sheet, table }: TablePlace): Table {
  return {
    class: 'Table',
    sheetId: sheet.id,
    tableId: table.id,
  };
}

function items(self: ObjectOf<'TableCollection'>, { workbook }: BatchContext): HostObject[] {
  return workbook.sheets
    .filter(({ id }) => self.sheetId === null || id === self.sheetId)
    .flatMap((sheet) => sheet.tables.map((table) => tableObject({ sheet, table })));
}

/** By name or id, on the collection's own sheet if it has one. */
function find(self: ObjectOf<'TableCollection'>, key: Argument, { workbook }: BatchContext): Table | null {
  const found = findTable(workbook, typeof key === 'number' ? String(key) : textArg(key, 'key'));
  return found && (self.sheetId === null || found.sheet.id === self.sheetId) ? tableObject(found) : null;
}

const target = (self: ObjectOf<'TableCollection'>): string => self.sheetId ?? WORKBOOK_TARGET;

export const tableCollection = defineClass<'TableCollection'>({
  name: 'TableCollection',
  items,
  members: {
    count: countProperty(items),
    add: object((self, [address, hasHeaders], context) => {
      const sheetId = self.sheetId ?? context.workbook.activeSheetId;
      const range =
        self.sheetId === null
          ? anyRangeArg(context, address, 'address', sheetId)
          : rangeArg(context, address, 'address', sheetId);
      const sheet = sheetOf(context, range.sheetId);
      ensureAllowed(sheet);
      const created = createTable(context.workbook, sheet, areaOf(range), {
        hasHeaders: booleanArg(hasHeaders, 'hasHeaders'),
      });
      const table = settle(context, created);
      noteCalculatedColumns(sheet, table.area);
      return tableObject({ sheet, table });
    }),
    getCount: countOf(items),
    getItem: object((self, [key], context) => {
      const table = find(self, key, context);
      if (!table) throw itemNotFound(`There is no table ${String(key)}.`);
      return table;
    }),
    getItemOrNullObject: object((self, [key], context) => find(self, key, context)),
    getItemAt: itemAt(items),
    onAdded: event(EVENT.tableAdded, 'Added', target),
    onChanged: event(EVENT.tableChanged, 'DataChanged', target),
    onDeleted: event(EVENT.tableDeleted, 'Deleted', target),
  },
});

function scoped(self: ObjectOf<'TableScopedCollection'>): HostObject[] {
  return self.tables.map((handle) => ({ class: 'Table', ...handle }));
}

function findScoped(
  self: ObjectOf<'TableScopedCollection'>,
  key: Argument,
  context: BatchContext,
): HostObject | null {
  const found = findTable(context.workbook, textArg(key, 'key'));
  return found && self.tables.some(({ tableId }) => tableId === found.table.id) ? tableObject(found) : null;
}

export const tableScopedCollection = defineClass<'TableScopedCollection'>({
  name: 'TableScopedCollection',
  items: scoped,
  members: {
    getCount: countOf(scoped),
    getFirst: object((self) => {
      const [first] = scoped(self);
      if (!first) throw itemNotFound('There is no table here.');
      return first;
    }),
    getItem: object((self, [key], context) => {
      const table = findScoped(self, key, context);
      if (!table) throw itemNotFound(`There is no table ${String(key)} here.`);
      return table;
    }),
    getItemOrNullObject: object((self, [key], context) => findScoped(self, key, context)),
  },
});

const own = (self: Table, context: BatchContext): TablePlace => tableOfHandle(context, self);

/** A part of the table as a range; a header or totals row that is not shown is not found. */
function part(areaIn: (table: TableModel) => Area | null, what: string): Member<'Table'> {
  return object((self, _args, context) => {
    const { sheet, table } = own(self, context);
    const area = areaIn(table);
    if (!area) throw itemNotFound(`The table shows no ${what}.`);
    return makeRange(context, sheet.id, area);
  });
}

type Flag =
  | 'showBandedRows'
  | 'showBandedColumns'
  | 'showFilterButton'
  | 'highlightFirstColumn'
  | 'highlightLastColumn';

function flag(name: Flag): Member<'Table'> {
  return property(
    (self, context) => own(self, context).table[name],
    (self, value, context) => {
      own(self, context).table[name] = booleanArg(value, name);
    },
  );
}

export const table = defineClass<'Table'>({
  name: 'Table',
  identify: (self) => ({ Id: self.tableId }),
  ensure: (self, context) => void own(self, context),
  members: {
    id: property((self) => self.tableId),
    legacyId: property((self, context) => {
      const all = context.workbook.sheets.flatMap(({ tables }) => tables);
      return String(all.findIndex(({ id }) => id === self.tableId) + 1);
    }),
    name: property(
      (self, context) => own(self, context).table.name,
      (self, value, context) => {
        settle(context, renameTable(context.workbook, own(self, context).table, textArg(value, 'name')));
      },
    ),
    style: property(
      (self, context) => own(self, context).table.style,
      (self, value, context) => {
        own(self, context).table.style = textArg(value, 'style');
      },
    ),
    showHeaders: property(
      (self, context) => own(self, context).table.showHeaders,
      (self, value, context) => {
        const { sheet, table } = own(self, context);
        settle(context, setHeaderRow(context.workbook, sheet, table, booleanArg(value, 'showHeaders')));
      },
    ),
    showTotals: property(
      (self, context) => own(self, context).table.showTotals,
      (self, value, context) => {
        const { sheet, table } = own(self, context);
        settle(context, setTotalsRow(context.workbook, sheet, table, booleanArg(value, 'showTotals')));
      },
    ),
    showBandedRows: flag('showBandedRows'),
    showBandedColumns: flag('showBandedColumns'),
    showFilterButton: flag('showFilterButton'),
    highlightFirstColumn: flag('highlightFirstColumn'),
    highlightLastColumn: flag('highlightLastColumn'),
    autoFilter: navigation((self) => ({ class: 'AutoFilter', sheetId: self.sheetId, tableId: self.tableId })),
    columns: navigation(({ sheetId, tableId }) => ({ class: 'TableColumnCollection', sheetId, tableId })),
    rows: navigation(({ sheetId, tableId }) => ({ class: 'TableRowCollection', sheetId, tableId })),
    sort: navigation(({ sheetId, tableId }) => ({ class: 'TableSort', sheetId, tableId })),
    worksheet: navigation((self, context) => ({ class: 'Worksheet', sheetId: own(self, context).sheet.id })),
    getRange: part((one) => one.area, 'cells'),
    getDataBodyRange: part(bodyArea, 'body'),
    getHeaderRowRange: part(headerArea, 'header row'),
    getTotalRowRange: part(totalsArea, 'totals row'),
    clearFilters: method((self, _args, context) => {
      const { sheet, table } = own(self, context);
      settle(context, clearTableFilters(sheet, table));
    }),
    reapplyFilters: method((self, _args, context) => {
      const { sheet, table } = own(self, context);
      settle(context, reapplyTableFilters(sheet, table));
    }),
    convertToRange: object((self, _args, context) => {
      const { sheet, table } = own(self, context);
      ensureAllowed(sheet);
      return makeRange(context, sheet.id, settle(context, convertToRange(context.workbook, sheet, table)));
    }),
    delete: method((self, _args, context) => {
      const { sheet, table } = own(self, context);
      ensureAllowed(sheet);
      settle(context, deleteTable(context.workbook, sheet, table));
    }),
    resize: method((self, [newRange], context) => {
      const { sheet, table } = own(self, context);
      ensureAllowed(sheet);
      const area = areaOf(rangeArg(context, newRange, 'newRange', sheet.id));
      settle(context, resizeTable(context.workbook, sheet, table, area));
    }),
    onChanged: event(EVENT.tableChanged, 'DataChanged', (self) => self.tableId),
    onSelectionChanged: event(EVENT.tableSelectionChanged, 'SelectionChanged', (self) => self.tableId),
  },
});
