import type { CellContent } from './sheet-spec';

/** Begins like a formula, a number, a date or an English month, or is a word that Excel reads as a value. */
const CONVERTIBLE_TEXT =
  /^(?:[^\p{L}]|(?:true|false)$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu;

/**
 * What to hand to `Range.formulas` so that the cell holds the content: a leading apostrophe keeps a text that Excel
 * would read as something else. In a cell of number format "@" every text is kept, but for its own leading apostrophe.
 */
export function toCellInput(content: CellContent, numberFormat = 'General'): string | number | boolean {
  if (typeof content === 'object') return content.formula;
  if (typeof content !== 'string' || content === '') return content;
  const guard = numberFormat === '@' ? content.startsWith("'") : CONVERTIBLE_TEXT.test(content);
  return guard ? `'${content}` : content;
}

/**
 * The content of a cell from what `Range.values` and `Range.formulas` say of it. A text that begins with "=" has the
 * same in both; a formula has its result as value.
 */
export function toCellContent(value: string | number | boolean, formula: unknown): CellContent {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? { formula } : value;
}

/** The words of a cell: blank for a formula, whose words are its result. */
export const getPlainText = (value: CellContent): string => (typeof value === 'object' ? '' : String(value));
