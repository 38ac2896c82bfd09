/**
 * Looks up a text that a user or a file gave: "constructor" is no key of a table that does not hold it.
 *
 * @returns undefined where the table does not hold it
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
