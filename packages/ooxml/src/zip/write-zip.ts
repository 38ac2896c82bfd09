import { deflateSync } from 'fflate';
import { crc32 } from './crc32';

/** What a platform does faster than JavaScript: Node has deflate and CRC in its zlib. */
export type Compressor = {
  /** Gives raw deflate data. */
  deflate: (bytes: Uint8Array) => Uint8Array;
  crc32: (bytes: Uint8Array) => number;
};

/** zlib's own default: higher levels take twice as long for a few per cent. */
export const COMPRESSION_LEVEL = 6;

/** Runs on every platform. */
const PORTABLE_COMPRESSOR: Compressor = {
  deflate: (bytes) => deflateSync(bytes, { level: COMPRESSION_LEVEL }),
  crc32: (bytes) => crc32(bytes),
};

/** Signatures and lengths of the records (APPNOTE.TXT 4.3). */
const RECORDS = {
  file: { signature: 0x04034b50, bytes: 30 },
  entry: { signature: 0x02014b50, bytes: 46 },
  end: { signature: 0x06054b50, bytes: 22 },
};
const DEFLATED = 8;
/** What reading takes: deflate (2.0). */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the format's first day. */
const FIRST_DATE = 0x0021;

type ZipEntry = { name: Uint8Array; size: number; data: Uint8Array; sum: number; offset: number };

/** The part of a record that stands in the file and in its directory: flags to lengths. */
function writeEntryFields(view: DataView, at: number, { name, size, data, sum }: ZipEntry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, FIRST_DATE, true);
  view.setUint32(at + 10, sum, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function writeDirectory(
  view: DataView,
  bytes: Uint8Array,
  start: number,
  entries: readonly ZipEntry[],
): void {
  let at = start;
  for (const entry of entries) {
    view.setUint32(at, RECORDS.entry.signature, true);
    view.setUint16(at + 4, VERSION, true);
    writeEntryFields(view, at + 6, entry);
    view.setUint32(at + 42, entry.offset, true);
    bytes.set(entry.name, at + RECORDS.entry.bytes);
    at += RECORDS.entry.bytes + entry.name.length;
  }
  view.setUint32(at, RECORDS.end.signature, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - start, true);
  view.setUint32(at + 16, start, true);
}

/**
 * Writes parts in their order. Every date is the format's first, so that one compressor always gives the same bytes for
 * the same parts.
 */
export function writeZip(
  parts: ReadonlyMap<string, Uint8Array>,
  { deflate, crc32: sumUp }: Compressor = PORTABLE_COMPRESSOR,
): Uint8Array {
  const encoder = new TextEncoder();
  let offset = 0;
  let directory = 0;
  const entries = [...parts].map(([path, bytes]): ZipEntry => {
    const name = encoder.encode(path);
    const data = deflate(bytes);
    const entry = { name, size: bytes.length, data, sum: sumUp(bytes), offset };
    offset += RECORDS.file.bytes + name.length + data.length;
    directory += RECORDS.entry.bytes + name.length;
    return entry;
  });
  const whole = new Uint8Array(offset + directory + RECORDS.end.bytes);
  const view = new DataView(whole.buffer);
  for (const entry of entries) {
    view.setUint32(entry.offset, RECORDS.file.signature, true);
    writeEntryFields(view, entry.offset + 4, entry);
    whole.set(entry.name, entry.offset + RECORDS.file.bytes);
    whole.set(entry.data, entry.offset + RECORDS.file.bytes + entry.name.length);
  }
  writeDirectory(view, whole, offset, entries);
  return whole;
}
