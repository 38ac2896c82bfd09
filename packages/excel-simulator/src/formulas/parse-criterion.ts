import { isErrorCode } from '@phuluc/ooxml/error-values';
import type { Locale } from '../model/values/format-display-text';
import { parseTypedNumber } from '../model/values/parse-typed-number';
import { KIND, type Scalar } from './runtime-value';

/**
 * Criteria of COUNTIF, SUMIFS and related functions (Microsoft, "COUNTIF function", and how Excel behaves): texts match
 * entirely, without regard to case, with wildcards after "=" and "<>" too; a number matches numbers and texts that
 * read as that number; "<" and ">" compare numbers with numbers and texts with texts, never blanks; "=" alone
 * matches empty cells only, "<>" all others; "" matches empty cells and empty texts.
 */
export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Criterion = { operator: Operator; operand: Scalar; isBare: boolean };

function parseCriterionOperand(text: string, locale: Locale): Scalar {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: KIND.boolean, value: upper === 'TRUE' };
  if (isErrorCode(upper)) return { kind: KIND.error, code: upper };
  const number = parseCriterionNumber(text, locale);
  return number === null ? { kind: KIND.text, value: text } : { kind: KIND.number, value: number };
}

/**
 * Parses a text as a number: what & has written has a point, what a user typed the locale's sign.
 * @returns null for other texts.
 */
export function parseCriterionNumber(text: string, locale: Locale): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  return parseTypedNumber(trimmed, locale)?.value ?? null;
}

export function parseCriterion(value: Scalar, locale: Locale): Criterion {
  if (value.kind === KIND.blank) {
    // A reference to an empty cell asks for 0.
    return { operator: '=', operand: { kind: KIND.number, value: 0 }, isBare: true };
  }
  if (value.kind !== KIND.text) return { operator: '=', operand: value, isBare: true };
  const [, operator, rest = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(value.value) ?? [];
  return {
    operator: (operator ?? '=') as Operator,
    operand: parseCriterionOperand(rest, locale),
    isBare: operator === undefined,
  };
}
