import { err, type Failure, ok, type Result } from '../result';

/** One entry of the central directory. Sizes and offset in bytes. */
export type ZipEntry = {
  name: string;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  deflatedSize: number;
  inflatedSize: number;
  headerOffset: number;
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const MAX_COMMENT_LENGTH = 0xffff;
const ZIP64_MARKER = 0xffffffff;

const UTF8_DECODER = new TextDecoder();

const createDamagedFailure = (reason: string): Failure => err('zip-damaged', { reason });

/**
 * Reads the central directory of a zip, which alone says what the archive holds: local headers can lie or be left
 * over. Reads zip64 sizes up to 2^53. Source: PKWARE APPNOTE 6.3, §4.3.
 */
export function readDirectory(bytes: Uint8Array, maxEntries: number): Result<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  if (end < 0) return createDamagedFailure('no-directory');
  const { count, offset } = locateDirectory(view, end);
  if (count > maxEntries) return err('zip-bomb', { entries: count, limit: maxEntries });

  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      return createDamagedFailure('directory-cut');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const next = at + ENTRY_SIZE + nameLength + extraLength + commentLength;
    if (next > end) return createDamagedFailure('directory-cut');
    const nameEnd = at + ENTRY_SIZE + nameLength;
    entries.push({
      name: decodePartName(bytes.subarray(at + ENTRY_SIZE, nameEnd)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...readSizes(view, at, nameEnd, nameEnd + extraLength),
    });
    at = next;
  }
  return ok(entries);
}

function findDirectoryEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT_LENGTH);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return -1;
}

function locateDirectory(view: DataView, end: number): { count: number; offset: number } {
  const plain = { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
  if (plain.count !== 0xffff && plain.offset !== ZIP64_MARKER) return plain;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR_SIGNATURE) return plain;
  const end64 = readBigUint(view, locator + 8);
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64_SIGNATURE) return plain;
  return { count: readBigUint(view, end64 + 32), offset: readBigUint(view, end64 + 48) };
}

/** Reads sizes; those above 32 bits stand in extra field 1, in this order, each only where its short form is full. */
function readSizes(
  view: DataView,
  entry: number,
  extraStart: number,
  extraEnd: number,
): Pick<ZipEntry, 'deflatedSize' | 'inflatedSize' | 'headerOffset'> {
  let inflatedSize = view.getUint32(entry + 24, true);
  let deflatedSize = view.getUint32(entry + 20, true);
  let headerOffset = view.getUint32(entry + 42, true);
  let at = extraStart;
  while (at + 4 <= extraEnd) {
    const fieldEnd = Math.min(extraEnd, at + 4 + view.getUint16(at + 2, true));
    if (view.getUint16(at, true) === 1) {
      let value = at + 4;
      const widen = (short: number): number => {
        if (short !== ZIP64_MARKER || value + 8 > fieldEnd) return short;
        value += 8;
        return readBigUint(view, value - 8);
      };
      inflatedSize = widen(inflatedSize);
      deflatedSize = widen(deflatedSize);
      headerOffset = widen(headerOffset);
    }
    at = fieldEnd;
  }
  return { deflatedSize, inflatedSize, headerOffset };
}

const readBigUint = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Decodes a name. Some writers separate with "\" or begin with "/"; no name is ever written to a disk. */
const decodePartName = (bytes: Uint8Array): string =>
  UTF8_DECODER.decode(bytes).replaceAll('\\', '/').replace(/^\/+/, '');
