import { inflateSync, type Zippable, zipSync } from 'fflate';
import { WorkbookFileError } from '../workbook-file-error';

/** What an opened file may hold; far above any school's workbook, far below what would exhaust a browser. */
export const WORKBOOK_ZIP_LIMITS = {
  parts: 10_000,
  /** Bytes of one part, and of all parts, inflated. */
  part: 512 * 1024 * 1024,
  total: 1024 * 1024 * 1024,
  /** Inflated to deflated, looked at from `ratioFrom` inflated bytes on: XML seldom passes 40, a bomb 1,000. */
  ratio: 250,
  ratioFrom: 8 * 1024 * 1024,
};

type ZipEntry = { path: string; method: number; crc: number; packed: number; size: number; offset: number };

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = CRC_TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const createDamagedError = (place = ''): WorkbookFileError => new WorkbookFileError('damaged', place);

/** The end record stands in the last 64 KB, before a comment. */
function findEndRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw createDamagedError();
}

function readEntryHeaders(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > WORKBOOK_ZIP_LIMITS.parts) throw new WorkbookFileError('too-large', '');
  const list: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_SIGNATURE)
      throw createDamagedError();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const path = new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/');
    const entry: ZipEntry = {
      path: path.replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (view.getUint16(at + 8, true) & 1) throw new WorkbookFileError('encrypted', entry.path);
    total += entry.size;
    const isBomb =
      entry.size > WORKBOOK_ZIP_LIMITS.ratioFrom && entry.size > entry.packed * WORKBOOK_ZIP_LIMITS.ratio;
    if (entry.size > WORKBOOK_ZIP_LIMITS.part || total > WORKBOOK_ZIP_LIMITS.total || isBomb) {
      throw new WorkbookFileError('too-large', entry.path);
    }
    if (!entry.path.endsWith('/')) list.push(entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return list;
}

function inflateEntry(bytes: Uint8Array, view: DataView, entry: ZipEntry): Uint8Array {
  const { path, offset, packed, size, method } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw createDamagedError(path);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed || (method !== 0 && method !== 8)) throw createDamagedError(path);
  let part: Uint8Array;
  try {
    // The buffer has the size the directory promised: a part that lies about its size cannot grow beyond it.
    part = method === 0 ? new Uint8Array(data) : inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    throw createDamagedError(path);
  }
  if (part.length !== size || crc32(part) !== entry.crc) throw createDamagedError(path);
  return part;
}

/** Parts of a zip by path. Throws {@link WorkbookFileError} for anything but a whole, plain, sane zip. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 8 && view.getUint32(0, false) === 0xd0cf11e0) {
    // Excel puts an encrypted workbook into the container of the old format.
    const isEncrypted = /E.n.c.r.y.p.t.e.d.P.a.c.k.a.g.e/s.test(new TextDecoder('latin1').decode(bytes));
    throw new WorkbookFileError(isEncrypted ? 'encrypted' : 'old-format', '');
  }
  if (bytes.length < 22 || view.getUint16(0, false) !== 0x504b)
    throw new WorkbookFileError('not-a-workbook', '');
  return new Map(
    readEntryHeaders(bytes, view).map((entry) => [entry.path, inflateEntry(bytes, view, entry)]),
  );
}

/** The same parts always give the same bytes: their order is kept and every date is the format's first. */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of parts) files[path] = bytes;
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
