import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import type { CellRange } from '../../model/types';
import { readIntegerArg } from '../../protocol/arguments';
import { createRangeObject, getCellRange, requireSheet } from '../../protocol/batch-context';
import { readRangeArg } from '../../protocol/cells/resolve-address';
import { defineClass, defineFindPair, defineMethod } from '../../protocol/define-class';
import type { ObjectOf } from '../../protocol/host-objects';
import type { BatchContext } from '../../protocol/types';

type FreezePanes = ObjectOf<'WorksheetFreezePanes'>;

/**
 * Returns the frozen part: entire rows, entire columns or the corner.
 * @returns null where nothing is frozen.
 */
function getFrozenRange(self: FreezePanes, context: BatchContext): CellRange | null {
  const { rows, columns } = requireSheet(context, self.sheetId).freeze;
  if (rows === 0 && columns === 0) return null;
  return {
    top: 0,
    left: 0,
    bottom: rows === 0 ? MAX_SHEET_ROWS - 1 : rows - 1,
    right: columns === 0 ? MAX_SHEET_COLUMNS - 1 : columns - 1,
  };
}

export const freezePanesClass = defineClass<'WorksheetFreezePanes'>({
  name: 'WorksheetFreezePanes',
  members: {
    freezeAt: defineMethod((self, [frozenRange], context) => {
      const { bottom, right } = getCellRange(readRangeArg(context, frozenRange, 'frozenRange', self.sheetId));
      requireSheet(context, self.sheetId).freeze = {
        rows: bottom === MAX_SHEET_ROWS - 1 ? 0 : bottom + 1,
        columns: right === MAX_SHEET_COLUMNS - 1 ? 0 : right + 1,
      };
    }),
    freezeRows: defineMethod((self, [count], context) => {
      const rows = readIntegerArg(count ?? 0, 'count', 0, MAX_SHEET_ROWS - 1);
      requireSheet(context, self.sheetId).freeze = { rows, columns: 0 };
    }),
    freezeColumns: defineMethod((self, [count], context) => {
      const columns = readIntegerArg(count ?? 0, 'count', 0, MAX_SHEET_COLUMNS - 1);
      requireSheet(context, self.sheetId).freeze = { rows: 0, columns };
    }),
    unfreeze: defineMethod((self, _args, context) => {
      requireSheet(context, self.sheetId).freeze = { rows: 0, columns: 0 };
    }),
    ...defineFindPair<'WorksheetFreezePanes'>(
      'getLocation',
      (self, _args, context) => {
        const area = getFrozenRange(self, context);
        return area && createRangeObject(context, self.sheetId, area);
      },
      'Nothing is frozen on this sheet.',
    ),
  },
});
