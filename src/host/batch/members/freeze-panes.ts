import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Area } from '../../model/types';
import { rangeArg } from '../addresses';
import { integerArg } from '../arguments';
import { defineClass, method, object } from '../class-table';
import { type BatchContext, areaOf, makeRange, sheetOf } from '../context';
import { itemNotFound } from '../host-error';
import type { ObjectOf } from '../objects';

type FreezePanes = ObjectOf<'WorksheetFreezePanes'>;

/** The frozen part as a range: whole rows, whole columns or the corner; null when nothing is frozen. */
function frozenArea(self: FreezePanes, context: BatchContext): Area | null {
  const { rows, columns } = sheetOf(context, self.sheetId).freeze;
  if (rows === 0 && columns === 0) return null;
  return {
    top: 0,
    left: 0,
    bottom: rows === 0 ? MAX_ROWS - 1 : rows - 1,
    right: columns === 0 ? MAX_COLUMNS - 1 : columns - 1,
  };
}

export const freezePanes = defineClass<'WorksheetFreezePanes'>({
  name: 'WorksheetFreezePanes',
  members: {
    freezeAt: method((self, [frozenRange], context) => {
      const { bottom, right } = areaOf(rangeArg(context, frozenRange, 'frozenRange', self.sheetId));
      sheetOf(context, self.sheetId).freeze = {
        rows: bottom === MAX_ROWS - 1 ? 0 : bottom + 1,
        columns: right === MAX_COLUMNS - 1 ? 0 : right + 1,
      };
    }),
    freezeRows: method((self, [count], context) => {
      const rows = integerArg(count ?? 0, 'count', 0, MAX_ROWS - 1);
      sheetOf(context, self.sheetId).freeze = { rows, columns: 0 };
    }),
    freezeColumns: method((self, [count], context) => {
      const columns = integerArg(count ?? 0, 'count', 0, MAX_COLUMNS - 1);
      sheetOf(context, self.sheetId).freeze = { rows: 0, columns };
    }),
    unfreeze: method((self, _args, context) => {
      sheetOf(context, self.sheetId).freeze = { rows: 0, columns: 0 };
    }),
    getLocation: object((self, _args, context) => {
      const area = frozenArea(self, context);
      if (!area) throw itemNotFound('Nothing is frozen on this sheet.');
      return makeRange(context, self.sheetId, area);
    }),
    getLocationOrNullObject: object((self, _args, context) => {
      const area = frozenArea(self, context);
      return area && makeRange(context, self.sheetId, area);
    }),
  },
});
