import { numberFormatAt } from '../../model/formats';
import { areaBox } from '../../model/geometry';
import { isWholeColumns, isWholeRows } from '../../model/shift';
import type { Area, SheetModel } from '../../model/types';
import { booleanArg } from '../arguments';
import {
  cellsIn,
  columnsIn,
  formulaOrValue,
  formulaR1C1OrValue,
  plainValue,
  readCells,
  rowsIn,
  shownText,
  valueType,
} from '../cell-values';
import { defineClass, navigation, property } from '../class-table';
import { type BatchContext, areaOf, ensureCalculated, fullAddress, sheetOf } from '../context';
import type { RangeObject } from '../objects';
import { ensureAllowed } from '../protection';
import { writeCells, writeNumberFormats } from '../write-cells';
import type { Json } from '../wire';
import { rangeActions } from './range-actions';
import { rangeGetters } from './range-getters';

function own(self: RangeObject, context: BatchContext): { sheet: SheetModel; area: Area } {
  return {
    sheet: sheetOf(context, self.sheetId),
    area: areaOf(self),
  };
}

function read(self: RangeObject, context: BatchContext, one: Parameters<typeof readCells>[2]): Json {
  ensureCalculated(context);
  const { sheet, area } = own(self, context);
  return readCells(sheet, area, one);
}

/** A number beyond 2^31 - 1 is given as -1 (Excel.Range.cellCount). */
function countedCells(area: Area): number {
  const count = cellsIn(area);
  return count > 2 ** 31 - 1 ? -1 : count;
}

/** Whether all, none (or some: null) of the rows or columns are hidden. */
function hiddenState(
  props: ReadonlyMap<number, { hidden?: boolean }>,
  first: number,
  last: number,
): boolean | null {
  let hidden = 0;
  for (const [index, { hidden: isHidden }] of props) {
    if (index >= first && index <= last && isHidden) hidden += 1;
  }
  if (hidden === 0) return false;
  return hidden === last - first + 1 ? true : null;
}

function hideRows(self: RangeObject, value: Json, context: BatchContext): void {
  const { sheet, area } = own(self, context);
  ensureAllowed(sheet, 'allowFormatRows');
  const hidden = booleanArg(value, 'rowHidden');
  for (let row = area.top; row <= area.bottom; row += 1) {
    const props = sheet.rows.get(row);
    if (hidden) sheet.rows.set(row, { ...props, hidden });
    else if (props?.hidden) sheet.rows.set(row, { ...props, hidden: undefined });
  }
}

function hideColumns(self: RangeObject, value: Json, context: BatchContext): void {
  const { sheet, area } = own(self, context);
  ensureAllowed(sheet, 'allowFormatColumns');
  const hidden = booleanArg(value, 'columnHidden');
  for (let column = area.left; column <= area.right; column += 1) {
    const props = sheet.columns.get(column);
    if (hidden) sheet.columns.set(column, { ...props, hidden });
    else if (props?.hidden) sheet.columns.set(column, { ...props, hidden: undefined });
  }
}

function box(key: 'left' | 'top' | 'width' | 'height') {
  return (self: RangeObject, context: BatchContext): number => {
    const { sheet, area } = own(self, context);
    return areaBox(sheet, area)[key];
  };
}

function write(name: 'values' | 'formulas' | 'formulasR1C1') {
  return (self: RangeObject, value: Json, context: BatchContext): void => {
    const { sheet, area } = own(self, context);
    writeCells(context, sheet, area, value, name);
  };
}

function readFormats(self: RangeObject, context: BatchContext): Json {
  const { sheet, area } = own(self, context);
  return readCells(sheet, area, (_cell, row, column) => numberFormatAt(sheet, row, column));
}

function writeFormats(self: RangeObject, value: Json, context: BatchContext): void {
  const { sheet, area } = own(self, context);
  ensureAllowed(sheet, 'allowFormatCells');
  writeNumberFormats(context, sheet, area, value);
}

const formulas = (self: RangeObject, context: BatchContext): Json => read(self, context, formulaOrValue);

export const range = defineClass<'Range'>({
  name: 'Range',
  members: {
    address: property((self, context) => {
      const { sheet, area } = own(self, context);
      return fullAddress(sheet, area);
    }),
    addressLocal: property((self, context) => {
      const { sheet, area } = own(self, context);
      return fullAddress(sheet, area);
    }),
    values: property(
      (self, context) => read(self, context, ({ value }) => plainValue(value)),
      write('values'),
    ),
    formulas: property(formulas, write('formulas')),
    formulasLocal: property(formulas, write('formulas')),
    formulasR1C1: property((self, context) => read(self, context, formulaR1C1OrValue), write('formulasR1C1')),
    text: property((self, context) => {
      const sheet = sheetOf(context, self.sheetId);
      return read(self, context, (_cell, row, column) => shownText(context.session, sheet, row, column));
    }),
    valueTypes: property((self, context) => read(self, context, ({ value }) => valueType(value))),
    numberFormat: property(readFormats, writeFormats),
    numberFormatLocal: property(readFormats, writeFormats),
    rowIndex: property((self) => areaOf(self).top),
    columnIndex: property((self) => areaOf(self).left),
    rowCount: property((self) => rowsIn(areaOf(self))),
    columnCount: property((self) => columnsIn(areaOf(self))),
    cellCount: property((self) => countedCells(areaOf(self))),
    isEntireColumn: property((self) => isWholeColumns(areaOf(self))),
    isEntireRow: property((self) => isWholeRows(areaOf(self))),
    hasSpill: property((self, context) => {
      ensureCalculated(context);
      const { sheet, area } = own(self, context);
      const states = new Set(
        (readCells(sheet, area, (cell) => Boolean(cell.spill ?? cell.spilledFrom)) ?? []).flat(),
      );
      return states.size === 1 ? [...states][0] === true : null;
    }),
    hidden: property((self, context) => {
      const { sheet, area } = own(self, context);
      const rows = hiddenState(sheet.rows, area.top, area.bottom);
      const columns = hiddenState(sheet.columns, area.left, area.right);
      if (rows === true || columns === true) return true;
      return rows === false && columns === false ? false : null;
    }),
    rowHidden: property((self, context) => {
      const { sheet, area } = own(self, context);
      return hiddenState(sheet.rows, area.top, area.bottom);
    }, hideRows),
    columnHidden: property((self, context) => {
      const { sheet, area } = own(self, context);
      return hiddenState(sheet.columns, area.left, area.right);
    }, hideColumns),
    left: property(box('left')),
    top: property(box('top')),
    width: property(box('width')),
    height: property(box('height')),
    conditionalFormats: navigation((self) => ({ class: 'ConditionalFormatCollection', cells: self })),
    dataValidation: navigation((self) => ({ class: 'DataValidation', cells: self })),
    format: navigation((self) => ({ class: 'RangeFormat', cells: self })),
    sort: navigation((self) => ({ class: 'RangeSort', cells: self })),
    worksheet: navigation((self) => ({ class: 'Worksheet', sheetId: self.sheetId })),
    ...rangeGetters,
    ...rangeActions,
  },
});
