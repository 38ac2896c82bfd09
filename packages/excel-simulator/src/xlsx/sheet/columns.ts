import { MAX_SHEET_COLUMNS } from '@phuluc/ooxml/a1';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import {
  findChildren,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { getMaximum } from '../../model/collections';
import type { ColumnProps, SheetModel } from '../../model/types';
import type { PreservedSheet } from '../preserved-content';
import type { StylesWriter } from '../styles/styles-writer';
import { convertBaseWidthToPoints, convertPointsToWidth, convertWidthToPoints } from '../units';
import type { SheetReaderContext } from './sheet-reader-context';

const KNOWN_COLUMN_ATTRIBUTES = new Set(['min', 'max', 'width', 'customWidth', 'hidden', 'style', 'bestFit']);
/** Some writers size every column to the sheet's end with the width that is standard anyway. */
const MIN_SKIPPED_RUN = 256;

/** `sheetFormatPr`: the sizes of columns and rows nobody sized. */
export function readStandardSizes(
  standard: XmlElement | undefined,
  { sheet, digit }: SheetReaderContext,
): void {
  const width = readNumberAttribute(standard, 'defaultColWidth');
  const base = readNumberAttribute(standard, 'baseColWidth');
  if (width !== undefined) sheet.standardWidth = convertWidthToPoints(width, digit);
  else if (base !== undefined || digit !== 7)
    sheet.standardWidth = convertBaseWidthToPoints(base ?? 8, digit);
  sheet.standardHeight = readNumberAttribute(standard, 'defaultRowHeight') ?? sheet.standardHeight;
  if (readBooleanAttribute(standard, 'zeroHeight')) sheet.rowsHiddenByDefault = true;
}

/** `cols`; the standard sizes must be known. */
export function readColumns(
  cols: XmlElement,
  { sheet, styles, digit, preserved: preserved }: SheetReaderContext,
): void {
  for (const element of findChildren(cols, 'col')) {
    const first = Math.max(1, readNumberAttribute(element, 'min') ?? 1);
    const last = Math.min(MAX_SHEET_COLUMNS, readNumberAttribute(element, 'max') ?? first);
    const given = readNumberAttribute(element, 'width');
    const points = given === undefined ? undefined : convertWidthToPoints(given, digit);
    const isOwn =
      points !== undefined &&
      (readBooleanAttribute(element, 'customWidth') || points !== sheet.standardWidth);
    const hidden = readBooleanAttribute(element, 'hidden');
    const format = styles.formats[readNumberAttribute(element, 'style') ?? 0];
    const others = Object.entries(element.attributes).filter(
      ([name, value]) =>
        !KNOWN_COLUMN_ATTRIBUTES.has(name) && !name.includes(':') && value !== '0' && value !== 'false',
    );
    const isStandard = points === undefined || points === sheet.standardWidth;
    if (isStandard && !hidden && !format && others.length === 0 && last - first >= MIN_SKIPPED_RUN) continue;
    for (let column = first - 1; column < last; column++) {
      const props: ColumnProps = {};
      if (isOwn) props.width = points;
      if (hidden) props.hidden = true;
      if (format) props.format = format;
      if (Object.keys(props).length > 0) sheet.columns.set(column, props);
      if (others.length > 0) (preserved.columns ??= {})[column] = Object.fromEntries(others);
    }
  }
}

export function writeSheetFormat(sheet: SheetModel, preserved: PreservedSheet, digit: number): string {
  const deepest = (lines: PreservedSheet['rows']): number | undefined =>
    getMaximum(
      Object.values(lines ?? {}).map((line) => Number(line['outlineLevel'] ?? 0)),
      0,
    ) || undefined;
  const isStandardWidth = sheet.standardWidth === convertBaseWidthToPoints(8, digit);
  return writeElement('sheetFormatPr', {
    defaultColWidth: isStandardWidth ? undefined : convertPointsToWidth(sheet.standardWidth, digit),
    defaultRowHeight: sheet.standardHeight,
    customHeight: sheet.standardHeight === 15 ? undefined : true,
    zeroHeight: sheet.rowsHiddenByDefault || undefined,
    outlineLevelRow: deepest(preserved.rows),
    outlineLevelCol: deepest(preserved.columns),
  });
}

/** Neighbours that look the same share one element, as in Excel's own files. */
export function writeColumns(
  sheet: SheetModel,
  preserved: PreservedSheet,
  styles: StylesWriter,
  digit: number,
): string {
  const all = new Set([...sheet.columns.keys(), ...Object.keys(preserved.columns ?? {}).map(Number)]);
  const runs: {
    min: number;
    max: number;
    key: string;
    attributes: Record<string, string | number | boolean | undefined>;
  }[] = [];
  for (const column of [...all].sort((a, b) => a - b)) {
    const { width, hidden, format } = sheet.columns.get(column) ?? {};
    const attributes = {
      width: convertPointsToWidth(width ?? sheet.standardWidth, digit),
      style: format ? styles.getXfId(format) || undefined : undefined,
      hidden: hidden || undefined,
      customWidth: width === undefined ? undefined : true,
      ...preserved.columns?.[column],
    };
    const key = JSON.stringify(attributes);
    const run = runs.at(-1);
    if (run && run.max === column - 1 && run.key === key) run.max = column;
    else runs.push({ min: column, max: column, key, attributes });
  }
  return runs.length === 0
    ? ''
    : writeElement(
        'cols',
        {},
        runs.map(({ min, max, attributes }) =>
          writeElement('col', { min: min + 1, max: max + 1, ...attributes }),
        ),
      );
}
