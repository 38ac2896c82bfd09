import type { FontedText } from '../format/fonted-text';
import { numberText } from './number-text';
import { unescapeText } from './rich-text';
import { isTrue, type WorkbookParts } from './workbook-parts';

/** A cell as written: type (ST_CellType), style index, the text of its value, whether a formula made it. */
export type OpenCell = { type: string; style: number; value: string | null; formula: boolean };

export const isTextCell = (type: string): boolean => type === 's' || type === 'inlineStr' || type === 'str';

/** The words of a cell by its type (ST_CellType), its font the style's where its runs name none. */
export function cellText(
  { type, style, value }: OpenCell,
  rich: FontedText,
  parts: WorkbookParts,
): FontedText {
  const { format, font } = parts.styles[style] ?? { format: 'General', font: undefined };
  const text = typedText(type, value ?? '', rich, format, parts);
  if (text.text === '' || font === undefined) return text;
  if (!text.fonts) return { ...text, fonts: [font] };
  if (!text.runs) return text;
  const runs = text.runs.map((run) => ({ font, ...run }));
  return { ...text, runs, fonts: [...new Set(runs.map((run) => run.font))] };
}

function typedText(
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
      return { text: value === '' ? '' : isTrue(value) ? 'TRUE' : 'FALSE' };
    case 'd':
      return { text: isoDateText(value, format) };
    case 'n':
      return { text: storedNumberText(value, format, date1904) };
    default:
      return { text: blankIsEmpty(unescapeText(value)) };
  }
}

const blankIsEmpty = (text: string): string => (text.trim() === '' ? '' : text);

function storedNumberText(value: string, format: string, date1904: boolean): string {
  const number = Number(value);
  return value.trim() === '' ? '' : Number.isFinite(number) ? numberText(number, format, date1904) : value;
}

const EPOCH_1900 = Date.UTC(1899, 11, 30);
const MILLISECONDS_A_DAY = 86_400_000;

/** Strict workbooks may store dates as ISO 8601; they print by their format all the same. */
function isoDateText(value: string, format: string): string {
  const time = Date.parse(/\dT\d/.test(value) && !/Z|[+-]\d\d:?\d\d$/.test(value) ? `${value}Z` : value);
  return Number.isNaN(time) ? value : numberText((time - EPOCH_1900) / MILLISECONDS_A_DAY, format, false);
}
