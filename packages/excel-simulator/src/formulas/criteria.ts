import { isErrorCode } from '@phuluc/ooxml/error-values';
import type { Locale } from '../model/values/format-display-text';
import { parseTypedNumber } from '../model/values/parse-typed-number';
import { type ArrayValue, KIND, type Scalar } from './runtime-value';

/**
 * Criteria of COUNTIF, SUMIFS and their kin (Microsoft, "COUNTIF function", and how Excel behaves): texts match
 * whole, without regard to case, with wildcards after "=" and "<>" too; a number matches numbers and texts that
 * read as that number; "<" and ">" compare numbers with numbers and texts with texts, never blanks; "=" alone
 * matches empty cells only, "<>" all others; "" matches empty cells and empty texts.
 */
type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';
type Criterion = { operator: Operator; operand: Scalar; isBare: boolean };

const foldCase = (text: string): string => text.toLowerCase();

function parseCriterionOperand(text: string, locale: Locale): Scalar {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: KIND.boolean, value: upper === 'TRUE' };
  if (isErrorCode(upper)) return { kind: KIND.error, code: upper };
  const number = parseCriterionNumber(text, locale);
  return number === null ? { kind: KIND.text, value: text } : { kind: KIND.number, value: number };
}

/** A text as the number it reads as; what & has written has a point, what a person wrote the locale's sign. */
function parseCriterionNumber(text: string, locale: Locale): number | null {
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

/** "*" any characters, "?" one, "~" before them takes them as they are. */
function createWildcardPattern(text: string): RegExp | null {
  if (!/[*?~]/.test(text)) return null;
  const source = foldCase(text).replace(/~[*?~]|[*?]|[.+^${}()|[\]\\/-]/g, (sign) => {
    if (sign === '*') return '[^]*';
    if (sign === '?') return '[^]';
    return sign.startsWith('~') ? `\\${sign.slice(1)}` : `\\${sign}`;
  });
  return new RegExp(`^${source.replaceAll('\\~', '~').replaceAll('\\-', '-').replaceAll('\\/', '/')}$`, 'u');
}

type CriterionTest = (cell: Scalar) => boolean;

function createEqualityTest({ operand, isBare }: Criterion, locale: Locale): CriterionTest {
  switch (operand.kind) {
    case KIND.number:
      return (cell) =>
        cell.kind === KIND.number
          ? cell.value === operand.value
          : cell.kind === KIND.text && parseCriterionNumber(cell.value, locale) === operand.value;
    case KIND.boolean:
      return (cell) => cell.kind === KIND.boolean && cell.value === operand.value;
    case KIND.error:
      return (cell) => cell.kind === KIND.error && cell.code === operand.code;
    case KIND.text: {
      if (operand.value === '') {
        return (cell) => cell.kind === KIND.blank || (isBare && cell.kind === KIND.text && cell.value === '');
      }
      const match = createWildcardPattern(operand.value);
      if (match) return (cell) => cell.kind === KIND.text && match.test(foldCase(cell.value));
      const wanted = foldCase(operand.value);
      return (cell) => cell.kind === KIND.text && foldCase(cell.value) === wanted;
    }
    default:
      return () => false;
  }
}

function satisfiesOperator(order: number, operator: Operator): boolean {
  return operator === '<'
    ? order < 0
    : operator === '<='
      ? order <= 0
      : operator === '>'
        ? order > 0
        : order >= 0;
}

const COLLATOR = new Intl.Collator('vi', { sensitivity: 'accent' });

function createOrderTest({ operator, operand }: Criterion): CriterionTest {
  if (operand.kind === KIND.number) {
    return (cell) => cell.kind === KIND.number && satisfiesOperator(cell.value - operand.value, operator);
  }
  if (operand.kind === KIND.text && operand.value !== '') {
    return (cell) =>
      cell.kind === KIND.text && satisfiesOperator(COLLATOR.compare(cell.value, operand.value), operator);
  }
  if (operand.kind === KIND.boolean) {
    return (cell) =>
      cell.kind === KIND.boolean && satisfiesOperator(Number(cell.value) - Number(operand.value), operator);
  }
  return () => false;
}

/** Whether a cell meets a criterion. */
function createCriterionTest(value: Scalar, locale: Locale): CriterionTest {
  const criterion = parseCriterion(value, locale);
  if (criterion.operator === '=') return createEqualityTest(criterion, locale);
  if (criterion.operator === '<>') {
    const equal = createEqualityTest({ ...criterion, isBare: false }, locale);
    return (cell) => !equal(cell);
  }
  return createOrderTest(criterion);
}

/** Whether each cell of a range, row by row, meets a criterion. */
type MatchMarks = Uint8Array;
const marksByArray = new WeakMap<ArrayValue, Map<string, MatchMarks>>();

/**
 * The cells of a range that meet a criterion. Kept with the range: a summary asks the same few columns for the
 * same few values many times.
 */
export function markMatches(range: ArrayValue, value: Scalar, locale: Locale): MatchMarks {
  let known = marksByArray.get(range);
  if (!known) marksByArray.set(range, (known = new Map()));
  const key = `${locale} ${value.kind} ${'value' in value ? String(value.value) : 'code' in value ? value.code : ''}`;
  let marks = known.get(key);
  if (marks) return marks;
  marks = new Uint8Array(range.height * range.width);
  const test = createCriterionTest(value, locale);
  let at = 0;
  for (const row of range.rows) {
    for (const cell of row) {
      if (test(cell)) marks[at] = 1;
      at += 1;
    }
  }
  known.set(key, marks);
  return marks;
}
