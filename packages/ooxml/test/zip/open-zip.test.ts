import { crc32 as nodeCrc32 } from 'node:zlib';
import { crc32 } from '@phuluc/ooxml/zip/crc32';
import { openZip } from '@phuluc/ooxml/zip/open-zip';
import { ZIP_LIMITS } from '@phuluc/ooxml/zip/zip-limits';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { writeZip, type ZipEntrySpec } from '../write-zip';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
function noise(size: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: size }, () => (state = Math.imul(state, 1664525) + 1013904223) >>> 24);
}

/** What becomes of part "a.xml": its text, or the problem's code and reason. */
function outcome(bytes: Uint8Array, part = 'a.xml'): string {
  const zip = openZip(bytes);
  const read = zip.ok ? zip.value.read(part) : zip;
  if (read.ok) return new TextDecoder().decode(read.value);
  const { code, details } = read.problems[0]!;
  return details?.reason === undefined ? code : `${code}: ${details.reason}`;
}
function one(entry: Partial<ZipEntrySpec>): Uint8Array {
  return writeZip([{ name: 'a.xml', data: text('<a/>'.repeat(50)), ...entry }]);
}

describe('openZip reads', () => {
  it.each([
    ['a deflated part', one({ data: text('xin chào') })],
    ['a stored part', one({ data: text('xin chào'), method: 0 })],
    ['a part written with 64-bit sizes', one({ data: text('xin chào'), zip64: true })],
    ['a name in other case', one({ data: text('xin chào'), name: 'A.XML' })],
    ['a name with a leading separator', one({ data: text('xin chào'), name: '\\a.xml' })],
    ['a zip with a comment', writeZip([{ name: 'a.xml', data: text('xin chào') }], 'PK lưu ngày 01/6')],
  ])('%s', (_, bytes) => expect(outcome(bytes)).toBe('xin chào'));

  it('an empty part', () => expect(outcome(one({ data: new Uint8Array(), method: 0 }))).toBe(''));

  it('whatever another writer packs', () => {
    const parts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 70_000 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(parts, fc.constantFrom(0 as const, 6 as const), (written, level) => {
        const zip = openZip(zipSync(written, { level }));
        if (!zip.ok) throw new Error(zip.problems[0]!.code);
        expect([...zip.value.names].sort()).toEqual(Object.keys(written).sort());
        for (const [name, bytes] of Object.entries(written))
          expect(zip.value.read(name)).toEqual({ ok: true, value: bytes, warnings: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('only as much as its reader wants', () => {
    const zip = openZip(one({ data: noise(3_000_000) }));
    let taken = 0;
    const streamed = zip.ok && zip.value.stream('a.xml', (chunk) => (taken += chunk.length) < 1000);
    expect(streamed && streamed.ok).toBe(true);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(500_000);
  });
});

describe('openZip refuses', () => {
  it.each([
    ['what is no zip', text('một tệp văn bản'), 'not-zip'],
    ['an empty file', new Uint8Array(), 'not-zip'],
    ['a missing part', one({ name: 'b.xml' }), 'part-missing'],
    ['a wrong checksum', one({ crc: 1 }), 'zip-damaged: checksum'],
    ['a part shorter than declared', one({ declaredSize: 999 }), 'zip-damaged: checksum'],
    ['a part longer than declared', one({ declaredSize: 20 }), 'zip-bomb: larger-than-declared'],
    ['a part longer than its empty declaration', one({ declaredSize: 0 }), 'zip-bomb: larger-than-declared'],
    ['a password', one({ flags: 1 }), 'encrypted'],
    ['an unknown method', writeZip([{ name: 'a.xml', data: noise(90), method: 99 }]), 'zip-damaged: method'],
    [
      'one name twice',
      writeZip([
        { name: 'a.xml', data: text('1') },
        { name: 'A.xml', data: text('2') },
      ]),
      'zip-damaged: name-twice',
    ],
    ['100 MB of zeros', one({ data: new Uint8Array(100 * 1024 * 1024) }), 'zip-bomb'],
    [
      'parts that share their bytes',
      writeZip(
        Array.from({ length: 300 }, (_, i) => ({
          name: `${i}.xml`,
          data: noise(5000),
          ...(i > 0 && { sharesDataOf: 0 }),
        })),
      ),
      'zip-bomb: overlap',
    ],
    [
      'more parts than a document has',
      writeZip(
        Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => ({ name: `${i}.xml`, data: text('x') })),
      ),
      'zip-bomb',
    ],
  ])('%s', (_, bytes, code) => expect(outcome(bytes)).toBe(code));

  it('a part above the limit that packs like text', () => {
    const zip = openZip(one({ data: noise(300_000) }), { ...ZIP_LIMITS, partBytes: 200_000 });
    expect(zip).toMatchObject({
      ok: false,
      problems: [{ code: 'file-too-large', details: { part: 'a.xml' } }],
    });
  });

  it('a large picture only when it is asked for', () => {
    const bytes = writeZip([
      { name: 'a.xml', data: text('<a/>') },
      { name: 'media/white.bmp', data: new Uint8Array(20_000_000) },
    ]);
    expect(outcome(bytes)).toBe('<a/>');
    expect(outcome(bytes, 'media/white.bmp')).toBe('zip-bomb');
  });

  it('a bomb with a false size before its sink sees more than declared', () => {
    const zip = openZip(one({ data: new Uint8Array(100 * 1024 * 1024), declaredSize: 5000 }));
    let seen = 0;
    const streamed = zip.ok && zip.value.stream('a.xml', (chunk) => (seen += chunk.length) >= 0);
    expect(streamed).toMatchObject({ ok: false, problems: [{ code: 'zip-bomb' }] });
    expect(seen).toBeLessThanOrEqual(5000);
  });

  it('a directory whose last name runs beyond its end', () => {
    const bytes = writeZip([{ name: 'a.xml', data: text('a') }]);
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    new DataView(bytes.buffer).setUint16(directory + 28, 6, true);
    expect(outcome(bytes)).toBe('zip-damaged: directory-cut');
  });

  it('a zip cut anywhere', () => {
    const whole = one({ data: noise(2000) });
    for (let size = 0; size < whole.length; size++)
      expect(outcome(whole.subarray(0, size))).toMatch(size < 4 ? /^not-zip$/ : /^zip-damaged/);
  });
});

it('crc32 agrees with zlib, in one piece and in several', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(crc32(b, crc32(a))).toBe(nodeCrc32(b, nodeCrc32(a)));
    }),
  );
});
