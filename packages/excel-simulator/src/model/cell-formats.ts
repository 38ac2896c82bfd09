import { isEntireColumns, isEntireRows } from './shift-ranges';
import type { CellFormat, CellRange, SheetModel } from './types';
import { getCell, setCell } from './workbook';

/** A change of a format: absent members stay; null removes a part (no fill, no border). */
export type FormatPatch = {
  [Part in keyof CellFormat]?: CellFormat[Part] extends object | undefined
    ? { [Key in keyof NonNullable<CellFormat[Part]>]?: NonNullable<CellFormat[Part]>[Key] | null } | null
    : CellFormat[Part] | null;
};

type PlainObject = Record<string, unknown>;
const isPlainObject = (value: unknown): value is PlainObject => typeof value === 'object' && value !== null;

function mergeObjects(base: PlainObject, patch: PlainObject, depth: number): PlainObject {
  const merged: PlainObject = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    // Two levels: parts (font, fill, borders) and their members; a border itself is one value.
    if (isPlainObject(value) && depth < 2) {
      const part = mergeObjects(isPlainObject(base[key]) ? base[key] : {}, value, depth + 1);
      if (Object.keys(part).length > 0) merged[key] = Object.freeze(part);
      else delete merged[key];
    } else if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}

/** Formats by their content: what is set in different ways is one object all the same. */
const SHARED_FORMATS = new Map<string, CellFormat>();
const MAX_SHARED_FORMATS = 10_000;

function shareFormat(format: PlainObject): CellFormat {
  const key = JSON.stringify(format);
  const known = SHARED_FORMATS.get(key);
  if (known) return known;
  if (SHARED_FORMATS.size >= MAX_SHARED_FORMATS) SHARED_FORMATS.clear();
  const shared = Object.freeze(format) as CellFormat;
  SHARED_FORMATS.set(key, shared);
  return shared;
}

/** Returns the format with the patch applied, frozen and shared; undefined when nothing is set. */
export function mergeFormat(base: CellFormat | undefined, patch: FormatPatch): CellFormat | undefined {
  const merged = mergeObjects((base ?? {}) as PlainObject, patch as PlainObject, 1);
  return Object.keys(merged).length > 0 ? shareFormat(merged) : undefined;
}

/** Returns the format of a cell: its own, else its row's, else its column's. */
export function getCellFormat(sheet: SheetModel, row: number, column: number): CellFormat {
  return (
    getCell(sheet, row, column).format ??
    sheet.rows.get(row)?.format ??
    sheet.columns.get(column)?.format ??
    NO_FORMAT
  );
}
const NO_FORMAT: CellFormat = Object.freeze({});

export function getNumberFormat(sheet: SheetModel, row: number, column: number): string {
  return getCellFormat(sheet, row, column).numberFormat ?? 'General';
}

/** Sets the format of a cell and preserves its content, which is not copied: formats are set for whole blocks at once. */
export function setCellFormat(
  sheet: SheetModel,
  row: number,
  column: number,
  format: CellFormat | undefined,
): void {
  const cell = sheet.cells.get(row)?.get(column);
  if (cell && format) cell.format = format;
  else if (cell) {
    const { format: _, ...content } = cell;
    setCell(sheet, row, column, content);
  } else if (format) setCell(sheet, row, column, { value: '', format });
}

/** Gives the result for each format once; neighbours mostly share theirs. */
function createPatcher(patch: FormatPatch): (base: CellFormat | undefined) => CellFormat | undefined {
  const results = new Map<CellFormat | undefined, CellFormat | undefined>();
  let lastBase: CellFormat | undefined;
  let lastResult: CellFormat | undefined;
  return (base) => {
    if (base === lastBase && results.size > 0) return lastResult;
    if (!results.has(base)) results.set(base, mergeFormat(base, patch));
    lastBase = base;
    lastResult = results.get(base);
    return lastResult;
  };
}

function patchCells(sheet: SheetModel, area: CellRange, patched: ReturnType<typeof createPatcher>): void {
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line = sheet.cells.get(row);
    const rowFormat = sheet.rows.get(row)?.format;
    for (let column = area.left; column <= area.right; column += 1) {
      const cell = line?.get(column);
      const format = patched(cell?.format ?? rowFormat ?? sheet.columns.get(column)?.format);
      if (format === cell?.format) continue;
      if (cell && format) cell.format = format;
      else setCellFormat(sheet, row, column, format);
    }
  }
}

/**
 * Applies a patch to every format of an area. Entire columns and rows store it in their properties, so that
 * the sheet does not fill with cells; cells with a format of their own are patched too. Cells that shared a
 * format before share one afterwards.
 */
export function patchFormats(sheet: SheetModel, area: CellRange, patch: FormatPatch): void {
  const patched = createPatcher(patch);
  const entireColumns = isEntireColumns(area);
  if (entireColumns || isEntireRows(area)) {
    const props = entireColumns ? sheet.columns : sheet.rows;
    const [first, last] = entireColumns ? [area.left, area.right] : [area.top, area.bottom];
    for (let index = first; index <= last; index += 1) {
      const current = props.get(index);
      props.set(index, { ...current, format: patched(current?.format) });
    }
    for (const [row, line] of sheet.cells) {
      if (row < area.top || row > area.bottom) continue;
      for (const [column, cell] of [...line]) {
        if (column < area.left || column > area.right) continue;
        const crossing = entireColumns ? sheet.rows.get(row)?.format : sheet.columns.get(column)?.format;
        if (cell.format ?? crossing) setCellFormat(sheet, row, column, patched(cell.format ?? crossing));
      }
    }
    return;
  }
  patchCells(sheet, area, patched);
}
