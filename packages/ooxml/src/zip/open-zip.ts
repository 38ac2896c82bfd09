import { Inflate } from 'fflate';
import { err, type Failure, ok, type Result } from '../result';
import { type Codec, PORTABLE_CODEC } from './codec';
import { concatenateChunks } from './concatenate-chunks';
import { crc32 } from './crc32';
import { readDirectory, type ZipEntry } from './read-directory';
import { toMegabytes } from './to-megabytes';
import { INFLATE_STEP, ZIP_LIMITS, type ZipLimits } from './zip-limits';

/** Receives inflated bytes, valid during the call only; false ends the reading. */
export type ByteSink = (chunk: Uint8Array) => boolean;

/**
 * The parts of a package. A part is inflated when it is read, and never beyond the size that the directory declares.
 * Names are looked up without regard to case, as OPC has it.
 */
export type ZipArchive = {
  names: readonly string[];
  has: (name: string) => boolean;
  /** Inflates a part in chunks. Size and CRC-32 are verified at the end: after an error, discard what was received. */
  stream: (name: string, sink: ByteSink) => Result<void>;
  read: (name: string) => Result<Uint8Array>;
};

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED_METHOD = 0;
const DEFLATED_METHOD = 8;

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The entries of a zip by their names in lower case. */
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

/**
 * Reads the directory of a zip and checks that nothing it declares breaks the limits. Nothing is inflated.
 * Problems: not-zip, zip-damaged (truncated, a name twice), zip-bomb (entries, ratio, overlap), file-too-large.
 */
export function readZipEntries(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Result<ZipEntries> {
  if (!isZip(bytes)) return err('not-zip');
  const directory = readDirectory(bytes, limits.entries);
  if (!directory.ok) return directory;
  const failure = checkDirectory(directory.value, bytes.length, limits);
  if (failure) return failure;

  const entries = new Map<string, ZipEntry>();
  for (const entry of directory.value) {
    const key = entry.name.toLowerCase();
    // Two parts under one name: readers would disagree about which of them counts.
    if (entries.has(key)) return err('zip-damaged', { reason: 'name-twice', part: entry.name });
    entries.set(key, entry);
  }
  return ok(entries);
}

/**
 * Opens a zip for reading under limits.
 * Problems: those of `readZipEntries`, and of a part that is read: zip-damaged (cut, checksum, unknown method),
 * zip-bomb (larger than declared), file-too-large, encrypted, part-missing.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Result<ZipArchive> {
  const entries = readZipEntries(bytes, limits);
  return entries.ok ? ok(createZipArchive(bytes, entries.value, limits)) : entries;
}

/** Creates an archive from a directory that was read and checked. */
export function createZipArchive(
  bytes: Uint8Array,
  entries: ZipEntries,
  limits: ZipLimits = ZIP_LIMITS,
): ZipArchive {
  const stream = (name: string, sink: ByteSink): Result<void> => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return err('part-missing', { part: name });
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

/**
 * Inflates every part at once, by its name as the archive spells it; folders are left out.
 * Problems: those of `openZip`; encrypted as soon as one part is.
 */
export function readAllParts(bytes: Uint8Array, limits: ZipLimits): Result<Map<string, Uint8Array>> {
  const entries = readZipEntries(bytes, limits);
  if (!entries.ok) return entries;
  const list = [...entries.value.values()];
  const encrypted = list.find((entry) => entry.encrypted);
  if (encrypted) return err('encrypted', { part: encrypted.name });
  const archive = createZipArchive(bytes, entries.value, limits);
  const parts = new Map<string, Uint8Array>();
  for (const entry of list) {
    if (entry.name.endsWith('/')) continue;
    const packed = isReadable(entry) ? getEntryBytes(bytes, entry) : null;
    const inflated = packed && inflateEntry(packed, entry);
    // The streaming reader names what is wrong. A stored part is copied, or it would keep the file in memory.
    const part = inflated ? ok(inflated === packed ? packed.slice() : inflated) : archive.read(entry.name);
    if (!part.ok) return part;
    parts.set(entry.name, part.value);
  }
  return ok(parts);
}

/** Returns true if the entry is not encrypted and is packed by a method that can be inflated in one go. */
export function isReadable({ encrypted, method }: ZipEntry): boolean {
  return !encrypted && (method === DEFLATED_METHOD || method === STORED_METHOD);
}

/**
 * Inflates a part in one go, into exactly the size that the directory declares.
 * @returns null if size, checksum or data are wrong. A stored part comes back as it was given, not copied.
 */
export function inflateEntry(
  packed: Uint8Array,
  entry: ZipEntry,
  codec: Codec = PORTABLE_CODEC,
): Uint8Array | null {
  try {
    const part = entry.method === STORED_METHOD ? packed : codec.inflate(packed, entry.inflatedSize);
    return part.length === entry.inflatedSize && codec.crc32(part) === entry.crc ? part : null;
  } catch {
    return null;
  }
}

function checkDirectory(entries: ZipEntry[], fileSize: number, limits: ZipLimits): Failure | null {
  let inflated = 0;
  let deflated = 0;
  for (const entry of entries) {
    inflated += entry.inflatedSize;
    deflated += entry.deflatedSize;
    const failure = limits.exempt?.test(entry.name) ? null : checkEntrySize(entry, limits);
    if (failure) return failure;
  }
  // Entries that share their bytes: more is deflated than the file holds.
  if (deflated > fileSize) return err('zip-bomb', { reason: 'overlap' });
  return inflated > limits.totalBytes
    ? err('file-too-large', { size: toMegabytes(inflated), limit: toMegabytes(limits.totalBytes) })
    : null;
}

function checkEntrySize(
  { name: part, inflatedSize, deflatedSize }: ZipEntry,
  limits: ZipLimits,
): Failure | null {
  if (inflatedSize > limits.ratioFromBytes && inflatedSize > deflatedSize * limits.ratio)
    return err('zip-bomb', { part, ratio: Math.round(inflatedSize / Math.max(1, deflatedSize)) });
  return inflatedSize > limits.partBytes
    ? err('file-too-large', { part, size: toMegabytes(inflatedSize), limit: toMegabytes(limits.partBytes) })
    : null;
}

function streamEntry(bytes: Uint8Array, entry: ZipEntry, sink: ByteSink): Result<void> {
  const part = entry.name;
  if (entry.encrypted) return err('encrypted', { part });
  const deflated = getEntryBytes(bytes, entry);
  if (!deflated) return err('zip-damaged', { reason: 'part-cut', part });

  let size = 0;
  let crc = 0;
  let stopped = false;
  const receive = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (stopped || size > entry.inflatedSize || chunk.length === 0) return;
    crc = crc32(chunk, crc);
    stopped = !sink(chunk);
  };

  if (entry.method === STORED_METHOD) receive(deflated);
  else if (entry.method === DEFLATED_METHOD) {
    const inflater = new Inflate(receive);
    for (let at = 0; at < deflated.length && !stopped && size <= entry.inflatedSize; at += INFLATE_STEP) {
      const last = at + INFLATE_STEP >= deflated.length;
      if (!tryPush(inflater, deflated.subarray(at, at + INFLATE_STEP), last))
        return err('zip-damaged', { reason: 'part-damaged', part });
    }
  } else return err('zip-damaged', { reason: 'method', part });

  if (size > entry.inflatedSize) return err('zip-bomb', { reason: 'larger-than-declared', part });
  if (!stopped && (size !== entry.inflatedSize || crc !== entry.crc))
    return err('zip-damaged', { reason: 'checksum', part });
  return ok(undefined);
}

/** Returns false where the inflater throws on bad data; a sink never throws. */
function tryPush(inflater: Inflate, chunk: Uint8Array, last: boolean): boolean {
  try {
    inflater.push(chunk, last);
    return true;
  } catch {
    return false;
  }
}

/** @returns the deflated bytes of an entry, or null if they are cut off. */
export function getEntryBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const at = entry.headerOffset;
  if (at + LOCAL_SIZE > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, LOCAL_SIZE);
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  const start = at + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.deflatedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : null;
}
