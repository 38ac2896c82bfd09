import { strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from '../../../src/readers/xlsx/read-xlsx';
import {
  buildCell,
  buildRow,
  buildXlsx,
  formatCellLines,
  readSheetData,
  readSheets,
} from '../../support/documents/build-xlsx';

function merge(...areas: string[]): { after: string } {
  return {
    after: `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`,
  };
}

describe('a sheet', () => {
  it('becomes a table of the rows and columns that hold text', () => {
    const table = readSheetData(
      buildRow(3, ['', 'TT', '', 'Nội dung']) + '<row r="4"/>' + buildRow(7, ['', '1']),
    );
    expect(table).toMatchObject({
      name: 'Sheet1',
      rowCount: 2,
      columnCount: 2,
      place: { file: 'thử.xlsx', sheet: 'Sheet1' },
    });
    expect(table.cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [0, 0, 'TT'],
      [0, 1, 'Nội dung'],
      [1, 0, '1'],
    ]);
    expect(table.rows.map(({ place }) => place.row)).toEqual([3, 7]);
    expect(formatCellLines(table)).toEqual(['B3: TT', 'D3: Nội dung', 'B7: 1']);
  });

  it('may leave out addresses, and write rows in any order', () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    expect(
      formatCellLines(readSheetData(`<row>${cell('a')}${cell('b')}</row><row>${cell('c')}</row>`)),
    ).toEqual(['A1: a', 'B1: b', 'A2: c']);
    expect(formatCellLines(readSheetData(buildRow(2, ['sau']) + buildRow(1, ['trước'])))).toEqual([
      'A1: trước',
      'A2: sau',
    ]);
  });

  it('keeps the first of two cells at one address', () =>
    expect(
      formatCellLines(readSheetData(`<row r="1">${buildCell('A1', 'một')}${buildCell('A1', 'hai')}</row>`)),
    ).toEqual(['A1: một']));

  it.each([['x'], ['ss']])('is read with the prefix %s', (prefix) =>
    expect(formatCellLines(readSheetData(buildRow(1, ['a']), {}, { prefix }))).toEqual(['A1: a']),
  );

  it('is read from a strict workbook', () =>
    expect(formatCellLines(readSheetData(buildRow(1, ['a']), {}, { strict: true }))).toEqual(['A1: a']));

  it('does not believe its dimension', () =>
    expect(readSheetData(buildRow(1, ['a']), { before: '<dimension ref="A1:XFD1048576"/>' })).toMatchObject({
      rowCount: 1,
      columnCount: 1,
    }));

  it('marks the rows printed on each page', () => {
    const afterSheets = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Phụ lục'!$A:$B,'Phụ lục'!$2:$3</definedName></definedNames>`;
    const table = readSheetData(
      buildRow(1, ['a']) + buildRow(2, ['TT']) + buildRow(3, ['(1)']) + buildRow(4, ['1']),
      {},
      { afterSheets },
    );
    expect(table.rows.map(({ header }) => header)).toEqual([undefined, true, true, undefined]);
  });
});

describe('merged cells', () => {
  it('appear once, with spans over what is there', () =>
    expect(
      formatCellLines(
        readSheetData(
          buildRow(1, ['TT', 'Đơn vị', '', 'Ghi chú']) +
            buildRow(2, ['', 'chủ trì', 'phối hợp']) +
            buildRow(3, ['1', 'a', 'b', 'c']),
          merge('A1:A2', 'B1:C1', 'D1:D2'),
        ),
      ),
    ).toEqual([
      'A1[2x1]: TT',
      'B1[1x2]: Đơn vị',
      'D1[2x1]: Ghi chú',
      'B2: chủ trì',
      'C2: phối hợp',
      'A3: 1',
      'B3: a',
      'C3: b',
      'D3: c',
    ]));

  it('do not count blank rows beneath them', () =>
    expect(
      formatCellLines(readSheetData(buildRow(1, ['a', 'b']) + buildRow(5, ['', 'c']), merge('A1:A9'))),
    ).toEqual(['A1[2x1]: a', 'B1: b', 'B5: c']));

  it('hide what is stored beneath them, as Excel does', () =>
    expect(
      formatCellLines(
        readSheetData(buildRow(1, ['a', 'ẩn', 'b']) + buildRow(2, ['c', 'ẩn nữa']), merge('A1:B1', 'A2:B3')),
      ),
    ).toEqual(['A1[1x2]: a', 'C1: b', 'A2[1x2]: c']));

  it('over a million rows cost what they hold', () => {
    const areas = Array.from({ length: 5000 }, () => 'A1:XFD1048576');
    const data = Array.from({ length: 2000 }, (_, i) => buildRow(i + 1, ['x'])).join('');
    expect(formatCellLines(readSheetData(data, merge(...areas)))).toEqual(['A1[2000x1]: x']);
  });
});

describe('what is hidden', () => {
  it('is read and named: rows, filtered or of no height', () => {
    const document = readSheets([
      {
        name: 'PL',
        data:
          buildRow(1, ['a']) +
          buildRow(2, ['b'], 'hidden="1"') +
          buildRow(3, ['c'], 'ht="0"') +
          buildRow(4, [], 'hidden="1"'),
      },
    ]);
    expect(document.blocks[0]).toMatchObject({ rows: [{}, { hidden: true }, { hidden: true }] });
    expect(document.warnings).toEqual([
      {
        code: 'hidden-rows',
        severity: 'warning',
        place: { file: 'thử.xlsx', sheet: 'PL' },
        details: { rows: 2 },
      },
    ]);
  });

  it('is read and named: columns with text', () =>
    expect(
      readSheets([
        {
          data: buildRow(1, ['a', 'b', 'c']),
          before:
            '<cols><col min="2" max="3" hidden="1"/><col min="1" max="1" width="0"/><col min="9" max="99" hidden="1"/></cols>',
        },
      ]).warnings,
    ).toMatchObject([{ code: 'hidden-columns', details: { columns: 3 } }]));

  it.each(['hidden', 'veryHidden'] as const)('is read and named: sheets (%s)', (state) => {
    const document = readSheets([
      { name: 'Nháp', state, data: buildRow(1, ['a']) },
      { name: 'PL', data: buildRow(1, ['b']) },
    ]);
    expect(document.warnings).toMatchObject([{ code: 'hidden-sheet', place: { sheet: 'Nháp' } }]);
    expect(document.blocks).toMatchObject([
      { name: 'Nháp', rows: [{ hidden: true }] },
      { name: 'PL', rows: [{}] },
    ]);
  });

  it('is no matter where it holds nothing', () =>
    expect(readSheets([{ state: 'hidden' }, { data: buildRow(1, ['a']) }]).warnings).toEqual([]));
});

describe('formulas', () => {
  it('without a value are named, with the first and their number', () => {
    const document = readSheets([
      {
        data: `<row r="1">${buildCell('A1', 'a')}<c r="B1"><f>B9</f></c><c r="C1"><f>1</f><v></v></c><c r="D1"><f>1</f><v>1</v></c><c r="E1" t="str"><f>""</f><v></v></c></row>`,
      },
    ]);
    expect(document.warnings).toMatchObject([
      { code: 'formula-without-value', place: { cell: 'B1' }, details: { cells: 2 } },
    ]);
  });

  it('written as text stay text and are named', () => {
    const document = readSheets([
      {
        data: `<row r="1">${buildCell('A1', '=1+1')}${buildCell('B1', '- Báo cáo')}<c r="C1" t="str"><f>"="</f><v>=x</v></c></row>`,
      },
    ]);
    expect(document.blocks).toMatchObject([
      { cells: [{ text: '=1+1' }, { text: '- Báo cáo' }, { text: '=x' }] },
    ]);
    expect(document.warnings).toMatchObject([
      { code: 'formula-text', place: { cell: 'A1' }, details: { cells: 1 } },
    ]);
  });
});

describe('sheets', () => {
  it('come in the order of the tabs, blank and chart sheets left out', () =>
    expect(
      readSheets([
        { name: 'Sau', data: buildRow(1, ['a']) },
        { name: 'Biểu đồ', type: 'chartsheet' },
        { name: 'Trống' },
        { name: 'Trước', data: buildRow(1, ['b']) },
      ]).blocks,
    ).toMatchObject([{ name: 'Sau' }, { name: 'Trước' }]));
});

function toColumnName(index: number): string {
  const digits: string[] = [];
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    digits.unshift(String.fromCharCode(65 + ((rest - 1) % 26)));
  return digits.join('');
}

describe('a used range', () => {
  const cellAt = (address: string): string =>
    `<row r="${address.replace(/\D/g, '')}">${buildCell(address, 'cuối')}</row>`;

  it('to the last cell of a sheet is read for what it holds', () => {
    const table = readSheetData(buildRow(1, ['a']) + cellAt('XFD1048576'));
    expect([table.rowCount, table.columnCount, formatCellLines(table)]).toEqual([
      2,
      2,
      ['A1: a', 'XFD1048576: cuối'],
    ]);
  });

  it.each([
    ['hundreds of thousands of blank rows', '<row/>'.repeat(200_001)],
    [
      'as many columns as rows',
      Array.from(
        { length: 2100 },
        (_, i) => `<row r="${i + 1}">${buildCell(toColumnName(i) + (i + 1), 'x')}</row>`,
      ).join(''),
    ],
  ])('of %s is refused', (_, data) =>
    expect(readXlsx(buildXlsx([{ name: 'PL', data }]), 'thử.xlsx')).toMatchObject({
      ok: false,
      problems: [{ code: 'too-many-rows', place: { sheet: 'PL' } }],
    }),
  );
});

function unzipText(bytes: Uint8Array, part: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[part]);
}

describe('readXlsx refuses', () => {
  const withParts = (changes: Record<string, string | null>): Uint8Array => {
    const parts = unzipSync(buildXlsx([{ name: 'PL', data: buildRow(1, ['a']) }]));
    for (const [name, content] of Object.entries(changes))
      if (content === null) delete parts[name];
      else parts[name] = strToU8(content);
    return zipSync(parts);
  };
  it.each([
    ['no zip', strToU8('văn bản'), 'not-zip'],
    ['a workbook without its sheet', withParts({ 'xl/worksheets/sheet1.xml': null }), 'part-missing'],
    ['a sheet without a relationship', withParts({ 'xl/_rels/workbook.xml.rels': null }), 'part-missing'],
    ['damaged shared strings', withParts({ 'xl/sharedStrings.xml': '<sst><si>' }), 'xml-damaged'],
    [
      'a document type in a sheet',
      withParts({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a><a/>' }),
      'xml-doctype',
    ],
    ['another kind of document', withParts({ 'xl/workbook.xml': '<document/>' }), 'format-unsupported'],
    [
      'one part under two tabs',
      withParts({
        'xl/workbook.xml': unzipText(buildXlsx([{}]), 'xl/workbook.xml').replace(
          '</sheets>',
          '<sheet name="B" r:id="s0"/></sheets>',
        ),
      }),
      'xml-damaged',
    ],
  ])('%s', (_, bytes, code) =>
    expect(readXlsx(bytes, 'thử.xlsx')).toMatchObject({
      ok: false,
      problems: [{ code, severity: 'error', place: { file: 'thử.xlsx' } }],
    }),
  );
});
