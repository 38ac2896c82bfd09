import { MAX_COLUMNS, MAX_ROWS, intersection } from '../model/address';
import { dropSpill, writeContent } from '../model/cells';
import { formatAt, setFormat } from '../model/formats';
import { copyFormula } from '../model/formula-refs';
import { mergeCells, unmergeCells } from '../model/merges';
import { done } from '../model/outcome';
import type { Area, Cell, CellFormat, SheetModel } from '../model/types';
import { cellAt } from '../model/workbook';
import { columnsIn, ensureReadable, rowsIn } from './cell-values';
import { type BatchContext, ensureCalculated, settle } from './context';
import { invalidArgument } from './host-error';
import { ensureWritable } from './protection';
import { copyRules } from './rules-of-cells';

type Place = { sheet: SheetModel; area: Area };
export type CopyOptions = {
  what: 'All' | 'Formulas' | 'Values' | 'Formats';
  skipBlanks: boolean;
  transpose: boolean;
};

type Copied = { cell: Readonly<Cell>; format: CellFormat; row: number; column: number };

const isBlank = ({ value, formula }: Readonly<Cell>): boolean => value === '' && formula === undefined;

function writeCopy(
  sheet: SheetModel,
  { cell, format, row, column }: Copied,
  to: { row: number; column: number },
  options: CopyOptions,
): void {
  if (options.what !== 'Formats') {
    const formula =
      options.what === 'Values' || cell.formula === undefined
        ? undefined
        : copyFormula(cell.formula, to.row - row, to.column - column);
    dropSpill(sheet, to.row, to.column);
    writeContent(sheet, to.row, to.column, { value: cell.value, formula });
  }
  if (options.what === 'All' || options.what === 'Formats') {
    setFormat(sheet, to.row, to.column, Object.keys(format).length > 0 ? format : undefined);
  }
}

/**
 * Range.copyFrom. A destination that is a multiple of the source is filled with copies; a smaller one grows to the
 * source's size, from its first cell.
 */
export function copyCells(
  context: BatchContext,
  source: Place,
  destination: Place,
  options: CopyOptions,
): void {
  ensureCalculated(context);
  ensureReadable(source.area);
  const { transpose } = options;
  const [height, width] = transpose
    ? [columnsIn(source.area), rowsIn(source.area)]
    : [rowsIn(source.area), columnsIn(source.area)];
  const { top, left } = destination.area;
  const down = rowsIn(destination.area) % height === 0 ? rowsIn(destination.area) / height : 1;
  const right = columnsIn(destination.area) % width === 0 ? columnsIn(destination.area) / width : 1;
  const area: Area = { top, left, bottom: top + down * height - 1, right: left + right * width - 1 };
  if (area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) {
    throw invalidArgument('The copy would lie outside the sheet.');
  }
  ensureWritable(destination.sheet, [area]);
  const copied: Copied[][] = [];
  for (let row = source.area.top; row <= source.area.bottom; row += 1) {
    const line: Copied[] = [];
    for (let column = source.area.left; column <= source.area.right; column += 1) {
      const format = formatAt(source.sheet, row, column);
      line.push({ cell: cellAt(source.sheet, row, column), format, row, column });
    }
    copied.push(line);
  }
  const merges = source.sheet.merges.flatMap((merge) => intersection(merge, source.area) ?? []);
  if (options.what === 'All' || options.what === 'Formats')
    settle(context, unmergeCells(destination.sheet, area));
  for (let row = 0; row < rowsIn(area); row += 1) {
    for (let column = 0; column < columnsIn(area); column += 1) {
      const one = transpose ? copied[column % width]?.[row % height] : copied[row % height]?.[column % width];
      if (!one || (options.skipBlanks && isBlank(one.cell))) continue;
      writeCopy(destination.sheet, one, { row: top + row, column: left + column }, options);
    }
  }
  if (!transpose && (options.what === 'All' || options.what === 'Formats')) {
    for (let y = 0; y < down; y += 1) {
      for (let x = 0; x < right; x += 1) {
        const rows = top + y * height - source.area.top;
        const columns = left + x * width - source.area.left;
        copyRules(context.workbook, source, destination.sheet, rows, columns);
        for (const merge of merges) {
          const moved = {
            top: merge.top + rows,
            bottom: merge.bottom + rows,
            left: merge.left + columns,
            right: merge.right + columns,
          };
          settle(context, mergeCells(destination.sheet, moved));
        }
      }
    }
  }
  const type = 'RangeEdited';
  settle(context, done(undefined, { kind: 'cells', sheetId: destination.sheet.id, area, type }));
}
