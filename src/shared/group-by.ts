/** Groups items by their key, in order of first appearance. */
export function groupBy<T, Key>(items: Iterable<T>, getKey: (item: T) => Key): Map<Key, T[]> {
  return groupByKeys(items, (item) => [getKey(item)]);
}

/** Groups items by their keys; an item stands in the group of each of them. */
export function groupByKeys<T, Key>(items: Iterable<T>, getKeys: (item: T) => Iterable<Key>): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    for (const key of getKeys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
