import { type Content, writeContent } from '../model/cells';
import { tableAt } from '../model/every-formula';
import { numberFormatAt, patchFormats } from '../model/formats';
import { formulaFromR1C1, formulaToR1C1 } from '../model/formula-refs';
import { mergeAt } from '../model/merges';
import { bodyArea, columnArea } from '../model/table-columns';
import { done } from '../model/outcome';
import { renameColumn } from '../model/tables';
import { typeValue } from '../model/values';
import type { Area, SheetModel, TableModel } from '../model/types';
import { cellAt } from '../model/workbook';
import { cellsIn, columnsIn, ensureReadable, isUnbounded, plainValue, rowsIn } from './cell-values';
import { type BatchContext, settle } from './context';
import { HostError, invalidArgument } from './host-error';
import { ensureWritable } from './protection';
import type { Json } from './wire';

/**
 * What was assigned to values, formulas or numberFormat, as a table of the range's shape: one scalar goes to every
 * cell, an array must fit exactly.
 */
export function shapedLike(area: Area, value: Json, name: string): Json[][] {
  if (isUnbounded(area)) {
    throw invalidArgument(`'${name}' cannot be set on a range of whole rows or columns.`);
  }
  ensureReadable(area);
  const [rows, columns] = [rowsIn(area), columnsIn(area)];
  if (!Array.isArray(value)) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  }
  const fits = value.length === rows && value.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw invalidArgument(
      `The number of rows or columns in the array assigned to '${name}' does not match the range (${rows} × ${columns}).`,
    );
  }
  return value as Json[][];
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Hidden cells of a merge keep nothing. */
function isCovered(sheet: SheetModel, row: number, column: number): boolean {
  if (sheet.merges.length === 0) return false;
  const merge = mergeAt(sheet, row, column);
  return merge !== null && (merge.top !== row || merge.left !== column);
}

type Write = { row: number; column: number; content: Content; numberFormat?: string };

/** What one input does to one cell; a refusal is thrown before anything is written. */
function planWrite(
  context: BatchContext,
  sheet: SheetModel,
  row: number,
  column: number,
  input: string | number | boolean,
): Write {
  const numberFormat = numberFormatAt(sheet, row, column);
  const typed = typeValue(input, {
    numberFormat,
    locale: context.typingLocale,
    now: context.session.now(),
  });
  if (!typed.ok) throw new HostError(typed.code, typed.message);
  const takesFormat = typed.numberFormat !== undefined && numberFormat === 'General';
  return { row, column, content: typed.content, numberFormat: takesFormat ? typed.numberFormat : undefined };
}

function writeOne(context: BatchContext, sheet: SheetModel, write: Write): void {
  const { row, column, content, numberFormat } = write;
  const table = sheet.tables.length > 0 ? tableAt(sheet, row, column) : null;
  if (table?.showHeaders && table.area.top === row) {
    const text = content.formula ?? String(plainValue(content.value));
    settle(context, renameColumn(context.workbook, sheet, table, column - table.area.left, text));
    return;
  }
  writeContent(sheet, row, column, content);
  if (numberFormat !== undefined) {
    patchFormats(sheet, { top: row, bottom: row, left: column, right: column }, { numberFormat });
  }
}

/** A column whose every cell has the same formula is a calculated one: rows added later get it too. */
function noteCalculatedColumn(sheet: SheetModel, table: TableModel, index: number): void {
  const column = table.columns[index];
  if (!column) return;
  const { top, bottom, left } = columnArea(bodyArea(table), index);
  const first = cellAt(sheet, top, left).formula;
  if (first === undefined) return;
  const relative = formulaToR1C1(first, top, left);
  for (let row = top + 1; row <= bottom; row += 1) {
    const { formula } = cellAt(sheet, row, left);
    if (formula === undefined) return;
    if (formula !== first && formulaToR1C1(formula, row, left) !== relative) return;
  }
  column.calculatedFormula = first;
}

/** Looks at the tables' columns that the area touches. */
export function noteCalculatedColumns(sheet: SheetModel, area: Area): void {
  for (const table of sheet.tables) {
    table.columns.forEach((_, index) => {
      const column = table.area.left + index;
      if (column >= area.left && column <= area.right) noteCalculatedColumn(sheet, table, index);
    });
  }
}

/**
 * Range.values, formulas and formulasR1C1: typed cell by cell as a person would, null leaves a cell alone. Where
 * anything is refused, nothing is written.
 */
export function writeCells(
  context: BatchContext,
  sheet: SheetModel,
  area: Area,
  value: Json,
  name: 'values' | 'formulas' | 'formulasR1C1',
): void {
  const rows = shapedLike(area, value, name);
  ensureWritable(sheet, [area]);
  const writes: Write[] = [];
  rows.forEach((line, rowOffset) => {
    line.forEach((input, columnOffset) => {
      if (input === null) return;
      if (!isScalar(input)) throw invalidArgument(`A cell's value must be text, a number or true or false.`);
      const row = area.top + rowOffset;
      const column = area.left + columnOffset;
      if (isCovered(sheet, row, column)) return;
      const isR1C1 = name === 'formulasR1C1' && typeof input === 'string' && input.startsWith('=');
      writes.push(
        planWrite(context, sheet, row, column, isR1C1 ? formulaFromR1C1(input, row, column) : input),
      );
    });
  });
  // Handlers are told the value before and after where one cell was changed.
  const before = cellsIn(area) === 1 ? cellAt(sheet, area.top, area.left).value : undefined;
  for (const write of writes) writeOne(context, sheet, write);
  if (writes.some(({ content }) => content.formula !== undefined)) noteCalculatedColumns(sheet, area);
  settle(context, done(undefined, { kind: 'cells', sheetId: sheet.id, area, type: 'RangeEdited' }), {
    before,
  });
}

/** Range.numberFormat; runs of equal formats down a column are set together. */
export function writeNumberFormats(context: BatchContext, sheet: SheetModel, area: Area, value: Json): void {
  const whole = typeof value === 'string' ? value : null;
  if (whole !== null) {
    patchFormats(sheet, area, { numberFormat: whole });
  } else {
    const rows = shapedLike(area, value, 'numberFormat');
    if (rows.some((line) => line.some((format) => format !== null && typeof format !== 'string'))) {
      throw invalidArgument('A number format must be text.');
    }
    for (let column = 0; column < columnsIn(area); column += 1) {
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
  settle(context, done(undefined, { kind: 'formats', sheetId: sheet.id, area }));
}
