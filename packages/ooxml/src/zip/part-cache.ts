import type { ZipEntry } from './read-directory';

type CachedPart = { packed: Uint8Array; inflated: Uint8Array };

/** Packed bytes. Relationships, tables and the list of sheets are smaller, what units fill in is larger. */
const MAX_PACKED_BYTES = 2_048;
const MAX_CACHED_PARTS = 400;

function isEqualBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** By checksum; two parts of one checksum displace each other. */
const CACHED_PARTS = new Map<number, CachedPart>();

/**
 * Finds a small part that was inflated before, in any workbook: the workbooks of one issue mostly have the same
 * relationships and tables, byte for byte. The same packed bytes always give the very same array; never write to it.
 * @returns null if the part is not cached.
 */
export function getCachedPart(entry: ZipEntry, packed: Uint8Array): Uint8Array | null {
  const known = CACHED_PARTS.get(entry.crc);
  return known?.inflated.length === entry.inflatedSize && isEqualBytes(known.packed, packed)
    ? known.inflated
    : null;
}

/** Caches a deflated part whose size and checksum were verified. */
export function cachePart({ crc }: ZipEntry, packed: Uint8Array, inflated: Uint8Array): void {
  if (packed.length > MAX_PACKED_BYTES) return;
  if (CACHED_PARTS.size >= MAX_CACHED_PARTS) CACHED_PARTS.clear();
  // A copy: the bytes are a view of the file.
  CACHED_PARTS.set(crc, { packed: packed.slice(), inflated });
}

/** Wraps a reader so that it reads the same array once, for as long as the array is in use. */
export function memoizeByPart<Answer>(
  read: (part: Uint8Array, name: string) => Answer,
): (part: Uint8Array, name: string) => Answer {
  const answers = new WeakMap<Uint8Array, { name: string; answer: Answer }>();
  return (part, name) => {
    const previous = answers.get(part);
    if (previous?.name === name) return previous.answer;
    const answer = read(part, name);
    answers.set(part, { name, answer });
    return answer;
  };
}
