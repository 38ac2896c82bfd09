/**
 * Appends items one by one. Spreading them into `push` throws above some 120,000 items, for they become arguments of
 * one call.
 */
export function appendAll<T>(target: T[], items: Iterable<T>): void {
  for (const item of items) target.push(item);
}

/** Returns the largest of the values, or `least` if none is larger. Takes any number of values, as {@link appendAll}. */
export function getMaximum(values: Iterable<number>, least: number): number {
  let maximum = least;
  for (const value of values) if (value > maximum) maximum = value;
  return maximum;
}

/** Returns the smallest of the values, or `most` if none is smaller; as {@link getMaximum}. */
export function getMinimum(values: Iterable<number>, most: number): number {
  let minimum = most;
  for (const value of values) if (value < minimum) minimum = value;
  return minimum;
}

/** Adds a value to the list of a key. */
export function addToList<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
