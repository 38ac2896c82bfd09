import { ok, type Result } from './result';
import { type Codec, PORTABLE_CODEC } from './zip/codec';
import {
  createZipArchive,
  getEntryBytes,
  inflateEntry,
  isReadable,
  readZipEntries,
  type ZipArchive,
} from './zip/open-zip';
import { cachePart, getCachedPart } from './zip/part-cache';
import type { ZipEntry } from './zip/read-directory';
import { ZIP_LIMITS } from './zip/zip-limits';

/** The parts of a workbook, each inflated when it is read. */
export type PackageParts = {
  has: (name: string) => boolean;
  /** Names in lower case. */
  names: () => Iterable<string>;
  read: (name: string) => Result<Uint8Array>;
  /** Reads a small part that other workbooks have too: equal content gives the very same array. */
  readCommon: (name: string) => Result<Uint8Array>;
  codec: Codec;
  /** The same parts for a reader that inflates in chunks. */
  archive: () => ZipArchive;
};

/** Above this a wrong declared size costs too much time: the streaming reader stops in the middle. */
const MAX_SIMPLE_BYTES = 256 * 1024;

function isSimpleEntry(entry: ZipEntry): boolean {
  return (
    isReadable(entry) && entry.deflatedSize <= MAX_SIMPLE_BYTES && entry.inflatedSize <= ZIP_LIMITS.partBytes
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
  const getArchive = (): ZipArchive => (archive ??= createZipArchive(bytes, entries.value));
  const findSimpleEntry = (name: string): { entry: ZipEntry; packed: Uint8Array } | null => {
    const entry = entries.value.get(name.toLowerCase());
    const packed = entry && isSimpleEntry(entry) ? getEntryBytes(bytes, entry) : null;
    return entry && packed ? { entry, packed } : null;
  };
  // The streaming reader names what is wrong.
  const readOr = (name: string, part: Uint8Array | null): Result<Uint8Array> =>
    part ? ok(part) : getArchive().read(name);
  return ok({
    has: (name) => entries.value.has(name.toLowerCase()),
    names: () => entries.value.keys(),
    codec,
    archive: getArchive,
    read: (name) => {
      const found = findSimpleEntry(name);
      return readOr(name, found && inflateEntry(found.packed, found.entry, codec));
    },
    readCommon: (name) => {
      const found = findSimpleEntry(name);
      if (!found) return readOr(name, null);
      const { entry, packed } = found;
      const known = getCachedPart(entry, packed);
      const part = known ?? inflateEntry(packed, entry, codec);
      if (part && !known && part !== packed) cachePart(entry, packed, part);
      return readOr(name, part);
    },
  });
}
