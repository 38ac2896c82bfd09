import { areRangesIntersecting, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { isRowHidden } from '../model/geometry';
import type { Cell, CellRange, SheetModel, WorkbookModel } from '../model/types';
import { findUsedRange, getCell } from '../model/workbook';
import { type ArrayValue, BLANK_SCALAR, createArray, type Scalar, toScalar } from './runtime-value';

/**
 * What formulas read in one piece. "values" is the plain content; "shown" and "unfiltered" are for SUBTOTAL:
 * with marks for hidden rows, or with filtered rows blanked out.
 */
export type RangeUse = 'values' | 'shown' | 'unfiltered';
export type RangeEntry = {
  id: number;
  sheetId: string;
  area: CellRange;
  use: RangeUse;
  /** Keys of the formulas that read it. */
  readers: Set<string>;
  /** Content as of the last calculation; dropped when a cell of it changes. */
  array?: ArrayValue;
};

export function isFormulaCell(cell: Readonly<Cell>): boolean {
  return cell.formula !== undefined || cell.spilledFrom !== undefined;
}

/** Last used row and column of the workbook: as far as whole columns and rows are read. */
export type UsedExtent = { bottom: number; right: number };
export function getUsedExtent(workbook: WorkbookModel): UsedExtent {
  const used = workbook.sheets.map((sheet) => findUsedRange(sheet, true));
  return {
    bottom: Math.max(0, ...used.map((area) => area?.bottom ?? 0)),
    right: Math.max(0, ...used.map((area) => area?.right ?? 0)),
  };
}

function clampToExtent(area: CellRange, extent: UsedExtent): CellRange {
  return {
    ...area,
    bottom: area.bottom === MAX_SHEET_ROWS - 1 ? Math.max(area.top, extent.bottom) : area.bottom,
    right: area.right === MAX_SHEET_COLUMNS - 1 ? Math.max(area.left, extent.right) : area.right,
  };
}

/** A subtotal wherever it stands in a formula; texts and names of sheets in quotes are no functions. */
function isSubtotalFormula(formula: string | undefined): boolean {
  return (
    formula !== undefined &&
    /SUBTOTAL|AGGREGATE/i.test(formula) &&
    /(?<![\p{L}\p{N}_.])(?:SUBTOTAL|AGGREGATE)\(/iu.test(formula.replace(QUOTED, ''))
  );
}

const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** Whether rows of the area are hidden by a filter (and not by hand). */
function isInFilteredRange(sheet: SheetModel, row: number): boolean {
  const inside = ({ area }: { area: CellRange }): boolean => row >= area.top && row <= area.bottom;
  return (
    sheet.tables.some((table) => Object.keys(table.filters).length > 0 && inside(table)) ||
    (sheet.autoFilter !== undefined &&
      Object.keys(sheet.autoFilter.filters).length > 0 &&
      inside(sheet.autoFilter))
  );
}

function readRowValues(sheet: SheetModel, row: number, { left, right }: CellRange): Scalar[] {
  const line = sheet.cells.get(row);
  const values: Scalar[] = new Array<Scalar>(right - left + 1).fill(BLANK_SCALAR);
  if (!line) return values;
  for (let column = left; column <= right; column += 1) {
    const cell = line.get(column);
    if (cell) values[column - left] = toScalar(cell.value, isFormulaCell(cell));
  }
  return values;
}

/** Reads an area of the model as an array. */
export function readRangeValues(
  sheet: SheetModel,
  fullRange: CellRange,
  use: RangeUse,
  extent: UsedExtent,
): ArrayValue {
  const area = clampToExtent(fullRange, extent);
  const rows: Scalar[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) rows.push(readRowValues(sheet, row, area));
  const array = createArray(rows);
  if (use === 'values') return array;
  array.subtotalMask = rows.map((cells, down) =>
    cells.map((_, right) => isSubtotalFormula(getCell(sheet, area.top + down, area.left + right).formula)),
  );
  const isHidden = (down: number): boolean => isRowHidden(sheet, area.top + down);
  if (use === 'shown') array.hiddenRowMask = rows.map((_, down) => isHidden(down));
  else {
    array.rows = rows.map((cells, down) =>
      isHidden(down) && isInFilteredRange(sheet, area.top + down) ? cells.map(() => BLANK_SCALAR) : cells,
    );
  }
  return array;
}

/** The areas that formulas of a workbook read, each once. */
export class RangeRegistry {
  readonly entries: RangeEntry[] = [];
  readonly #byKey = new Map<string, RangeEntry>();

  /** The entry of an area, made when it is new. */
  getEntry(sheetId: string, area: CellRange, use: RangeUse): RangeEntry {
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
  invalidate(sheetId: string, area: CellRange): void {
    for (const entry of this.entries) {
      if (entry.array && entry.sheetId === sheetId && areRangesIntersecting(entry.area, area))
        entry.array = undefined;
    }
  }
}
