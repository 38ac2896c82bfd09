import { deflateRawSync } from 'node:zlib';
import { crc32 } from '@phuluc/ooxml/zip/crc32';

/** An entry of a zip whose headers may say what they like. */
export type RawEntry = {
  name: string | Uint8Array;
  data?: Uint8Array | string;
  /** Bytes as they stand in the file, instead of the deflated data. */
  packed?: Uint8Array;
  method?: number;
  flags?: number;
  crc?: number;
  inflatedSize?: number;
  deflatedSize?: number;
  /** Name in the header before the bytes, where it differs. */
  localName?: string;
  extra?: Uint8Array;
  /** Unix mode, as a symbolic link has one. */
  mode?: number;
  /** Index of the entry whose bytes this one shares. */
  sharesWith?: number;
};

type RawZip = {
  /** Entries that the end record claims, where they differ. */
  count?: number;
  directoryOffset?: number;
  directorySize?: number;
  withoutDirectory?: boolean;
  before?: Uint8Array;
  after?: Uint8Array;
};

const encode = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;

function pack(sizes: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = Buffer.alloc(sizes.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of sizes) {
    if (width === 2) bytes.writeUInt16LE(value & 0xffff, at);
    else bytes.writeUInt32LE(value >>> 0, at);
    at += width;
  }
  return bytes;
}

/** Writes a zip that holds what it is given, right or wrong. */
export function writeRawZip(entries: readonly RawEntry[], zip: RawZip = {}): Uint8Array {
  const before = zip.before ?? new Uint8Array();
  const bodies: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = before.length;
  for (const entry of entries) {
    const data = encode(entry.data ?? '');
    const packed = entry.packed ?? (entry.method === 0 ? data : deflateRawSync(data));
    const name = encode(entry.name);
    const local = encode(entry.localName ?? entry.name);
    const extra = entry.extra ?? new Uint8Array();
    const common = [
      [entry.flags ?? 0, 2],
      [entry.method ?? 8, 2],
      [0, 4],
      [entry.crc ?? crc32(data), 4],
      [entry.deflatedSize ?? packed.length, 4],
      [entry.inflatedSize ?? data.length, 4],
    ] as const;
    if (entry.sharesWith === undefined) {
      offsets.push(at);
      const head = pack([[0x04034b50, 4], [20, 2], ...common, [local.length, 2], [extra.length, 2]]);
      bodies.push(head, local, extra, packed);
      at += head.length + local.length + extra.length + packed.length;
    } else offsets.push(offsets[entry.sharesWith]!);
    directory.push(
      pack([
        [0x02014b50, 4],
        [0x0314, 2],
        [20, 2],
        ...common,
        ...([
          [name.length, 2],
          [extra.length, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [(entry.mode ?? 0o100644) * 0x1_0000, 4],
          [offsets.at(-1)!, 4],
        ] as const),
      ]),
      name,
      extra,
    );
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = zip.count ?? entries.length;
  const end = pack([
    [0x06054b50, 4],
    [0, 4],
    [count, 2],
    [count, 2],
    [zip.directorySize ?? size, 4],
    [zip.directoryOffset ?? at, 4],
    [0, 2],
  ]);
  return new Uint8Array(
    Buffer.concat([
      ...bodies,
      ...(zip.withoutDirectory ? [] : [...directory, end]),
      zip.after ?? new Uint8Array(),
    ]),
  );
}
