import type { StoredCell } from '@phuluc/ooxml/scan-sheet';
import { isTrueValue } from '@phuluc/ooxml/xml/xml-tree';
import { toExcelSerialTime } from '../../shared/dates';
import { createFontedText, type FontedText, toRuns } from '../fonted-text';
import { formatCellNumber } from './format-cell-number';
import type { WorkbookParts } from './read-workbook-parts';
import { decodeXstring } from './rich-text-collector';

export const isTextCell = (type: string): boolean => type === 's' || type === 'inlineStr' || type === 'str';

/** Returns the text of a cell by its type (ST_CellType); runs without a font have the font of its style. */
export function formatCellText(
  { type, style, value }: Pick<StoredCell, 'type' | 'style' | 'value'>,
  rich: FontedText,
  parts: WorkbookParts,
): FontedText {
  const { format, font, struck } = parts.styles[style] ?? { format: 'General' };
  const text = formatTypedValue(type, value ?? '', rich, format, parts);
  return applyStyleFont(struck ? strikeText(text) : text, font);
}

/** Gives the font of a cell's style to the runs of its text that name none. */
export function applyStyleFont(text: FontedText, font: string | undefined): FontedText {
  if (text.text === '' || font === undefined) return text;
  if (!text.fonts) return { ...text, fonts: [font] };
  if (!text.runs) return text;
  const runs = text.runs.map((run) => ({ font, ...run }));
  return { ...text, runs, fonts: [...new Set(runs.map((run) => run.font))] };
}

/** Strikes the runs of a cell whose style is struck through; runs with a font have a format of their own. */
function strikeText(text: FontedText): FontedText {
  return createFontedText(
    toRuns(text).map((run) => (run.font === undefined ? { ...run, struck: true } : run)),
  );
}

function formatTypedValue(
  type: string,
  value: string,
  rich: FontedText,
  format: string,
  { strings, date1904 }: WorkbookParts,
): FontedText {
  switch (type) {
    case 's':
      return (value === '' ? undefined : strings[Number(value)]) ?? { text: '' };
    case 'inlineStr':
      return rich;
    case 'b':
      return { text: value === '' ? '' : isTrueValue(value) ? 'TRUE' : 'FALSE' };
    case 'd':
      return { text: formatIsoDate(value, format) };
    case 'n':
      return { text: formatStoredNumber(value, format, date1904) };
    default:
      return { text: normalizeBlank(decodeXstring(value)) };
  }
}

const normalizeBlank = (text: string): string => (text.trim() === '' ? '' : text);

function formatStoredNumber(value: string, format: string, date1904: boolean): string {
  const number = Number(value);
  return value.trim() === ''
    ? ''
    : Number.isFinite(number)
      ? formatCellNumber(number, format, date1904)
      : value;
}

/** Prints a date that a strict workbook stores as ISO 8601, by its format like any other. */
function formatIsoDate(value: string, format: string): string {
  const time = Date.parse(/\dT\d/.test(value) && !/Z|[+-]\d\d:?\d\d$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(time) ? value : formatCellNumber(toExcelSerialTime(time), format, false);
}
