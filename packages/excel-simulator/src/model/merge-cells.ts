import { areRangesIntersecting, containsRange } from '@phuluc/ooxml/a1';
import { forEachCell, writeCellContent } from './cells';
import { type EditResult, err, ok } from './edit-result';
import type { CellRange, SheetModel } from './types';
import { getCell } from './workbook';

const isSingleCell = (area: CellRange): boolean => area.top === area.bottom && area.left === area.right;

/** The merge a cell is in. */
export function findMergeAt(sheet: SheetModel, row: number, column: number): CellRange | null {
  return (
    sheet.merges.find((merge) =>
      containsRange(merge, { top: row, bottom: row, left: column, right: column }),
    ) ?? null
  );
}

/**
 * Merges whose cells the area touches only partly: writing or merging there is refused by Excel.
 */
export function findPartialMerges(sheet: SheetModel, area: CellRange): CellRange[] {
  return sheet.merges.filter((merge) => areRangesIntersecting(merge, area) && !containsRange(area, merge));
}

function isCellEmpty(sheet: SheetModel, row: number, column: number): boolean {
  const { value, formula } = getCell(sheet, row, column);
  return value === '' && formula === undefined;
}

/** The merged cell keeps the first content found by rows, as Excel does; the rest is lost. */
function keepFirstContent(sheet: SheetModel, area: CellRange): void {
  let kept = isCellEmpty(sheet, area.top, area.left) ? null : { row: area.top, column: area.left };
  forEachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '' && cell.formula === undefined) return;
    if (kept) {
      if (row !== kept.row || column !== kept.column) writeCellContent(sheet, row, column, { value: '' });
      return;
    }
    kept = { row: area.top, column: area.left };
    const content = { value: cell.value, formula: cell.formula };
    writeCellContent(sheet, row, column, { value: '' });
    writeCellContent(sheet, area.top, area.left, content);
  });
}

/**
 * Range.merge. Merges inside the area are taken up into it; one that reaches out of it is refused, as is any
 * cell of a table.
 * @param across merges each row of the area by itself.
 */
export function mergeCells(sheet: SheetModel, area: CellRange, across = false): EditResult {
  if (findPartialMerges(sheet, area).length > 0) {
    return err('MergedRangeConflict', "We can't do that to a merged cell.");
  }
  if (sheet.tables.some((table) => areRangesIntersecting(table.area, area))) {
    return err('InvalidOperation', 'Cells of a table cannot be merged.');
  }
  const pieces = across
    ? Array.from({ length: area.bottom - area.top + 1 }, (_, index) => ({
        ...area,
        top: area.top + index,
        bottom: area.top + index,
      }))
    : [area];
  sheet.merges = sheet.merges.filter((merge) => !containsRange(area, merge));
  for (const piece of pieces) {
    if (isSingleCell(piece)) continue;
    keepFirstContent(sheet, piece);
    sheet.merges.push(piece);
  }
  return ok(undefined, { kind: 'merges', sheetId: sheet.id, area });
}

/** Range.unmerge: every merge that the area touches comes apart; the content stays in the first cell. */
export function unmergeCells(sheet: SheetModel, area: CellRange): EditResult {
  sheet.merges = sheet.merges.filter((merge) => !areRangesIntersecting(merge, area));
  return ok(undefined, { kind: 'merges', sheetId: sheet.id, area });
}
