/**
 * Returns the smallest value, or Infinity if there are none. Unlike `Math.min(...values)` it takes any number of
 * values: the stack holds only about 100,000 arguments.
 */
export function findMin(values: Iterable<number>): number {
  let smallest = Infinity;
  for (const value of values) if (!(value >= smallest)) smallest = value;
  return smallest;
}

/** Returns the largest value, or -Infinity if there are none; any number of values, as `findMin`. */
export function findMax(values: Iterable<number>): number {
  let largest = -Infinity;
  for (const value of values) if (!(value <= largest)) largest = value;
  return largest;
}
