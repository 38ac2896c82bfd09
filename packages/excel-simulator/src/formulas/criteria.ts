import type { Locale } from '../model/values/format-display-text';
import { countBelow, findNumberPositions, getSortedNumbers, getValuePositions } from './column-index';
import { foldCase } from './fold-case';
import { type Criterion, type Operator, parseCriterion, parseCriterionNumber } from './parse-criterion';
import { type ArrayValue, KIND, type Scalar } from './runtime-value';

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
function createCriterionTest(criterion: Criterion, locale: Locale): CriterionTest {
  if (criterion.operator === '=') return createEqualityTest(criterion, locale);
  if (criterion.operator === '<>') {
    const equal = createEqualityTest({ ...criterion, isBare: false }, locale);
    return (cell) => !equal(cell);
  }
  return createOrderTest(criterion);
}

/** A criterion that was read, with what is made of it when it is first needed. */
class KnownCriterion {
  readonly operator: Operator;
  readonly operand: Scalar;
  /** The text that cells equal, case folded; null where the criterion asks for something else. */
  readonly plainText: string | null;
  readonly #criterion: Criterion;
  #test: CriterionTest | undefined;

  constructor(
    value: Scalar,
    readonly locale: Locale,
  ) {
    this.#criterion = parseCriterion(value, locale);
    const { operator, operand } = this.#criterion;
    this.operator = operator;
    this.operand = operand;
    const isPlain =
      operator === '=' && operand.kind === KIND.text && operand.value !== '' && !/[*?~]/.test(operand.value);
    this.plainText = isPlain ? foldCase(operand.value) : null;
  }

  get test(): CriterionTest {
    return (this.#test ??= createCriterionTest(this.#criterion, this.locale));
  }
}

const CRITERIA: Record<Locale, Map<string | number, KnownCriterion>> = {
  'vi-VN': new Map(),
  'en-US': new Map(),
};
const MAX_CRITERIA = 20_000;

/** Reads a criterion. Texts and numbers are kept: formulas ask for the same again. */
function getCriterion(value: Scalar, locale: Locale): KnownCriterion {
  if (value.kind !== KIND.text && value.kind !== KIND.number) return new KnownCriterion(value, locale);
  const known = CRITERIA[locale];
  let criterion = known.get(value.value);
  if (criterion) return criterion;
  if (known.size >= MAX_CRITERIA) known.clear();
  known.set(value.value, (criterion = new KnownCriterion(value, locale)));
  return criterion;
}

function getCriterionKey(value: Scalar, locale: Locale): string {
  return `${locale} ${value.kind} ${'value' in value ? String(value.value) : 'code' in value ? value.code : ''}`;
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
  const { test } = getCriterion(value, locale);
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
function findEqual(
  range: ArrayValue,
  { operator, operand, plainText, locale }: KnownCriterion,
): Positions | null {
  if (plainText !== null) return getValuePositions(range).texts.get(plainText) ?? NO_POSITIONS;
  if (operator !== '=' || operand.kind !== KIND.number) return null;
  return findNumberPositions(range, operand.value, locale);
}

const NO_POSITIONS: Positions = [];

type CriterionPair = { range: ArrayValue; criterion: Scalar };

/** Finds the cells of ranges of one shape that meet every criterion, beginning with the most selective one. */
export function findAllMatches(pairs: readonly CriterionPair[], locale: Locale): Positions {
  const criteria = pairs.map(({ criterion }) => getCriterion(criterion, locale));
  let base: Positions | null = null;
  let first = -1;
  for (let index = 0; index < pairs.length; index += 1) {
    const equal = findEqual(pairs[index]!.range, criteria[index]!);
    if (!equal || (base && base.length <= equal.length)) continue;
    base = equal;
    first = index;
    if (equal.length === 0) return equal;
  }
  if (first < 0) first = 0;
  let positions: Positions = base ?? findMatches(pairs[0]!.range, pairs[0]!.criterion, locale);
  pairs.forEach(({ range }, index) => {
    if (index === first || positions.length === 0) return;
    const { test } = criteria[index]!;
    const { width, rows } = range;
    positions = positions.filter((at) => test(rows[Math.floor(at / width)]![at % width]!));
  });
  return positions;
}

/** Counts the cells of a range that meet a criterion. */
export function countMatches(range: ArrayValue, value: Scalar, locale: Locale): number {
  const criterion = getCriterion(value, locale);
  const { operator, operand } = criterion;
  if (operand.kind === KIND.number && operator !== '=' && operator !== '<>') {
    const { values } = getSortedNumbers(range);
    const isInclusive = operator === '<=' || operator === '>';
    const below = countBelow(values, operand.value, isInclusive);
    return operator.startsWith('<') ? below : values.length - below;
  }
  return (findEqual(range, criterion) ?? findMatches(range, value, locale)).length;
}
