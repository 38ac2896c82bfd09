import type { Result } from '../../../src/shared/result';
import { type Codec, PORTABLE_CODEC } from './zip/codec';
import { createZipArchive, getEntryBytes, readZipEntries, type ZipArchive } from './zip/open-zip';
import { cachePart, getCachedPart } from './zip/part-cache';
import type { ZipEntry } from './zip/read-directory';
import { ZIP_LIMITS } from './zip/zip-limits';

/** The parts of a workbook, inflated one by one as they are asked for. */
export type PackageParts = {
  has: (name: string) => boolean;
  /** Names in small letters. */
  names: () => Iterable<string>;
  read: (name: string) => Result<Uint8Array>;
  /** As `read`, for a small part that other workbooks have too: the same content gives the very same array. */
  readCommon: (name: string) => Result<Uint8Array>;
  codec: Codec;
  /** The same parts for a reader that inflates piece by piece. */
  archive: () => ZipArchive;
};

/** Above this a lying size costs too much time: the streaming reader stops in the middle. */
const MAX_SIMPLE_BYTES = 256 * 1024;
const STORED_METHOD = 0;
const DEFLATED_METHOD = 8;

function inflatePart(packed: Uint8Array, entry: ZipEntry, codec: Codec): Uint8Array | null {
  try {
    const part = entry.method === STORED_METHOD ? packed : codec.inflate(packed, entry.inflatedSize);
    return part.length === entry.inflatedSize && codec.crc32(part) === entry.crc ? part : null;
  } catch {
    return null;
  }
}

function isSimpleEntry({ encrypted, method, deflatedSize, inflatedSize }: ZipEntry): boolean {
  return (
    !encrypted &&
    (method === DEFLATED_METHOD || method === STORED_METHOD) &&
    deflatedSize <= MAX_SIMPLE_BYTES &&
    inflatedSize <= ZIP_LIMITS.partBytes
  );
}

/**
 * Opens a workbook's zip under the same limits as `openZip`; small parts are inflated in one go.
 * Problems: those of `openZip`.
 */
export function openPackageParts(bytes: Uint8Array, codec: Codec = PORTABLE_CODEC): Result<PackageParts> {
  const entries = readZipEntries(bytes);
  if (!entries.ok) return entries;
  let archive: ZipArchive | null = null;
  const slow = (): ZipArchive => (archive ??= createZipArchive(bytes, entries.value));
  const simple = (name: string): { entry: ZipEntry; packed: Uint8Array } | null => {
    const entry = entries.value.get(name.toLowerCase());
    const packed = entry && isSimpleEntry(entry) ? getEntryBytes(bytes, entry) : null;
    return entry && packed ? { entry, packed } : null;
  };
  // The streaming reader knows the right words for whatever is wrong.
  const given = (name: string, part: Uint8Array | null): Result<Uint8Array> =>
    part ? { ok: true, value: part, warnings: [] } : slow().read(name);
  const parts: PackageParts = {
    has: (name) => entries.value.has(name.toLowerCase()),
    names: () => entries.value.keys(),
    codec,
    archive: slow,
    read: (name) => {
      const found = simple(name);
      return given(name, found && inflatePart(found.packed, found.entry, codec));
    },
    readCommon: (name) => {
      const found = simple(name);
      if (!found) return given(name, null);
      const { entry, packed } = found;
      const known = entry.method === DEFLATED_METHOD ? getCachedPart(entry, packed) : null;
      const part = known ?? inflatePart(packed, entry, codec);
      if (part && !known && entry.method === DEFLATED_METHOD) cachePart(entry, packed, part);
      return given(name, part);
    },
  };
  return { ok: true, value: parts, warnings: [] };
}
