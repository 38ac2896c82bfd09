import type { Locale } from '../model/values/format-display-text';
import { countBelow, findNumberPositions, getSortedNumbers, getValuePositions } from './column-index';
import { type Criterion, type Operator, parseCriterion, parseCriterionNumber } from './parse-criterion';
import { type ArrayValue, KIND, type Scalar } from './runtime-value';

const foldCase = (text: string): string => text.toLowerCase();

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

/** Creates a test whether a cell meets a criterion. */
function createCriterionTest(value: Scalar, locale: Locale): CriterionTest {
  const criterion = parseCriterion(value, locale);
  if (criterion.operator === '=') return createEqualityTest(criterion, locale);
  if (criterion.operator === '<>') {
    const equal = createEqualityTest({ ...criterion, isBare: false }, locale);
    return (cell) => !equal(cell);
  }
  return createOrderTest(criterion);
}

function getCriterionKey(value: Scalar, locale: Locale): string {
  return `${locale} ${value.kind} ${'value' in value ? String(value.value) : 'code' in value ? value.code : ''}`;
}

const TESTS = new Map<string, CriterionTest>();
const MAX_TESTS = 10_000;

function getCriterionTest(value: Scalar, locale: Locale): CriterionTest {
  const key = getCriterionKey(value, locale);
  let test = TESTS.get(key);
  if (test) return test;
  if (TESTS.size >= MAX_TESTS) TESTS.clear();
  TESTS.set(key, (test = createCriterionTest(value, locale)));
  return test;
}

/** Positions of cells in a range, row by row. */
type Positions = readonly number[];
const MATCHES_BY_ARRAY = new WeakMap<ArrayValue, Map<string, Positions>>();

/** Cached with the range, because a summary asks the same few columns for the same few values many times. */
function findMatches(range: ArrayValue, value: Scalar, locale: Locale): Positions {
  let known = MATCHES_BY_ARRAY.get(range);
  if (!known) MATCHES_BY_ARRAY.set(range, (known = new Map()));
  const key = getCriterionKey(value, locale);
  let matches = known.get(key);
  if (matches) return matches;
  const found: number[] = [];
  const test = getCriterionTest(value, locale);
  let at = 0;
  for (const row of range.rows) {
    for (const cell of row) {
      if (test(cell)) found.push(at);
      at += 1;
    }
  }
  matches = found;
  known.set(key, matches);
  return matches;
}

/**
 * Finds the cells that equal a number or a text without wildcards by the range's index.
 * @returns null for other criteria.
 */
function findEqual(range: ArrayValue, value: Scalar, locale: Locale): Positions | null {
  const { operator, operand } = parseCriterion(value, locale);
  if (operator !== '=') return null;
  if (operand.kind === KIND.number) return findNumberPositions(range, operand.value, locale);
  if (operand.kind !== KIND.text || operand.value === '' || /[*?~]/.test(operand.value)) return null;
  return getValuePositions(range).texts.get(foldCase(operand.value)) ?? [];
}

type CriterionPair = { range: ArrayValue; criterion: Scalar };

/** Finds the cells of ranges of one shape that meet every criterion, beginning with the most selective one. */
export function findAllMatches(pairs: readonly CriterionPair[], locale: Locale): Positions {
  let base: Positions | null = null;
  let first = -1;
  pairs.forEach(({ range, criterion }, index) => {
    const equal = findEqual(range, criterion, locale);
    if (!equal || (base && base.length <= equal.length)) return;
    base = equal;
    first = index;
  });
  if (first < 0) first = 0;
  let positions: Positions = base ?? findMatches(pairs[0]!.range, pairs[0]!.criterion, locale);
  pairs.forEach(({ range, criterion }, index) => {
    if (index === first || positions.length === 0) return;
    const test = getCriterionTest(criterion, locale);
    const { width, rows } = range;
    positions = positions.filter((at) => test(rows[Math.floor(at / width)]![at % width]!));
  });
  return positions;
}

/** Counts the cells of a range that meet a criterion. */
export function countMatches(range: ArrayValue, value: Scalar, locale: Locale): number {
  const { operator, operand } = parseCriterion(value, locale);
  if (operand.kind === KIND.number && operator !== '=' && operator !== '<>') {
    const { values } = getSortedNumbers(range);
    const isInclusive = operator === '<=' || operator === '>';
    const below = countBelow(values, operand.value, isInclusive);
    return operator.startsWith('<') ? below : values.length - below;
  }
  return (findEqual(range, value, locale) ?? findMatches(range, value, locale)).length;
}
