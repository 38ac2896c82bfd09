import { getNumberFormat } from '../../model/cell-formats';
import { getRangeBox, setRowHidden } from '../../model/geometry';
import { isEntireColumns, isEntireRows } from '../../model/shift-ranges';
import type { CellRange } from '../../model/types';
import { readBooleanArg } from '../../protocol/arguments';
import {
  ensureCalculated,
  formatFullAddress,
  getCellRange,
  getSheetAndRange,
  requireSheet,
} from '../../protocol/batch-context';
import { settleRowHeights } from '../../protocol/cells/autofit';
import {
  countCells,
  countColumns,
  countRows,
  formatDisplayedText,
  getFormulaOrValue,
  getR1C1FormulaOrValue,
  getValueType,
  readCells,
  toPlainValue,
} from '../../protocol/cells/cell-values';
import { writeCells, writeNumberFormats } from '../../protocol/cells/write-cells';
import { defineClass, defineNavigation, defineProperty } from '../../protocol/define-class';
import type { RangeObject } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import type { BatchContext } from '../../protocol/types';
import type { Json } from '../../protocol/wire';
import { rangeActions } from './range-actions';
import { rangeGetters } from './range-getters';

function readRangeCells(
  self: RangeObject,
  context: BatchContext,
  one: Parameters<typeof readCells>[2],
): Json {
  ensureCalculated(context);
  const { sheet, area } = getSheetAndRange(self, context);
  return readCells(sheet, area, one);
}

/** Returns the number of cells, or -1 beyond 2^31 - 1 (Excel.Range.cellCount). */
function getCellCount(area: CellRange): number {
  const count = countCells(area);
  return count > 2 ** 31 - 1 ? -1 : count;
}

/**
 * Returns whether the rows or columns are hidden.
 * @returns null where some are and some are not.
 */
function getHiddenState(
  props: ReadonlyMap<number, { hidden?: boolean }>,
  first: number,
  last: number,
  byDefault = false,
): boolean | null {
  let others = 0;
  for (const [index, { hidden = byDefault }] of props) {
    if (index >= first && index <= last && hidden !== byDefault) others += 1;
  }
  if (others === 0) return byDefault;
  return others === last - first + 1 ? !byDefault : null;
}

function hideRows(self: RangeObject, value: Json, context: BatchContext): void {
  const { sheet, area } = getSheetAndRange(self, context);
  ensureAllowed(sheet, 'allowFormatRows');
  const hidden = readBooleanArg(value, 'rowHidden');
  for (let row = area.top; row <= area.bottom; row += 1) setRowHidden(sheet, row, hidden);
}

function hideColumns(self: RangeObject, value: Json, context: BatchContext): void {
  const { sheet, area } = getSheetAndRange(self, context);
  ensureAllowed(sheet, 'allowFormatColumns');
  const hidden = readBooleanArg(value, 'columnHidden');
  for (let column = area.left; column <= area.right; column += 1) {
    const props = sheet.columns.get(column);
    if (hidden) sheet.columns.set(column, { ...props, hidden });
    else if (props?.hidden) sheet.columns.set(column, { ...props, hidden: undefined });
  }
}

function createBoxReader(key: 'left' | 'top' | 'width' | 'height') {
  return (self: RangeObject, context: BatchContext): number => {
    const { sheet, area } = getSheetAndRange(self, context);
    settleRowHeights(context);
    return getRangeBox(sheet, area)[key];
  };
}

function createCellWriter(name: 'values' | 'formulas' | 'formulasR1C1') {
  return (self: RangeObject, value: Json, context: BatchContext): void => {
    const { sheet, area } = getSheetAndRange(self, context);
    writeCells(context, sheet, area, value, name);
  };
}

function readNumberFormats(self: RangeObject, context: BatchContext): Json {
  const { sheet, area } = getSheetAndRange(self, context);
  return readCells(sheet, area, (_cell, row, column) => getNumberFormat(sheet, row, column));
}

function writeRangeNumberFormats(self: RangeObject, value: Json, context: BatchContext): void {
  const { sheet, area } = getSheetAndRange(self, context);
  ensureAllowed(sheet, 'allowFormatCells');
  writeNumberFormats(context, sheet, area, value);
}

function readFormulas(self: RangeObject, context: BatchContext): Json {
  const sheet = requireSheet(context, self.sheetId);
  return readRangeCells(self, context, (cell, row, column) =>
    getFormulaOrValue(context, { sheet, row, column }, cell),
  );
}

export const rangeClass = defineClass<'Range'>({
  name: 'Range',
  members: {
    address: defineProperty((self, context) => {
      const { sheet, area } = getSheetAndRange(self, context);
      return formatFullAddress(sheet, area);
    }),
    addressLocal: defineProperty((self, context) => {
      const { sheet, area } = getSheetAndRange(self, context);
      return formatFullAddress(sheet, area);
    }),
    values: defineProperty(
      (self, context) => readRangeCells(self, context, ({ value }) => toPlainValue(value)),
      createCellWriter('values'),
    ),
    formulas: defineProperty(readFormulas, createCellWriter('formulas')),
    formulasLocal: defineProperty(readFormulas, createCellWriter('formulas')),
    formulasR1C1: defineProperty(
      (self, context) => readRangeCells(self, context, getR1C1FormulaOrValue),
      createCellWriter('formulasR1C1'),
    ),
    text: defineProperty((self, context) => {
      const sheet = requireSheet(context, self.sheetId);
      return readRangeCells(self, context, (_cell, row, column) =>
        formatDisplayedText(context.session, sheet, row, column),
      );
    }),
    valueTypes: defineProperty((self, context) =>
      readRangeCells(self, context, ({ value }) => getValueType(value)),
    ),
    numberFormat: defineProperty(readNumberFormats, writeRangeNumberFormats),
    numberFormatLocal: defineProperty(readNumberFormats, writeRangeNumberFormats),
    rowIndex: defineProperty((self) => getCellRange(self).top),
    columnIndex: defineProperty((self) => getCellRange(self).left),
    rowCount: defineProperty((self) => countRows(getCellRange(self))),
    columnCount: defineProperty((self) => countColumns(getCellRange(self))),
    cellCount: defineProperty((self) => getCellCount(getCellRange(self))),
    isEntireColumn: defineProperty((self) => isEntireColumns(getCellRange(self))),
    isEntireRow: defineProperty((self) => isEntireRows(getCellRange(self))),
    hasSpill: defineProperty((self, context) => {
      ensureCalculated(context);
      const { sheet, area } = getSheetAndRange(self, context);
      const states = new Set(
        (readCells(sheet, area, (cell) => Boolean(cell.spill ?? cell.spilledFrom)) ?? []).flat(),
      );
      return states.size === 1 ? [...states][0] === true : null;
    }),
    hidden: defineProperty((self, context) => {
      const { sheet, area } = getSheetAndRange(self, context);
      const rows = getHiddenState(sheet.rows, area.top, area.bottom, sheet.rowsHiddenByDefault);
      const columns = getHiddenState(sheet.columns, area.left, area.right);
      if (rows === true || columns === true) return true;
      return rows === false && columns === false ? false : null;
    }),
    rowHidden: defineProperty((self, context) => {
      const { sheet, area } = getSheetAndRange(self, context);
      return getHiddenState(sheet.rows, area.top, area.bottom, sheet.rowsHiddenByDefault);
    }, hideRows),
    columnHidden: defineProperty((self, context) => {
      const { sheet, area } = getSheetAndRange(self, context);
      return getHiddenState(sheet.columns, area.left, area.right);
    }, hideColumns),
    left: defineProperty(createBoxReader('left')),
    top: defineProperty(createBoxReader('top')),
    width: defineProperty(createBoxReader('width')),
    height: defineProperty(createBoxReader('height')),
    conditionalFormats: defineNavigation((self) => ({ class: 'ConditionalFormatCollection', cells: self })),
    dataValidation: defineNavigation((self) => ({ class: 'DataValidation', cells: self })),
    format: defineNavigation((self) => ({ class: 'RangeFormat', cells: self })),
    sort: defineNavigation((self) => ({ class: 'RangeSort', cells: self })),
    worksheet: defineNavigation((self) => ({ class: 'Worksheet', sheetId: self.sheetId })),
    ...rangeGetters,
    ...rangeActions,
  },
});
