import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { listCfbEntryNames } from '../../src/readers/cfb';
import { detectFormat } from '../../src/readers/detect-format';
import { buildCfb } from '../support/documents/build-cfb';
import { buildDocx, p } from '../support/documents/build-docx';
import { buildXlsx } from '../support/documents/build-xlsx';

function format(bytes: Uint8Array): string {
  const detected = detectFormat(bytes);
  return detected.ok ? detected.value : `refused: ${detected.problems[0]!.code}`;
}
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
function utf16(text: string): Uint8Array {
  return new Uint8Array(new Uint16Array([...`\ufeff${text}`].map((char) => char.charCodeAt(0))).buffer);
}
const word = (contentType: string): Uint8Array => buildDocx(p('a'), { contentType });
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

describe('detectFormat detects by the bytes', () => {
  it.each<[string, Uint8Array, string]>([
    ['docx', buildDocx(p('a')), 'docx'],
    ['docx under another name', buildDocx(p('a'), { mainPart: 'tl/chinh.xml' }), 'docx'],
    ['docm', word('application/vnd.ms-word.document.macroEnabled.main+xml'), 'docx'],
    ['xlsx', buildXlsx([{}]), 'xlsx'],
    ['xlsm', word('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'xlsx'],
    ['xlsb', word('application/vnd.ms-excel.sheet.binary.macroEnabled.main'), 'xlsb'],
    [
      'pptx',
      word('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
      'pptx',
    ],
    ['ods', zipSync({ mimetype: strToU8(`${OPEN_DOCUMENT}spreadsheet`) }), 'ods'],
    ['odt', zipSync({ mimetype: strToU8(`${OPEN_DOCUMENT}text`) }), 'odt'],
    ['an archive of other files', zipSync({ 'a.txt': strToU8('a') }), 'zip'],
    ['a document that lost its relationships', zipSync({ '[Content_Types].xml': strToU8('a') }), 'unknown'],
    ['numbers', zipSync({ 'Index/Document.iwa': strToU8('a') }), 'iwork'],
    ['doc', buildCfb(['1Table', 'WordDocument']), 'doc'],
    ['xls', buildCfb(['a', 'b', 'c', 'd', 'e', 'Workbook']), 'xls'],
    ['xls of Excel 5', buildCfb(['Book']), 'xls'],
    ['xls without container', Uint8Array.of(9, 4, 6, 0, 0, 0, 16, 0, 0, 0), 'xls'],
    ['a document with a password', buildCfb(['EncryptionInfo', 'EncryptedPackage']), 'encrypted'],
    ['any other compound file', buildCfb(['Contents']), 'unknown'],
    ['pdf', latin1('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
    ['pdf after a few bytes', latin1('\r\n\0%PDF-1.4'), 'pdf'],
    ['rtf', latin1('{\\rtf1\\ansi'), 'rtf'],
    ['png', latin1('\x89PNG\r\n'), 'image'],
    ['jpeg', latin1('\xff\xd8\xff\xe0'), 'image'],
    ['html', strToU8('\ufeff<!-- lưu --> <!DOCTYPE html><html>'), 'html'],
    ['a saved table', strToU8('<table><tr><td>TT</td></tr></table>'), 'html'],
    ['html in UTF-16', utf16('<html><body>'), 'html'],
    ['xhtml', strToU8('<?xml version="1.0"?><html xmlns="">'), 'html'],
    ['other XML', strToU8('<?xml version="1.0"?><Workbook/>'), 'xml'],
    ['text', strToU8('TT\tNội dung\r\n1\tKế hoạch'), 'text'],
    ['text in UTF-16', utf16('Nội dung'), 'text'],
    ['text in a legacy encoding', latin1('Tr\xadêng mÇm non'), 'text'],
    ['nothing', new Uint8Array(), 'empty'],
    ['bytes', latin1('\x01\x02\x03\x04'), 'unknown'],
    ['a zip cut short', buildDocx(p('a')).subarray(0, 300), 'refused: zip-damaged'],
    ['a compound file cut short', buildCfb(['WordDocument']).subarray(0, 600), 'unknown'],
  ])('%s', (_, bytes, expected) => expect(format(bytes)).toBe(expected));

  it('and never throws', () => {
    const starts = [
      latin1('PK\x03\x04'),
      buildCfb(['WordDocument', 'a', 'b', 'c', 'd']),
      latin1('<?xml '),
      new Uint8Array(),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 3000 }),
        fc.nat(600),
        (start, noise, at) => {
          const bytes = new Uint8Array(Math.max(start.length, at + noise.length));
          bytes.set(start);
          bytes.set(noise, start.length === 0 ? 0 : at);
          expect(typeof format(bytes)).toBe('string');
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('cfbNames ends where a directory goes round in circles', () => {
  const bytes = buildCfb(['a', 'b', 'c', 'd', 'e']);
  new DataView(bytes.buffer).setUint32(512 + 4 * 3, 1, true);
  expect(listCfbEntryNames(bytes).slice(0, 6)).toEqual(['Root Entry', 'a', 'b', 'c', 'd', 'e']);
});

describe('detectFormat on archives', () => {
  it.each([
    ['Rar!\x1a\x07\x01\x00', 'archive'],
    ["7z\xbc\xaf'\x1c\0", 'archive'],
    ['\x1f\x8b\x08\0', 'archive'],
    [`${'a'.repeat(257)}ustar`, 'archive'],
    [`PK\x05\x06${'\0'.repeat(18)}`, 'zip'],
  ])('knows those that are not opened, and an empty one: %j', (start, format) => {
    expect(detectFormat(Uint8Array.from(start, (char) => char.charCodeAt(0)))).toMatchObject({
      ok: true,
      value: format,
    });
  });
});
