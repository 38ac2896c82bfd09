import { areaAddress } from '../../model/address';
import { numberFormatAt } from '../../model/formats';
import type { Area, Cell, SheetModel } from '../../model/types';
import { cellAt } from '../../model/workbook';
import { ensureReadable, formulaOrValue, plainValue, shownText, valueType } from '../cell-values';
import { type Member, countOf, defineClass, itemAt, navigation, object, property } from '../class-table';
import { type BatchContext, areaOf, ensureCalculated, makeRange, sheetOf } from '../context';
import type { HostObject, ObjectOf } from '../objects';
import type { Json } from '../wire';

type Self = ObjectOf<'RangeView'>;

/** The rows and columns of the view that are not hidden; one row for a row's view. */
function visible(
  self: Self,
  context: BatchContext,
): { sheet: SheetModel; rows: number[]; columns: number[] } {
  const sheet = sheetOf(context, self.cells.sheetId);
  const area: Area = areaOf(self.cells);
  ensureReadable(area);
  const shown = (first: number, last: number, props: ReadonlyMap<number, { hidden?: boolean }>): number[] => {
    const list: number[] = [];
    for (let index = first; index <= last; index += 1) if (!props.get(index)?.hidden) list.push(index);
    return list;
  };
  const rows = shown(area.top, area.bottom, sheet.rows);
  return {
    sheet,
    rows: self.row === null ? rows : rows.slice(self.row, self.row + 1),
    columns: shown(area.left, area.right, sheet.columns),
  };
}

function cells(
  read: (cell: Readonly<Cell>, row: number, column: number, sheet: SheetModel, context: BatchContext) => Json,
): Member<'RangeView'> {
  return property((self, context) => {
    ensureCalculated(context);
    const { sheet, rows, columns } = visible(self, context);
    return rows.map((row) =>
      columns.map((column) => read(cellAt(sheet, row, column), row, column, sheet, context)),
    );
  });
}

function items(self: ObjectOf<'RangeViewCollection'>, context: BatchContext): HostObject[] {
  const whole: Self = { class: 'RangeView', cells: self.cells, row: null };
  return visible(whole, context).rows.map((_, row) => ({ class: 'RangeView', cells: self.cells, row }));
}

export const rangeViewCollection = defineClass<'RangeViewCollection'>({
  name: 'RangeViewCollection',
  items,
  members: { getCount: countOf(items), getItemAt: itemAt(items) },
});

/** Range.getVisibleView: what a filter or a hidden column leaves to be seen. */
export const rangeView = defineClass<'RangeView'>({
  name: 'RangeView',
  members: {
    values: cells(({ value }) => plainValue(value)),
    formulas: cells(formulaOrValue),
    formulasLocal: cells(formulaOrValue),
    text: cells((_cell, row, column, sheet, { session }) => shownText(session, sheet, row, column)),
    valueTypes: cells(({ value }) => valueType(value)),
    numberFormat: cells((_cell, row, column, sheet) => numberFormatAt(sheet, row, column)),
    cellAddresses: cells((_cell, row, column) =>
      areaAddress({ top: row, bottom: row, left: column, right: column }),
    ),
    rowCount: property((self, context) => visible(self, context).rows.length),
    columnCount: property((self, context) => visible(self, context).columns.length),
    index: property((self) => self.row ?? 0),
    rows: navigation((self) => ({ class: 'RangeViewCollection', cells: self.cells })),
    getRange: object((self, _args, context) => {
      const area = areaOf(self.cells);
      const [row] = self.row === null ? [] : visible(self, context).rows;
      return makeRange(
        context,
        self.cells.sheetId,
        row === undefined ? area : { ...area, top: row, bottom: row },
      );
    }),
  },
});

export const removeDuplicatesResult = defineClass<'RemoveDuplicatesResult'>({
  name: 'RemoveDuplicatesResult',
  members: {
    removed: property((self) => self.removed),
    uniqueRemaining: property((self) => self.uniqueRemaining),
  },
});
