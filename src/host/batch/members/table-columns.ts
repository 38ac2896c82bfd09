import { bodyArea, columnArea, columnIndexOf, headerArea, totalsArea } from '../../model/table-columns';
import { addTableColumn, deleteTableColumn } from '../../model/table-resize';
import { renameColumn } from '../../model/tables';
import type { Area, TableModel } from '../../model/types';
import { optionalInteger, optionalText, textArg } from '../arguments';
import { plainValue, readCells } from '../cell-values';
import {
  type Argument,
  type Member,
  countOf,
  countProperty,
  defineClass,
  itemAt,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import { type BatchContext, ensureCalculated, makeRange, settle } from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import { ensureAllowed } from '../protection';
import { columnOfHandle, tableOfHandle } from '../tables-of';
import { writeCells } from '../write-cells';
import type { Json } from '../wire';

type Columns = ObjectOf<'TableColumnCollection'>;
type Column = ObjectOf<'TableColumn'>;

function columnObject({ sheetId, tableId }: Columns, columnId: number): Column {
  return {
    class: 'TableColumn',
    sheetId,
    tableId,
    columnId,
  };
}

function items(self: Columns, context: BatchContext): HostObject[] {
  return tableOfHandle(context, self).table.columns.map(({ id }) => columnObject(self, id));
}

function find(self: Columns, key: Argument, context: BatchContext): HostObject | null {
  const { table } = tableOfHandle(context, self);
  const column = table.columns[columnIndexOf(table, typeof key === 'number' ? key : textArg(key, 'key'))];
  return column ? columnObject(self, column.id) : null;
}

/** One value for each row of the column, header and totals included, as add() takes them. */
function columnValues(value: Argument, rows: number): Json[][] {
  const lines = Array.isArray(value) ? value : [value];
  const table = lines.map((line) => (Array.isArray(line) ? line : [line]));
  if (table.length !== rows || table.some((line) => line.length !== 1)) {
    throw invalidArgument(`The column takes ${rows} rows of one value each.`);
  }
  return table as Json[][];
}

export const tableColumnCollection = defineClass<'TableColumnCollection'>({
  name: 'TableColumnCollection',
  items,
  members: {
    count: countProperty(items),
    add: object((self, [index, values, name], context) => {
      const { sheet, table } = tableOfHandle(context, self);
      ensureAllowed(sheet);
      const at = optionalInteger(index, 'index', -1) ?? -1;
      const given =
        values === null || values === undefined
          ? null
          : columnValues(values, table.area.bottom - table.area.top + 1);
      const header = table.showHeaders && given ? String(given[0]?.[0] ?? '') : '';
      const added = settle(
        context,
        addTableColumn(
          context.workbook,
          sheet,
          table,
          at < 0 ? null : at,
          optionalText(name, 'name') ?? header,
        ),
        { axis: 'column' },
      );
      if (given) {
        const area = columnArea(table.area, added);
        const body = table.showHeaders ? { ...area, top: area.top + 1 } : area;
        writeCells(context, sheet, body, table.showHeaders ? given.slice(1) : given, 'values');
      }
      const column = table.columns[added];
      if (!column) throw invalidArgument('The column was not added.');
      return columnObject(self, column.id);
    }),
    getCount: countOf(items),
    getItem: object((self, [key], context) => {
      const column = find(self, key, context);
      if (!column) throw itemNotFound(`The table has no column ${String(key)}.`);
      return column;
    }),
    getItemOrNullObject: object((self, [key], context) => find(self, key, context)),
    getItemAt: itemAt(items),
  },
});

function part(areaIn: (table: TableModel) => Area | null, what: string): Member<'TableColumn'> {
  return object((self, _args, context) => {
    const { sheet, table, index } = columnOfHandle(context, self);
    const area = areaIn(table);
    if (!area) throw itemNotFound(`The table shows no ${what}.`);
    return makeRange(context, sheet.id, columnArea(area, index));
  });
}

export const tableColumn = defineClass<'TableColumn'>({
  name: 'TableColumn',
  identify: (self) => ({ Id: self.columnId }),
  ensure: (self, context) => void columnOfHandle(context, self),
  members: {
    id: property((self) => self.columnId),
    index: property((self, context) => columnOfHandle(context, self).index),
    name: property(
      (self, context) => columnOfHandle(context, self).column.name,
      (self, value, context) => {
        const { sheet, table, index } = columnOfHandle(context, self);
        settle(context, renameColumn(context.workbook, sheet, table, index, textArg(value, 'name')));
      },
    ),
    values: property(
      (self, context) => {
        ensureCalculated(context);
        const { sheet, table, index } = columnOfHandle(context, self);
        return readCells(sheet, columnArea(table.area, index), ({ value }) => plainValue(value));
      },
      (self, value, context) => {
        const { sheet, table, index } = columnOfHandle(context, self);
        writeCells(context, sheet, columnArea(table.area, index), value, 'values');
      },
    ),
    filter: navigation(({ sheetId, tableId, columnId }) => ({ class: 'Filter', sheetId, tableId, columnId })),
    delete: method((self, _args, context) => {
      const { sheet, table, index } = columnOfHandle(context, self);
      ensureAllowed(sheet);
      settle(context, deleteTableColumn(context.workbook, sheet, table, index), { axis: 'column' });
    }),
    getRange: part((table) => table.area, 'cells'),
    getDataBodyRange: part(bodyArea, 'body'),
    getHeaderRowRange: part(headerArea, 'header row'),
    getTotalRowRange: part(totalsArea, 'totals row'),
  },
});
