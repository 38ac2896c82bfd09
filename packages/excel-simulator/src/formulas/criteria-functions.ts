import type { Locale } from '../model/values/format-display-text';
import { countMatches, findAllMatches } from './criteria';
import {
  type ArrayValue,
  createArray,
  createError,
  createNumber,
  findCommonShape,
  isArrayValue,
  KIND,
  type RuntimeValue,
  type Scalar,
  toArrayValue,
} from './runtime-value';

type CriterionPair = { range: ArrayValue; criterion: RuntimeValue; isError: boolean };
/** What is made of the values picked: given one after another, then asked for the result. */
type Aggregator = { add(cell: Scalar): void; result(): Scalar };

function createSum(): Aggregator {
  let total = 0;
  return {
    add(cell) {
      if (cell.kind === KIND.number) total += cell.value;
    },
    result: () => createNumber(total),
  };
}

function createAverage(): Aggregator {
  let total = 0;
  let count = 0;
  return {
    add(cell) {
      if (cell.kind !== KIND.number) return;
      total += cell.value;
      count += 1;
    },
    result: () => (count === 0 ? createError('#DIV/0!') : createNumber(total / count)),
  };
}

function createExtreme(better: (a: number, b: number) => boolean) {
  return (): Aggregator => {
    let best: number | null = null;
    return {
      add(cell) {
        if (cell.kind === KIND.number && (best === null || better(cell.value, best))) best = cell.value;
      },
      result: () => createNumber(best ?? 0),
    };
  };
}

function aggregateMatches(values: ArrayValue, chosen: readonly number[], make: () => Aggregator): Scalar {
  const result = make();
  for (const index of chosen) {
    const cell = values.rows[Math.floor(index / values.width)]![index % values.width]!;
    if (cell.kind === KIND.error) return cell;
    result.add(cell);
  }
  return result.result();
}

type ScalarPair = { range: ArrayValue; criterion: Scalar };

const isScalarPair = (pair: CriterionPair): pair is CriterionPair & ScalarPair =>
  !isArrayValue(pair.criterion);

/** One result for each value of the criteria, which are one value or arrays of shapes that fit. */
function mapCriteria(
  pairs: readonly CriterionPair[],
  one: (pairs: readonly ScalarPair[]) => Scalar,
): RuntimeValue {
  if (pairs.every(isScalarPair)) return one(pairs);
  const arrays = pairs.map(({ criterion }) => toArrayValue(criterion));
  const { height, width } = findCommonShape(arrays);
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      one(
        arrays.map((array, index) => ({
          range: pairs[index]!.range,
          criterion:
            array.rows[array.height === 1 ? 0 : row]?.[array.width === 1 ? 0 : column] ?? createError('#N/A'),
        })),
      ),
    ),
  );
  return createArray(rows);
}

function readPairs(args: readonly RuntimeValue[], from: number): CriterionPair[] | null {
  if ((args.length - from) % 2 !== 0 || args.length <= from) return null;
  const pairs: CriterionPair[] = [];
  for (let at = from; at < args.length; at += 2) {
    const range = args[at]!;
    pairs.push({ range: toArrayValue(range), criterion: args[at + 1]!, isError: range.kind === KIND.error });
  }
  return pairs;
}

/** Returns the error that stands for a range which could not be found (INDIRECT of a wrong address). */
function findRangeError(pairs: readonly CriterionPair[]): Scalar | null {
  return pairs.find(({ isError }) => isError)?.range.rows[0]?.[0] ?? null;
}

function evaluateCriteria(
  pairs: CriterionPair[] | null,
  locale: Locale,
  result: (chosen: readonly number[]) => Scalar,
): RuntimeValue {
  if (!pairs) return createError('#VALUE!');
  const error = findRangeError(pairs);
  if (error) return error;
  const { height, width } = pairs[0]!.range;
  if (pairs.some(({ range }) => range.height !== height || range.width !== width))
    return mapCriteria(pairs, () => createError('#VALUE!'));
  return mapCriteria(pairs, (scalars) => result(findAllMatches(scalars, locale)));
}

const countChosen = (chosen: readonly number[]): Scalar => createNumber(chosen.length);

function evaluateCount(pairs: CriterionPair[] | null, locale: Locale): RuntimeValue {
  const [only, ...others] = pairs ?? [];
  if (!only || others.length > 0 || only.isError) return evaluateCriteria(pairs, locale, countChosen);
  return mapCriteria([only], ([pair]) => createNumber(countMatches(only.range, pair!.criterion, locale)));
}

function isSameShape(values: ArrayValue, pairs: CriterionPair[] | null): boolean {
  return pairs?.every(({ range }) => range.height === values.height && range.width === values.width) ?? false;
}

type HostFunction = (args: readonly RuntimeValue[], locale: Locale) => RuntimeValue;

/** (range, criterion, values): COUNTIF, SUMIF, AVERAGEIF. */
function createSingleCriterionFunction(make: (() => Aggregator) | null): HostFunction {
  return (args, locale) => {
    const pairs = readPairs(args.slice(0, 2), 0);
    if (!make) return evaluateCount(pairs, locale);
    const values = toArrayValue(args[2] ?? args[0]!);
    // Excel extends the third range to the shape of the first; here it must have it.
    if (!isSameShape(values, pairs)) return createError('#VALUE!');
    return evaluateCriteria(pairs, locale, (chosen) => aggregateMatches(values, chosen, make));
  };
}

/** (values, range, criterion, …): SUMIFS, AVERAGEIFS, MAXIFS, MINIFS. */
function createMultiCriteriaFunction(make: () => Aggregator): HostFunction {
  return (args, locale) => {
    const values = toArrayValue(args[0]!);
    const pairs = readPairs(args, 1);
    if (!isSameShape(values, pairs)) return createError('#VALUE!');
    return evaluateCriteria(pairs, locale, (chosen) => aggregateMatches(values, chosen, make));
  };
}

/** COUNTIF and its kin, with Excel's criteria. */
export const CRITERIA_FUNCTIONS = {
  COUNTIF: createSingleCriterionFunction(null),
  SUMIF: createSingleCriterionFunction(createSum),
  AVERAGEIF: createSingleCriterionFunction(createAverage),
  COUNTIFS: (args, locale) => evaluateCount(readPairs(args, 0), locale),
  SUMIFS: createMultiCriteriaFunction(createSum),
  AVERAGEIFS: createMultiCriteriaFunction(createAverage),
  MAXIFS: createMultiCriteriaFunction(createExtreme((a, b) => a > b)),
  MINIFS: createMultiCriteriaFunction(createExtreme((a, b) => a < b)),
} satisfies Record<string, HostFunction>;
