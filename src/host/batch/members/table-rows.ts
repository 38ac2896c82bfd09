import { bodyArea } from '../../model/table-columns';
import { addTableRows, deleteTableRows, tableRowCount } from '../../model/table-rows';
import type { Area } from '../../model/types';
import { integerArg, isObjectOf, listArg, optionalBoolean, optionalInteger } from '../arguments';
import { plainValue, readCells } from '../cell-values';
import {
  type Argument,
  countOf,
  countProperty,
  defineClass,
  itemAt,
  method,
  object,
  property,
} from '../class-table';
import { type BatchContext, ensureCalculated, makeRange, settle } from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import { ensureAllowed } from '../protection';
import { type TablePlace, tableOfHandle } from '../tables-of';
import { writeCells } from '../write-cells';
import type { Json } from '../wire';

type Rows = ObjectOf<'TableRowCollection'>;
type Row = ObjectOf<'TableRow'>;

function rowObject({ sheetId, tableId }: Rows, index: number): Row {
  return {
    class: 'TableRow',
    sheetId,
    tableId,
    index,
  };
}

function items(self: Rows, context: BatchContext): HostObject[] {
  const { sheet, table } = tableOfHandle(context, self);
  return Array.from({ length: tableRowCount(sheet, table) }, (_, index) => rowObject(self, index));
}

/** Rows of values: one row may come without its outer array. */
function rowsArg(value: Argument, columns: number): Json[][] | null {
  if (value === null || value === undefined) return null;
  const list = Array.isArray(value) ? value : [[value]];
  const rows = list.every(Array.isArray) ? (list as Json[][]) : [list as Json[]];
  if (rows.length === 0 || rows.some((row) => row.length !== columns)) {
    throw invalidArgument(`Each row takes ${columns} values.`);
  }
  return rows;
}

export const tableRowCollection = defineClass<'TableRowCollection'>({
  name: 'TableRowCollection',
  items,
  members: {
    count: countProperty(items),
    add: object((self, [index, values, alwaysInsert], context) => {
      const { sheet, table } = tableOfHandle(context, self);
      ensureAllowed(sheet);
      optionalBoolean(alwaysInsert, 'alwaysInsert');
      const at = optionalInteger(index, 'index', -1) ?? -1;
      const rows = rowsArg(values, table.columns.length);
      const area = settle(
        context,
        addTableRows(context.workbook, sheet, table, at < 0 ? null : at, rows?.length ?? 1),
      );
      if (rows) writeCells(context, sheet, area, rows, 'formulas');
      return rowObject(self, area.top - bodyArea(table).top);
    }),
    deleteRows: method((self, [rows], context) => {
      const { sheet, table } = tableOfHandle(context, self);
      ensureAllowed(sheet);
      const indexes = listArg(rows, 'rows').map((row) =>
        isObjectOf(row, 'TableRow') ? row.index : integerArg(row, 'rows', 0),
      );
      for (const index of [...new Set(indexes)].sort((a, b) => b - a)) {
        settle(context, deleteTableRows(context.workbook, sheet, table, index));
      }
    }),
    deleteRowsAt: method((self, [index, count], context) => {
      const { sheet, table } = tableOfHandle(context, self);
      ensureAllowed(sheet);
      const first = integerArg(index, 'index', 0);
      settle(
        context,
        deleteTableRows(context.workbook, sheet, table, first, optionalInteger(count, 'count', 1) ?? 1),
      );
    }),
    getCount: countOf(items),
    getItemAt: itemAt(items),
  },
});

function own(self: Row, context: BatchContext): TablePlace & { area: Area } {
  const { sheet, table } = tableOfHandle(context, self);
  if (self.index >= tableRowCount(sheet, table)) throw itemNotFound('The row is no longer in the table.');
  const body = bodyArea(table);
  return { sheet, table, area: { ...body, top: body.top + self.index, bottom: body.top + self.index } };
}

export const tableRow = defineClass<'TableRow'>({
  name: 'TableRow',
  identify: (self) => ({ _Index: self.index }),
  ensure: (self, context) => void own(self, context),
  members: {
    index: property((self) => self.index),
    values: property(
      (self, context) => {
        ensureCalculated(context);
        const { sheet, area } = own(self, context);
        return readCells(sheet, area, ({ value }) => plainValue(value));
      },
      (self, value, context) => {
        const { sheet, area } = own(self, context);
        writeCells(context, sheet, area, value, 'values');
      },
    ),
    delete: method((self, _args, context) => {
      const { sheet, table } = own(self, context);
      ensureAllowed(sheet);
      settle(context, deleteTableRows(context.workbook, sheet, table, self.index));
    }),
    getRange: object((self, _args, context) => {
      const { sheet, area } = own(self, context);
      return makeRange(context, sheet.id, area);
    }),
  },
});
