import { openPackageParts, type PackageParts } from '@phuluc/ooxml/open-package-parts';
import { memoizeByPart } from '@phuluc/ooxml/zip/part-cache';
import { strToU8, zipSync } from 'fflate';

function openParts(zip: Uint8Array): PackageParts {
  const parts = openPackageParts(zip);
  if (!parts.ok) throw new Error(JSON.stringify(parts.problems));
  return parts.value;
}
const words = 'a relation that every workbook of one issue has '.repeat(6);
function createZip(text: string, level: 0 | 9 = 9): Uint8Array {
  return zipSync({ 'part.xml': [strToU8(text), { level }] }, { mtime: '2026-01-01' });
}
function readText(parts: PackageParts): string | null {
  const part = parts.readCommon('part.xml');
  return part.ok ? new TextDecoder().decode(part.value) : null;
}

describe('parts that workbooks have in common', () => {
  it('are one array for the same bytes, in whatever workbook', () => {
    const one = openParts(createZip(words)).readCommon('part.xml');
    const other = openParts(createZip(words)).readCommon('PART.xml');
    expect(one.ok && other.ok && one.value === other.value).toBe(true);
    expect(readText(openParts(createZip(`${words}!`)))).toBe(`${words}!`);
  });

  it('do not outlive the file they were packed in: nothing written into it changes them', () => {
    const zip = createZip(`${words} kept`);
    expect(readText(openParts(zip))).toBe(`${words} kept`);
    zip.fill(0);
    expect(readText(openParts(createZip(`${words} kept`)))).toBe(`${words} kept`);
  });

  it('are refused where they are damaged, though the whole part was met before', () => {
    const whole = createZip(`${words} damaged`);
    expect(readText(openParts(whole))).not.toBeNull();
    for (let at = 30 + 'part.xml'.length; at < 90; at++) {
      const damaged = whole.slice();
      damaged[at]! ^= 0x10;
      expect([at, readText(openParts(damaged))]).toEqual([at, null]);
    }
  });

  it('may be stored', () => {
    expect(readText(openParts(createZip(words, 0)))).toBe(words);
    expect(readText(openParts(createZip(words, 0)))).toBe(words);
  });
});

describe('oncePerPart', () => {
  it('reads an array once for each name', () => {
    const seen: string[] = [];
    const read = memoizeByPart((part, name) => {
      seen.push(name);
      return `${name}:${part.length}`;
    });
    const part = new Uint8Array(3);
    expect([read(part, 'a'), read(part, 'a'), read(part, 'b'), read(part, 'b')]).toEqual([
      'a:3',
      'a:3',
      'b:3',
      'b:3',
    ]);
    expect(seen).toEqual(['a', 'b']);
    read(new Uint8Array(3), 'b');
    expect(seen).toHaveLength(3);
  });
});
