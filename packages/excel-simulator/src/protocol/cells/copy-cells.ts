import { intersectRanges, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { getCellFormat, setCellFormat } from '../../model/cell-formats';
import { removeSpill, writeCellContent } from '../../model/cells';
import { ok } from '../../model/edit-result';
import { copyFormula } from '../../model/formula-references';
import { mergeCells, unmergeCells } from '../../model/merge-cells';
import type { Cell, CellFormat, CellRange, SheetModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import { ensureCalculated, unwrap } from '../batch-context';
import { createInvalidArgumentError } from '../host-error';
import { ensureWritable } from '../sheets/ensure-writable';
import type { BatchContext } from '../types';
import { copyRules } from './cell-rules';
import { countColumns, countRows, ensureReadable } from './cell-values';

type SheetCells = { sheet: SheetModel; area: CellRange };
type CopyOptions = {
  what: 'All' | 'Formulas' | 'Values' | 'Formats';
  skipBlanks: boolean;
  transpose: boolean;
};

type CopiedCell = { cell: Readonly<Cell>; format: CellFormat; row: number; column: number };

const isBlankCell = ({ value, formula }: Readonly<Cell>): boolean => value === '' && formula === undefined;

function writeCopy(
  sheet: SheetModel,
  { cell, format, row, column }: CopiedCell,
  to: { row: number; column: number },
  options: CopyOptions,
): void {
  if (options.what !== 'Formats') {
    const formula =
      options.what === 'Values' || cell.formula === undefined
        ? undefined
        : copyFormula(cell.formula, to.row - row, to.column - column);
    removeSpill(sheet, to.row, to.column);
    writeCellContent(sheet, to.row, to.column, { value: cell.value, formula });
  }
  if (options.what === 'All' || options.what === 'Formats') {
    setCellFormat(sheet, to.row, to.column, Object.keys(format).length > 0 ? format : undefined);
  }
}

/**
 * Copies cells (Range.copyFrom). A destination that is a multiple of the source is filled with copies; a
 * smaller one grows to the source's size, from its first cell.
 * @throws HostError where the destination is locked or reaches beyond the sheet.
 */
export function copyCells(
  context: BatchContext,
  source: SheetCells,
  destination: SheetCells,
  options: CopyOptions,
): void {
  ensureCalculated(context);
  ensureReadable(source.area);
  const { transpose } = options;
  const [height, width] = transpose
    ? [countColumns(source.area), countRows(source.area)]
    : [countRows(source.area), countColumns(source.area)];
  const { top, left } = destination.area;
  const down = countRows(destination.area) % height === 0 ? countRows(destination.area) / height : 1;
  const right = countColumns(destination.area) % width === 0 ? countColumns(destination.area) / width : 1;
  const area: CellRange = { top, left, bottom: top + down * height - 1, right: left + right * width - 1 };
  if (area.bottom >= MAX_SHEET_ROWS || area.right >= MAX_SHEET_COLUMNS) {
    throw createInvalidArgumentError('The copy would lie outside the sheet.');
  }
  ensureWritable(destination.sheet, [area]);
  const copied: CopiedCell[][] = [];
  for (let row = source.area.top; row <= source.area.bottom; row += 1) {
    const line: CopiedCell[] = [];
    for (let column = source.area.left; column <= source.area.right; column += 1) {
      const format = getCellFormat(source.sheet, row, column);
      line.push({ cell: getCell(source.sheet, row, column), format, row, column });
    }
    copied.push(line);
  }
  const merges = source.sheet.merges.flatMap((merge) => intersectRanges(merge, source.area) ?? []);
  if (options.what === 'All' || options.what === 'Formats')
    unwrap(context, unmergeCells(destination.sheet, area));
  for (let row = 0; row < countRows(area); row += 1) {
    for (let column = 0; column < countColumns(area); column += 1) {
      const one = transpose ? copied[column % width]?.[row % height] : copied[row % height]?.[column % width];
      if (!one || (options.skipBlanks && isBlankCell(one.cell))) continue;
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
          unwrap(context, mergeCells(destination.sheet, moved));
        }
      }
    }
  }
  const type = 'RangeEdited';
  unwrap(context, ok(undefined, { kind: 'cells', sheetId: destination.sheet.id, area, type }));
}
