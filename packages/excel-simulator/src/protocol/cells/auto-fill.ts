import { containsRange } from '@phuluc/ooxml/a1';
import { getCellFormat, setCellFormat } from '../../model/cell-formats';
import { writeCellContent } from '../../model/cells';
import { ok } from '../../model/edit-result';
import { copyFormula } from '../../model/formula-references';
import type { CellRange, CellValue, SheetModel } from '../../model/types';
import { getCell } from '../../model/workbook';
import { createUnsupportedError } from '../arguments';
import { ensureCalculated, unwrap } from '../batch-context';
import { createInvalidArgumentError } from '../host-error';
import { ensureWritable } from '../sheets/ensure-writable';
import type { BatchContext } from '../types';

type FillKind =
  | 'FillDefault'
  | 'FillCopy'
  | 'FillSeries'
  | 'FillFormats'
  | 'FillValues'
  | 'FillDays'
  | 'FillWeekdays'
  | 'FillMonths'
  | 'FillYears';

function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && /[dmy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

/** Computes the step of a series: least squares of its numbers, 1 for a single date or a requested series. */
function computeStep(numbers: number[], alone: number): number {
  if (numbers.length === 1) return alone;
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  let up = 0;
  let down = 0;
  numbers.forEach((one, index) => {
    up += (index - middle) * (one - mean);
    down += (index - middle) ** 2;
  });
  return up / down;
}

/**
 * Returns the n-th value before (negative) or after the source.
 * @returns null where the source is no series.
 */
function createFillSeries(
  values: CellValue[],
  isDate: boolean,
  kind: FillKind,
): ((index: number) => CellValue) | null {
  if (kind === 'FillCopy' || kind === 'FillValues') return null;
  if (values.every((value) => typeof value === 'number')) {
    if (values.length === 1 && !isDate && kind !== 'FillSeries') return null;
    const step = computeStep(values, 1);
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    return (index) => mean + step * (index - (values.length - 1) / 2);
  }
  const [only] = values;
  const numbered = values.length === 1 && typeof only === 'string' ? /^(.*?)(\d+)(\D*)$/s.exec(only) : null;
  if (!numbered) return null;
  const [, before = '', digits = '', after = ''] = numbered;
  return (index) =>
    `${before}${String(Math.abs(Number(digits) + index)).padStart(digits.length, '0')}${after}`;
}

/**
 * Fills a destination that contains the source and reaches further up, down, left or right (Range.autoFill):
 * numbers continue in their steps, dates by days, "Tuần 1" counts on, formulas move along, everything else
 * repeats.
 * @throws HostError where the destination does not extend the source.
 */
export function autoFill(
  context: BatchContext,
  sheet: SheetModel,
  source: CellRange,
  destination: CellRange,
  kind: FillKind,
): void {
  if (['FillDays', 'FillWeekdays', 'FillMonths', 'FillYears'].includes(kind))
    throw createUnsupportedError(`Range.autoFill ${kind}`);
  const isDown = source.left === destination.left && source.right === destination.right;
  const isAcross = source.top === destination.top && source.bottom === destination.bottom;
  if (!containsRange(destination, source) || (!isDown && !isAcross)) {
    throw createInvalidArgumentError(
      'The destination must hold the source and reach further in one direction.',
    );
  }
  ensureCalculated(context);
  ensureWritable(sheet, [destination]);
  const [first, last] = isDown ? [source.top, source.bottom] : [source.left, source.right];
  const [from, to] = isDown ? [destination.top, destination.bottom] : [destination.left, destination.right];
  const [crossFirst, crossLast] = isDown ? [source.left, source.right] : [source.top, source.bottom];
  const length = last - first + 1;
  for (let cross = crossFirst; cross <= crossLast; cross += 1) {
    const place = (index: number): [number, number] => (isDown ? [index, cross] : [cross, index]);
    const cells = Array.from({ length }, (_, index) => getCell(sheet, ...place(first + index)));
    const formats = cells.map((_, index) => getCellFormat(sheet, ...place(first + index)));
    const hasFormula = cells.some(({ formula }) => formula !== undefined);
    const isDate = formats.every(({ numberFormat }) => isDateFormat(numberFormat));
    const series = hasFormula
      ? null
      : createFillSeries(
          cells.map(({ value }) => value),
          isDate,
          kind,
        );
    for (let index = from; index <= to; index += 1) {
      if (index >= first && index <= last) continue;
      const offset = (((index - first) % length) + length) % length;
      const cell = cells[offset];
      const format = formats[offset];
      if (!cell || !format) continue;
      const moved = index - (first + offset);
      if (kind !== 'FillFormats') {
        const formula =
          cell.formula === undefined
            ? undefined
            : copyFormula(cell.formula, isDown ? moved : 0, isDown ? 0 : moved);
        writeCellContent(sheet, ...place(index), {
          value: series ? series(index - first) : cell.value,
          formula,
        });
      }
      if (kind !== 'FillValues')
        setCellFormat(sheet, ...place(index), Object.keys(format).length > 0 ? format : undefined);
    }
  }
  unwrap(
    context,
    ok(undefined, { kind: 'cells', sheetId: sheet.id, area: destination, type: 'RangeEdited' }),
  );
}
