import { type FormatPatch, getCellFormat, patchFormats } from '../../model/cell-formats';
import { ok } from '../../model/edit-result';
import type { CellFormat, CellRange, SheetModel } from '../../model/types';
import { getCellRanges, requireSheet, unwrap } from '../batch-context';
import type { Cells } from '../host-objects';
import { ensureAllowed } from '../sheets/ensure-writable';
import type { BatchContext } from '../types';
import type { Json } from '../wire';
import { isUnbounded } from './cell-values';

const NO_FORMAT: CellFormat = Object.freeze({});

/**
 * Collects the different formats in an area; for entire rows and columns those of their properties and
 * existing cells.
 */
function collectFormats(sheet: SheetModel, area: CellRange, into: Set<CellFormat>): void {
  if (!isUnbounded(area)) {
    let last: CellFormat | undefined;
    for (let row = area.top; row <= area.bottom; row += 1) {
      const line = sheet.cells.get(row);
      for (let column = area.left; column <= area.right; column += 1) {
        const format = line?.get(column)?.format ?? getCellFormat(sheet, row, column);
        // Neighbours mostly share theirs.
        if (format !== last) into.add(format);
        last = format;
      }
    }
    return;
  }
  const lines =
    area.right - area.left < area.bottom - area.top
      ? { props: sheet.columns, first: area.left, last: area.right }
      : { props: sheet.rows, first: area.top, last: area.bottom };
  let dressed = 0;
  for (const [index, { format }] of lines.props) {
    if (index < lines.first || index > lines.last || !format) continue;
    into.add(format);
    dressed += 1;
  }
  if (dressed <= lines.last - lines.first) into.add(NO_FORMAT);
  for (const [row, line] of sheet.cells) {
    if (row < area.top || row > area.bottom) continue;
    for (const column of line.keys()) {
      if (column >= area.left && column <= area.right) into.add(getCellFormat(sheet, row, column));
    }
  }
}

/** Collects the different formats in the areas. */
export function collectRangesFormats(
  context: BatchContext,
  cells: Cells,
  areas: readonly CellRange[],
): ReadonlySet<CellFormat> {
  const sheet = requireSheet(context, cells.sheetId);
  const formats = new Set<CellFormat>();
  for (const area of areas) collectFormats(sheet, area, formats);
  return formats;
}

/** Reads what all cells have in common; null where they differ, as the API shows mixed formats. */
export function readRangesFormat(
  context: BatchContext,
  cells: Cells,
  areas: readonly CellRange[],
  read: (format: CellFormat) => Json,
): Json {
  let first: Json | undefined;
  for (const format of collectRangesFormats(context, cells, areas)) {
    const value = read(format);
    if (first === undefined) first = value;
    else if (first !== value) return null;
  }
  return first ?? null;
}

/** Applies a patch to the formats of the areas. */
export function applyRangesFormat(
  context: BatchContext,
  cells: Cells,
  areas: readonly CellRange[],
  patch: FormatPatch,
): void {
  const sheet = requireSheet(context, cells.sheetId);
  ensureAllowed(sheet, 'allowFormatCells');
  for (const area of areas) {
    patchFormats(sheet, area, patch);
    unwrap(context, ok(undefined, { kind: 'formats', sheetId: sheet.id, area }));
  }
}

export function readCellsFormat(
  context: BatchContext,
  cells: Cells,
  read: (format: CellFormat) => Json,
): Json {
  return readRangesFormat(context, cells, getCellRanges(cells), read);
}

export function applyCellsFormat(context: BatchContext, cells: Cells, patch: FormatPatch): void {
  applyRangesFormat(context, cells, getCellRanges(cells), patch);
}
