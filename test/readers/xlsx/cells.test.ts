import { readDocument } from '../../../src/import/read-document';
import { formatCellNumber, getStoredDate } from '../../../src/readers/xlsx/format-cell-number';
import { decodeXstring } from '../../../src/readers/xlsx/rich-text-collector';
import { buildXlsx, readSheetData, readSheets, type XlsxParts } from '../../support/documents/build-xlsx';

/** Text of a single cell A1 written as XML. */
function readCell(cell: string, parts?: XlsxParts): string | undefined {
  return readSheets([{ data: `<row r="1">${cell}</row>` }], parts).blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells : [],
  )[0]?.text;
}

const STRINGS =
  '<si><t>Kế hoạch</t></si>' +
  '<si><r><t>Kế </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>ho¹ch</t></r><rPh><t>đọc</t></rPh></si>' +
  '<si><t xml:space="preserve"> </t></si>' +
  '<si><t>KH-_x000D_\nUBND</t></si>' +
  '<si><t>=1+1</t></si>';

function numberFormat(code: string): XlsxParts {
  return {
    styles: `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`,
  };
}
function builtIn(id: number): XlsxParts {
  return {
    styles: `<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`,
  };
}

describe('the text of a cell', () => {
  it.each([
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'Kế hoạch'],
    ['a shared string in runs, readings apart', '<c r="A1" t="s"><v>1</v></c>', 'Kế ho¹ch'],
    ['a shared string of blanks', '<c r="A1" t="s"><v>2</v></c>', undefined],
    ['a shared string with an escaped line end', '<c r="A1" t="s"><v>3</v></c>', 'KH-\nUBND'],
    [
      'an inline string',
      '<c r="A1" t="inlineStr"><is><r><t>Báo</t></r><r><t> cáo</t></r></is></c>',
      'Báo cáo',
    ],
    ['the text of a formula', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>Quý I</v></c>', 'Quý I'],
    ['a whole number', '<c r="A1"><v>12</v></c>', '12'],
    ['a fraction as short as Excel shows it', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a number written as text', '<c r="A1" t="inlineStr"><is><t>1.10</t></is></c>', '1.10'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['an empty value', '<c r="A1" t="s"><v></v></c>', undefined],
    ['no value', '<c r="A1" s="3"/>', undefined],
    ['a value that is no number', '<c r="A1"><v>1e999</v></c>', '1e999'],
  ])('%s', (_, cell, text) => expect(readCell(cell, { strings: STRINGS })).toBe(text));

  it.each([
    ['m/yyyy', 45809, '6/2025'],
    ['dd/mm/yyyy', 45458, '15/06/2024'],
    ['d/m/yyyy;@', 45458, '15/6/2024'],
    ['[$-42A]&quot;Tháng &quot;m', 45458, 'Tháng 6'],
    ['mmmm yyyy', 45458, 'tháng 6 2024'],
    ['mmm\\-yy', 45809, '6/2025'],
    ['0.00', 1.1, '1.10'],
    ['00', 1, '01'],
    ['#,##0', 1234567, '1,234,567'],
    ['0%', 0.3, '30%'],
    ['@', 12, '12'],
    ['&quot;Quý &quot;0', 2, 'Quý 2'],
    ['0;-0;;@', 0, undefined],
    ['không [phải', 5, '5'],
  ])('a number by the format %s', (code, value, text) =>
    expect(readCell(`<c r="A1" s="1"><v>${value}</v></c>`, numberFormat(code))).toBe(text),
  );

  it.each([
    [14, 45458, '15/06/2024'],
    [15, 45458, '15/6/2024'],
    [16, 45458, '15/6'],
    [17, 45809, '6/2025'],
    [22, 45458.5, '15/06/2024 12:00'],
    [9, 1, '100%'],
    [49, 2025, '2025'],
    [999, 7, '7'],
  ])('a number by the built-in format %d', (id, value, text) =>
    expect(readCell(`<c r="A1" s="1"><v>${value}</v></c>`, builtIn(id))).toBe(text),
  );

  it('a date counted from 1904', () =>
    expect(
      readCell('<c r="A1" s="1"><v>43996</v></c>', {
        ...builtIn(14),
        beforeSheets: '<workbookPr date1904="1"/>',
      }),
    ).toBe('15/06/2024'));

  it.each([
    ['2024-06-15', '15/06/2024'],
    ['2024-06-15T00:00:00', '15/06/2024'],
    ['bao giờ', 'bao giờ'],
  ])('a date written as %s', (written, text) =>
    expect(readCell(`<c r="A1" s="1" t="d"><v>${written}</v></c>`, builtIn(14))).toBe(text),
  );
});

describe('fonts of a cell', () => {
  const styles =
    '<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
  const cell = (xml: string): unknown => {
    const { fonts, runs } = readSheetData(`<row r="1">${xml}</row>`, {}, { styles, strings: STRINGS })
      .cells[0]!;
    return { fonts, runs };
  };
  it('come from its style', () =>
    expect(cell('<c r="A1" s="1" t="s"><v>0</v></c>')).toEqual({ fonts: ['.VnTime'] }));
  it('come from its runs where they name one', () =>
    expect(cell('<c r="A1" s="0" t="s"><v>1</v></c>')).toEqual({
      fonts: ['Arial', '.VnTime'],
      runs: [
        { text: 'Kế ', font: 'Arial' },
        { text: 'ho¹ch', font: '.VnTime' },
      ],
    }));
});

it('unescapeText keeps an underscore that was escaped', () =>
  expect(decodeXstring('a_x005F_x000D_b')).toBe('a_x000D_b'));

it('numberText prints dates beyond the calendar as numbers', () =>
  expect(formatCellNumber(-5, 'dd/mm/yyyy', false)).toMatch(/\d/));

describe('getStoredDate', () => {
  it.each([
    [46023, 'm/d/yyyy', false, '2026-01-01'],
    [46023, 'dd/mm/yyyy', false, '2026-01-01'],
    [44561, 'dd/mm/yyyy', true, '2026-01-01'],
    [46023, 'General', false, null],
    [46023, 'mmm-yy', false, null],
    [46023, '0.00', false, null],
    [-5, 'dd/mm/yyyy', false, null],
  ])('of %d as %s (1904: %s) is %s', (value, pattern, date1904, day) =>
    expect(getStoredDate(value, pattern, date1904)).toBe(day),
  );
});

describe('a text that is longer than a cell can hold', () => {
  const read = (length: number) =>
    readDocument(
      buildXlsx([
        { name: 'Phụ lục', data: `<row><c t="inlineStr"><is><t>${'a'.repeat(length)}</t></is></c></row>` },
      ]),
      'a.xlsx',
    );

  it('is read in full', async () => {
    const document = await read(40_000);
    const [table] = document.ok ? document.value.blocks : [];
    expect(table?.kind === 'table' && table.cells[0]?.text.length).toBe(40_000);
  });

  it('is refused with its cell, not cut, where it is far too long', async () => {
    expect(await read(900_000)).toMatchObject({
      ok: false,
      problems: [{ code: 'file-too-large', place: { sheet: 'Phụ lục', cell: 'A1' } }],
    });
  });
});
