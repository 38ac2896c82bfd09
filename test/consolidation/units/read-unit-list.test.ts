import { type BookType, utils, write } from '@e965/xlsx';
import { readUnitFileList, readUnitText } from '../../../src/consolidation/units/read-unit-list';
import { readDocument } from '../../../src/import/read-document';
import { encodeTcvn3Small, encodeVni } from '../../../src/readers/legacy/encode-legacy';

const HEADER = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Cấp trên'];
const ROWS = [
  ['U01', 'Trường Mầm non Cỏ Lau', 'mầm non', 'P-09'],
  ['U02', 'Trường Tiểu học Gò Me', 'tiểu học', 'P-09'],
  ['U03', 'Trường Trung học cơ sở Suối Cát Đỏ', 'trung học cơ sở', 'P-09'],
  ['U04', 'Trường Mầm non Bàu Sình', 'mầm non', 'P-09'],
];
const NAMES = ROWS.map(([, name]) => name);
const LIST = [HEADER, ...ROWS];

const toText = (rows: readonly (readonly string[])[], separator = ';'): string =>
  rows.map((row) => row.join(separator)).join('\r\n');
const toLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const toUtf16 = (text: string): Uint8Array =>
  new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer)]);

function toBook(rows: string[][], bookType: BookType): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Năm 2026']]), 'Bìa');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['DANH SÁCH'], [], ...rows]), 'Danh sách');
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

const read = (file: string, bytes: Uint8Array) =>
  readUnitFileList(file, bytes, () => readDocument(bytes, file));

describe('readUnitFileList', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', toUtf8(toText(LIST))],
    ['UTF-8 with its mark and commas', toUtf8(`\ufeff${toText(LIST, ',')}`)],
    ['UTF-16, as Excel writes Unicode text', toUtf16(toText(LIST, '\t'))],
    ['TCVN3', toLatin1(encodeTcvn3Small(toText(LIST)))],
    ['VNI', toLatin1(encodeVni(toText(LIST)))],
    ['TCVN3 stored as UTF-8', toUtf8(encodeTcvn3Small(toText(LIST)))],
    ['VNI stored as UTF-8', toUtf8(encodeVni(toText(LIST)))],
    [
      'TCVN3 below a header in Unicode',
      toUtf8(toText([HEADER, ...ROWS.map((row) => row.map(encodeTcvn3Small))])),
    ],
    ['VNI below a header in Unicode', toUtf8(toText([HEADER, ...ROWS.map((row) => row.map(encodeVni))]))],
  ])('reads a text file in %s', async (_, bytes) => {
    const list = await read('ds.csv', bytes);
    if (!list.ok) throw new Error(JSON.stringify(list.problems));
    expect(list.value.map(({ name }) => name)).toEqual(NAMES);
  });

  it.each<BookType>(['xlsx', 'xlsb', 'biff8', 'ods'])('reads a workbook saved as %s', async (type) => {
    const list = await read('ds', toBook(LIST, type));
    if (!list.ok) throw new Error(JSON.stringify(list.problems));
    expect(list.value.map(({ code, name, parent }) => [code, name, parent])).toEqual(
      ROWS.map(([code, name, , parent]) => [code, name, parent]),
    );
  });

  it('names the line of a text file and the row of a sheet, blank ones counted', async () => {
    const broken = [HEADER, [''], ROWS[0]!, [''], ['U09', 'Tr??ng M?m non C? Lau']];
    expect(await read('ds.csv', toUtf8(toText(broken)))).toMatchObject({
      ok: false,
      problems: [{ code: 'unit-letters', place: { file: 'ds.csv', row: 5 } }],
    });
    expect(await read('ds.xlsx', toBook(broken, 'xlsx'))).toMatchObject({
      ok: false,
      problems: [{ code: 'unit-letters', place: { file: 'ds.xlsx', sheet: 'Danh sách', row: 7 } }],
    });
  });

  it.each([
    ['question marks in a kind', 'A;Trường A;m?m non'],
    ['question marks in another name', 'A;Trường A;;x', 'Mã;Tên;Loại;Tên khác\nA;Trường A;;M?m non A'],
    ['replacement characters', 'A;Tr\ufffdng M\ufffdm non'],
    ['UTF-8 read as Windows-1252', 'A;TrÆ°á»ng Máº§m non'],
  ])('refuses %s', (_, text, whole = text) => {
    expect(readUnitText(whole)).toMatchObject({ ok: false, problems: [{ code: 'unit-letters' }] });
  });

  it.each([
    ['a list without rows', toUtf8('Mã;Tên\n')],
    ['an empty file', new Uint8Array()],
  ])('finds no units in %s', async (_, bytes) => {
    expect(await read('ds.csv', bytes)).toMatchObject({ ok: false, problems: [{ code: 'no-units' }] });
  });
});

describe('readUnitText', () => {
  const getWarnings = (...lines: string[]) => {
    const list = readUnitText(`Mã;Tên;Cấp trên;Từ ngày;Đến ngày\n${lines.join('\n')}`);
    if (!list.ok) return list.problems.map(({ code, place }) => [code, place.row]);
    return list.warnings.map(({ code, place }) => [code, place.row]);
  };

  it.each<[string, string[], unknown[]]>([
    ['two codes that differ in letters of another script', ['TH1;Một', 'ТН1;Hai'], [['unit-code-twice', 3]]],
    ['a blank name', ['A;Một', 'B; '], [['unit-incomplete', 3]]],
    ['two names of one unit', ['A;Trường Mầm non Sen', 'B;MN Sen'], [['unit-name-twice', 3]]],
    ['one name under two authorities', ['A;Mầm non Sen;X', 'B;Mầm non Sen;Y', 'X;Xã X', 'Y;Xã Y'], []],
    ['one name at two times', ['A;Sen;;;30/6/2025', 'B;Sen;;1/7/2025'], []],
    ['a unit above that only one names', ['A;Một;P', 'B;Hai;P', 'C;Ba;Q'], [['unit-parent-missing', 4]]],
    ['a unit above that is nowhere', ['P;Phường', 'A;Một;P', 'B;Hai;Q'], [['unit-parent-missing', 4]]],
    ['one authority above all', ['A;Một;P', 'B;Hai;P'], []],
    ['an authority above those in the list', ['P;Phường;T', 'A;Một;P', 'B;Hai;P'], []],
    ['letters that only look Vietnamese', ['A;Trường Мột'], [['unit-look-alike', 2]]],
  ])('warns of %s', (_, lines, expected) => expect(getWarnings(...lines)).toEqual(expected));

  it('reads look-alike letters as what they look like', () => {
    expect(readUnitText('A;Тrường Mầm nоn\u200b Sen')).toMatchObject({
      value: [{ name: 'Trường Mầm non Sen' }],
    });
  });
});
