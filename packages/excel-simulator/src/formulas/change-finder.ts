import type { Cell, CellValue, SheetModel, WorkbookModel } from '../model/types';
import type { ChangedCell } from './dependencies';

/** The cells of a row at the last calculation: a cell whose content changes is replaced, not written to. */
type SeenRow = Map<number, Readonly<Cell>>;

/** A cell's part in an array. */
function getSpillRole({ spill, spilledFrom }: Readonly<Cell>): 'none' | 'anchor' | 'filled' {
  return spilledFrom ? 'filled' : spill ? 'anchor' : 'none';
}

function isEmptyCell(cell: Readonly<Cell> | undefined): boolean {
  return !cell || (cell.value === '' && cell.formula === undefined && !cell.spilledFrom);
}

function isSameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.error === b.error);
}

/** Returns true unless formulas see a difference: formats do not matter. */
function hasSameContent(a: Readonly<Cell>, b: Readonly<Cell>): boolean {
  return a.formula === b.formula && isSameValue(a.value, b.value) && getSpillRole(a) === getSpillRole(b);
}

export type CellChange = ChangedCell & { formula: string | undefined };

/**
 * Finds the cells whose content differs from that of the last look. It looks at every cell, which for 45,000
 * takes a few milliseconds, and so needs no one to say what changed.
 */
export class ChangeFinder {
  readonly #sheets = new Map<string, Map<number, SeenRow>>();

  /** The last look met cells that arrays of other cells fill. */
  hasFilledCells = false;

  /** Cells that changed since the last call; remembers what it sees. */
  find(workbook: WorkbookModel): CellChange[] {
    const changes: CellChange[] = [];
    this.hasFilledCells = false;
    for (const sheet of workbook.sheets) this.#findIn(sheet, changes);
    return changes;
  }

  /** Forgets a sheet that was deleted. */
  forget(sheetId: string): void {
    this.#sheets.delete(sheetId);
  }

  /** Takes what a calculation wrote as known. */
  remember(sheet: SheetModel, row: number, column: number): void {
    const cell = sheet.cells.get(row)?.get(column);
    const seen = this.#row(this.#rows(sheet.id), row);
    if (!cell || isEmptyCell(cell)) seen.delete(column);
    else seen.set(column, cell);
  }

  #rows(sheetId: string): Map<number, SeenRow> {
    let rows = this.#sheets.get(sheetId);
    if (!rows) this.#sheets.set(sheetId, (rows = new Map()));
    return rows;
  }

  #row(rows: Map<number, SeenRow>, row: number): SeenRow {
    let seen = rows.get(row);
    if (!seen) rows.set(row, (seen = new Map()));
    return seen;
  }

  #findIn(sheet: SheetModel, changes: CellChange[]): void {
    const rows = this.#rows(sheet.id);
    const sheetId = sheet.id;
    for (const [row, line] of sheet.cells) {
      const seenRow = this.#row(rows, row);
      let count = 0;
      for (const [column, cell] of line) {
        if (isEmptyCell(cell)) continue;
        count += 1;
        if (cell.spilledFrom) this.hasFilledCells = true;
        const seen = seenRow.get(column);
        if (seen === cell) continue;
        seenRow.set(column, cell);
        if (!seen || !hasSameContent(seen, cell))
          changes.push({ sheetId, row, column, formula: cell.formula });
      }
      if (count !== seenRow.size) this.#findGone(sheet, row, seenRow, changes);
    }
    for (const [row, seenRow] of rows) {
      if (!sheet.cells.has(row)) this.#findGone(sheet, row, seenRow, changes);
      if (seenRow.size === 0) rows.delete(row);
    }
  }

  #findGone(sheet: SheetModel, row: number, seenRow: SeenRow, changes: CellChange[]): void {
    const line = sheet.cells.get(row);
    for (const column of [...seenRow.keys()]) {
      if (!isEmptyCell(line?.get(column))) continue;
      seenRow.delete(column);
      changes.push({ sheetId: sheet.id, row, column, formula: undefined });
    }
  }
}
