import { formatRange } from '@phuluc/ooxml/a1';
import { appendAll } from '../../model/collections';
import { sortRange } from '../../model/sort-range';
import { getTableBodyRange } from '../../model/tables/table-columns';
import type { CellRange, SheetModel } from '../../model/types';
import { readOptionalBooleanArg, readOptionalChoiceArg } from '../../protocol/arguments';
import { ensureCalculated, getCellRange, requireSheet, unwrap } from '../../protocol/batch-context';
import { createEventPair } from '../../protocol/change-events';
import { defineClass, defineMethod, defineProperty } from '../../protocol/define-class';
import { EVENT_TYPES } from '../../protocol/events';
import { HostError } from '../../protocol/host-error';
import type { ObjectOf } from '../../protocol/host-objects';
import { ensureWritable } from '../../protocol/sheets/ensure-writable';
import { requireTable } from '../../protocol/sheets/require-table';
import type { BatchContext, TableSortState } from '../../protocol/types';
import { readSortFields, readSortMethod } from './read-sort-fields';

function emitRowSorted(context: BatchContext, sheet: SheetModel, area: CellRange): void {
  const message = { address: formatRange(area), source: 'Local', worksheetId: sheet.id };
  appendAll(context.events, createEventPair(EVENT_TYPES.worksheetRowSorted, sheet.id, message));
}

export const rangeSortClass = defineClass<'RangeSort'>({
  name: 'RangeSort',
  members: {
    apply: defineMethod((self, [fields, matchCase, hasHeaders, orientation, sortMethod], context) => {
      ensureCalculated(context);
      const sheet = requireSheet(context, self.cells.sheetId);
      const fullRange = getCellRange(self.cells);
      const byColumns = readOptionalChoiceArg(orientation, 'orientation', ['Rows', 'Columns']) === 'Columns';
      const first = readOptionalBooleanArg(hasHeaders, 'hasHeaders') ? 1 : 0;
      const area = byColumns
        ? { ...fullRange, left: fullRange.left + first }
        : { ...fullRange, top: fullRange.top + first };
      readSortMethod(sortMethod);
      ensureWritable(sheet, [fullRange]);
      unwrap(
        context,
        sortRange(sheet, area, readSortFields(fields), {
          matchCase: readOptionalBooleanArg(matchCase, 'matchCase') ?? false,
          byColumns,
        }),
      );
      if (!byColumns) emitRowSorted(context, sheet, area);
    }),
  },
});

function sortTable(self: ObjectOf<'TableSort'>, state: TableSortState, context: BatchContext): void {
  ensureCalculated(context);
  const { sheet, table } = requireTable(context, self);
  ensureWritable(sheet, [table.area]);
  const area = getTableBodyRange(table);
  unwrap(context, sortRange(sheet, area, state.keys, { matchCase: state.matchCase }));
  emitRowSorted(context, sheet, area);
}

function getSortState(
  { tableId }: ObjectOf<'TableSort'>,
  { session }: BatchContext,
): TableSortState | undefined {
  return session.tableSorts.get(tableId);
}

export const tableSortClass = defineClass<'TableSort'>({
  name: 'TableSort',
  members: {
    fields: defineProperty((self, context) =>
      (getSortState(self, context)?.keys ?? []).map(({ index, ascending }) => ({
        key: index,
        sortOn: 'Value',
        ascending,
      })),
    ),
    matchCase: defineProperty((self, context) => getSortState(self, context)?.matchCase ?? false),
    method: defineProperty((self, context) => getSortState(self, context)?.method ?? 'PinYin'),
    apply: defineMethod((self, [fields, matchCase, sortMethod], context) => {
      const state = {
        keys: readSortFields(fields),
        matchCase: readOptionalBooleanArg(matchCase, 'matchCase') ?? false,
        method: readSortMethod(sortMethod),
      };
      sortTable(self, state, context);
      context.session.tableSorts.set(self.tableId, state);
    }),
    clear: defineMethod((self, _args, { session }) => {
      session.tableSorts.delete(self.tableId);
    }),
    reapply: defineMethod((self, _args, context) => {
      const state = getSortState(self, context);
      if (!state) throw new HostError('InvalidOperation', 'The table has not been sorted.');
      sortTable(self, state, context);
    }),
  },
});
