import type { Cell, CellFormat, CellRange, CellValue, SheetModel } from './types';
import { getCell, setCell } from './workbook';

/** Returns the content of a cell without its format. */
export type CellData = { value: CellValue; formula?: string };

function createBlankCell(format: CellFormat | undefined): Cell {
  return format ? { value: '', format } : { value: '' };
}

/** Removes the cells that show parts of this cell's array. */
export function removeSpill(sheet: SheetModel, row: number, column: number): void {
  const spill = getCell(sheet, row, column).spill;
  if (!spill) return;
  for (let r = row; r < row + spill.rows; r += 1) {
    for (let c = column; c < column + spill.columns; c += 1) {
      const cell = getCell(sheet, r, c);
      if (cell.spilledFrom?.row === row && cell.spilledFrom.column === column) {
        setCell(sheet, r, c, createBlankCell(cell.format));
      }
    }
  }
}

/** Removes the spilled parts of every array; a full recalculation writes them again. */
export function removeAllSpills(sheet: SheetModel): void {
  for (const [row, line] of [...sheet.cells]) {
    for (const [column, cell] of [...line]) {
      if (cell.spilledFrom) setCell(sheet, row, column, createBlankCell(cell.format));
      else if (cell.spill) setCell(sheet, row, column, { ...cell, spill: undefined });
    }
  }
}

/** Writes the content of a cell and preserves its format. Any spill of the cell is dropped. */
export function writeCellContent(sheet: SheetModel, row: number, column: number, content: CellData): void {
  removeSpill(sheet, row, column);
  const { format } = getCell(sheet, row, column);
  const cell: Cell = { value: content.value };
  if (content.formula !== undefined) cell.formula = content.formula;
  if (format) cell.format = format;
  setCell(sheet, row, column, cell);
}

/** Visits the non-empty cells of an area; `visit` may change the sheet. */
export function forEachCell(
  sheet: SheetModel,
  area: CellRange,
  visit: (cell: Cell, row: number, column: number) => void,
): void {
  const rows = [...sheet.cells.keys()].filter((row) => row >= area.top && row <= area.bottom);
  for (const row of rows.sort((a, b) => a - b)) {
    const line = sheet.cells.get(row);
    if (!line) continue;
    const columns = [...line.keys()].filter((column) => column >= area.left && column <= area.right);
    for (const column of columns.sort((a, b) => a - b)) {
      const cell = line.get(column);
      if (cell) visit(cell, row, column);
    }
  }
}

/** Returns true if a cell of the area has a value or formula (a format alone is blank). */
export function hasContent(sheet: SheetModel, area: CellRange): boolean {
  for (const [row, line] of sheet.cells) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of line) {
      if (column < area.left || column > area.right) continue;
      if (cell.value !== '' || cell.formula !== undefined) return true;
    }
  }
  return false;
}

/** Clears what Range.clear is asked to clear; rows, columns, merges and tables stay. */
export function clearRange(
  sheet: SheetModel,
  area: CellRange,
  applyTo: 'All' | 'Contents' | 'Formats',
): void {
  forEachCell(sheet, area, (cell, row, column) => {
    if (applyTo !== 'Formats') removeSpill(sheet, row, column);
    const { format, ...content } = cell;
    setCell(
      sheet,
      row,
      column,
      applyTo === 'Formats' ? content : applyTo === 'All' ? { value: '' } : createBlankCell(format),
    );
  });
}
