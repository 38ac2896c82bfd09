import { parseArea } from '../../model/address';
import type { CellValue, WorkbookModel } from '../../model/types';
import { cellAt, sheetNamed } from '../../model/workbook';
import { escapeText, tag } from '../opc/xml';
import { toEscapedText } from '../opc/escaped-text';

/** More points than any chart shows. */
const MOST_POINTS = 32_000;

/** Values of the cells a plain reference names ("='Tổng hợp'!$B$2:$B$9"); null for any other formula. */
function referenceValues(workbook: WorkbookModel, formula: string): CellValue[] | null {
  const parts = /^=(?:'((?:[^']|'')+)'|([^'!(),]+))!([^!(),]+)$/.exec(formula);
  const area = parts && parseArea(parts[3]!);
  const sheet = parts && sheetNamed(workbook, (parts[1] ?? parts[2]!).replaceAll("''", "'"));
  if (!area || !sheet) return null;
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_POINTS) return null;
  const values: CellValue[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++)
      values.push(cellAt(sheet, row, column).value);
  }
  return values;
}

function textOf(value: CellValue): string {
  return typeof value === 'object'
    ? value.error
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : String(value);
}

function points(values: readonly CellValue[], isShown: (value: CellValue) => boolean): string[] {
  return [
    tag('c:ptCount', { val: values.length }),
    ...values.map((value, idx) =>
      isShown(value) ? tag('c:pt', { idx }, tag('c:v', {}, escapeText(toEscapedText(textOf(value))))) : '',
    ),
  ];
}

/** `c:strCache` of a reference: what viewers that do not calculate show. '' where the cells are unknown. */
export function textCache(workbook: WorkbookModel, formula: string): string {
  const values = referenceValues(workbook, formula);
  return values ? tag('c:strCache', {}, ...points(values, (value) => value !== '')) : '';
}

export function numberCache(workbook: WorkbookModel, formula: string): string {
  const values = referenceValues(workbook, formula);
  if (!values) return '';
  return tag(
    'c:numCache',
    {},
    tag('c:formatCode', {}, 'General'),
    ...points(values, (value) => typeof value === 'number'),
  );
}

/** Whether a reference's cells are all numbers, as categories by year are. */
export function isNumeric(workbook: WorkbookModel, formula: string): boolean {
  const values = referenceValues(workbook, formula);
  return values !== null && values.length > 0 && values.every((value) => typeof value === 'number');
}
