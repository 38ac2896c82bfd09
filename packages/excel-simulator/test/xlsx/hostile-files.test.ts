import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { WorkbookFileError } from '@phuluc/excel-simulator/xlsx/workbook-file-error';
import { readWorkbookZip, WORKBOOK_ZIP_LIMITS } from '@phuluc/excel-simulator/xlsx/workbook-package';
import { strToU8, zipSync } from 'fflate';
import { createMinimalWorkbook, formatSheetXml, packParts } from '../../../ooxml/test/package-parts';

async function problem(attempt: Promise<unknown>): Promise<unknown> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof WorkbookFileError) return [error.code, error.place];
    throw error;
  }
  return 'nothing';
}

/** A copy with one byte changed. */
function withByte(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = change(copy[at]!);
  return copy;
}

function find(bytes: Uint8Array, signature: number, from = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) return at;
  return -1;
}
const CENTRAL = 0x02014b50;

const good = createMinimalWorkbook(formatSheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'));

describe('a file that is no whole and harmless workbook is refused', () => {
  it.each([
    ['nothing', new Uint8Array(), 'not-a-workbook'],
    ['text', strToU8('TT;Nội dung\n1;Việc một, dài hơn hai mươi hai byte'), 'not-a-workbook'],
    ['a zip without a workbook', packParts({ 'a.txt': 'x' }), 'not-a-workbook'],
    [
      'a workbook of the old format',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]),
      'old-format',
    ],
    [
      'an encrypted workbook',
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...new Array<number>(600).fill(0),
        ...[...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]),
      ]),
      'encrypted',
    ],
    ['a binary workbook', packParts({ 'xl/workbook.bin': 'x' }), 'binary-format'],
    ['a file cut off', good.slice(0, good.length - 40), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await problem(openWorkbook(bytes))).toEqual([code, '']);
  });

  it('with an encrypted part', async () => {
    const at = find(good, CENTRAL) + 8;
    expect(await problem(openWorkbook(withByte(good, at, (byte) => byte | 1)))).toEqual([
      'encrypted',
      '_rels/.rels',
    ]);
  });

  it('with a wrong checksum', async () => {
    const at = find(good, CENTRAL) + 16;
    expect(await problem(openWorkbook(withByte(good, at, (byte) => byte ^ 1)))).toEqual([
      'damaged',
      '_rels/.rels',
    ]);
  });

  it('with XML that is none', async () => {
    expect(await problem(openWorkbook(createMinimalWorkbook('<worksheet><sheetData></worksheet>')))).toEqual([
      'damaged',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('with a document type, which could name other files', async () => {
    const sheet = `<!DOCTYPE worksheet [<!ENTITY a "aaaa">]>${formatSheetXml('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>')}`;
    expect(await problem(openWorkbook(createMinimalWorkbook(sheet)))).toEqual([
      'forbidden-xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('with elements in elements without end', async () => {
    const sheet = `${'<a>'.repeat(2_000)}${'</a>'.repeat(2_000)}`;
    expect(await problem(openWorkbook(createMinimalWorkbook(sheet)))).toEqual([
      'damaged',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('but not one with names that mean something to programs', async () => {
    const sheet = formatSheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', '<__proto__/><constructor/>');
    const opened = await openWorkbook(createMinimalWorkbook(sheet));
    expect(await openWorkbook(await saveWorkbook(opened))).toEqual(opened);
  });

  it('but not one with cells beyond the sheet, which are left out', async () => {
    const sheet = formatSheetXml(
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c><c><v>2</v></c></row><row r="1048577"><c><v>3</v></c></row>',
    );
    const { sheets } = await openWorkbook(createMinimalWorkbook(sheet));
    expect([...sheets[0]!.cells.keys()]).toEqual([1_048_575]);
    expect([...sheets[0]!.cells.get(1_048_575)!.keys()]).toEqual([16_383]);
  });

  it('that would swell beyond measure, before it is inflated', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(WORKBOOK_ZIP_LIMITS.ratioFromBytes + 1) });
    expect(await problem(openWorkbook(bomb))).toEqual(['too-large', 'xl/workbook.xml']);
  });

  it('that swells more than it says', () => {
    const bomb = zipSync({ a: new Uint8Array(4_000_000) });
    const at = find(bomb, CENTRAL) + 24;
    const lying = withByte(
      withByte(
        withByte(bomb, at, () => 16),
        at + 1,
        () => 0,
      ),
      at + 2,
      () => 0,
    );
    expect(() => readWorkbookZip(lying)).toThrow(new WorkbookFileError('damaged', 'a'));
  });

  const listSheets = (count: number, id: (index: number) => string): string =>
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${Array.from({ length: count }, (_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="${id(index)}"/>`).join('')}</sheets></workbook>`;

  it('with one part for two sheets, or more sheets than anybody works with', async () => {
    const workbook = (list: string): Uint8Array =>
      createMinimalWorkbook(formatSheetXml(''), { 'xl/workbook.xml': list });
    expect(await problem(openWorkbook(workbook(listSheets(2, () => 'rId1'))))).toEqual([
      'damaged',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(await problem(openWorkbook(workbook(listSheets(1_001, (index) => `rId${index}`))))).toEqual([
      'too-many-sheets',
      '',
    ]);
    expect(await problem(openWorkbook(workbook(listSheets(1, () => 'rId1'))))).toBe('nothing');
  });

  it('with more parts than any workbook has', () => {
    const many = Object.fromEntries(
      Array.from({ length: WORKBOOK_ZIP_LIMITS.entries + 1 }, (_, index) => [`${index}`, new Uint8Array()]),
    );
    expect(() => readWorkbookZip(zipSync(many, { level: 0 }))).toThrow(
      new WorkbookFileError('too-large', ''),
    );
  });
});

describe('what a file may not hold is not written', () => {
  it('such as a date Excel would repair the file for', async () => {
    const workbook = createWorkbook('Ngày');
    const saved = async (creationDate: string): Promise<string | undefined> => {
      workbook.properties = { creationDate };
      return (await openWorkbook(await saveWorkbook(workbook))).properties['creationDate'];
    };
    expect(await saved('2026-11-21T07:00:00Z')).toBe('2026-11-21T07:00:00Z');
    expect(await saved('Sat, 21 Nov 2026 07:00:00 GMT')).toBe('2026-11-21T07:00:00.000Z');
    expect(await saved('hôm qua')).toBeUndefined();
  });

  it('such as a text of more than 32,767 characters', async () => {
    const workbook = createWorkbook('Dài');
    setCell(workbook.sheets[0]!, 1, 2, { value: 'x'.repeat(32_768) });
    expect(await problem(saveWorkbook(workbook))).toEqual(['text-too-long', 'Dài!C2']);
    setCell(workbook.sheets[0]!, 1, 2, { value: 'x'.repeat(32_767) });
    expect(await openWorkbook(await saveWorkbook(workbook))).toEqual(workbook);
  });
});
