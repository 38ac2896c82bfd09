import { formatRangeAddress } from '@phuluc/ooxml/a1';
import type { CellsChange } from '../../school-workbook/cells-change';
import { getBoundingRange } from '../../school-workbook/plan-cells';
import type { RangeWithFonts } from '../../school-workbook/plan-legacy-conversion';
import type { CellValue, RangeSnapshot } from '../../school-workbook/snapshot';
import { err, ok, type Result } from '../../shared/result';
import { queueFonts } from './queue-fonts';

/** More filled cells than a sheet that people read has. */
const MAX_CELLS = 300_000;

/**
 * The used area of the open sheet with the font of each cell. Two syncs, and what fonts that differ within a column
 * cost (see `queueFonts`). Problems: no-table (the sheet is blank), too-many-rows.
 */
export async function readActiveCells(context: Excel.RequestContext): Promise<Result<RangeWithFonts>> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('cellCount,rowCount,columnCount');
  await context.sync();
  const place = { sheet: sheet.name };
  if (used.isNullObject) return err('no-table', place);
  if (used.cellCount > MAX_CELLS) {
    const details = { cells: used.cellCount };
    return err('too-many-rows', place, details);
  }
  const readFonts = queueFonts(used, used);
  used.load('formulas,rowIndex,columnIndex');
  await context.sync();
  const fontOf = await readFonts(context);
  const formulas = used.formulas as CellValue[][];
  return ok({
    sheet: sheet.name,
    top: used.rowIndex,
    left: used.columnIndex,
    formulas,
    fonts: formulas.map((line, row) => line.map((_, column) => fontOf(row, column))),
  });
}

/** Queues what the cells of changes hold now; sheets that are gone are left out. */
export function queueChangedCells(
  workbook: Excel.Workbook,
  changes: readonly CellsChange[],
): () => RangeSnapshot[] {
  const queued = changes
    .filter(({ cells }) => cells.length > 0)
    .map((change) => {
      const area = getBoundingRange(change);
      const range = workbook.worksheets.getItemOrNullObject(change.sheet).getRange(formatRangeAddress(area));
      range.load('formulas');
      return { sheet: change.sheet, area, range };
    });
  return () =>
    queued
      .filter(({ range }) => !range.isNullObject)
      .map(({ sheet, area, range }) => ({
        sheet,
        top: area.top,
        left: area.left,
        formulas: range.formulas as CellValue[][],
      }));
}
