import { Inflate } from 'fflate';
import { err, type Failure, ok, type Result } from '../../../../src/shared/result';
import { crc32 } from './crc32';
import { readDirectory, type ZipEntry } from './read-directory';
import { toMegabytes } from './to-megabytes';
import { INFLATE_STEP, ZIP_LIMITS, type ZipLimits } from './zip-limits';

/** Takes inflated bytes as they come, valid during the call only; false ends the reading. */
export type ByteSink = (chunk: Uint8Array) => boolean;

/**
 * The parts of a package. Nothing is inflated before it is asked for, and never more than the directory declares.
 * Names are looked up without regard to case, as OPC has it.
 */
export type ZipArchive = {
  names: readonly string[];
  has: (name: string) => boolean;
  /** Inflates a part piece by piece. Bytes are verified (size, CRC-32) at the end: use nothing when it is refused. */
  stream: (name: string, sink: ByteSink) => Result<void>;
  read: (name: string) => Result<Uint8Array>;
};

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
/** Pictures pack as they please and are never inflated here. */
const PICTURE_NAME = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|wdp)$/i;

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The entries of a zip by their names in small letters. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

/**
 * The directory of a zip, once nothing it declares breaks the limits. Nothing is inflated.
 * Problems: not-zip, zip-damaged (truncated, a name twice), zip-bomb (entries, ratio, overlap), file-too-large.
 */
export function readZipEntries(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Result<ZipEntries> {
  if (!isZip(bytes)) return err('not-zip');
  const directory = readDirectory(bytes, limits.entries);
  if (!directory.ok) return directory;
  const refused = checkDirectory(directory.value, bytes.length, limits);
  if (refused) return refused;

  const entries = new Map<string, ZipEntry>();
  for (const entry of directory.value) {
    const key = entry.name.toLowerCase();
    // Two parts under one name: readers would disagree about which of them counts.
    if (entries.has(key)) return err('zip-damaged', {}, { reason: 'name-twice', part: entry.name });
    entries.set(key, entry);
  }
  return ok(entries);
}

/**
 * Opens a zip for reading under limits.
 * Problems: those of `readEntries`, and of a part that is read: zip-damaged (cut, checksum, unknown method), zip-bomb
 * (larger than declared), file-too-large, encrypted, part-missing.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Result<ZipArchive> {
  const entries = readZipEntries(bytes, limits);
  return entries.ok ? ok(createZipArchive(bytes, entries.value, limits)) : entries;
}

/** The parts of a zip whose directory was read and checked. */
export function createZipArchive(
  bytes: Uint8Array,
  entries: ZipEntries,
  limits: ZipLimits = ZIP_LIMITS,
): ZipArchive {
  const stream = (name: string, sink: ByteSink): Result<void> => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return err('part-missing', {}, { part: name });
    return checkEntrySize(entry, limits) ?? streamEntry(bytes, entry, sink);
  };
  const read = (name: string): Result<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    const outcome = stream(name, (chunk) => chunks.push(chunk.slice()) > 0);
    return outcome.ok ? ok(concatenateChunks(chunks)) : outcome;
  };
  return {
    names: [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    stream,
    read,
  };
}

function concatenateChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

function checkDirectory(entries: ZipEntry[], fileSize: number, limits: ZipLimits): Failure | null {
  let inflated = 0;
  let deflated = 0;
  for (const entry of entries) {
    inflated += entry.inflatedSize;
    deflated += entry.deflatedSize;
    const refused = PICTURE_NAME.test(entry.name) ? null : checkEntrySize(entry, limits);
    if (refused) return refused;
  }
  // Entries that share their bytes: more is deflated than the file holds.
  if (deflated > fileSize) return err('zip-bomb', {}, { reason: 'overlap' });
  return inflated > limits.totalBytes
    ? err('file-too-large', {}, { size: toMegabytes(inflated), limit: toMegabytes(limits.totalBytes) })
    : null;
}

function checkEntrySize(entry: ZipEntry, limits: ZipLimits): Failure | null {
  const { name: part, inflatedSize } = entry;
  const ratio = Math.round(inflatedSize / Math.max(1, entry.deflatedSize));
  if (inflatedSize > limits.ratioFromBytes && ratio > limits.ratio)
    return err('zip-bomb', {}, { part, ratio });
  return inflatedSize > limits.partBytes
    ? err(
        'file-too-large',
        {},
        { part, size: toMegabytes(inflatedSize), limit: toMegabytes(limits.partBytes) },
      )
    : null;
}

function streamEntry(bytes: Uint8Array, entry: ZipEntry, sink: ByteSink): Result<void> {
  const part = entry.name;
  if (entry.encrypted) return err('encrypted', {}, { part });
  const deflated = getEntryBytes(bytes, entry);
  if (!deflated) return err('zip-damaged', {}, { reason: 'part-cut', part });

  let size = 0;
  let crc = 0;
  let stopped = false;
  const take = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (stopped || size > entry.inflatedSize || chunk.length === 0) return;
    crc = crc32(chunk, crc);
    stopped = !sink(chunk);
  };

  if (entry.method === 0) take(deflated);
  else if (entry.method === 8) {
    const inflater = new Inflate(take);
    for (let at = 0; at < deflated.length && !stopped && size <= entry.inflatedSize; at += INFLATE_STEP) {
      const last = at + INFLATE_STEP >= deflated.length;
      if (!tryPush(inflater, deflated.subarray(at, at + INFLATE_STEP), last))
        return err('zip-damaged', {}, { reason: 'part-damaged', part });
    }
  } else return err('zip-damaged', {}, { reason: 'method', part });

  if (size > entry.inflatedSize) return err('zip-bomb', {}, { reason: 'larger-than-declared', part });
  if (!stopped && (size !== entry.inflatedSize || crc !== entry.crc))
    return err('zip-damaged', {}, { reason: 'checksum', part });
  return ok(undefined);
}

/** The inflater throws on bad data; a sink never does. */
function tryPush(inflater: Inflate, chunk: Uint8Array, last: boolean): boolean {
  try {
    inflater.push(chunk, last);
    return true;
  } catch {
    return false;
  }
}

/** The deflated bytes of an entry; null where they are not whole. */
export function getEntryBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const at = entry.headerOffset;
  if (at + LOCAL_SIZE > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, LOCAL_SIZE);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  const start = at + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.deflatedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : null;
}
