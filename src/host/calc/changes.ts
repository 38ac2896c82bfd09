import type { CellValue, SheetModel, WorkbookModel } from '../model/types';
import type { ChangedCell } from './dependencies';

/** What a cell held at the last calculation. */
type Seen = { value: CellValue; formula: string | undefined; isSpilled: boolean };
type SeenRow = { cells: Map<number, Seen> };

const sameValue = (a: CellValue, b: CellValue): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a.error === b.error);

export type CellChange = ChangedCell & { formula: string | undefined };

/**
 * Finds the cells whose content differs from that of the last look. It looks at every cell, which for 45,000
 * takes a few milliseconds, and so needs no one to say what changed.
 */
export class ChangeFinder {
  #sheets = new Map<string, Map<number, SeenRow>>();

  /** Cells that changed since the last call; remembers what it sees. */
  find(workbook: WorkbookModel): CellChange[] {
    const changes: CellChange[] = [];
    for (const sheet of workbook.sheets) this.#findIn(sheet, changes);
    const present = new Set(workbook.sheets.map((sheet) => sheet.id));
    for (const sheetId of this.#sheets.keys()) if (!present.has(sheetId)) this.#sheets.delete(sheetId);
    return changes;
  }

  /** Takes what a calculation wrote as known. */
  note(sheet: SheetModel, row: number, column: number): void {
    const cell = sheet.cells.get(row)?.get(column);
    const line = this.#line(this.#rows(sheet.id), row);
    if (!cell || (cell.value === '' && cell.formula === undefined)) line.cells.delete(column);
    else
      line.cells.set(column, {
        value: cell.value,
        formula: cell.formula,
        isSpilled: cell.spilledFrom !== undefined,
      });
  }

  #rows(sheetId: string): Map<number, SeenRow> {
    let rows = this.#sheets.get(sheetId);
    if (!rows) this.#sheets.set(sheetId, (rows = new Map()));
    return rows;
  }

  #line(rows: Map<number, SeenRow>, row: number): SeenRow {
    let line = rows.get(row);
    if (!line) rows.set(row, (line = { cells: new Map() }));
    return line;
  }

  #findIn(sheet: SheetModel, changes: CellChange[]): void {
    const rows = this.#rows(sheet.id);
    const sheetId = sheet.id;
    for (const [row, line] of sheet.cells) {
      const seenLine = this.#line(rows, row);
      let count = 0;
      for (const [column, { value, formula, spilledFrom }] of line) {
        if (value === '' && formula === undefined) continue;
        count += 1;
        const seen = seenLine.cells.get(column);
        const isSpilled = spilledFrom !== undefined;
        if (
          seen &&
          seen.formula === formula &&
          seen.isSpilled === isSpilled &&
          sameValue(seen.value, value)
        ) {
          continue;
        }
        changes.push({ sheetId, row, column, formula });
        seenLine.cells.set(column, { value, formula, isSpilled });
      }
      if (count !== seenLine.cells.size) this.#findGone(sheet, row, seenLine, changes);
    }
    for (const [row, seenLine] of rows) {
      if (!sheet.cells.has(row)) this.#findGone(sheet, row, seenLine, changes);
      if (seenLine.cells.size === 0) rows.delete(row);
    }
  }

  #findGone(sheet: SheetModel, row: number, seenLine: SeenRow, changes: CellChange[]): void {
    const line = sheet.cells.get(row);
    for (const column of [...seenLine.cells.keys()]) {
      const cell = line?.get(column);
      if (cell && (cell.value !== '' || cell.formula !== undefined)) continue;
      seenLine.cells.delete(column);
      changes.push({ sheetId: sheet.id, row, column, formula: undefined });
    }
  }
}
