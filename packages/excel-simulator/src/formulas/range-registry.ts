import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { addToList, getMaximum } from '../model/collections';
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
  readers: Set<number>;
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
    bottom: getMaximum(
      used.map((area) => area?.bottom ?? 0),
      0,
    ),
    right: getMaximum(
      used.map((area) => area?.right ?? 0),
      0,
    ),
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

/** Sheets by the order in which they were first met: ids are few, and the same in every workbook. */
const SHEET_NUMBERS = new Map<string, number>();

export function getSheetNumber(sheetId: string): number {
  let number = SHEET_NUMBERS.get(sheetId);
  if (number === undefined) SHEET_NUMBERS.set(sheetId, (number = SHEET_NUMBERS.size));
  return number;
}

/** The areas that formulas of a workbook read, each once. */
export class RangeRegistry {
  readonly entries: RangeEntry[] = [];
  readonly #byKey = new Map<string, RangeEntry>();
  readonly #placed = new Map<string, RangeIndex>();

  /** The entry of an area, made when it is new. */
  getEntry(sheetId: string, area: CellRange, use: RangeUse): RangeEntry {
    const key = `${getSheetNumber(sheetId)} ${area.top} ${area.left} ${area.bottom} ${area.right} ${use}`;
    let entry = this.#byKey.get(key);
    if (!entry) {
      entry = { id: this.entries.length, sheetId, area, use, readers: new Set() };
      this.entries.push(entry);
      this.#byKey.set(key, entry);
      let placed = this.#placed.get(sheetId);
      if (!placed) this.#placed.set(sheetId, (placed = new RangeIndex()));
      placed.add(entry);
    }
    return entry;
  }

  /** Visits the entries with the cell in their area. */
  visitContaining(sheetId: string, row: number, column: number, visit: (entry: RangeEntry) => void): void {
    this.#placed.get(sheetId)?.visitContaining(row, column, visit);
  }
}

/** Areas of a sheet, found by their cells: rows of a table by their rows, its columns by their columns. */
class RangeIndex {
  readonly #byRow = new Map<number, RangeEntry[]>();
  readonly #byColumn = new Map<number, RangeEntry[]>();
  readonly #large: RangeEntry[] = [];

  add(entry: RangeEntry): void {
    const { top, left, bottom, right } = entry.area;
    if (isShortRange(entry.area)) {
      for (let row = top; row <= bottom; row += 1) addToList(this.#byRow, row, entry);
    } else if (right - left < MAX_NARROW_COLUMNS) {
      for (let column = left; column <= right; column += 1) addToList(this.#byColumn, column, entry);
    } else this.#large.push(entry);
  }

  visitContaining(row: number, column: number, visit: (entry: RangeEntry) => void): void {
    for (const list of [this.#byRow.get(row), this.#byColumn.get(column), this.#large]) {
      for (const entry of list ?? NO_ENTRIES) {
        const { top, left, bottom, right } = entry.area;
        if (row >= top && row <= bottom && column >= left && column <= right) visit(entry);
      }
    }
  }
}

const NO_ENTRIES: readonly RangeEntry[] = [];
/** Areas of more rows are found by their columns, of more columns by looking at each. */
const MAX_SHORT_ROWS = 4;
const MAX_NARROW_COLUMNS = 100;

/** Returns true for a part of a table's row or a few: there may be one for each row. */
export const isShortRange = ({ top, bottom }: CellRange): boolean => bottom - top < MAX_SHORT_ROWS;
