import type { Cell, SheetModel } from '@phuluc/excel-simulator/model/types';
import { getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { toExcelSerial } from '../../../src/shared/dates';
import { APPLICABILITY_LABELS, STATUS_LABELS } from '../../../src/sheets/labels/school-labels';
import type { Answers } from './create-answers';

/** 0-based row of the headers of *Phụ lục*. */
export const HEADER_ROW = 5;

const isFilled = ({ value, formula }: Cell): boolean => value !== '' || formula !== undefined;

export function listBodyRows(sheet: SheetModel): number[] {
  return [...sheet.cells]
    .filter(([row, line]) => row > HEADER_ROW && [...line.values()].some(isFilled))
    .map(([row]) => row)
    .sort((a, b) => a - b);
}

export function findColumn(sheet: SheetModel, header: string): number {
  for (const [column, { value }] of sheet.cells.get(HEADER_ROW) ?? []) if (value === header) return column;
  throw new Error(`no column ${header}`);
}

/** Sets a value and leaves the look. */
export function setValue(sheet: SheetModel, row: number, column: number, value: Cell['value']): void {
  setCell(sheet, row, column, { ...getCell(sheet, row, column), value, formula: undefined });
}

export function getText(sheet: SheetModel, row: number, column: number): string {
  return String(getCell(sheet, row, column).value);
}

/** The row of a task, by its id. */
export function findTaskRow(sheet: SheetModel, task: string): number {
  const id = findColumn(sheet, 'Mã');
  const row = listBodyRows(sheet).find((one) => getText(sheet, one, id) === task);
  if (row === undefined) throw new Error(`no task ${task}`);
  return row;
}

/** Writes the school's answers as the drop-downs give them. */
export function fillAnswers(sheet: SheetModel, answers: Answers): void {
  const at = (header: string): number => findColumn(sheet, header);
  const columns = {
    mark: at('Áp dụng'),
    reason: at('Lý do không thực hiện'),
    due: at('Hạn chót'),
    state: at('Kết quả thực hiện'),
    doneOn: at('Ngày hoàn thành'),
    evidence: at('Minh chứng'),
    product: at('Sản phẩm'),
  };
  for (const [task, answer] of answers) {
    const row = findTaskRow(sheet, task);
    setValue(sheet, row, columns.mark, APPLICABILITY_LABELS[answer.applicability]);
    setValue(sheet, row, columns.reason, answer.reason);
    setValue(sheet, row, columns.due, answer.due === '' ? '' : toExcelSerial(answer.due));
    setValue(sheet, row, columns.state, answer.state === null ? '' : STATUS_LABELS[answer.state]);
    setValue(sheet, row, columns.doneOn, answer.doneOn === '' ? '' : toExcelSerial(answer.doneOn));
    setValue(sheet, row, columns.evidence, answer.evidence);
    setValue(sheet, row, columns.product, answer.product);
  }
}

/** Moves the cells of rows; `order` names the rows as they are to stand. */
export function reorderRows(sheet: SheetModel, order: readonly number[]): void {
  const rows = [...order].sort((a, b) => a - b);
  const lines = order.map((row) => sheet.cells.get(row)!);
  rows.forEach((row, index) => sheet.cells.set(row, lines[index]!));
}

/** Takes a row out of the table and moves those below up. */
export function deleteRow(sheet: SheetModel, removed: number): void {
  const rows = listBodyRows(sheet);
  const last = rows.at(-1)!;
  for (let row = removed; row < last; row += 1) sheet.cells.set(row, sheet.cells.get(row + 1)!);
  sheet.cells.delete(last);
  for (const table of sheet.tables) table.area = { ...table.area, bottom: table.area.bottom - 1 };
}

/** A new last row of the table, as a copy of another or blank. */
export function appendRow(sheet: SheetModel, copySheet: number | null): number {
  const row = listBodyRows(sheet).at(-1)! + 1;
  if (copySheet !== null) {
    sheet.cells.set(
      row,
      new Map([...sheet.cells.get(copySheet)!].map(([column, cell]) => [column, { ...cell }])),
    );
  }
  for (const table of sheet.tables) table.area = { ...table.area, bottom: row };
  return row;
}
