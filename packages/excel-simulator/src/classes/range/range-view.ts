import { formatRange } from '@phuluc/ooxml/a1';
import { getNumberFormat } from '../../model/cell-formats';
import { isRowHidden } from '../../model/geometry';
import type { Cell, CellRange, SheetModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import {
  createRangeObject,
  ensureCalculated,
  getCellRange,
  requireSheet,
} from '../../protocol/batch-context';
import {
  ensureReadable,
  formatDisplayedText,
  getFormulaOrValue,
  getValueType,
  toPlainValue,
} from '../../protocol/cells/cell-values';
import {
  defineClass,
  defineGetCount,
  defineGetItemAt,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import type { BatchContext, Member } from '../../protocol/types';
import type { Json } from '../../protocol/wire';

type Self = ObjectOf<'RangeView'>;

/** Lists the rows and columns of the view that are not hidden; one row for the view of a row. */
function getVisibleLines(
  self: Self,
  context: BatchContext,
): { sheet: SheetModel; rows: number[]; columns: number[] } {
  const sheet = requireSheet(context, self.cells.sheetId);
  const area: CellRange = getCellRange(self.cells);
  ensureReadable(area);
  const shown = (first: number, last: number, isHidden: (index: number) => boolean): number[] => {
    const list: number[] = [];
    for (let index = first; index <= last; index += 1) if (!isHidden(index)) list.push(index);
    return list;
  };
  const rows = shown(area.top, area.bottom, (row) => isRowHidden(sheet, row));
  return {
    sheet,
    rows: self.row === null ? rows : rows.slice(self.row, self.row + 1),
    columns: shown(area.left, area.right, (column) => sheet.columns.get(column)?.hidden === true),
  };
}

function defineCellsProperty(
  read: (cell: Readonly<Cell>, row: number, column: number, sheet: SheetModel, context: BatchContext) => Json,
): Member<'RangeView'> {
  return defineProperty((self, context) => {
    ensureCalculated(context);
    const { sheet, rows, columns } = getVisibleLines(self, context);
    return rows.map((row) =>
      columns.map((column) => read(getCell(sheet, row, column), row, column, sheet, context)),
    );
  });
}

const readFormula: Parameters<typeof defineCellsProperty>[0] = (cell, row, column, sheet, context) =>
  getFormulaOrValue(context, { sheet, row, column }, cell);

function listRowViews(self: ObjectOf<'RangeViewCollection'>, context: BatchContext): HostObject[] {
  const allRows: Self = { class: 'RangeView', cells: self.cells, row: null };
  return getVisibleLines(allRows, context).rows.map((_, row) => ({
    class: 'RangeView',
    cells: self.cells,
    row,
  }));
}

export const rangeViewCollectionClass = defineClass<'RangeViewCollection'>({
  name: 'RangeViewCollection',
  items: listRowViews,
  members: { getCount: defineGetCount(listRowViews), getItemAt: defineGetItemAt(listRowViews) },
});

/** Range.getVisibleView: the cells that no filter and no hidden row or column conceals. */
export const rangeViewClass = defineClass<'RangeView'>({
  name: 'RangeView',
  members: {
    values: defineCellsProperty(({ value }) => toPlainValue(value)),
    formulas: defineCellsProperty(readFormula),
    formulasLocal: defineCellsProperty(readFormula),
    text: defineCellsProperty((_cell, row, column, sheet, { session }) =>
      formatDisplayedText(session, sheet, row, column),
    ),
    valueTypes: defineCellsProperty(({ value }) => getValueType(value)),
    numberFormat: defineCellsProperty((_cell, row, column, sheet) => getNumberFormat(sheet, row, column)),
    cellAddresses: defineCellsProperty((_cell, row, column) =>
      formatRange({ top: row, bottom: row, left: column, right: column }),
    ),
    rowCount: defineProperty((self, context) => getVisibleLines(self, context).rows.length),
    columnCount: defineProperty((self, context) => getVisibleLines(self, context).columns.length),
    index: defineProperty((self) => self.row ?? 0),
    rows: defineNavigation((self) => ({ class: 'RangeViewCollection', cells: self.cells })),
    getRange: defineObjectMethod((self, _args, context) => {
      const area = getCellRange(self.cells);
      const [row] = self.row === null ? [] : getVisibleLines(self, context).rows;
      return createRangeObject(
        context,
        self.cells.sheetId,
        row === undefined ? area : { ...area, top: row, bottom: row },
      );
    }),
  },
});

export const removeDuplicatesResultClass = defineClass<'RemoveDuplicatesResult'>({
  name: 'RemoveDuplicatesResult',
  members: {
    removed: defineProperty((self) => self.removed),
    uniqueRemaining: defineProperty((self) => self.uniqueRemaining),
  },
});
