import { intersects, MAX_COLUMNS, MAX_ROWS } from '../model/address';
import type { Area, Cell, SheetModel, WorkbookModel } from '../model/types';
import { cellAt, usedArea } from '../model/workbook';
import { type ArrayValue, BLANK, type Scalar, arrayOf, fromCell } from './runtime-value';

/**
 * What formulas read in one piece. "values" is the plain content; "shown" and "unfiltered" are for SUBTOTAL:
 * with marks for hidden rows, or with filtered rows blanked out.
 */
export type AreaUse = 'values' | 'shown' | 'unfiltered';
export type AreaEntry = {
  id: number;
  sheetId: string;
  area: Area;
  use: AreaUse;
  /** Keys of the formulas that read it. */
  readers: Set<string>;
  /** Content as of the last calculation; dropped when a cell of it changes. */
  array?: ArrayValue;
};

export function isFormulaCell(cell: Readonly<Cell>): boolean {
  return cell.formula !== undefined || cell.spilledFrom !== undefined;
}

export function scalarAt(sheet: SheetModel, row: number, column: number): Scalar {
  const cell = cellAt(sheet, row, column);
  return fromCell(cell.value, isFormulaCell(cell));
}

/** Last used row and column of the workbook: as far as whole columns and rows are read. */
export type Extent = { bottom: number; right: number };
export function usedExtent(workbook: WorkbookModel): Extent {
  const used = workbook.sheets.map((sheet) => usedArea(sheet, true));
  return {
    bottom: Math.max(0, ...used.map((area) => area?.bottom ?? 0)),
    right: Math.max(0, ...used.map((area) => area?.right ?? 0)),
  };
}

function clamped(area: Area, extent: Extent): Area {
  return {
    ...area,
    bottom: area.bottom === MAX_ROWS - 1 ? Math.max(area.top, extent.bottom) : area.bottom,
    right: area.right === MAX_COLUMNS - 1 ? Math.max(area.left, extent.right) : area.right,
  };
}

function isSubtotal(formula: string | undefined): boolean {
  return formula !== undefined && /^=(SUBTOTAL|AGGREGATE)\(/i.test(formula);
}

/** Whether rows of the area are hidden by a filter (and not by hand). */
function isFiltered(sheet: SheetModel, row: number): boolean {
  const inside = ({ area }: { area: Area }): boolean => row >= area.top && row <= area.bottom;
  return (
    sheet.tables.some((table) => Object.keys(table.filters).length > 0 && inside(table)) ||
    (sheet.autoFilter !== undefined &&
      Object.keys(sheet.autoFilter.filters).length > 0 &&
      inside(sheet.autoFilter))
  );
}

function readRow(sheet: SheetModel, row: number, { left, right }: Area): Scalar[] {
  const line = sheet.cells.get(row);
  const values: Scalar[] = new Array<Scalar>(right - left + 1).fill(BLANK);
  if (!line) return values;
  for (let column = left; column <= right; column += 1) {
    const cell = line.get(column);
    if (cell) values[column - left] = fromCell(cell.value, isFormulaCell(cell));
  }
  return values;
}

/** Reads an area of the model as an array. */
export function readArea(sheet: SheetModel, whole: Area, use: AreaUse, extent: Extent): ArrayValue {
  const area = clamped(whole, extent);
  const rows: Scalar[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) rows.push(readRow(sheet, row, area));
  const array = arrayOf(rows);
  if (use === 'values') return array;
  array.subtotalMask = rows.map((cells, down) =>
    cells.map((_, right) => isSubtotal(cellAt(sheet, area.top + down, area.left + right).formula)),
  );
  const isHidden = (down: number): boolean => sheet.rows.get(area.top + down)?.hidden === true;
  if (use === 'shown') array.hiddenRowMask = rows.map((_, down) => isHidden(down));
  else {
    array.rows = rows.map((cells, down) =>
      isHidden(down) && isFiltered(sheet, area.top + down) ? cells.map(() => BLANK) : cells,
    );
  }
  return array;
}

/** The areas that formulas of a workbook read, each once. */
export class AreaRegistry {
  readonly entries: AreaEntry[] = [];
  readonly #byKey = new Map<string, AreaEntry>();

  /** The entry of an area, made when it is new. */
  entry(sheetId: string, area: Area, use: AreaUse): AreaEntry {
    const key = `${sheetId} ${area.top} ${area.left} ${area.bottom} ${area.right} ${use}`;
    let entry = this.#byKey.get(key);
    if (!entry) {
      entry = { id: this.entries.length, sheetId, area, use, readers: new Set() };
      this.entries.push(entry);
      this.#byKey.set(key, entry);
    }
    return entry;
  }

  /** Forgets the content of every area that touches changed cells. */
  forget(sheetId: string, area: Area): void {
    for (const entry of this.entries) {
      if (entry.array && entry.sheetId === sheetId && intersects(entry.area, area)) entry.array = undefined;
    }
  }
}
