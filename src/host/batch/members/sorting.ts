import { sortArea } from '../../model/sort';
import { bodyArea } from '../../model/table-columns';
import { optionalBoolean, optionalChoice } from '../arguments';
import { toBoth } from '../change-events';
import { defineClass, method, property } from '../class-table';
import { type BatchContext, areaOf, ensureCalculated, settle, sheetOf } from '../context';
import { areaAddress } from '../../model/address';
import { EVENT } from '../events';
import { HostError } from '../host-error';
import type { Area, SheetModel } from '../../model/types';
import type { ObjectOf } from '../objects';
import { ensureWritable } from '../protection';
import { type TableSortState } from '../session';
import { readSortFields, readSortMethod } from '../sort-fields';
import { tableOfHandle } from '../tables-of';

function sorted(context: BatchContext, sheet: SheetModel, area: Area): void {
  const message = { address: areaAddress(area), source: 'Local', worksheetId: sheet.id };
  context.events.push(...toBoth(EVENT.worksheetRowSorted, sheet.id, message));
}

export const rangeSort = defineClass<'RangeSort'>({
  name: 'RangeSort',
  members: {
    apply: method((self, [fields, matchCase, hasHeaders, orientation, sortMethod], context) => {
      ensureCalculated(context);
      const sheet = sheetOf(context, self.cells.sheetId);
      const whole = areaOf(self.cells);
      const byColumns = optionalChoice(orientation, 'orientation', ['Rows', 'Columns']) === 'Columns';
      const first = optionalBoolean(hasHeaders, 'hasHeaders') ? 1 : 0;
      const area = byColumns ? { ...whole, left: whole.left + first } : { ...whole, top: whole.top + first };
      readSortMethod(sortMethod);
      ensureWritable(sheet, [whole]);
      settle(
        context,
        sortArea(sheet, area, readSortFields(fields), {
          matchCase: optionalBoolean(matchCase, 'matchCase') ?? false,
          byColumns,
        }),
      );
      if (!byColumns) sorted(context, sheet, area);
    }),
  },
});

function sortTable(self: ObjectOf<'TableSort'>, state: TableSortState, context: BatchContext): void {
  ensureCalculated(context);
  const { sheet, table } = tableOfHandle(context, self);
  ensureWritable(sheet, [table.area]);
  const area = bodyArea(table);
  settle(context, sortArea(sheet, area, state.keys, { matchCase: state.matchCase }));
  sorted(context, sheet, area);
}

function stateOf({ tableId }: ObjectOf<'TableSort'>, { session }: BatchContext): TableSortState | undefined {
  return session.tableSorts.get(tableId);
}

export const tableSort = defineClass<'TableSort'>({
  name: 'TableSort',
  members: {
    fields: property((self, context) =>
      (stateOf(self, context)?.keys ?? []).map(({ index, ascending }) => ({
        key: index,
        sortOn: 'Value',
        ascending,
      })),
    ),
    matchCase: property((self, context) => stateOf(self, context)?.matchCase ?? false),
    method: property((self, context) => stateOf(self, context)?.method ?? 'PinYin'),
    apply: method((self, [fields, matchCase, sortMethod], context) => {
      const state = {
        keys: readSortFields(fields),
        matchCase: optionalBoolean(matchCase, 'matchCase') ?? false,
        method: readSortMethod(sortMethod),
      };
      sortTable(self, state, context);
      context.session.tableSorts.set(self.tableId, state);
    }),
    clear: method((self, _args, { session }) => {
      session.tableSorts.delete(self.tableId);
    }),
    reapply: method((self, _args, context) => {
      const state = stateOf(self, context);
      if (!state) throw new HostError('InvalidOperation', 'The table has not been sorted.');
      sortTable(self, state, context);
    }),
  },
});
