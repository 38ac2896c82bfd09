import { addToList } from '../model/collections';
import type { Locale } from '../model/values/format-display-text';
import { foldCase } from './fold-case';
import { parseCriterionNumber } from './parse-criterion';
import { type ArrayValue, KIND, type Scalar } from './runtime-value';

/** The numbers of a range in order, and its first error. */
export type SortedNumbers = { values: Float64Array; error: Scalar | null };

type Position = number;
/** Positions (row by row) of the cells with a number, with a text (case folded), or blank. */
type ValuePositions = {
  numbers: Map<number, Position[]>;
  texts: Map<string, Position[]>;
  blanks: Position[];
};

/** A cache of what is computed from a range; it lives as long as the range's content is unchanged. */
function createRangeCache<T>(compute: (range: ArrayValue) => T): (range: ArrayValue) => T {
  const known = new WeakMap<ArrayValue, T>();
  return (range) => {
    let found = known.get(range);
    if (found === undefined) known.set(range, (found = compute(range)));
    return found;
  };
}

/** Sorts the numbers of a range. */
export const getSortedNumbers = createRangeCache((range): SortedNumbers => {
  const values: number[] = [];
  let error: Scalar | null = null;
  for (const row of range.rows) {
    for (const cell of row) {
      if (cell.kind === KIND.number) values.push(cell.value);
      else if (cell.kind === KIND.error) error ??= cell;
    }
  }
  return { values: Float64Array.from(values).sort(), error };
});

/** Indexes a range by its values. */
export const getValuePositions = createRangeCache((range): ValuePositions => {
  const index: ValuePositions = { numbers: new Map(), texts: new Map(), blanks: [] };
  let position = 0;
  for (const row of range.rows) {
    for (const cell of row) {
      if (cell.kind === KIND.number) addToList(index.numbers, cell.value, position);
      else if (cell.kind === KIND.text) addToList(index.texts, foldCase(cell.value), position);
      else if (cell.kind === KIND.blank) index.blanks.push(position);
      position += 1;
    }
  }
  return index;
});

const POSITIONS_BY_LOCALE = new Map<Locale, (range: ArrayValue) => { byNumber: Map<number, Position[]> }>();

/** Returns the positions of cells that a criterion takes for a number: numbers, and texts that read as one. */
export function findNumberPositions(range: ArrayValue, value: number, locale: Locale): readonly Position[] {
  let index = POSITIONS_BY_LOCALE.get(locale);
  if (!index) {
    index = createRangeCache((cells) => {
      const byNumber = new Map<number, Position[]>();
      let position = 0;
      for (const row of cells.rows) {
        for (const cell of row) {
          const number =
            cell.kind === KIND.number
              ? cell.value
              : cell.kind === KIND.text
                ? parseCriterionNumber(cell.value, locale)
                : null;
          if (number !== null) addToList(byNumber, number, position);
          position += 1;
        }
      }
      return { byNumber };
    });
    POSITIONS_BY_LOCALE.set(locale, index);
  }
  return index(range).byNumber.get(value) ?? [];
}

/** Counts the sorted values below a bound, or not above it. */
export function countBelow(sorted: Float64Array, bound: number, isInclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle]!;
    if (value < bound || (isInclusive && value === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}
