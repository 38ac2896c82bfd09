import type { Area, Cell, CellFormat, CellValue, SheetModel } from './types';
import { cellAt, putCell } from './workbook';

/** What a cell holds apart from its format. */
export type Content = { value: CellValue; formula?: string };

function withoutContent(format: CellFormat | undefined): Cell {
  return format ? { value: '', format } : { value: '' };
}

/** Takes away the cells that show parts of this cell's array. */
export function dropSpill(sheet: SheetModel, row: number, column: number): void {
  const spill = cellAt(sheet, row, column).spill;
  if (!spill) return;
  for (let r = row; r < row + spill.rows; r += 1) {
    for (let c = column; c < column + spill.columns; c += 1) {
      const cell = cellAt(sheet, r, c);
      if (cell.spilledFrom?.row === row && cell.spilledFrom.column === column) {
        putCell(sheet, r, c, withoutContent(cell.format));
      }
    }
  }
}

/** Takes away every array's spilled parts; a full recalculation puts them back where they then belong. */
export function dropAllSpills(sheet: SheetModel): void {
  for (const [row, line] of [...sheet.cells]) {
    for (const [column, cell] of [...line]) {
      if (cell.spilledFrom) putCell(sheet, row, column, withoutContent(cell.format));
      else if (cell.spill) putCell(sheet, row, column, { ...cell, spill: undefined });
    }
  }
}

/** Writes a cell's content and keeps its format. What the cell spilled, or was spilled, is forgotten. */
export function writeContent(sheet: SheetModel, row: number, column: number, content: Content): void {
  dropSpill(sheet, row, column);
  const { format } = cellAt(sheet, row, column);
  const cell: Cell = { value: content.value };
  if (content.formula !== undefined) cell.formula = content.formula;
  if (format) cell.format = format;
  putCell(sheet, row, column, cell);
}

/** Visits the cells of an area that hold something; `visit` may change the sheet. */
export function eachCell(
  sheet: SheetModel,
  area: Area,
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

/** Whether a cell of the area holds a value or formula (a format alone is blank). */
export function hasContent(sheet: SheetModel, area: Area): boolean {
  for (const [row, line] of sheet.cells) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of line) {
      if (column < area.left || column > area.right) continue;
      if (cell.value !== '' || cell.formula !== undefined) return true;
    }
  }
  return false;
}

/** As Range.clear: what is asked for goes; rows, columns, merges and tables stay. */
export function clearArea(sheet: SheetModel, area: Area, applyTo: 'All' | 'Contents' | 'Formats'): void {
  eachCell(sheet, area, (cell, row, column) => {
    if (applyTo !== 'Formats') dropSpill(sheet, row, column);
    const { format, ...content } = cell;
    putCell(
      sheet,
      row,
      column,
      applyTo === 'Formats' ? content : applyTo === 'All' ? { value: '' } : withoutContent(format),
    );
  });
}
