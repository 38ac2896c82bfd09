import fc from 'fast-check';
import { parseSeparatedValues } from '../../../src/consolidation/units/parse-separated-values';
import { readUnitText } from '../../../src/consolidation/units/read-unit-list';
import '../../support/fixed-seed';
import { findUnitsBelow, readUnits } from '../../../src/consolidation/units/read-units';
import { isUnitValidOn } from '../../../src/consolidation/units/unit-index';

describe('separated values', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '\ufeffa;b\r\n"c;1";d\r\n',
      [
        ['a', 'b'],
        ['c;1', 'd'],
      ],
    ],
    ['a\tb, c\n\n\nd\t', [['a', 'b, c'], [''], [''], ['d', '']]],
    ['sep=;\na;b,c', [[''], ['a', 'b,c']]],
    ['a,b\n\n\n', [['a', 'b']]],
    ['"a ""b""\nc",d', [['a "b"\nc', 'd']]],
    ['"open,d', [['"open', 'd']]],
    ['', []],
  ])('%j', (text, cells) => expect(parseSeparatedValues(text)).toEqual(cells));

  it('give back what was quoted, with any of the separators', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.trim().replace(/\r/g, ''));
    const row = fc.tuple(fc.constantFrom('M1', 'M2'), cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom('\t', ';', ','), (rows, separator) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
          .join('\n');
        expect(parseSeparatedValues(text)).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list of units', () => {
  const complete = {
    code: 'MN-01',
    name: 'Trường Mầm non Hoa Cúc',
    aliases: ['MN Hoa Cúc', 'Hoa Cúc'],
    kind: 'MN',
    parent: 'P-07',
    validFrom: '2025-07-01',
    validTo: '',
  };

  it.each([
    [
      'with Vietnamese headers in any order, below a title',
      'DANH SÁCH ĐƠN VỊ,,,,,\nTên đơn vị,Mã đơn vị,Loại hình,Tên khác,Trực thuộc,Từ ngày\nTrường Mầm non Hoa Cúc,MN-01,MN,MN Hoa Cúc; Hoa Cúc,P-07,1/7/2025',
    ],
    [
      'with English headers',
      'code,name,aliases,kind,parent,valid_from,validTo\nMN-01,Trường Mầm non Hoa Cúc,MN Hoa Cúc|Hoa Cúc,MN,P-07,2025-07-01,',
    ],
    [
      'without headers, pasted from a sheet',
      'MN-01\tTrường Mầm non  Hoa Cúc\tMN Hoa Cúc;Hoa Cúc\tMN\tP-07\t01.07.2025\t',
    ],
  ])('%s', (_, text) => expect(readUnitText(text)).toEqual({ ok: true, value: [complete], warnings: [] }));

  it.each([
    ['MN-01,Một\nmn-01,Hai', ['unit-code-twice', 2, 'mn-01']],
    ['code,name\n,Một', ['unit-incomplete', 2, 'Một']],
    ['code,name,valid from\nA,Một,31/6/2025', ['unit-date', 2, '31/6/2025']],
    ['code,name', ['no-units', undefined, undefined]],
  ])('refuses %j and says where', (text, expected) => {
    const read = readUnitText(text, { file: 'units.csv' });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems.map(({ code, place, details }) => [code, place.row, details?.['text']])).toEqual([
      expected,
    ]);
    expect(read.problems[0]!.place.file).toBe('units.csv');
  });

  it('refuses a list of more units than one workbook takes', () => {
    const list = (count: number): string[][] => [
      ['Mã', 'Tên'],
      ...Array.from({ length: count }, (_, index) => [`U${index}`, `Trường ${index}`]),
    ];
    expect(readUnits(list(4_000)).ok).toBe(true);
    expect(readUnits(list(5_000), { file: 'a.csv' })).toMatchObject({
      ok: false,
      problems: [{ code: 'too-many-units', place: { file: 'a.csv' }, details: { limit: 4_000 } }],
    });
  });

  it('takes cells of a sheet as they are', () => {
    expect(
      readUnits([
        ['Mã', 'Tên'],
        ['0101', 'Trường Tiểu học Đồng Sen'],
      ]),
    ).toMatchObject({
      ok: true,
      value: [{ code: '0101', name: 'Trường Tiểu học Đồng Sen', aliases: [] }],
    });
  });

  it('knows which units exist on a day, and which stand below another', () => {
    const dated = { ...complete, validTo: '2026-06-30' };
    expect(
      ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].map((day) => isUnitValidOn(dated, day)),
    ).toEqual([false, true, true, false]);
    expect(findUnitsBelow([complete, { ...complete, code: 'X', parent: '' }], 'p-07')).toEqual([complete]);
  });

  it.each([
    ['Trng Mm non Hoa Cúc', 'letters with marks left out'],
    ['Tr\u0080ng Mầm non', 'control characters in place of letters'],
    ['Tr+AbAe3Q-ng M+Hqc-m non', 'UTF-7'],
    ['Tr&#432;&#7901;ng Mầm non', 'entities of HTML'],
  ])('refuses the line of %j: %s', (name) => {
    expect(
      readUnits([
        ['Mã', 'Tên đơn vị'],
        ['MN-01', name],
      ]),
    ).toMatchObject({ ok: false, problems: [{ code: 'unit-letters', place: { row: 2 } }] });
  });

  it('refuses a name longer than Excel takes, by its row; many other names may be longer together', () => {
    const read = (name: string, aliases: string) =>
      readUnits([
        ['Mã', 'Tên đơn vị', 'Tên khác'],
        ['MN-01', name, aliases],
      ]);
    expect(read(`Trường ${'Hoa '.repeat(70)}`, '')).toMatchObject({
      ok: false,
      problems: [{ code: 'unit-too-long', place: { row: 2 } }],
    });
    expect(read('Trường Hoa', 'Trường Hoa Cúc;'.repeat(30))).toMatchObject({ ok: true });
  });

  it.each([
    'Trường PTDTBT TH&THCS Trà Cang',
    'mn th thcs Hoa Cúc',
    'Trường TH Đắk Glei',
    'Trường THPT Krông Nô',
  ])('reads %s, whose words without vowels are abbreviations', (name) => {
    expect(
      readUnits([
        ['Mã', 'Tên đơn vị'],
        ['MN-01', name],
      ]),
    ).toMatchObject({ ok: true, value: [{ name }] });
  });
});
