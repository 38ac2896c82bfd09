import { writeCellContent } from '../../model/cells';
import { ok } from '../../model/edit-result';
import { copyFormula } from '../../model/formula-references';
import type { CellRange, SheetModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import { ensureCalculated, unwrap } from '../batch-context';
import { ensureWritable } from '../sheets/ensure-writable';
import type { BatchContext } from '../types';
import { formatDisplayedText } from './cell-values';

/**
 * Removes duplicates (Range.removeDuplicates): of rows that show the same text in the columns, without regard
 * to case, the first stays. The remaining rows close up; the rows below become blank. Only contents move.
 * @param columns counted from the range's left.
 */
export function removeDuplicates(
  context: BatchContext,
  sheet: SheetModel,
  area: CellRange,
  columns: readonly number[],
  includesHeader: boolean,
): { removed: number; uniqueRemaining: number } {
  ensureCalculated(context);
  ensureWritable(sheet, [area]);
  const top = area.top + (includesHeader ? 1 : 0);
  const seen = new Set<string>();
  let to = top;
  for (let row = top; row <= area.bottom; row += 1) {
    const shown = columns.map((column) =>
      formatDisplayedText(context.session, sheet, row, area.left + column),
    );
    const key = JSON.stringify(shown.map((text) => text.normalize('NFC').toLocaleLowerCase('vi')));
    if (seen.has(key)) continue;
    seen.add(key);
    if (to !== row) moveRow(sheet, area, row, to);
    to += 1;
  }
  for (let row = to; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      writeCellContent(sheet, row, column, { value: '' });
    }
  }
  unwrap(context, ok(undefined, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' }));
  return { removed: area.bottom - to + 1, uniqueRemaining: to - top };
}

function moveRow(sheet: SheetModel, area: CellRange, from: number, to: number): void {
  for (let column = area.left; column <= area.right; column += 1) {
    const { value, formula } = getCell(sheet, from, column);
    writeCellContent(sheet, to, column, {
      value,
      formula: formula === undefined ? undefined : copyFormula(formula, to - from, 0),
    });
  }
}
