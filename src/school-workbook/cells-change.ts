import type { CellContent } from '../sheets/sheet-spec';

/** What a cell holds and in which font. */
export type CellState = { content: CellContent; font: string };

/** 0-based on its sheet. */
export type CellChange = { row: number; column: number; before: CellState; after: CellState };

/** Single cells of any sheet, with what they held: a cell that holds something else by now is left alone. */
export type CellsChange = { kind: 'cells'; sheet: string; cells: CellChange[] };

/** Returns the change that leads back. */
export function invertCellsChange({ kind, sheet, cells }: CellsChange): CellsChange {
  return {
    kind,
    sheet,
    cells: cells.map((cell) => ({ ...cell, before: cell.after, after: cell.before })),
  };
}
