import { eachCell, writeContent } from './cells';
import { rewriteEveryFormula } from './every-formula';
import { setFormat } from './formats';
import { copyFormula, growFormula } from './formula-refs';
import type { Change } from './outcome';
import { bodyArea } from './table-columns';
import type { Area, SheetModel, TableModel, WorkbookModel } from './types';

export function resizedChange(sheet: SheetModel, table: TableModel): Change {
  return {
    kind: 'table',
    sheetId: sheet.id,
    tableId: table.id,
    type: 'resized',
  };
}

/**
 * A table grew at its end: what covered its old body from the first row to the last (references, validations,
 * conditional formats) covers the new one too, as in Excel.
 */
export function growWhatCovers(
  workbook: WorkbookModel,
  sheet: SheetModel,
  before: Area,
  bottom: number,
): void {
  const grown = (area: Area): Area =>
    area.bottom === before.bottom &&
    area.top <= before.top &&
    area.left >= before.left &&
    area.right <= before.right &&
    area.top >= before.top - 1
      ? { ...area, bottom }
      : area;
  for (const part of [...sheet.validations, ...sheet.conditionalFormats]) part.areas = part.areas.map(grown);
  rewriteEveryFormula(workbook, (formula, home) =>
    growFormula(formula, home.sheet?.name ?? null, sheet.name, grown),
  );
}

/** New body rows look like the row above them and carry the calculated columns. */
export function dressRows(sheet: SheetModel, table: TableModel, rows: Area): void {
  const body = bodyArea(table);
  const model = rows.top > body.top ? rows.top - 1 : rows.bottom + 1;
  if (model <= body.bottom) {
    eachCell(sheet, { ...rows, top: model, bottom: model }, ({ format }, _, column) => {
      for (let row = rows.top; row <= rows.bottom; row += 1) setFormat(sheet, row, column, format);
    });
  }
  table.columns.forEach(({ calculatedFormula }, index) => {
    if (calculatedFormula === undefined) return;
    for (let row = rows.top; row <= rows.bottom; row += 1) {
      const formula = copyFormula(calculatedFormula, row - body.top, 0);
      writeContent(sheet, row, table.area.left + index, { value: '', formula });
    }
  });
}
