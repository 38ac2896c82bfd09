import { type CellData, hasContent, writeCellContent } from '../../model/cells';
import { copyFormula } from '../../model/formula-references';
import { toRelativeForm } from '../../model/relative-key';
import { resizeTable } from '../../model/tables/resize-table';
import { getTableBodyRange, getTableColumnRange } from '../../model/tables/table-columns';
import type { CellRange, SheetModel, TableModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import { unwrap } from '../batch-context';
import type { BatchContext } from '../types';

export type CellWrite = { row: number; column: number; content: CellData; numberFormat?: string };

/** Returns the area of a table if it takes in the cells that are written right below or beside it. */
function getGrownArea(sheet: SheetModel, table: TableModel, written: CellRange): CellRange | null {
  const { area, showTotals } = table;
  const isBelow = written.top === area.bottom + 1 && written.left >= area.left && written.right <= area.right;
  const isAdjacent =
    written.left === area.right + 1 && written.top >= area.top && written.bottom <= area.bottom;
  const free = isBelow
    ? { ...area, top: written.top, bottom: written.bottom }
    : { ...area, left: written.left, right: written.right };
  if ((!isBelow || showTotals) && !isAdjacent) return null;
  if (hasContent(sheet, free)) return null;
  return isBelow ? { ...area, bottom: written.bottom } : { ...area, right: written.right };
}

/**
 * Extends tables to the cells that are about to be written right below or beside them, where these rows or columns are
 * free ("Include new rows and columns in table", Application.AutoCorrect.AutoExpandListRange).
 */
export function growTables(
  context: BatchContext,
  sheet: SheetModel,
  area: CellRange,
  writes: readonly CellWrite[],
): void {
  if (writes.every(({ content }) => content.value === '' && content.formula === undefined)) return;
  for (const table of sheet.tables) {
    const grown = getGrownArea(sheet, table, area);
    const resized = grown && resizeTable(context.workbook, sheet, table, grown);
    if (resized?.ok) unwrap(context, resized);
  }
}

/** A formula in the form in which it is the same in every row of its column, and as it is in one of the rows. */
type ColumnFormula = { relative: string; text: string };

type FillableColumn = { table: TableModel; index: number; formula: ColumnFormula | null };

const isSameFormula = (a: ColumnFormula | null, b: ColumnFormula): boolean =>
  a !== null && (a.relative === b.relative || a.text === b.text);

/**
 * Returns the formula that all cells of a column have.
 * @returns null if all are blank; undefined if they differ, so that Excel does not fill the column by itself.
 */
function getColumnFormula(
  sheet: SheetModel,
  { top, bottom, left }: CellRange,
): ColumnFormula | null | undefined {
  let common: ColumnFormula | null | undefined;
  for (let row = top; row <= bottom; row += 1) {
    const { value, formula } = getCell(sheet, row, left);
    if (formula === undefined && value !== '') return undefined;
    const own =
      formula === undefined ? null : { relative: toRelativeForm(formula, row, left), text: formula };
    if (row === top) common = own;
    else if (own === null ? common !== null : !isSameFormula(common ?? null, own)) return undefined;
  }
  return common;
}

/** Finds the columns that formulas are written into and that are blank or have one formula throughout. */
export function findFillableColumns(sheet: SheetModel, writes: readonly CellWrite[]): FillableColumn[] {
  const columns = new Set(
    writes.flatMap(({ column, content }) => (content.formula === undefined ? [] : [column])),
  );
  return sheet.tables.flatMap((table) =>
    table.columns.flatMap((_, index) => {
      if (!columns.has(table.area.left + index)) return [];
      const formula = getColumnFormula(sheet, getTableColumnRange(getTableBodyRange(table), index));
      return formula === undefined ? [] : [{ table, index, formula }];
    }),
  );
}

/**
 * Finds the last formula that fills the column when the writes are made one after the other; a value ends this.
 * @returns its place among the writes, or -1 if no formula fills the column
 */
function findLastFill(writes: readonly CellWrite[], before: ColumnFormula | null): number {
  let common = before;
  let last = -1;
  for (const [index, { row, column, content }] of writes.entries()) {
    const { formula, value } = content;
    if (formula === undefined) {
      if (value !== '' || common !== null) break;
      continue;
    }
    const own = { relative: toRelativeForm(formula, row, column), text: formula };
    if (isSameFormula(common, own)) continue;
    common = own;
    last = index;
  }
  return last;
}

/**
 * Fills columns of tables with the formula written into them, as Excel does through the API too ("Fill formulas in
 * tables to create calculated columns"; OfficeDev/office-js 2093, 5909, 6745: of several formulas the last one).
 */
export function fillColumns(
  sheet: SheetModel,
  columns: readonly FillableColumn[],
  writes: readonly CellWrite[],
): void {
  for (const { table, index, formula: before } of columns) {
    const { top, bottom, left } = getTableColumnRange(getTableBodyRange(table), index);
    const own = writes.filter(({ row, column }) => column === left && row >= top && row <= bottom);
    const last = findLastFill(own, before);
    const source = own[last];
    const formula = source?.content.formula;
    if (!source || formula === undefined) continue;
    const later = new Set(own.slice(last + 1).map(({ row }) => row));
    for (let row = top; row <= bottom; row += 1) {
      if (later.has(row) || row === source.row) continue;
      writeCellContent(sheet, row, left, { value: '', formula: copyFormula(formula, row - source.row, 0) });
    }
    table.columns[index]!.calculatedFormula = copyFormula(formula, top - source.row, 0);
  }
}
