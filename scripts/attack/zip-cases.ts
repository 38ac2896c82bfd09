import { deflateRawSync, deflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { repeatEntry } from '../../test/support/documents/edit-zip';
import { consolidateFiles, createCases, MARKER } from './attack-case';
import { type RawEntry, writeRawZip } from './raw-zip';

const MEGABYTE = 1024 * 1024;
/** Largest value of a field of two and of four bytes: where a zip says "see zip64". */
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;
const SYMBOLIC_LINK = 0o120777;

/** The parts of a package as raw entries, one of them changed. */
function listEntries(bytes: Uint8Array, part = '', change: Partial<RawEntry> = {}): RawEntry[] {
  return Object.entries(unzipSync(bytes)).map(([name, data]) => ({
    name,
    data,
    ...(name === part ? change : {}),
  }));
}

const MAIN = 'word/document.xml';
const SHEET = 'xl/worksheets/sheet1.xml';

/** A zip inside a zip inside a zip …, around a workbook. */
function nest(bytes: Uint8Array, levels: number): Uint8Array {
  let inner = bytes;
  for (let level = 0; level < levels; level++) inner = zipSync({ 'a.zip': inner });
  return inner;
}

/** The extra field of zip64 with the sizes it claims. */
function createZip64Extra(inflated: bigint, deflated: bigint): Uint8Array {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(inflated, 4);
  extra.writeBigUInt64LE(deflated, 12);
  return extra;
}

const SIZES_IN_EXTRA: Partial<RawEntry> = { inflatedSize: MAX_32, deflatedSize: MAX_32 };

/** Packages whose zip lies; then archives of many files, as units send them. */
export const ZIP_CASES = [
  ...createCases('zip', 'docx', {
    '!bomb of zeros, 100 MB': ({ annex }) =>
      zipSync({ ...unzipSync(annex), [MAIN]: new Uint8Array(100 * MEGABYTE) }),
    '!main part of 120 MB of spaces, stored': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { data: ' '.repeat(19 * MEGABYTE), method: 0 })),
    '!main part just below the ratio': ({ annex }) =>
      zipSync({ ...unzipSync(annex), [MAIN]: new Uint8Array(15.9 * MEGABYTE).fill(0x20) }),
    'parts that share their bytes': ({ annex }) =>
      writeRawZip([
        ...listEntries(annex),
        ...Array.from({ length: 3000 }, (_, index): RawEntry => ({
          name: `word/a${index}.xml`,
          data: unzipSync(annex)[MAIN]!,
          sharesWith: 0,
        })),
      ]),
    'inflated size too small': ({ annex }) => writeRawZip(listEntries(annex, MAIN, { inflatedSize: 10 })),
    'inflated size too large': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { inflatedSize: 15 * MEGABYTE })),
    'inflated size of zero': ({ annex }) => writeRawZip(listEntries(annex, MAIN, { inflatedSize: 0 })),
    'inflated size of 4 GB': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { inflatedSize: MAX_32 - 1 })),
    'deflated size beyond the file': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { deflatedSize: 900 * MEGABYTE })),
    'zip64 size of 2^60': ({ annex }) =>
      writeRawZip(
        listEntries(annex, MAIN, { ...SIZES_IN_EXTRA, extra: createZip64Extra(2n ** 60n, 2n ** 60n) }),
      ),
    'zip64 size below zero': ({ annex }) =>
      writeRawZip(
        listEntries(annex, MAIN, { ...SIZES_IN_EXTRA, extra: createZip64Extra(2n ** 64n - 1n, 5n) }),
      ),
    'zip64 field cut short': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { ...SIZES_IN_EXTRA, extra: Uint8Array.of(1, 0, 200, 0, 9) })),
    'zip64 asked for, nowhere given': ({ annex }) => writeRawZip(listEntries(annex, MAIN, SIZES_IN_EXTRA)),
    'path that climbs': ({ annex }) =>
      writeRawZip([...listEntries(annex), { name: `../../${MARKER}.txt`, data: 'x' }]),
    'absolute path': ({ annex }) =>
      writeRawZip([...listEntries(annex), { name: `/tmp/${MARKER}`, data: 'x' }]),
    'path of Windows': ({ annex }) =>
      writeRawZip([...listEntries(annex), { name: `C:\\${MARKER}.exe`, data: 'x' }]),
    'symbolic link as main part': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { data: '/etc/passwd', mode: SYMBOLIC_LINK })),
    'main part twice': ({ annex }, random) => repeatEntry(annex, random),
    'main part twice, in capitals': ({ annex }) =>
      writeRawZip([...listEntries(annex), { name: MAIN.toUpperCase(), data: '<x/>' }]),
    'no directory': ({ annex }) => writeRawZip(listEntries(annex), { withoutDirectory: true }),
    'no entry': () => writeRawZip([]),
    'nothing but an end record': () => writeRawZip([]).subarray(-22),
    'directory beyond the file': ({ annex }) =>
      writeRawZip(listEntries(annex), { directoryOffset: MAX_32 - 2 }),
    'directory inside the data': ({ annex }) => writeRawZip(listEntries(annex), { directoryOffset: 40 }),
    'directory of 4 GB': ({ annex }) => writeRawZip(listEntries(annex), { directorySize: MAX_32 - 1 }),
    'count of entries too large': ({ annex }) => writeRawZip(listEntries(annex), { count: MAX_16 - 1 }),
    'count of entries too small': ({ annex }) => writeRawZip(listEntries(annex), { count: 1 }),
    '!70,000 entries': ({ annex }) =>
      writeRawZip([
        ...listEntries(annex),
        ...Array.from({ length: 70_000 }, (_, index): RawEntry => ({ name: `a${index}`, method: 0 })),
      ]),
    'encrypted main part': ({ annex }) => writeRawZip(listEntries(annex, MAIN, { flags: 1 })),
    'unknown method': ({ annex }) => writeRawZip(listEntries(annex, MAIN, { method: 99 })),
    deflate64: ({ annex }) => writeRawZip(listEntries(annex, MAIN, { method: 9 })),
    'wrong checksum': ({ annex }) => writeRawZip(listEntries(annex, MAIN, { crc: 1 })),
    'zlib head before the deflated data': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { packed: deflateSync(unzipSync(annex)[MAIN]!) })),
    'deflated data cut short': ({ annex }) =>
      writeRawZip(
        listEntries(annex, MAIN, { packed: deflateRawSync(unzipSync(annex)[MAIN]!).subarray(0, 500) }),
      ),
    'deflated twice': ({ annex }) =>
      writeRawZip(
        listEntries(annex, MAIN, { packed: deflateRawSync(deflateRawSync(unzipSync(annex)[MAIN]!)) }),
      ),
    'other name before the bytes': ({ annex }) => writeRawZip(listEntries(annex, MAIN, { localName: 'a' })),
    'size only behind the data': ({ annex }) =>
      writeRawZip(listEntries(annex, MAIN, { flags: 8, inflatedSize: 0, deflatedSize: 0, crc: 0 })),
    'name with a NUL': ({ annex }) =>
      writeRawZip([...listEntries(annex), { name: 'word/a\0.xml', data: 'x' }]),
    'name that is not UTF-8': ({ annex }) =>
      writeRawZip([...listEntries(annex), { name: Uint8Array.of(0xff, 0xfe, 0x80), data: 'x' }]),
    'name of 65,000 letters': ({ annex }) =>
      writeRawZip([...listEntries(annex), { name: 'a'.repeat(65_000), data: 'x' }]),
    'name of a prototype': ({ annex }) =>
      writeRawZip([
        ...listEntries(annex),
        { name: '__proto__', data: 'x' },
        { name: 'constructor', data: 'y' },
      ]),
    'program before the zip': ({ annex }) =>
      writeRawZip(listEntries(annex), { before: new TextEncoder().encode('MZ'.repeat(500)) }),
    '!10 MB behind the zip': ({ annex }) =>
      writeRawZip(listEntries(annex), { after: new Uint8Array(10 * MEGABYTE) }),
    'second zip behind the zip': ({ annex }) =>
      writeRawZip(listEntries(annex), { after: writeRawZip([{ name: 'b', data: 'x' }]) }),
  }),
  ...createCases('zip', 'xlsx', {
    '!thirty sheets of 15 MB of spaces': ({ school }) => {
      const sheet = new Uint8Array(15 * MEGABYTE).fill(0x20);
      const parts = unzipSync(school);
      return zipSync({
        ...parts,
        ...Object.fromEntries(
          Object.keys(parts)
            .filter((name) => name.includes('worksheets/sheet'))
            .map((name) => [name, sheet]),
        ),
      });
    },
    '!shared strings of 100 MB': ({ school }) =>
      zipSync({ ...unzipSync(school), 'xl/sharedStrings.xml': new Uint8Array(100 * MEGABYTE).fill(0x20) }),
    'sheet that is another sheet': ({ school }) => writeRawZip(listEntries(school, SHEET, { sharesWith: 0 })),
  }),
  ...createCases('archive', 'zip', {
    'path that climbs': (base) =>
      consolidateFiles(
        { 'nen.zip': writeRawZip([{ name: `../../../${MARKER}.xlsx`, data: base.school }]) },
        base,
      ),
    'absolute path': (base) =>
      consolidateFiles(
        { 'nen.zip': writeRawZip([{ name: `/tmp/${MARKER}.xlsx`, data: base.school }]) },
        base,
      ),
    'symbolic link': (base) =>
      consolidateFiles(
        { 'nen.zip': writeRawZip([{ name: 'a.xlsx', data: '/etc/passwd', mode: SYMBOLIC_LINK }]) },
        base,
      ),
    'same name twice': (base) =>
      consolidateFiles(
        {
          'nen.zip': writeRawZip([
            { name: 'a.xlsx', data: base.school },
            { name: 'a.xlsx', data: base.annex },
          ]),
        },
        base,
      ),
    'forty zips in one another': (base) => consolidateFiles({ 'nen.zip': nest(base.school, 40) }, base),
    'two zips in one another': (base) =>
      consolidateFiles({ 'nen.zip': nest(zipSync({ 'a.xlsx': base.school }), 1) }, base),
    '!bomb of 150 MB in a zip': (base) =>
      consolidateFiles({ 'nen.zip': zipSync({ 'a.xlsx': new Uint8Array(150 * MEGABYTE) }) }, base),
    '!hundred bombs of 15 MB': (base) => {
      const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(15 * MEGABYTE) });
      return consolidateFiles(
        {
          'nen.zip': zipSync(
            Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.xlsx`, bomb])),
          ),
        },
        base,
      );
    },
    '!3,000 files of nothing': (base) =>
      consolidateFiles(
        {
          'nen.zip': writeRawZip(
            Array.from({ length: 3_000 }, (_, index): RawEntry => ({ name: `${index}.xlsx`, data: 'x' })),
          ),
        },
        base,
      ),
    encrypted: (base) =>
      consolidateFiles({ 'nen.zip': writeRawZip([{ name: 'a.xlsx', data: base.school, flags: 1 }]) }, base),
    'size of 4 GB': (base) =>
      consolidateFiles(
        { 'nen.zip': writeRawZip([{ name: 'a.xlsx', data: base.school, inflatedSize: MAX_32 - 1 }]) },
        base,
      ),
    'no directory': (base) =>
      consolidateFiles(
        { 'nen.zip': writeRawZip([{ name: 'a.xlsx', data: base.school }], { withoutDirectory: true }) },
        base,
      ),
    'names of terminals and prototypes': (base) =>
      consolidateFiles(
        {
          'nen.zip': writeRawZip([
            { name: `\u001b[2J${MARKER}.xlsx`, data: 'x' },
            { name: '__proto__', data: base.school },
            { name: 'a\nLỗi [giả] giả.xlsx', data: 'x' },
            { name: 'CON.xlsx', data: 'x' },
          ]),
        },
        base,
      ),
  }),
];
