import { getTableBodyRange } from '../../model/tables/table-columns';
import { addTableRows, deleteTableRows, getTableRowCount } from '../../model/tables/table-rows';
import type { CellRange } from '../../model/types';
import {
  isHostObject,
  readIntegerArg,
  readListArg,
  readOptionalBooleanArg,
  readOptionalIntegerArg,
} from '../../protocol/arguments';
import { createRangeObject, ensureCalculated, unwrap } from '../../protocol/batch-context';
import { readCells, toPlainValue } from '../../protocol/cells/cell-values';
import { writeCells } from '../../protocol/cells/write-cells';
import {
  defineClass,
  defineCountProperty,
  defineGetCount,
  defineGetItemAt,
  defineMethod,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError, createItemNotFoundError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import { requireTable, type SheetTable } from '../../protocol/sheets/require-table';
import type { Argument, BatchContext } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

type Rows = ObjectOf<'TableRowCollection'>;
type Row = ObjectOf<'TableRow'>;

function toRowObject({ sheetId, tableId }: Rows, index: number): Row {
  return {
    class: 'TableRow',
    sheetId,
    tableId,
    index,
  };
}

function listRows(self: Rows, context: BatchContext): HostObject[] {
  const { sheet, table } = requireTable(context, self);
  return Array.from({ length: getTableRowCount(sheet, table) }, (_, index) => toRowObject(self, index));
}

/** Reads rows of values; a single row may come without its outer array. */
function readRowsArg(value: Argument, columns: number): Json[][] | null {
  if (value === null || value === undefined) return null;
  const list = Array.isArray(value) ? value : [[value]];
  const rows = list.every(Array.isArray) ? (list as Json[][]) : [list as Json[]];
  if (rows.length === 0 || rows.some((row) => row.length !== columns)) {
    throw createInvalidArgumentError(`Each row takes ${columns} values.`);
  }
  return rows;
}

/** Excel adds rows in strips of so many. */
const ROWS_PER_STRIP = 1_500;

/** Fewer rows with contents after the first strip, and Excel leaves out all of them. */
const MIN_FILLED_ROWS = 11;

/**
 * Leaves out what Excel does not add: the rows after the first 1,500 if the last one or nearly all of them are blank
 * (OfficeDev/office-js 3013, 3191).
 */
function dropBlankRows(rows: Json[][]): Json[][] {
  const isBlank = (row: Json[]): boolean => row.every((value) => value === '' || value === null);
  const others = rows.slice(ROWS_PER_STRIP);
  const filled = others.filter((row) => !isBlank(row)).length;
  const last = others.at(-1);
  if (!last || filled === others.length) return rows;
  return isBlank(last) || filled < MIN_FILLED_ROWS ? rows.slice(0, ROWS_PER_STRIP) : rows;
}

export const tableRowCollectionClass = defineClass<'TableRowCollection'>({
  name: 'TableRowCollection',
  items: listRows,
  members: {
    count: defineCountProperty(listRows),
    add: defineObjectMethod((self, [index, values, alwaysInsert], context) => {
      const { sheet, table } = requireTable(context, self);
      ensureAllowed(sheet);
      readOptionalBooleanArg(alwaysInsert, 'alwaysInsert');
      const at = readOptionalIntegerArg(index, 'index', -1) ?? -1;
      // Only null and -1 are documented to mean the end.
      if (at > 0 && at >= getTableRowCount(sheet, table))
        throw createInvalidArgumentError('The table has no such row.');
      const given = readRowsArg(values, table.columns.length);
      const rows = given && dropBlankRows(given);
      const area = unwrap(
        context,
        addTableRows(context.workbook, sheet, table, at < 0 ? null : at, rows?.length ?? 1),
      );
      if (rows) writeCells(context, sheet, area, rows, 'formulas');
      return toRowObject(self, area.top - getTableBodyRange(table).top);
    }),
    deleteRows: defineMethod((self, [rows], context) => {
      const { sheet, table } = requireTable(context, self);
      ensureAllowed(sheet);
      const indexes = readListArg(rows, 'rows').map((row) =>
        isHostObject(row, 'TableRow') ? row.index : readIntegerArg(row, 'rows', 0),
      );
      for (const index of [...new Set(indexes)].sort((a, b) => b - a)) {
        unwrap(context, deleteTableRows(context.workbook, sheet, table, index));
      }
    }),
    deleteRowsAt: defineMethod((self, [index, count], context) => {
      const { sheet, table } = requireTable(context, self);
      ensureAllowed(sheet);
      const first = readIntegerArg(index, 'index', 0);
      unwrap(
        context,
        deleteTableRows(
          context.workbook,
          sheet,
          table,
          first,
          readOptionalIntegerArg(count, 'count', 1) ?? 1,
        ),
      );
    }),
    getCount: defineGetCount(listRows),
    getItemAt: defineGetItemAt(listRows),
  },
});

function requireTableRow(self: Row, context: BatchContext): SheetTable & { area: CellRange } {
  const { sheet, table } = requireTable(context, self);
  if (self.index >= getTableRowCount(sheet, table))
    throw createItemNotFoundError('The row is no longer in the table.');
  const body = getTableBodyRange(table);
  return { sheet, table, area: { ...body, top: body.top + self.index, bottom: body.top + self.index } };
}

export const tableRowClass = defineClass<'TableRow'>({
  name: 'TableRow',
  identify: (self) => ({ _Index: self.index }),
  ensure: (self, context) => void requireTableRow(self, context),
  members: {
    index: defineProperty((self) => self.index),
    values: defineProperty(
      (self, context) => {
        ensureCalculated(context);
        const { sheet, area } = requireTableRow(self, context);
        return readCells(sheet, area, ({ value }) => toPlainValue(value));
      },
      (self, value, context) => {
        const { sheet, area } = requireTableRow(self, context);
        writeCells(context, sheet, area, value, 'values');
      },
    ),
    delete: defineMethod((self, _args, context) => {
      const { sheet, table } = requireTableRow(self, context);
      ensureAllowed(sheet);
      unwrap(context, deleteTableRows(context.workbook, sheet, table, self.index));
    }),
    getRange: defineObjectMethod((self, _args, context) => {
      const { sheet, area } = requireTableRow(self, context);
      return createRangeObject(context, sheet.id, area);
    }),
  },
});
