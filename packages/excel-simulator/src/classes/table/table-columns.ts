import { addTableColumn, deleteTableColumn } from '../../model/tables/resize-table';
import {
  findTableColumnIndex,
  getTableBodyRange,
  getTableColumnRange,
  getTableHeaderRange,
  getTableTotalsRange,
} from '../../model/tables/table-columns';
import { renameTableColumn } from '../../model/tables/tables';
import type { CellRange, TableModel } from '../../model/types';
import { readOptionalIntegerArg, readOptionalTextArg, readTextArg } from '../../protocol/arguments';
import { createRangeObject, ensureCalculated, unwrap } from '../../protocol/batch-context';
import { readCells, toPlainValue } from '../../protocol/cells/cell-values';
import { writeCells } from '../../protocol/cells/write-cells';
import {
  defineClass,
  defineCountProperty,
  defineFindPair,
  defineGetCount,
  defineGetItemAt,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError, createItemNotFoundError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import { requireTable, requireTableColumn } from '../../protocol/sheets/require-table';
import type { Argument, BatchContext, Member } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

type Columns = ObjectOf<'TableColumnCollection'>;
type Column = ObjectOf<'TableColumn'>;

function toColumnObject({ sheetId, tableId }: Columns, columnId: number): Column {
  return {
    class: 'TableColumn',
    sheetId,
    tableId,
    columnId,
  };
}

function listColumns(self: Columns, context: BatchContext): HostObject[] {
  return requireTable(context, self).table.columns.map(({ id }) => toColumnObject(self, id));
}

function findColumn(self: Columns, key: Argument, context: BatchContext): HostObject | null {
  const { table } = requireTable(context, self);
  const column =
    table.columns[findTableColumnIndex(table, typeof key === 'number' ? key : readTextArg(key, 'key'))];
  return column ? toColumnObject(self, column.id) : null;
}

/** Reads the values of add(): one for each row of the column, header and totals included. */
function readColumnValues(value: Argument, rows: number): Json[][] {
  const lines = Array.isArray(value) ? value : [value];
  const table = lines.map((line) => (Array.isArray(line) ? line : [line]));
  if (table.length !== rows || table.some((line) => line.length !== 1)) {
    throw createInvalidArgumentError(`The column takes ${rows} rows of one value each.`);
  }
  return table as Json[][];
}

export const tableColumnCollectionClass = defineClass<'TableColumnCollection'>({
  name: 'TableColumnCollection',
  items: listColumns,
  members: {
    count: defineCountProperty(listColumns),
    add: defineObjectMethod((self, [index, values, name], context) => {
      const { sheet, table } = requireTable(context, self);
      ensureAllowed(sheet);
      const at = readOptionalIntegerArg(index, 'index', -1) ?? -1;
      const given =
        values === null || values === undefined
          ? null
          : readColumnValues(values, table.area.bottom - table.area.top + 1);
      const header = table.showHeaders && given ? String(given[0]?.[0] ?? '') : '';
      const added = unwrap(
        context,
        addTableColumn(
          context.workbook,
          sheet,
          table,
          at < 0 ? null : at,
          readOptionalTextArg(name, 'name') ?? header,
        ),
        { axis: 'column' },
      );
      if (given) {
        const area = getTableColumnRange(table.area, added);
        const body = table.showHeaders ? { ...area, top: area.top + 1 } : area;
        writeCells(context, sheet, body, table.showHeaders ? given.slice(1) : given, 'values');
      }
      const column = table.columns[added];
      if (!column) throw createInvalidArgumentError('The column was not added.');
      return toColumnObject(self, column.id);
    }),
    getCount: defineGetCount(listColumns),
    ...defineFindPair<'TableColumnCollection'>(
      'getItem',
      (self, [key], context) => findColumn(self, key, context),
      ([key]) => `The table has no column ${String(key)}.`,
    ),
    getItemAt: defineGetItemAt(listColumns),
  },
});

function defineColumnPart(
  areaIn: (table: TableModel) => CellRange | null,
  what: string,
): Member<'TableColumn'> {
  return defineObjectMethod((self, _args, context) => {
    const { sheet, table, index } = requireTableColumn(context, self);
    const area = areaIn(table);
    if (!area) throw createItemNotFoundError(`The table shows no ${what}.`);
    return createRangeObject(context, sheet.id, getTableColumnRange(area, index));
  });
}

export const tableColumnClass = defineClass<'TableColumn'>({
  name: 'TableColumn',
  identify: (self) => ({ Id: self.columnId }),
  ensure: (self, context) => void requireTableColumn(context, self),
  members: {
    id: defineProperty((self) => self.columnId),
    index: defineProperty((self, context) => requireTableColumn(context, self).index),
    name: defineProperty(
      (self, context) => requireTableColumn(context, self).column.name,
      (self, value, context) => {
        const { sheet, table, index } = requireTableColumn(context, self);
        unwrap(context, renameTableColumn(context.workbook, sheet, table, index, readTextArg(value, 'name')));
      },
    ),
    values: defineProperty(
      (self, context) => {
        ensureCalculated(context);
        const { sheet, table, index } = requireTableColumn(context, self);
        return readCells(sheet, getTableColumnRange(table.area, index), ({ value }) => toPlainValue(value));
      },
      (self, value, context) => {
        const { sheet, table, index } = requireTableColumn(context, self);
        writeCells(context, sheet, getTableColumnRange(table.area, index), value, 'values');
      },
    ),
    filter: defineNavigation(({ sheetId, tableId, columnId }) => ({
      class: 'Filter',
      sheetId,
      tableId,
      columnId,
    })),
    delete: defineMethod((self, _args, context) => {
      const { sheet, table, index } = requireTableColumn(context, self);
      ensureAllowed(sheet);
      unwrap(context, deleteTableColumn(context.workbook, sheet, table, index), { axis: 'column' });
    }),
    getRange: defineColumnPart((table) => table.area, 'cells'),
    getDataBodyRange: defineColumnPart(getTableBodyRange, 'body'),
    getHeaderRowRange: defineColumnPart(getTableHeaderRange, 'header row'),
    getTotalRowRange: defineColumnPart(getTableTotalsRange, 'totals row'),
  },
});
