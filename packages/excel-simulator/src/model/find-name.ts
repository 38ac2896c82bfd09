import { toNameKey } from './formula-references';
import type { NameModel } from './types';

type NameIndex = { byKey: Map<string, NameModel>; length: number; last: NameModel | undefined };

/** What reads the names of a workbook asks for each of them several times; some workbooks have 50,000. */
const NAME_INDEXES = new WeakMap<readonly NameModel[], NameIndex>();

/** Names are appended and taken out, never renamed: an index of as many with the same last one is of the same names. */
function getNameIndex(names: readonly NameModel[]): NameIndex {
  const last = names.at(-1);
  const known = NAME_INDEXES.get(names);
  if (known?.length === names.length && known.last === last) return known;
  const byKey = new Map<string, NameModel>();
  for (const one of names) {
    const key = toNameKey(one.name);
    // The first of two names counts.
    if (!byKey.has(key)) byKey.set(key, one);
  }
  const index = { byKey, length: names.length, last };
  NAME_INDEXES.set(names, index);
  return index;
}

/** Finds a name among those of a sheet or of the workbook, as Excel compares names. */
export function findName(names: readonly NameModel[], name: string): NameModel | undefined {
  return getNameIndex(names).byKey.get(toNameKey(name));
}
