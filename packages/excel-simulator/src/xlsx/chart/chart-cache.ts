import { parseRange } from '@phuluc/ooxml/a1';
import { escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { escapeXString } from '@phuluc/ooxml/xstring';
import type { CellValue, WorkbookModel } from '../../model/types';
import { findSheetByName, getCell } from '../../model/workbook';

/** More points than any chart shows. */
const MAX_POINTS = 32_000;

/** Values of the cells a plain reference names ("='Tổng hợp'!$B$2:$B$9"); null for any other formula. */
function readReferenceValues(workbook: WorkbookModel, formula: string): CellValue[] | null {
  const parts = /^=(?:'((?:[^']|'')+)'|([^'!(),]+))!([^!(),]+)$/.exec(formula);
  const area = parts && parseRange(parts[3]!);
  const sheet = parts && findSheetByName(workbook, (parts[1] ?? parts[2]!).replaceAll("''", "'"));
  if (!area || !sheet) return null;
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MAX_POINTS) return null;
  const values: CellValue[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++)
      values.push(getCell(sheet, row, column).value);
  }
  return values;
}

function formatCachedValue(value: CellValue): string {
  return typeof value === 'object'
    ? value.error
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : String(value);
}

function writePoints(values: readonly CellValue[], isShown: (value: CellValue) => boolean): string[] {
  return [
    writeElement('c:ptCount', { val: values.length }),
    ...values.map((value, idx) =>
      isShown(value)
        ? writeElement(
            'c:pt',
            { idx },
            writeElement('c:v', {}, escapeText(escapeXString(formatCachedValue(value)))),
          )
        : '',
    ),
  ];
}

/** `c:strCache` of a reference: what viewers that do not calculate show. '' where the cells are unknown. */
export function writeTextCache(workbook: WorkbookModel, formula: string): string {
  const values = readReferenceValues(workbook, formula);
  return values
    ? writeElement(
        'c:strCache',
        {},
        writePoints(values, (value) => value !== ''),
      )
    : '';
}

export function writeNumberCache(workbook: WorkbookModel, formula: string): string {
  const values = readReferenceValues(workbook, formula);
  if (!values) return '';
  return writeElement(
    'c:numCache',
    {},
    writeElement('c:formatCode', {}, 'General'),
    writePoints(values, (value) => typeof value === 'number'),
  );
}

/** Whether a reference's cells are all numbers, as categories by year are. */
export function isNumericReference(workbook: WorkbookModel, formula: string): boolean {
  const values = readReferenceValues(workbook, formula);
  return values !== null && values.length > 0 && values.every((value) => typeof value === 'number');
}
