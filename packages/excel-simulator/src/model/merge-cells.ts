import { areRangesIntersecting, containsRange } from '@phuluc/ooxml/a1';
import { forEachCell, writeCellContent } from './cells';
import { type EditResult, err, ok } from './edit-result';
import type { CellRange, SheetModel } from './types';
import { getCell } from './workbook';

const isSingleCell = (area: CellRange): boolean => area.top === area.bottom && area.left === area.right;

/**
 * Returns the merge that contains a cell.
 * @returns null where there is none.
 */
export function findMergeAt(sheet: SheetModel, row: number, column: number): CellRange | null {
  return (
    sheet.merges.find((merge) =>
      containsRange(merge, { top: row, bottom: row, left: column, right: column }),
    ) ?? null
  );
}

/** Finds the merges whose cells the area touches only partly; Excel rejects writing or merging there. */
function findPartialMerges(sheet: SheetModel, area: CellRange): CellRange[] {
  return sheet.merges.filter((merge) => areRangesIntersecting(merge, area) && !containsRange(area, merge));
}

function isCellEmpty(sheet: SheetModel, row: number, column: number): boolean {
  const { value, formula } = getCell(sheet, row, column);
  return value === '' && formula === undefined;
}

/** Keeps the first content by rows in the merged cell, as Excel does, and drops the rest. */
function keepFirstContent(sheet: SheetModel, area: CellRange): void {
  let first = isCellEmpty(sheet, area.top, area.left) ? null : { row: area.top, column: area.left };
  forEachCell(sheet, area, (cell, row, column) => {
    if (cell.value === '' && cell.formula === undefined) return;
    if (first) {
      if (row !== first.row || column !== first.column) writeCellContent(sheet, row, column, { value: '' });
      return;
    }
    first = { row: area.top, column: area.left };
    const content = { value: cell.value, formula: cell.formula };
    writeCellContent(sheet, row, column, { value: '' });
    writeCellContent(sheet, area.top, area.left, content);
  });
}

/**
 * Merges cells (Range.merge). Merges inside the area become part of it; a merge that reaches out of it, or
 * any cell of a table, is an error.
 * @param across merges each row of the area separately.
 */
export function mergeCells(sheet: SheetModel, area: CellRange, across = false): EditResult {
  if (findPartialMerges(sheet, area).length > 0) {
    return err('MergedRangeConflict', "We can't do that to a merged cell.");
  }
  if (sheet.tables.some((table) => areRangesIntersecting(table.area, area))) {
    return err('InvalidOperation', 'Cells of a table cannot be merged.');
  }
  const parts = across
    ? Array.from({ length: area.bottom - area.top + 1 }, (_, index) => ({
        ...area,
        top: area.top + index,
        bottom: area.top + index,
      }))
    : [area];
  sheet.merges = sheet.merges.filter((merge) => !containsRange(area, merge));
  for (const part of parts) {
    if (isSingleCell(part)) continue;
    keepFirstContent(sheet, part);
    sheet.merges.push(part);
  }
  return ok(undefined, { kind: 'merges', sheetId: sheet.id, area });
}

/**
 * Unmerges cells (Range.unmerge): splits every merge that the area touches; the content stays in the first
 * cell.
 */
export function unmergeCells(sheet: SheetModel, area: CellRange): EditResult {
  sheet.merges = sheet.merges.filter((merge) => !areRangesIntersecting(merge, area));
  return ok(undefined, { kind: 'merges', sheetId: sheet.id, area });
}
