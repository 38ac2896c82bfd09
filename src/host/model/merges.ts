import { contains, intersects } from './address';
import { eachCell, writeContent } from './cells';
import { type Outcome, done, refuse } from './outcome';
import type { Area, SheetModel } from './types';
import { cellAt } from './workbook';

const isOneCell = (area: Area): boolean => area.top === area.bottom && area.left === area.right;

/** The merge a cell is in. */
export function mergeAt(sheet: SheetModel, row: number, column: number): Area | null {
  return (
    sheet.merges.find((merge) => contains(merge, { top: row, bottom: row, left: column, right: column })) ??
    null
  );
}

/**
 * Merges whose cells the area touches only partly: writing or merging there is refused by Excel.
 */
export function tornMerges(sheet: SheetModel, area: Area): Area[] {
  return sheet.merges.filter((merge) => intersects(merge, area) && !contains(area, merge));
}

function isEmptyAt(sheet: SheetModel, row: number, column: number): boolean {
  const { value, formula } = cellAt(sheet, row, column);
  return value === '' && formula === undefined;
}

/** The merged cell keeps the first content found by rows, as Excel does; the rest is lost. */
function keepFirst(sheet: SheetModel, area: Area): void {
  let kept = isEmptyAt(sheet, area.top, area.left) ? null : { row: area.top, column: area.left };
  eachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '' && cell.formula === undefined) return;
    if (kept) {
      if (row !== kept.row || column !== kept.column) writeContent(sheet, row, column, { value: '' });
      return;
    }
    kept = { row: area.top, column: area.left };
    const content = { value: cell.value, formula: cell.formula };
    writeContent(sheet, row, column, { value: '' });
    writeContent(sheet, area.top, area.left, content);
  });
}

/**
 * Range.merge. Merges inside the area are taken up into it; one that reaches out of it is refused, as is any
 * cell of a table.
 * @param across merges each row of the area by itself.
 */
export function mergeCells(sheet: SheetModel, area: Area, across = false): Outcome {
  if (tornMerges(sheet, area).length > 0) {
    return refuse('MergedRangeConflict', "We can't do that to a merged cell.");
  }
  if (sheet.tables.some((table) => intersects(table.area, area))) {
    return refuse('InvalidOperation', 'Cells of a table cannot be merged.');
  }
  const pieces = across
    ? Array.from({ length: area.bottom - area.top + 1 }, (_, index) => ({
        ...area,
        top: area.top + index,
        bottom: area.top + index,
      }))
    : [area];
  sheet.merges = sheet.merges.filter((merge) => !contains(area, merge));
  for (const piece of pieces) {
    if (isOneCell(piece)) continue;
    keepFirst(sheet, piece);
    sheet.merges.push(piece);
  }
  return done(undefined, { kind: 'merges', sheetId: sheet.id, area });
}

/** Range.unmerge: every merge that the area touches comes apart; the content stays in the first cell. */
export function unmergeCells(sheet: SheetModel, area: Area): Outcome {
  sheet.merges = sheet.merges.filter((merge) => !intersects(merge, area));
  return done(undefined, { kind: 'merges', sheetId: sheet.id, area });
}
