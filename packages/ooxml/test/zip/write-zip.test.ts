import { deflateRawSync } from 'node:zlib';
import { crc32 } from '@phuluc/ooxml/zip/crc32';
import { openZip } from '@phuluc/ooxml/zip/open-zip';
import { writeZip } from '@phuluc/ooxml/zip/write-zip';
import { unzipSync } from 'fflate';

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const PARTS = new Map([
  ['[Content_Types].xml', toBytes('<Types/>')],
  ['xl/sheet1.xml', toBytes('<c><v>1</v></c>'.repeat(5_000))],
  ['docProps/ảnh.bin', new Uint8Array(0)],
]);
const NODE = {
  deflate: (bytes: Uint8Array) => deflateRawSync(bytes),
  crc32: (bytes: Uint8Array) => crc32(bytes),
};

describe('writeZip', () => {
  it.each([
    ['by the portable compressor', writeZip(PARTS)],
    ['by one of the platform', writeZip(PARTS, NODE)],
  ])('writes parts that are read back %s', (_, bytes) => {
    const archive = openZip(bytes);
    if (!archive.ok) throw new Error(archive.problems[0]?.code);
    for (const [path, part] of PARTS) {
      const read = archive.value.read(path);
      expect(read.ok && [...read.value]).toEqual([...part]);
    }
    expect(Object.keys(unzipSync(bytes))).toEqual([...PARTS.keys()]);
  });

  it('gives the same bytes for the same parts', () => {
    expect(writeZip(PARTS)).toEqual(writeZip(new Map(PARTS)));
  });
});
