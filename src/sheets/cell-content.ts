import type { CellContent } from './sheet-spec';

/** Begins like a formula, a number, a date or an English month, or is a word that Excel reads as a value. */
const CONVERTIBLE_TEXT =
  /^(?:[^\p{L}]|(?:true|false)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu;

/**
 * Converts a content to the input of `Range.formulas`: a leading apostrophe protects a text that Excel would read as
 * something else. A cell of number format "@" keeps every text, except its own leading apostrophe.
 */
export function toCellInput(content: CellContent, numberFormat = 'General'): string | number | boolean {
  if (typeof content === 'object') return content.formula;
  if (typeof content !== 'string' || content === '') return content;
  const guard = numberFormat === '@' ? content.startsWith("'") : CONVERTIBLE_TEXT.test(content);
  return guard ? `'${content}` : content;
}

/**
 * Reads the content of a cell from `Range.values` and `Range.formulas`. A text that begins with "=" is the same in
 * both; a formula has its result as value.
 */
export function toCellContent(value: string | number | boolean, formula: unknown): CellContent {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? { formula } : value;
}

/** Returns the text of a cell; '' for a formula, whose text is its result. */
export const getPlainText = (value: CellContent): string => (typeof value === 'object' ? '' : String(value));
