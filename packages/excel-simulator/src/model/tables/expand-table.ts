import { setCellFormat } from '../cell-formats';
import { forEachCell, writeCellContent } from '../cells';
import type { ModelChange } from '../edit-result';
import { copyFormula, expandFormulaReferences } from '../formula-references';
import { rewriteAllFormulas } from '../rewrite-formulas';
import type { CellRange, SheetModel, TableModel, WorkbookModel } from '../types';
import { getTableBodyRange } from './table-columns';

export function createResizedChange(sheet: SheetModel, table: TableModel): ModelChange {
  return {
    kind: 'table',
    sheetId: sheet.id,
    tableId: table.id,
    type: 'resized',
  };
}

/**
 * Extends references, validations and conditional formats that cover a table's former body to its grown body,
 * as Excel does.
 */
export function expandCoveringRanges(
  workbook: WorkbookModel,
  sheet: SheetModel,
  before: CellRange,
  bottom: number,
): void {
  const grown = (area: CellRange): CellRange =>
    area.bottom === before.bottom &&
    area.top <= before.top &&
    area.left >= before.left &&
    area.right <= before.right &&
    area.top >= before.top - 1
      ? { ...area, bottom }
      : area;
  for (const part of [...sheet.validations, ...sheet.conditionalFormats]) part.areas = part.areas.map(grown);
  rewriteAllFormulas(workbook, (formula, home) =>
    expandFormulaReferences(formula, home.sheet?.name ?? null, sheet.name, grown),
  );
}

/** Gives new body rows the format of the row above them and the calculated columns. */
export function initializeTableRows(sheet: SheetModel, table: TableModel, rows: CellRange): void {
  const body = getTableBodyRange(table);
  const model = rows.top > body.top ? rows.top - 1 : rows.bottom + 1;
  if (model <= body.bottom) {
    forEachCell(sheet, { ...rows, top: model, bottom: model }, ({ format }, _, column) => {
      for (let row = rows.top; row <= rows.bottom; row += 1) setCellFormat(sheet, row, column, format);
    });
  }
  table.columns.forEach(({ calculatedFormula }, index) => {
    if (calculatedFormula === undefined) return;
    for (let row = rows.top; row <= rows.bottom; row += 1) {
      const formula = copyFormula(calculatedFormula, row - body.top, 0);
      writeCellContent(sheet, row, table.area.left + index, { value: '', formula });
    }
  });
}
