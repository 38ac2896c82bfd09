import { openPackageParts } from '@phuluc/ooxml/open-package-parts';
import '../../support/fixed-seed';
import { decodePlainXml, readTag, resolveReferences, type StartTag } from '@phuluc/ooxml/xml/plain-xml';
import fc from 'fast-check';
import {
  createMinimalWorkbook,
  formatRelationships,
  formatSheetXml,
  packParts,
} from '../../../packages/ooxml/test/package-parts';
import { openParsedWorkbook } from '../../../src/consolidation/reader/open-parsed-workbook';
import {
  openScannedWorkbook,
  UnscannablePartError,
} from '../../../src/consolidation/reader/open-scanned-workbook';
import { scanSheet } from '../../../src/consolidation/reader/scan-sheet';
import { NO_SHARED_TEXTS, scanStrings } from '../../../src/consolidation/reader/scan-strings';

function toCells(rows: string) {
  const scanned = scanSheet(formatSheetXml(rows), NO_SHARED_TEXTS);
  return typeof scanned === 'string'
    ? scanned
    : scanned.rows.flatMap(({ row, cells }) =>
        cells.map(({ column, value, blankFormula }) => [row, column, blankFormula ? 'formula' : value]),
      );
}

describe('scanSheet', () => {
  it.each([
    ['<row r="2"><c r="B2"><v>1.5</v></c></row>', [[1, 1, 1.5]]],
    [
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>',
      [
        [0, 0, 1],
        [0, 2, 2],
        [1, 0, 3],
      ],
    ],
    [
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>',
      [
        [0, 0, true],
        [0, 1, '#N/A'],
      ],
    ],
    [
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Kế </t></r><r><t xml:space="preserve">hoạch</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>',
      [[0, 0, 'Kế hoạch']],
    ],
    [
      '<row r="1"><c r="A1" t="str"><f>A2&amp;"&lt;"</f><v>a &amp; b &#7871;</v></c></row>',
      [[0, 0, 'a & b ế']],
    ],
    ['<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="str"><f>X</f><v></v></c></row>', [[0, 0, 'formula']]],
    ['<row r="1"><c r="A1"><f>1+1</f><v/></c></row>', [[0, 0, 'formula']]],
    [
      '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>',
      [
        [0, 0, 1],
        [0, 2, 3],
      ],
    ],
    ['<row r="1"><c r=\'A1\' s = "3"><v>1</v></c></row>', [[0, 0, 1]]],
    ['<row r="1"><c r="A1" t="str"><v>_x0041__x005F_x0041_</v></c></row>', [[0, 0, 'A_x0041_']]],
    ['', []],
  ])('%s', (rows, cells) => {
    expect(toCells(rows)).toEqual(cells);
  });

  it.each([
    '<row r="0"><c r="A0"><v>1</v></c></row>',
    '<row r="1"><c r="a1"><v>1</v></c></row>',
    '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
    '<row r="1"><c r="A1"><v>1</c></row>',
    '<x:row r="1"/>',
  ])('leaves to the slow reader: %s', (rows) => {
    expect(toCells(rows)).toBe('odd');
  });

  it('knows hidden rows and merges', () => {
    const sheet = formatSheetXml(
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0"><c r="A2"><v>2</v></c></row>',
      '<mergeCells count="1"><mergeCell ref="B3:B7"/></mergeCells>',
    );
    expect(scanSheet(sheet, NO_SHARED_TEXTS)).toEqual({
      rows: [
        { row: 0, hidden: true, cells: [{ column: 0, value: 1, blankFormula: false }] },
        { row: 1, hidden: true, cells: [{ column: 0, value: 2, blankFormula: false }] },
      ],
      merges: [{ top: 2, bottom: 6, left: 1, right: 1 }],
      foreignLetters: false,
    });
  });
});

describe('scanStrings', () => {
  it('joins runs and keeps the places of blank texts', () => {
    const texts = scanStrings(
      '<sst><si><t>một</t></si><si/><si><r><t>h</t></r><r><rPr><b/></rPr><t>ai</t></r></si><si><t/></si></sst>',
    )!;
    expect([0, 1, 2, 3, 4].map((index) => texts.at(index))).toEqual(['một', '', 'hai', '', undefined]);
  });
});

describe('plainXml', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it('takes comments out, wherever they stand', () => {
    expect(
      decodePlainXml(
        utf8('<?xml version="1.0"?><!-- a > b --><sst><si><t>một<!----> hai</t></si></sst>'),
        'sst',
      ),
    ).toBe('<?xml version="1.0"?><sst><si><t>một hai</t></si></sst>');
  });

  it.each([
    '<sst><si><t><![CDATA[một]]></t></si></sst>',
    '<!DOCTYPE sst [<!ENTITY a "b">]><sst/>',
    '<sst><!-- open</sst>',
    '<x:sst xmlns:x="y"/>',
    '<?xml version="1.0" encoding="windows-1258"?><sst/>',
  ])('leaves to the slow reader: %s', (xml) => {
    expect(decodePlainXml(utf8(xml), 'sst')).toBeNull();
  });

  it('leaves bytes that are no UTF-8 to the slow reader', () => {
    expect(decodePlainXml(Uint8Array.of(0x3c, 0x73, 0x73, 0x74, 0xff, 0x3e), 'sst')).toBeNull();
  });
});

describe('readTag', () => {
  it('reads attributes in any order and quotes, a ">" among them', () => {
    const tag: StartTag = { end: 0, empty: false, values: [] };
    const xml = '<a x = "1>2"\n y=\'3\' />';
    expect(readTag(xml, 2, ['y', 'x', 'z'], tag)).toBe(true);
    expect(tag).toEqual({ end: xml.length - 1, empty: true, values: ['3', '1>2', ''] });
  });

  it('never hangs or throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        readTag(`<a ${text}`, 2, ['r'], { end: 0, empty: false, values: [] });
        scanSheet(`<worksheet><sheetData>${text}</sheetData>`, NO_SHARED_TEXTS);
        scanStrings(`<sst>${text}</sst>`);
        resolveReferences(text);
      }),
    );
  });
});

describe('the scanner and the slow reader', () => {
  const value = fc.oneof(
    fc.integer().map((number) => `<v>${number}</v>`),
    fc.constant('<f>1</f>'),
    fc.constant(''),
  );
  const cell = fc.record({ column: fc.nat(6), value });
  const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }).map((lines) =>
    lines
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${[...new Map(cells.map((one) => [one.column, one])).values()]
            .sort((a, b) => a.column - b.column)
            .map((one) => `<c r="${'ABCDEFG'[one.column]}${row + 1}">${one.value}</c>`)
            .join('')}</row>`,
      )
      .join(''),
  );

  it('see the same cells', () => {
    fc.assert(
      fc.property(rows, (xml) => {
        const parts = openPackageParts(
          createMinimalWorkbook(formatSheetXml(xml), { '[Content_Types].xml': TYPES }),
        );
        if (!parts.ok) throw new Error('no parts');
        const fast = openScannedWorkbook(parts.value);
        const slow = openParsedWorkbook(parts.value);
        if (!slow.ok) throw new Error(JSON.stringify(slow.problems));
        expect(fast.sheets.map(({ name }) => name)).toEqual(slow.value.sheets.map(({ name }) => name));
        expect(fast.cells(fast.sheets[0]!)).toEqual(slow.value.cells(slow.value.sheets[0]!));
      }),
      { numRuns: 40 },
    );
  });
});

it('a cell that refers to a missing text is blank and named, the rest of the sheet is read', () => {
  const rows = '<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="s"><v>3</v></c></row>';
  const parts = openPackageParts(
    createMinimalWorkbook(formatSheetXml(rows), { '[Content_Types].xml': TYPES }),
  );
  if (!parts.ok) throw new Error('no parts');
  const fast = openScannedWorkbook(parts.value);
  expect(() => fast.cells(fast.sheets[0]!)).toThrow(UnscannablePartError);
  const slow = openParsedWorkbook(parts.value);
  if (!slow.ok) throw new Error(JSON.stringify(slow.problems));
  expect(slow.value.cells(slow.value.sheets[0]!)).toMatchObject({
    value: {
      rows: [{ cells: [{ column: 0, value: 7 }] }],
      missingTexts: { count: 1, first: 'B1' },
    },
  });
});

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

describe('openParts', () => {
  it('refuses a part whose bytes are not those of the directory', () => {
    const bytes = packParts({
      'a.xml': '<a>một hai ba bốn</a>'.repeat(40),
      '_rels/.rels': formatRelationships(),
    });
    const at = bytes.indexOf(0x50, 40);
    const broken = bytes.slice();
    broken[Math.min(at, 60)]! ^= 0xff;
    const parts = openPackageParts(broken);
    const read = parts.ok ? parts.value.read('a.xml') : parts;
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'zip-damaged' }] });
  });
});
