import type { Locale } from '../model/display-text';
import { markMatches } from './criteria';
import {
  type ArrayValue,
  KIND,
  type RuntimeValue,
  type Scalar,
  arrayOf,
  asArray,
  asError,
  asNumber,
  isArray,
} from './runtime-value';

type Pair = { range: ArrayValue; criterion: RuntimeValue };
/** What is made of the values picked: given one after another, then asked for the result. */
type Aggregate = { add(cell: Scalar): void; result(): Scalar };

function sum(): Aggregate {
  let total = 0;
  return {
    add(cell) {
      if (cell.kind === KIND.number) total += cell.value;
    },
    result: () => asNumber(total),
  };
}

function average(): Aggregate {
  let total = 0;
  let count = 0;
  return {
    add(cell) {
      if (cell.kind !== KIND.number) return;
      total += cell.value;
      count += 1;
    },
    result: () => (count === 0 ? asError('#DIV/0!') : asNumber(total / count)),
  };
}

function extreme(better: (a: number, b: number) => boolean) {
  return (): Aggregate => {
    let best: number | null = null;
    return {
      add(cell) {
        if (cell.kind === KIND.number && (best === null || better(cell.value, best))) best = cell.value;
      },
      result: () => asNumber(best ?? 0),
    };
  };
}

/** Cells that meet every criterion, by their place in the ranges; null when the ranges differ in shape. */
function select(
  pairs: readonly { range: ArrayValue; criterion: Scalar }[],
  locale: Locale,
): Uint8Array | null {
  const [first, ...others] = pairs;
  if (!first) return null;
  const { height, width } = first.range;
  if (others.some(({ range }) => range.height !== height || range.width !== width)) return null;
  const marks = markMatches(first.range, first.criterion, locale);
  if (others.length === 0) return marks;
  const all = Uint8Array.from(marks);
  for (const { range, criterion } of others) {
    const more = markMatches(range, criterion, locale);
    for (let index = 0; index < all.length; index += 1) all[index]! &= more[index]!;
  }
  return all;
}

function aggregate(values: ArrayValue, chosen: Uint8Array, make: () => Aggregate): Scalar {
  const result = make();
  for (let index = 0; index < chosen.length; index += 1) {
    if (chosen[index] === 0) continue;
    const cell = values.rows[Math.floor(index / values.width)]![index % values.width]!;
    if (cell.kind === KIND.error) return cell;
    result.add(cell);
  }
  return result.result();
}

/** One result for each value of the criteria, which are one value or arrays of shapes that fit. */
function forEachCriterion(pairs: readonly Pair[], one: (criteria: Scalar[]) => Scalar): RuntimeValue {
  const criteria = pairs.map((pair) => pair.criterion);
  if (!criteria.some(isArray)) return one(criteria as Scalar[]);
  const arrays = criteria.map(asArray);
  const height = Math.max(...arrays.map((array) => array.height));
  const width = Math.max(...arrays.map((array) => array.width));
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      one(
        arrays.map(
          (array) =>
            array.rows[array.height === 1 ? 0 : row]?.[array.width === 1 ? 0 : column] ?? asError('#N/A'),
        ),
      ),
    ),
  );
  return arrayOf(rows);
}

function pairsFrom(args: readonly RuntimeValue[], from: number): Pair[] | null {
  if ((args.length - from) % 2 !== 0 || args.length <= from) return null;
  const pairs: Pair[] = [];
  for (let at = from; at < args.length; at += 2) {
    pairs.push({ range: asArray(args[at]!), criterion: args[at + 1]! });
  }
  return pairs;
}

function evaluate(
  pairs: Pair[] | null,
  locale: Locale,
  result: (chosen: Uint8Array) => Scalar,
): RuntimeValue {
  if (!pairs) return asError('#VALUE!');
  return forEachCriterion(pairs, (criteria) => {
    const chosen = select(
      pairs.map(({ range }, index) => ({ range, criterion: criteria[index]! })),
      locale,
    );
    return chosen ? result(chosen) : asError('#VALUE!');
  });
}

function count(chosen: Uint8Array): Scalar {
  let total = 0;
  for (const mark of chosen) total += mark;
  return asNumber(total);
}

function fits(values: ArrayValue, pairs: Pair[] | null): boolean {
  return pairs?.every(({ range }) => range.height === values.height && range.width === values.width) ?? false;
}

type HostFunction = (args: readonly RuntimeValue[], locale: Locale) => RuntimeValue;

/** (range, criterion, values): COUNTIF, SUMIF, AVERAGEIF. */
function withOne(make: (() => Aggregate) | null): HostFunction {
  return (args, locale) => {
    const pairs = pairsFrom(args.slice(0, 2), 0);
    if (!make) return evaluate(pairs, locale, count);
    const values = asArray(args[2] ?? args[0]!);
    // Excel stretches the third range to the shape of the first; here it must have it.
    if (!fits(values, pairs)) return asError('#VALUE!');
    return evaluate(pairs, locale, (chosen) => aggregate(values, chosen, make));
  };
}

/** (values, range, criterion, …): SUMIFS, AVERAGEIFS, MAXIFS, MINIFS. */
function withMany(make: () => Aggregate): HostFunction {
  return (args, locale) => {
    const values = asArray(args[0]!);
    const pairs = pairsFrom(args, 1);
    if (!fits(values, pairs)) return asError('#VALUE!');
    return evaluate(pairs, locale, (chosen) => aggregate(values, chosen, make));
  };
}

/** COUNTIF and its kin, with Excel's criteria. */
export const CRITERIA_FUNCTIONS = {
  COUNTIF: withOne(null),
  SUMIF: withOne(sum),
  AVERAGEIF: withOne(average),
  COUNTIFS: (args, locale) => evaluate(pairsFrom(args, 0), locale, count),
  SUMIFS: withMany(sum),
  AVERAGEIFS: withMany(average),
  MAXIFS: withMany(extreme((a, b) => a > b)),
  MINIFS: withMany(extreme((a, b) => a < b)),
} satisfies Record<string, HostFunction>;
