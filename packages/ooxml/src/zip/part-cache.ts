import type { ZipEntry } from './read-directory';

type CachedPart = { packed: Uint8Array; inflated: Uint8Array };

/** Bytes as packed. Relations, tables and the list of sheets are smaller, what units fill in is larger. */
const MAX_PACKED_BYTES = 2_048;
const MAX_CACHED_PARTS = 400;

function isEqualBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** By checksum; two parts of one checksum push each other out. */
const partCache = new Map<number, CachedPart>();

/**
 * Small parts that were inflated before, in whatever workbook: those of one issue mostly have the same relations and
 * tables, byte for byte. The same packed bytes always give the very same array, which nobody may write to.
 */
export function getCachedPart(entry: ZipEntry, packed: Uint8Array): Uint8Array | null {
  const known = partCache.get(entry.crc);
  return known?.inflated.length === entry.inflatedSize && isEqualBytes(known.packed, packed)
    ? known.inflated
    : null;
}

/** Keeps a deflated part whose size and checksum were found right. */
export function cachePart({ crc }: ZipEntry, packed: Uint8Array, inflated: Uint8Array): void {
  if (packed.length > MAX_PACKED_BYTES) return;
  if (partCache.size >= MAX_CACHED_PARTS) partCache.clear();
  // A copy: the bytes are a view of the whole file.
  partCache.set(crc, { packed: packed.slice(), inflated });
}

/** Reads a part's array once: the answer is given again for the same array, as long as it is kept. */
export function memoizeByPart<Answer>(
  read: (part: Uint8Array, name: string) => Answer,
): (part: Uint8Array, name: string) => Answer {
  const answers = new WeakMap<Uint8Array, { name: string; answer: Answer }>();
  return (part, name) => {
    const former = answers.get(part);
    if (former?.name === name) return former.answer;
    const answer = read(part, name);
    answers.set(part, { name, answer });
    return answer;
  };
}
