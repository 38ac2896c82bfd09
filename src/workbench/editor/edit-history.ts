import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import type { Cell, CellRange, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { getCell, setCell } from '@phuluc/excel-simulator/model/workbook';

/** Either the cells that an edit touched, or, where the sheet's shape changed, the whole workbook. */
type EditImage =
  | { kind: 'cells'; sheetId: string; cells: { row: number; column: number; cell: Cell }[] }
  | { kind: 'whole'; workbook: WorkbookModel };

type GridEdit = { before: EditImage; after: EditImage; selection: CellRange };

const MAX_EDITS = 100;

/** The person's own edits at the grid, as Ctrl+Z knows them. An add-in's write empties it, as Excel does. */
type EditHistory = { done: GridEdit[]; undone: GridEdit[] };
export const createEditHistory = (): EditHistory => ({ done: [], undone: [] });

export function captureCells(workbook: WorkbookModel, sheetId: string, area: CellRange): EditImage {
  const sheet = workbook.sheets.find(({ id }) => id === sheetId);
  const cells: { row: number; column: number; cell: Cell }[] = [];
  for (let row = area.top; sheet && row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      cells.push({ row, column, cell: { ...getCell(sheet, row, column) } });
    }
  }
  return { kind: 'cells', sheetId, cells };
}

export function captureWorkbook(workbook: WorkbookModel): EditImage {
  return {
    kind: 'whole',
    workbook: cloneWorkbook(workbook),
  };
}

export function restoreImage(workbook: WorkbookModel, image: EditImage): void {
  if (image.kind === 'whole') {
    // The session holds on to the workbook object itself: its members are replaced, not the object.
    Object.assign(workbook, cloneWorkbook(image.workbook));
    return;
  }
  const sheet = workbook.sheets.find(({ id }) => id === image.sheetId);
  if (sheet) for (const { row, column, cell } of image.cells) setCell(sheet, row, column, { ...cell });
}

export function recordEdit(history: EditHistory, step: GridEdit): void {
  history.done = [...history.done.slice(-MAX_EDITS + 1), step];
  history.undone = [];
}
