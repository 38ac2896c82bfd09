/** Appends items to a list. Unlike `list.push(...items)` it takes any number: the stack holds only about 100,000. */
export function appendAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
