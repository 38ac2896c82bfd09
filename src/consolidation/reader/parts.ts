import type { Result } from '../../annex/problem';
import type { ZipEntry } from '../../intake/zip/directory';
import { ZIP_LIMITS } from '../../intake/zip/limits';
import { archiveOf, entryBytes, readEntries, type ZipArchive } from '../../intake/zip/open-zip';
import { PORTABLE_CODEC, type Codec } from './codec';

/** The parts of a workbook, inflated one by one as they are asked for. */
export type Parts = {
  has: (name: string) => boolean;
  /** Names in small letters. */
  names: () => Iterable<string>;
  read: (name: string) => Result<Uint8Array>;
  codec: Codec;
  /** The same parts for a reader that inflates piece by piece. */
  archive: () => ZipArchive;
};

/** Above this a lying size costs too much time: the streaming reader stops in the middle. */
const SMALL = 256 * 1024;
const STORED = 0;
const DEFLATED = 8;

const readAtOnce = (bytes: Uint8Array, entry: ZipEntry, codec: Codec): Uint8Array | null => {
  const packed = entryBytes(bytes, entry);
  if (!packed) return null;
  try {
    const part = entry.method === STORED ? packed : codec.inflate(packed, entry.inflatedSize);
    return part.length === entry.inflatedSize && codec.crc32(part) === entry.crc ? part : null;
  } catch {
    return null;
  }
};

const isSimple = ({ encrypted, method, deflatedSize, inflatedSize }: ZipEntry): boolean =>
  !encrypted &&
  (method === DEFLATED || method === STORED) &&
  deflatedSize <= SMALL &&
  inflatedSize <= ZIP_LIMITS.partBytes;

/**
 * Opens a workbook's zip under the same limits as `openZip`; small parts are inflated in one go.
 * Problems: those of `openZip`.
 */
export const openParts = (bytes: Uint8Array, codec: Codec = PORTABLE_CODEC): Result<Parts> => {
  const entries = readEntries(bytes);
  if (!entries.ok) return entries;
  let archive: ZipArchive | null = null;
  const slow = (): ZipArchive => (archive ??= archiveOf(bytes, entries.value));
  const parts: Parts = {
    has: (name) => entries.value.has(name.toLowerCase()),
    names: () => entries.value.keys(),
    codec,
    archive: slow,
    read: (name) => {
      const entry = entries.value.get(name.toLowerCase());
      const part = entry && isSimple(entry) ? readAtOnce(bytes, entry, codec) : null;
      // The streaming reader knows the right words for whatever is wrong.
      return part ? { ok: true, value: part, warnings: [] } : slow().read(name);
    },
  };
  return { ok: true, value: parts, warnings: [] };
};
