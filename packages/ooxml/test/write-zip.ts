import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** One entry, with every field that a hostile or damaged zip may lie about. */
export type ZipEntrySpec = {
  name: string;
  data: Uint8Array;
  /** 0 stored, 8 deflated (the default). */
  method?: number;
  declaredSize?: number;
  crc?: number;
  flags?: number;
  zip64?: boolean;
  /** Points to the data of this earlier entry instead of its own. */
  sharesDataOf?: number;
};

const MAX_UINT32 = 0xffffffff;

/** Writes a zip byte by byte, so that tests can say what no honest library writes. */
export function writeZip(entries: readonly ZipEntrySpec[], comment = ''): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const add = (chunk: Uint8Array): number => {
    chunks.push(chunk);
    length += chunk.length;
    return length - chunk.length;
  };
  const placed: { offset: number; deflated: Uint8Array }[] = [];
  for (const entry of entries) {
    const shared = entry.sharesDataOf === undefined ? undefined : placed[entry.sharesDataOf];
    if (shared) {
      placed.push(shared);
      continue;
    }
    const deflated = entry.method === 0 ? entry.data : deflateSync(entry.data);
    const name = new TextEncoder().encode(entry.name);
    const header = createRecord(30, [
      [0, 4, 0x04034b50],
      [8, 2, entry.method ?? 8],
      [18, 4, deflated.length],
      [22, 4, entry.data.length],
      [26, 2, name.length],
    ]);
    placed.push({ offset: add(header), deflated });
    add(name);
    add(deflated);
  }
  const directory = length;
  entries.forEach((entry, index) => {
    const { offset, deflated } = placed[index]!;
    const name = new TextEncoder().encode(entry.name);
    const size = entry.declaredSize ?? entry.data.length;
    const extra = entry.zip64 ? createZip64Extra(size, deflated.length, offset) : new Uint8Array();
    add(
      createRecord(46, [
        [0, 4, 0x02014b50],
        [8, 2, entry.flags ?? 0],
        [10, 2, entry.method ?? 8],
        [16, 4, entry.crc ?? crc32(entry.data)],
        [20, 4, entry.zip64 ? MAX_UINT32 : deflated.length],
        [24, 4, entry.zip64 ? MAX_UINT32 : size],
        [28, 2, name.length],
        [30, 2, extra.length],
        [42, 4, entry.zip64 ? MAX_UINT32 : offset],
      ]),
    );
    add(name);
    add(extra);
  });
  const directorySize = length - directory;
  const zip64 = entries.some((entry) => entry.zip64);
  if (zip64) {
    const end64 = add(
      createRecord(56, [
        [0, 4, 0x06064b50],
        [32, 8, entries.length],
        [40, 8, directorySize],
        [48, 8, directory],
      ]),
    );
    add(
      createRecord(20, [
        [0, 4, 0x07064b50],
        [8, 8, end64],
      ]),
    );
  }
  const text = new TextEncoder().encode(comment);
  add(
    createRecord(22, [
      [0, 4, 0x06054b50],
      [10, 2, zip64 ? 0xffff : entries.length],
      [12, 4, directorySize],
      [16, 4, zip64 ? MAX_UINT32 : directory],
      [20, 2, text.length],
    ]),
  );
  add(text);
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

function createRecord(size: number, fields: readonly (readonly [number, number, number])[]): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [at, width, value] of fields)
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
  return bytes;
}

function createZip64Extra(size: number, deflated: number, offset: number): Uint8Array {
  return createRecord(28, [
    [0, 2, 1],
    [2, 2, 24],
    [4, 8, size],
    [12, 8, deflated],
    [20, 8, offset],
  ]);
}
