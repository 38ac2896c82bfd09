import { formatRangeAddress } from '@phuluc/ooxml/a1';
import type { CellsChange } from '../../school-workbook/cells-change';
import { getBoundingRange } from '../../school-workbook/plan-cells';
import type { RangeWithFonts } from '../../school-workbook/plan-legacy-conversion';
import type { RangeSnapshot } from '../../school-workbook/snapshot';
import { err, ok, type Result } from '../../shared/result';
import type { CellValue } from '../../sheets/cell-value';
import { findSheet, type Inventory } from './inventory';
import { MAX_SHEET_CELLS } from './max-sheet-cells';
import { queueFonts } from './queue-fonts';

/**
 * Reads the used range of the open sheet with the font of each cell. Takes two syncs, and those of fonts that differ
 * within a column (see `queueFonts`). Problems: no-table (the sheet is blank), too-many-rows.
 */
export async function readActiveCells(context: Excel.RequestContext): Promise<Result<RangeWithFonts>> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('cellCount,rowCount,columnCount');
  await context.sync();
  const place = { sheet: sheet.name };
  if (used.isNullObject) return err('no-table', place);
  if (used.cellCount > MAX_SHEET_CELLS) {
    const details = { cells: used.cellCount };
    return err('too-many-rows', place, details);
  }
  const readFonts = queueFonts(used, used);
  used.load('formulas,rowIndex,columnIndex');
  await context.sync();
  const getFont = await readFonts(context);
  const formulas = used.formulas as CellValue[][];
  return ok({
    sheet: sheet.name,
    top: used.rowIndex,
    left: used.columnIndex,
    formulas,
    fonts: formulas.map((line, row) => line.map((_, column) => getFont(row, column))),
  });
}

/** Queues the contents of the cells of changes; missing sheets are left out. */
export function queueChangedCells(
  context: Excel.RequestContext,
  inventory: Inventory,
  changes: readonly CellsChange[],
): () => RangeSnapshot[] {
  const queued = changes
    .filter(({ cells }) => cells.length > 0)
    .flatMap((change) => {
      const area = getBoundingRange(change);
      const range = findSheet(context, inventory, change.sheet)?.getRange(formatRangeAddress(area));
      range?.load('formulas');
      return range ? [{ sheet: change.sheet, area, range }] : [];
    });
  return () =>
    queued.map(({ sheet, area, range }) => ({
      sheet,
      top: area.top,
      left: area.left,
      formulas: range.formulas as CellValue[][],
    }));
}
