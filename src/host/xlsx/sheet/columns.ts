import { MAX_COLUMNS } from '../../model/address';
import type { ColumnProps, SheetModel } from '../../model/types';
import type { KeptSheet } from '../kept';
import { childrenNamed, flag, numeric, tag, type XmlElement } from '../opc/xml';
import type { StyleBook } from '../styles/style-book';
import { baseWidthToPoints, pointsToWidth, widthToPoints } from '../units';
import type { SheetReading } from './read-context';

const KNOWN = new Set(['min', 'max', 'width', 'customWidth', 'hidden', 'style', 'bestFit']);
/** Some writers size every column to the sheet's end with the width that is standard anyway. */
const LONG_RUN = 256;

/** `sheetFormatPr`: the sizes of columns and rows nobody sized. */
export function readStandardSizes(standard: XmlElement | undefined, { sheet, digit }: SheetReading): void {
  const width = numeric(standard, 'defaultColWidth');
  const base = numeric(standard, 'baseColWidth');
  if (width !== undefined) sheet.standardWidth = widthToPoints(width, digit);
  else if (base !== undefined || digit !== 7) sheet.standardWidth = baseWidthToPoints(base ?? 8, digit);
  sheet.standardHeight = numeric(standard, 'defaultRowHeight') ?? sheet.standardHeight;
}

/** `cols`; the standard sizes must be known. */
export function readColumns(cols: XmlElement, { sheet, styles, digit, kept }: SheetReading): void {
  for (const element of childrenNamed(cols, 'col')) {
    const first = Math.max(1, numeric(element, 'min') ?? 1);
    const last = Math.min(MAX_COLUMNS, numeric(element, 'max') ?? first);
    const given = numeric(element, 'width');
    const points = given === undefined ? undefined : widthToPoints(given, digit);
    const isOwn = points !== undefined && (flag(element, 'customWidth') || points !== sheet.standardWidth);
    const hidden = flag(element, 'hidden');
    const format = styles.formats[numeric(element, 'style') ?? 0];
    const others = Object.entries(element.attributes).filter(
      ([name, value]) => !KNOWN.has(name) && !name.includes(':') && value !== '0' && value !== 'false',
    );
    const isStandard = points === undefined || points === sheet.standardWidth;
    if (isStandard && !hidden && !format && others.length === 0 && last - first >= LONG_RUN) continue;
    for (let column = first - 1; column < last; column++) {
      const props: ColumnProps = {};
      if (isOwn) props.width = points;
      if (hidden) props.hidden = true;
      if (format) props.format = format;
      if (Object.keys(props).length > 0) sheet.columns.set(column, props);
      if (others.length > 0) (kept.columns ??= {})[column] = Object.fromEntries(others);
    }
  }
}

export function sheetFormatMarkup(sheet: SheetModel, kept: KeptSheet, digit: number): string {
  const deepest = (lines: KeptSheet['rows']): number | undefined =>
    Math.max(0, ...Object.values(lines ?? {}).map((line) => Number(line['outlineLevel'] ?? 0))) || undefined;
  const isStandardWidth = sheet.standardWidth === baseWidthToPoints(8, digit);
  return tag('sheetFormatPr', {
    defaultColWidth: isStandardWidth ? undefined : pointsToWidth(sheet.standardWidth, digit),
    defaultRowHeight: sheet.standardHeight,
    customHeight: sheet.standardHeight === 15 ? undefined : true,
    outlineLevelRow: deepest(kept.rows),
    outlineLevelCol: deepest(kept.columns),
  });
}

/** Neighbours that look the same share one element, as in Excel's own files. */
export function columnsMarkup(sheet: SheetModel, kept: KeptSheet, styles: StyleBook, digit: number): string {
  const all = new Set([...sheet.columns.keys(), ...Object.keys(kept.columns ?? {}).map(Number)]);
  const runs: {
    min: number;
    max: number;
    key: string;
    attributes: Record<string, string | number | boolean | undefined>;
  }[] = [];
  for (const column of [...all].sort((a, b) => a - b)) {
    const { width, hidden, format } = sheet.columns.get(column) ?? {};
    const attributes = {
      width: pointsToWidth(width ?? sheet.standardWidth, digit),
      style: format ? styles.xf(format) || undefined : undefined,
      hidden: hidden || undefined,
      customWidth: width === undefined ? undefined : true,
      ...kept.columns?.[column],
    };
    const key = JSON.stringify(attributes);
    const run = runs.at(-1);
    if (run && run.max === column - 1 && run.key === key) run.max = column;
    else runs.push({ min: column, max: column, key, attributes });
  }
  return runs.length === 0
    ? ''
    : tag(
        'cols',
        {},
        ...runs.map(({ min, max, attributes }) => tag('col', { min: min + 1, max: max + 1, ...attributes })),
      );
}
