import { getNumberFormat, patchFormats } from '../../model/cell-formats';
import { writeCellContent } from '../../model/cells';
import { ok } from '../../model/edit-result';
import { toA1Formula } from '../../model/formula-references';
import { findMergeAt } from '../../model/merge-cells';
import { toRelativeForm } from '../../model/relative-key';
import { findTableAt } from '../../model/rewrite-formulas';
import { getTableBodyRange, getTableColumnRange } from '../../model/tables/table-columns';
import { isRowFiltered } from '../../model/tables/table-filters';
import { renameTableColumn } from '../../model/tables/tables';
import type { CellRange, SheetModel, TableModel } from '../../model/types';
import { parseTypedValue } from '../../model/values/parse-typed-value';
import { getCell } from '../../model/workbook';
import { unwrap } from '../batch-context';
import { createInvalidArgumentError, HostError } from '../host-error';
import { ensureWritable } from '../sheets/ensure-writable';
import type { BatchContext } from '../types';
import type { Json } from '../wire';
import { type CellWrite, fillColumns, findFillableColumns, growTables } from './auto-correct';
import {
  countCells,
  countColumns,
  countRows,
  ensureReadable,
  isUnbounded,
  toPlainValue,
} from './cell-values';
import { readEchoedFormula } from './echoed-formulas';

/**
 * Converts what was assigned to values, formulas or numberFormat to a table of the range's shape: a scalar
 * applies to every cell, an array must fit exactly.
 */
function toRangeMatrix(area: CellRange, value: Json, name: string): Json[][] {
  if (isUnbounded(area)) {
    throw createInvalidArgumentError(`'${name}' cannot be set on a range of entire rows or columns.`);
  }
  ensureReadable(area);
  const [rows, columns] = [countRows(area), countColumns(area)];
  if (!Array.isArray(value)) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  }
  const fits = value.length === rows && value.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw createInvalidArgumentError(
      `The number of rows or columns in the array assigned to '${name}' does not match the range (${rows} × ${columns}).`,
    );
  }
  return value as Json[][];
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Hidden cells of a merge store nothing. */
function isCoveredByMerge(sheet: SheetModel, row: number, column: number): boolean {
  if (sheet.merges.length === 0) return false;
  const merge = findMergeAt(sheet, row, column);
  return merge !== null && (merge.top !== row || merge.left !== column);
}

/** Computes what one input does to one cell; errors are thrown before anything is written. */
function planWrite(
  context: BatchContext,
  sheet: SheetModel,
  row: number,
  column: number,
  input: string | number | boolean,
): CellWrite {
  const numberFormat = getNumberFormat(sheet, row, column);
  const isFormula = typeof input === 'string' && input.startsWith('=');
  const stored = isFormula ? readEchoedFormula(context, { sheet, row, column }, input) : input;
  const typed = parseTypedValue(stored, {
    numberFormat,
    locale: context.typingLocale,
    now: context.session.now(),
  });
  if (!typed.ok) throw new HostError(typed.code, typed.message);
  const takesFormat = typed.numberFormat !== undefined && numberFormat === 'General';
  return { row, column, content: typed.content, numberFormat: takesFormat ? typed.numberFormat : undefined };
}

function writeCell(context: BatchContext, sheet: SheetModel, write: CellWrite): void {
  const { row, column, content, numberFormat } = write;
  const table = sheet.tables.length > 0 ? findTableAt(sheet, row, column) : null;
  if (table?.showHeaders && table.area.top === row) {
    const text = content.formula ?? String(toPlainValue(content.value));
    unwrap(context, renameTableColumn(context.workbook, sheet, table, column - table.area.left, text));
    return;
  }
  writeCellContent(sheet, row, column, content);
  if (numberFormat !== undefined) {
    patchFormats(sheet, { top: row, bottom: row, left: column, right: column }, { numberFormat });
  }
}

/** Marks a column whose cells all have the same formula as a calculated one: rows added later get it too. */
function detectCalculatedColumn(sheet: SheetModel, table: TableModel, index: number): void {
  const column = table.columns[index];
  if (!column) return;
  const { top, bottom, left } = getTableColumnRange(getTableBodyRange(table), index);
  const first = getCell(sheet, top, left).formula;
  if (first === undefined) return;
  const relative = toRelativeForm(first, top, left);
  for (let row = top + 1; row <= bottom; row += 1) {
    const { formula } = getCell(sheet, row, left);
    if (formula === undefined) return;
    if (formula !== first && toRelativeForm(formula, row, left) !== relative) return;
  }
  column.calculatedFormula = first;
}

/** Updates the calculated columns of tables that the area touches. */
export function detectCalculatedColumns(sheet: SheetModel, area: CellRange): void {
  for (const table of sheet.tables) {
    table.columns.forEach((_, index) => {
      const column = table.area.left + index;
      if (column >= area.left && column <= area.right) detectCalculatedColumn(sheet, table, index);
    });
  }
}

/**
 * Chooses what each row stores. Where a filter hides some of them, Excel does not store an array row by row: nothing
 * in the hidden rows, and the first row of the array in each of the others (OfficeDev/office-js 224, xlwings 747).
 */
function skipFilteredRows(
  { session }: BatchContext,
  sheet: SheetModel,
  { top, bottom }: CellRange,
  rows: Json[][],
): Json[][] {
  if (top === bottom) return rows;
  const isFiltered = rows.map((_, index) => isRowFiltered(sheet, top + index));
  if (!isFiltered.includes(true)) return rows;
  if (session.machine.refusesFilteredRanges)
    throw new HostError('FilteredRangeConflict', 'The operation conflicts with a filtered range.');
  const [first = []] = rows;
  return rows.map((line, index) => (isFiltered[index] ? line.map(() => null) : first));
}

/**
 * Writes Range.values, formulas and formulasR1C1 cell by cell as typed input; null leaves a cell unchanged.
 * After an error nothing is written.
 */
export function writeCells(
  context: BatchContext,
  sheet: SheetModel,
  area: CellRange,
  value: Json,
  name: 'values' | 'formulas' | 'formulasR1C1',
): void {
  const rows = skipFilteredRows(context, sheet, area, toRangeMatrix(area, value, name));
  ensureWritable(sheet, [area]);
  const writes: CellWrite[] = [];
  rows.forEach((line, rowOffset) => {
    line.forEach((input, columnOffset) => {
      if (input === null) return;
      if (!isScalar(input))
        throw createInvalidArgumentError(`A cell's value must be text, a number or true or false.`);
      const row = area.top + rowOffset;
      const column = area.left + columnOffset;
      if (isCoveredByMerge(sheet, row, column)) return;
      const isR1C1 = name === 'formulasR1C1' && typeof input === 'string' && input.startsWith('=');
      writes.push(planWrite(context, sheet, row, column, isR1C1 ? toA1Formula(input, row, column) : input));
    });
  });
  // Handlers receive the previous and the new value where one cell was changed.
  const before = countCells(area) === 1 ? getCell(sheet, area.top, area.left).value : undefined;
  const { autoCorrect } = context.session.machine;
  if (autoCorrect) growTables(context, sheet, area, writes);
  const fillable = autoCorrect ? findFillableColumns(sheet, writes) : [];
  for (const write of writes) writeCell(context, sheet, write);
  fillColumns(sheet, fillable, writes);
  if (writes.some(({ content }) => content.formula !== undefined)) detectCalculatedColumns(sheet, area);
  unwrap(context, ok(undefined, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' }), {
    before,
  });
}

/**
 * Writes Range.numberFormat; runs of equal formats down a column are set together.
 * @throws HostError where the value does not fit the range.
 */
export function writeNumberFormats(
  context: BatchContext,
  sheet: SheetModel,
  area: CellRange,
  value: Json,
): void {
  const format = typeof value === 'string' ? value : null;
  if (format !== null) {
    patchFormats(sheet, area, { numberFormat: format });
  } else {
    const rows = toRangeMatrix(area, value, 'numberFormat');
    if (rows.some((line) => line.some((format) => format !== null && typeof format !== 'string'))) {
      throw createInvalidArgumentError('A number format must be text.');
    }
    for (let column = 0; column < countColumns(area); column += 1) {
      for (let row = 0; row < rows.length;) {
        const format = rows[row]?.[column];
        let end = row + 1;
        while (end < rows.length && rows[end]?.[column] === format) end += 1;
        const left = area.left + column;
        const run = { top: area.top + row, bottom: area.top + end - 1, left, right: left };
        if (typeof format === 'string') patchFormats(sheet, run, { numberFormat: format });
        row = end;
      }
    }
  }
  unwrap(context, ok(undefined, { kind: 'formats', sheetId: sheet.id, area }));
}
