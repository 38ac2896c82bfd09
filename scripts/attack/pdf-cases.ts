import { deflateSync } from 'node:zlib';
import {
  createDoublingPdf,
  createEndlessPdf,
  createPage,
  createStream,
  joinObjects,
} from '../../test/support/documents/create-hostile-pdf';
import { createCases, MARKER } from './attack-case';

const MEGABYTE = 1024 * 1024;
const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 842 595]';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const TREE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

/** A compressed stream, its bytes as letters. */
function deflate(content: string | Uint8Array, times = 1, dictionary = ''): string {
  let bytes: Uint8Array = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  for (let time = 0; time < times; time++) bytes = deflateSync(bytes);
  const filters = '/FlateDecode '.repeat(times);
  return createStream(`${dictionary} /Filter [${filters}]`, Buffer.from(bytes).toString('latin1'));
}

/** One page with this drawing; further objects are numbered from 5. */
const drawPage = (drawing: string, resources = '', ...objects: string[]): Uint8Array =>
  joinObjects([...createPage(resources), createStream('', drawing), ...objects]);

const FONT = '/Font << /F1 5 0 R >>';

/** A page of text in a font whose codes are mapped by this CMap. */
function drawMapped(cmap: string, text = 'BT /F1 12 Tf 10 100 Td (AAAAAAAA) Tj ET'): Uint8Array {
  return drawPage(
    text,
    FONT,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    deflate(`/CIDInit /ProcSet findresource begin begincmap\n${cmap}\nendcmap end`),
  );
}

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A page that shows a picture of this kind. */
function drawPicture(dictionary: string, content: string): Uint8Array {
  return drawPage(
    '600 0 0 400 0 0 cm /Im Do',
    '/XObject << /Im 5 0 R >>',
    createStream(`/Type /XObject /Subtype /Image ${dictionary}`, content),
  );
}

/** A page that shows a compressed picture in grey. */
function drawGrayPicture(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const dictionary = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`;
  return joinObjects([
    ...createPage('/XObject << /Im 5 0 R >>'),
    createStream('', '600 0 0 400 0 0 cm /Im Do'),
    deflate(pixels, 1, dictionary),
  ]);
}

/** A page that paints in a colour which this function computes. */
const drawTint = (tint: string): Uint8Array =>
  drawPage('/CS cs 1 scn 0 0 9 9 re f', '/ColorSpace << /CS [/Separation /X /DeviceRGB 5 0 R] >>', tint);

/** A font program that is none, or is cut short. */
function drawEmbedded(kind: string, content: string, subtype = 'TrueType'): Uint8Array {
  return drawPage(
    'BT /F1 12 Tf 10 100 Td (AAAA) Tj ET',
    FONT,
    `<< /Type /Font /Subtype /${subtype} /BaseFont /X /FirstChar 0 /LastChar 255 /Widths [500] /FontDescriptor 6 0 R >>`,
    '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 ' +
      `/${kind} 7 0 R >>`,
    createStream('', content),
  );
}

function createRandomText(random: (below: number) => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(random(256))).join('');
}

export const PDF_CASES = createCases('pdf', 'pdf', {
  '!form painted with itself': () => createEndlessPdf(),
  '!forms that draw the next twice, 2^28 lines': () => createDoublingPdf(28),
  'form that draws itself': () =>
    drawPage(
      '/A Do',
      '/XObject << /A 5 0 R >>',
      createStream(
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>',
        '/A Do',
      ),
    ),
  '!forms 5,000 in one another': () =>
    drawPage(
      '/A Do',
      '/XObject << /A 5 0 R >>',
      ...Array.from({ length: 5_000 }, (_, level) =>
        createStream(
          `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${level + 6} 0 R >> >>`,
          '/A Do',
        ),
      ),
    ),
  '!ToUnicode range of 4,294,967,295': () =>
    drawMapped('1 beginbfrange <00000000> <ffffffff> <0041> endbfrange'),
  '!ToUnicode ranges of 16 million, forty': () =>
    drawMapped(`40 beginbfrange ${'<000000> <ffffff> <0041>\n'.repeat(40)} endbfrange`),
  '!code space and range of 2^31': () =>
    drawMapped(
      '1 begincodespacerange <00000000> <7fffffff> endcodespacerange 1 begincidrange <00000000> <7fffffff> 0 endcidrange',
    ),
  'ToUnicode range backwards': () => drawMapped('1 beginbfrange <ffff> <0000> <0041> endbfrange'),
  '!ToUnicode letter of a million': () =>
    drawMapped(`1 beginbfchar <41> <${'0041'.repeat(1_000_000)}> endbfchar`),
  'ToUnicode that uses itself': () => drawMapped('/U usecmap'),
  'ToUnicode to formulas and marks': () =>
    drawMapped(
      `1 beginbfchar <41> <003D0063006D0064007C> endbfchar`,
      `BT /F1 12 Tf 10 100 Td (A${MARKER}) Tj ET`,
    ),
  '!flate in flate, 1 GB': () =>
    joinObjects([...createPage(''), deflate(new Uint8Array(1024 * MEGABYTE).fill(0x20), 2)]),
  'flate 50 times': () => joinObjects([...createPage(''), deflate('0 0 m 9 9 l S', 50)]),
  '!flate of 300 MB of lines': () =>
    joinObjects([...createPage(''), deflate('0 0 m 9 9 l S\n'.repeat(20 * MEGABYTE), 1)]),
  '!ten million letters': () =>
    joinObjects([
      ...createPage(FONT),
      deflate(`BT /F1 1 Tf 1 1 Td ${`(${'a'.repeat(1_000)}) Tj `.repeat(10_000)}ET`),
      HELVETICA,
    ]),
  '!a million letters, each placed': () =>
    joinObjects([
      ...createPage(FONT),
      deflate(`BT /F1 1 Tf ${'1 0 0 1 5 5 Tm (a) Tj '.repeat(1_000_000)}ET`),
      HELVETICA,
    ]),
  '!200,000 letters, each somewhere else': (_, random) =>
    joinObjects([
      ...createPage(FONT),
      deflate(
        `BT /F1 1 Tf ${Array.from({ length: 200_000 }, () => `1 0 0 1 ${random(800)} ${random(500)} Tm (a) Tj `).join('')}ET`,
      ),
      HELVETICA,
    ]),
  '!200,000 lines across each other': (_, random) =>
    joinObjects([
      ...createPage(''),
      deflate(
        Array.from({ length: 100_000 }, () => {
          const [x, y] = [random(800), random(500)];
          return `0 ${y} m 842 ${y} l S ${x} 0 m ${x} 595 l S`;
        }).join('\n'),
      ),
    ]),
  '!grid of 700 by 700 lines': () =>
    joinObjects([
      ...createPage(FONT),
      deflate(
        Array.from(
          { length: 700 },
          (_, index) => `0 ${index * 0.8} m 842 ${index * 0.8} l S ${index * 1.2} 0 m ${index * 1.2} 595 l S`,
        ).join('\n'),
      ),
    ]),
  '!curve of two million points': () =>
    joinObjects([...createPage(''), deflate(`0 0 m ${'1 1 l 2 2 3 3 4 4 c '.repeat(1_000_000)} S`)]),
  '!ten million states saved': () => joinObjects([...createPage(''), deflate('q '.repeat(10_000_000))]),
  'page tree that holds itself': () =>
    joinObjects([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
  'page tree 10,000 deep': () =>
    joinObjects([
      CATALOG,
      ...Array.from({ length: 10_000 }, (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 >>`),
      '<< /Type /Page /MediaBox [0 0 9 9] >>',
    ]),
  '2,000,000,000 pages claimed': () =>
    joinObjects([CATALOG, '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', `<< ${PAGE} >>`]),
  'pages below zero': () =>
    joinObjects([CATALOG, '<< /Type /Pages /Kids [3 0 R] /Count -5 >>', `<< ${PAGE} >>`]),
  '!20,000 pages': () =>
    joinObjects([
      CATALOG,
      `<< /Type /Pages /Kids [${'3 0 R '.repeat(20_000)}] /Count 20000 >>`,
      `<< ${PAGE} /Contents 4 0 R /Resources << ${FONT} >> >>`,
      createStream('', 'BT /F1 12 Tf 10 100 Td (AAAAAAAA) Tj ET'),
      HELVETICA,
    ]),
  'page of 10^9 by 10^9': () =>
    joinObjects([
      CATALOG,
      TREE,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e9 1e9] /Contents 4 0 R >>',
      createStream('', '0 0 m 1000000000 1000000000 l S'),
    ]),
  'page without area': () =>
    joinObjects([CATALOG, TREE, '<< /Type /Page /Parent 2 0 R /MediaBox [5 5 5 5] >>']),
  'page turned by 45 degrees, in units of 10^9': () =>
    joinObjects([
      CATALOG,
      TREE,
      `<< ${PAGE} /Rotate 45 /UserUnit 1000000000 /Contents 4 0 R >>`,
      createStream('', '0 0 m 9 9 l S'),
    ]),
  'scripts and actions': () =>
    joinObjects([
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\); ${MARKER}) >> /AA << /WC << /S /Launch /F (cmd.exe) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.launchURL\\("http://evil.invalid"\\)) >>] >> >> >>`,
      TREE,
      `<< ${PAGE} /AA << /O << /S /URI /URI (http://evil.invalid/${MARKER}) >> >> >>`,
    ]),
  'form of XFA and fields that hold themselves': () =>
    joinObjects([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 5 0 R /Fields [4 0 R] >> >>',
      `<< /Type /Pages /Kids [3 0 R] /Count 1 >>`,
      `<< ${PAGE} /Annots [4 0 R] >>`,
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (${MARKER}) /Kids [4 0 R] /Parent 4 0 R /Rect [0 0 9 9] >>`,
      createStream(
        '',
        '<!DOCTYPE x [<!ENTITY a "b">]><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&a;</xdp:xdp>',
      ),
    ]),
  '!100,000 notes on a page': () =>
    joinObjects([
      CATALOG,
      TREE,
      `<< ${PAGE} /Annots [${'<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://evil.invalid) >> >> '.repeat(100_000)}] >>`,
    ]),
  'attached program': () =>
    joinObjects([
      '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (..\\\\..\\\\a.exe) /EF << /F 4 0 R >> >>] >> >> >>',
      TREE,
      `<< ${PAGE} >>`,
      createStream('/Type /EmbeddedFile', 'MZ'),
    ]),
  'cross-reference that points to itself': () => {
    const text = '%PDF-1.7\n1 0 obj\n<< >>\nendobj\n';
    return Buffer.from(
      `${text}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev ${text.length} >>\nstartxref\n${text.length}\n%%EOF`,
    );
  },
  'cross-reference of a billion entries': () =>
    Buffer.from(
      '%PDF-1.7\nxref\n0 1000000000\n0000000000 65535 f \ntrailer\n<< /Size 1000000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF',
    ),
  'cross-reference stream of wrong widths': () =>
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n${createStream('/Type /XRef /Size 1000000000 /W [0 0 1000000] /Index [0 1000000000] /Root 1 0 R', 'xxxx')}\nendobj\nstartxref\n9\n%%EOF`,
      'latin1',
    ),
  'object stream inside itself': () =>
    joinObjects([
      CATALOG,
      TREE,
      `<< ${PAGE} /Contents 4 0 R >>`,
      createStream('/Type /ObjStm /N 1000000000 /First 5 /Extends 4 0 R', '4 0 << >>'),
    ]),
  '!object stream of 200 MB': () =>
    joinObjects([
      CATALOG,
      TREE,
      `<< ${PAGE} /Contents 4 0 R >>`,
      deflate(' '.repeat(200 * MEGABYTE), 1, '/Type /ObjStm /N 1 /First 4'),
    ]),
  'reference to itself': () => joinObjects([CATALOG, TREE, `<< ${PAGE} /Contents 4 0 R >>`, '4 0 R']),
  'length that refers to itself': () =>
    joinObjects([
      CATALOG,
      TREE,
      `<< ${PAGE} /Contents 4 0 R >>`,
      '<< /Length 4 0 R >>\nstream\n0 0 m\nendstream',
    ]),
  'length of 4 GB': () =>
    joinObjects([
      CATALOG,
      TREE,
      `<< ${PAGE} /Contents 4 0 R >>`,
      '<< /Length 4294967295 >>\nstream\n0 0 m\nendstream',
    ]),
  'arrays 100,000 deep': () =>
    joinObjects([CATALOG, TREE, `<< ${PAGE} /Contents ${'['.repeat(100_000)}${']'.repeat(100_000)} >>`]),
  'no object at all': () => Buffer.from('%PDF-1.7\n%%EOF'),
  '!15 MB of noise behind the head': (_, random) => {
    const noise = new Uint8Array(15 * MEGABYTE);
    for (let at = 0; at < noise.length; at += 7) noise[at] = random(256);
    return Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]);
  },
  '!a million objects that never end': () => Buffer.from(`%PDF-1.7\n${'1 0 obj << '.repeat(1_000_000)}`),
  'picture in JBIG2 that claims 65,535 by 65,535': () =>
    drawPicture(
      '/Width 65535 /Height 65535 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode',
      '\0\0\0\0\x30\0\x01\0\0\0\x13\0\0\xff\xff\0\0\xff\xff\0\0\0\0\0\0\0\0\0\0\0',
    ),
  'picture in JPEG 2000 that claims 65,535 by 65,535': () =>
    drawPicture(
      '/Width 65535 /Height 65535 /Filter /JPXDecode',
      '\xff\x4f\xff\x51\0\x29\0\0\0\0\xff\xff\0\0\xff\xff\0\0\0\0\0\0\0\0\0\0\x04\0\0\0\x04\0\0\0\0\0\0\0\0\0\0\x01\x07\x01\x01\xff\x52\0\x0c',
    ),
  'picture in JPEG that claims 65,535 by 65,535': () =>
    drawPicture(
      '/Width 65535 /Height 65535 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
      '\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xda\0\x0c\x03\x01\0\x02\0\x03\0\0\x3f\0\xff\xd9',
    ),
  '!picture of 20,000 by 20,000 zeros': () => drawGrayPicture(20_000, 20_000, new Uint8Array(400 * MEGABYTE)),
  'picture of a million bits a pixel': () =>
    drawPicture('/Width 700 /Height 300 /ColorSpace /DeviceGray /BitsPerComponent 1048577', 'x'.repeat(1000)),
  'inline picture of a million bits a pixel, packed': () =>
    joinObjects([
      ...createPage(''),
      deflate('600 0 0 400 0 0 cm BI /W 99 /H 99 /BPC 1048577 /CS /G ID xxxxxxxx EI'),
    ]),
  'sampled function of a million bits a sample': () =>
    drawTint(
      createStream(
        '/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [65536] /BitsPerSample 1048577',
        'x',
      ),
    ),
  'picture in CCITT of 60,000 rows': () =>
    drawPicture(
      '/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>',
      '\0'.repeat(1000),
    ),
  'picture in LZW and RunLength': () =>
    drawPicture(
      '/Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/RunLengthDecode /LZWDecode /ASCII85Decode]',
      `${'\x81A'.repeat(5_000)}`,
    ),
  '!picture of stripes, 3,000 rows': () =>
    drawGrayPicture(
      2000,
      3000,
      Uint8Array.from({ length: 2000 * 3000 }, (_, at) => (Math.floor(at / 2000) % 4 < 2 ? 0 : 255)),
    ),
  '!picture of noise, 3,000 rows': (_, random) =>
    drawGrayPicture(
      2000,
      3000,
      Uint8Array.from({ length: 2000 * 3000 }, () => (random(2) === 0 ? 0 : 255)),
    ),
  '!the same picture 100,000 times': () =>
    joinObjects([
      ...createPage('/XObject << /Im 5 0 R >>'),
      deflate('/Im Do\n'.repeat(100_000)),
      createStream(
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
        '\0',
      ),
    ]),
  'inline picture that never ends': () => drawPage('BI /W 60000 /H 60000 /BPC 8 /CS /G ID xxxxxxxx'),
  'embedded TrueType of noise': (_, random) =>
    drawEmbedded('FontFile2', `\0\x01\0\0\0\x10${createRandomText(random, 3000)}`),
  'embedded Type 1 of noise': (_, random) =>
    drawEmbedded('FontFile', `%!PS-AdobeFont-1.0 ${createRandomText(random, 3000)}`, 'Type1'),
  'embedded CFF of noise': (_, random) =>
    drawEmbedded('FontFile3', `\x01\0\x04\x04\0\xff\xff\x04${createRandomText(random, 3000)}`, 'Type1'),
  'Type 3 font whose letters are pages of letters': () =>
    drawPage(
      'BT /F1 12 Tf 10 100 Td (AAAA) Tj ET',
      FONT,
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [1] /Encoding << /Differences [65 /A] >> /CharProcs << /A 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>',
      createStream('', '1 0 d0 BT /F1 12 Tf (AAAA) Tj ET'),
    ),
  'function that calls itself': () =>
    drawTint('<< /FunctionType 3 /Domain [0 1] /Functions [5 0 R] /Bounds [] /Encode [0 1] >>'),
  'PostScript function of 20,000 braces': () =>
    drawTint(
      createStream(
        '/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]',
        `${'{'.repeat(20_000)}${'}'.repeat(20_000)}`,
      ),
    ),
  'sampled function of 2^30 samples': () =>
    drawTint(
      createStream(
        '/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [1073741824] /BitsPerSample 8',
        'x',
      ),
    ),
  'colours that refer to themselves': () =>
    drawPage('/CS cs 1 scn 0 0 9 9 re f', '/ColorSpace << /CS 5 0 R >>', '[/Indexed 5 0 R 255 (x)]'),
  '!shading of 10^7 triangles': () =>
    joinObjects([
      ...createPage('/Shading << /S 5 0 R >>'),
      createStream('', '/S sh'),
      deflate(
        new Uint8Array(60 * MEGABYTE),
        1,
        '/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 1 0 1 0 1]',
      ),
    ]),
  'optional content that holds itself': () =>
    drawPage(
      '/OC /A BDC 0 0 m 9 9 l S EMC',
      '/Properties << /A 5 0 R >>',
      '<< /Type /OCMD /OCGs [5 0 R] /VE [/And [/Not 5 0 R] 5 0 R] >>',
    ),
  'marked content 200,000 deep': () => joinObjects([...createPage(''), deflate('/P BMC '.repeat(200_000))]),
  'text of scale zero and size 10^30': () =>
    drawPage(
      'BT /F1 1e30 Tf 0 Tz 0 0 0 0 1e30 -1e30 Tm (AAAA) Tj ET 1e38 0 0 1e38 0 0 cm 0 0 m 9e99 9 l S',
      FONT,
      HELVETICA,
    ),
});
