import { isErrorCode } from '@phuluc/ooxml/error-values';
import type { CellData } from '../cells';
import { err, type Failure } from '../edit-result';
import { isWellFormedFormula } from '../formula-tokens';
import type { Locale } from './format-display-text';
import { parseTypedNumber } from './parse-typed-number';

/** Longest text of a cell and longest formula (Microsoft, "Excel specifications and limits"). */
const MAX_TEXT_LENGTH = 32_767;
const MAX_FORMULA_LENGTH = 8_192;

/**
 * What a typed value does to a cell. `numberFormat` is the format that Excel gives to a cell that was
 * General.
 */
type TypedContent = { ok: true; content: CellData; numberFormat?: string } | Failure;

type TypingOptions = {
  /** The cell's previous number format; "@" keeps every text as it is. */
  numberFormat?: string;
  /** The API reads texts as en-US; a user types in the locale of the machine. */
  locale?: Locale;
  /** For dates typed without a year. */
  now?: Date;
};

function toTextContent(text: string): TypedContent {
  return text.length > MAX_TEXT_LENGTH
    ? err('InvalidArgument', `A cell holds at most ${MAX_TEXT_LENGTH} characters.`)
    : { ok: true, content: { value: text } };
}

/** Functions whose results Excel shows as a date or a time without a format. */
function getFormulaNumberFormat(formula: string): string | undefined {
  return /^=(TODAY|DATE)\(/i.test(formula)
    ? 'dd/mm/yyyy'
    : /^=NOW\(/i.test(formula)
      ? 'dd/mm/yyyy hh:mm'
      : undefined;
}

function toFormulaContent(formula: string): TypedContent {
  if (formula.length > MAX_FORMULA_LENGTH)
    return err('FormulaLengthExceedsLimit', `A formula has at most ${MAX_FORMULA_LENGTH} characters.`);
  if (!isWellFormedFormula(formula)) {
    return err('InvalidArgument', `There is a problem with this formula: ${formula.slice(0, 80)}`);
  }
  return { ok: true, content: { value: '', formula }, numberFormat: getFormulaNumberFormat(formula) };
}

/**
 * Interprets a value that is typed, or written to Range.values or Range.formulas, as Excel does.
 * A text that looks like a number, per cent, date, time, TRUE or an error becomes one; one that begins with
 * "=", "+", "-" (or "@" and a function) becomes a formula, and an error when it is not well formed; a leading
 * apostrophe keeps the rest as text, as does the number format "@".
 */
export function parseTypedValue(input: string | number | boolean, options: TypingOptions = {}): TypedContent {
  const { numberFormat = 'General', locale = 'en-US', now } = options;
  if (typeof input === 'number') {
    return Number.isFinite(input)
      ? { ok: true, content: { value: input } }
      : err('InvalidArgument', 'A cell holds finite numbers only.');
  }
  if (typeof input === 'boolean' || input === '') return { ok: true, content: { value: input } };
  if (input.startsWith("'")) return toTextContent(input.slice(1));
  if (numberFormat === '@') return toTextContent(input);
  if (input.startsWith('=') && input.length > 1) return toFormulaContent(input);
  const number = parseTypedNumber(input.trim(), locale, now);
  if (number) return { ok: true, content: { value: number.value }, numberFormat: number.numberFormat };
  if (/^[+-]./s.test(input)) return toFormulaContent(`=${input}`);
  if (/^@./s.test(input)) return toFormulaContent(`=${input.slice(1)}`);
  const upper = input.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { ok: true, content: { value: upper === 'TRUE' } };
  if (isErrorCode(upper)) return { ok: true, content: { value: { error: upper } } };
  return toTextContent(input);
}
