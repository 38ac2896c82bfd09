import { type ByteSource, MAX_XML_DEPTH, readXml, type XmlHandler } from '@phuluc/ooxml/xml/read-xml';
import { findChild, readXmlTree } from '@phuluc/ooxml/xml/xml-tree';
import fc from 'fast-check';
import { err, ok } from '../../src/result';

function splitBytes(bytes: Uint8Array, size: number): ByteSource {
  return (sink) => {
    for (let at = 0; at < bytes.length; at += size) if (!sink(bytes.subarray(at, at + size))) break;
    return ok(undefined);
  };
}
const utf8 = (xml: string, size = 7): ByteSource => splitBytes(new TextEncoder().encode(xml), size);
function utf16(xml: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(xml.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < xml.length; i++) view.setUint16(i * 2, xml.charCodeAt(i), littleEndian);
  return bytes;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** Events as one line: names, attributes and texts. */
function events(source: ByteSource): string {
  const seen: string[] = [];
  const handler: XmlHandler = {
    open: (name, attributes) => {
      seen.push(
        `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ')}>`,
      );
    },
    close: (name) => seen.push(`</${name}>`),
    text: (text) => seen.push(text),
  };
  const outcome = readXml(source, handler);
  return outcome.ok ? seen.join('') : outcome.problems.map(({ code }) => code).join();
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('readXml names every namespace by one prefix', () => {
  it.each([
    ['customary', `<w:p xmlns:w="${TRANSITIONAL}" w:val="1"/>`],
    ['strict', `<w:p xmlns:w="${STRICT}" w:val="1"/>`],
    ['another prefix', `<ns0:p xmlns:ns0="${TRANSITIONAL}" ns0:val="1"/>`],
  ])('%s', (_, xml) => expect(events(utf8(xml))).toBe('<w:p w:val=1></w:p>'));

  it.each([
    ['default namespace', `<row xmlns="${SHEET}" r="1"><c/></row>`, '<x:row r=1><x:c></x:c></x:row>'],
    ['x: prefix', `<x:row xmlns:x="${SHEET}" r="1"/>`, '<x:row r=1></x:row>'],
    ['namespace of a child', `<a><row xmlns="${SHEET}"/><row/></a>`, '<a><x:row></x:row><row></row></a>'],
    [
      'a prefix bound anew',
      `<w:a xmlns:w="urn:other"><w:b xmlns:w="${SHEET}"/></w:a>`,
      '<?:a><x:b></x:b></?:a>',
    ],
  ])('%s', (_, xml, line) => expect(events(utf8(xml)).replaceAll(SHEET, 'X')).toBe(line));
});

describe('readXml decodes', () => {
  const xml = '<?xml version="1.0"?><a>Độc lập &#7910;Y &lt; <![CDATA[<b>]]></a>';
  const line = '<a>Độc lập ỦY < <b></a>';
  it.each([
    ['UTF-8 in any pieces', utf8(xml, 1)],
    ['UTF-8 with a mark', utf8(`\ufeff${xml}`, 5)],
    ['UTF-16 little endian with a mark', splitBytes(utf16(`\ufeff${xml}`, true), 9)],
    ['UTF-16 big endian with a mark', splitBytes(utf16(`\ufeff${xml}`, false), 9)],
    ['UTF-16 without a mark', splitBytes(utf16(xml, true), 9)],
    ['UTF-8 declared as UTF-16', utf8(xml.replace('?>', ' encoding="UTF-16"?>'), 60)],
  ])('%s', (_, source) => expect(events(source)).toBe(line));

  it('a declared encoding', () =>
    expect(
      events(
        splitBytes(
          Uint8Array.from('<?xml version="1.0" encoding="windows-1258"?><a>\xd0</a>', (c) => c.charCodeAt(0)),
          99,
        ),
      ),
    ).toBe('<a>Đ</a>'));
});

describe('readXml refuses', () => {
  it.each([
    ['an unclosed element', '<a><b></a>', 'xml-damaged'],
    ['a part cut short', '<a><b/>', 'xml-damaged'],
    ['nothing at all', '', 'xml-damaged'],
    ['an unknown entity', '<a>&c;</a>', 'xml-damaged'],
    ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><a/>', 'xml-damaged'],
    ['a document type', '<!DOCTYPE a [<!ENTITY c "x">]><a>&c;</a>', 'xml-doctype'],
    ['too many levels', '<a>'.repeat(MAX_XML_DEPTH + 1) + '</a>'.repeat(MAX_XML_DEPTH + 1), 'xml-too-deep'],
    ['a text without end', `<a>${'x'.repeat(17 * 1024 * 1024)}</a>`, 'xml-damaged'],
  ])('%s', (_, xml, code) => expect(events(utf8(xml, 65536))).toBe(code));

  it('bytes that are no UTF-8', () =>
    expect(events(splitBytes(latin1('<a>\xff</a>'), 99))).toBe('xml-damaged'));
  it('with the problem of its source', () => expect(events(() => err('zip-damaged'))).toBe('zip-damaged'));
});

it('readXml reads the deepest it promises', () =>
  expect(events(utf8('<a>'.repeat(MAX_XML_DEPTH) + '</a>'.repeat(MAX_XML_DEPTH)))).toContain('</a>'));

it('readXml stops where its handler has enough', () => {
  const names: string[] = [];
  const outcome = readXml(utf8('<a><b/><c/><d></a>'), {
    open: (name) => {
      names.push(name);
      return name === 'b' ? 'stop' : undefined;
    },
  });
  expect([outcome.ok, names]).toEqual([true, ['a', 'b']]);
});

it('readXml never throws', () => {
  const tokens = fc.constantFrom(
    '<a>',
    '</a>',
    '<b x="1"',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&',
    '<?xml',
    '?>',
    ' ',
    'xmlns:a="u"',
    'ế',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(tokens), fc.integer({ min: 1, max: 9 }), (parts, size) => {
      expect(typeof events(utf8(parts.join(''), size))).toBe('string');
    }),
    { numRuns: 500 },
  );
});

describe('readXmlTree', () => {
  it('keeps text and nesting, and leaves out what is skipped', () => {
    const tree = readXmlTree(utf8('<a>1<b k="v">2</b><skip><b>3</b></skip>4</a>'), {
      skip: new Set(['skip']),
    });
    if (!tree.ok) throw new Error('no tree');
    expect(tree.value.text).toBe('14');
    expect(findChild(tree.value, 'b')).toEqual({
      name: 'b',
      attributes: { k: 'v' },
      children: [],
      text: '2',
    });
    expect(tree.value.children).toHaveLength(1);
  });

  it.each([
    ['elements', '<a><b/><b/></a>', { elements: 2, characters: 99 }],
    ['text', '<a>12<b>34</b></a>', { elements: 99, characters: 3 }],
  ])('returns an error for more %s than it may hold', (_, xml, limits) => {
    expect(readXmlTree(utf8(xml), { limits })).toMatchObject({
      ok: false,
      problems: [{ code: 'file-too-large' }],
    });
    const enough = { elements: limits.elements + 1, characters: limits.characters + 1 };
    expect(readXmlTree(utf8(xml), { limits: enough })).toMatchObject({ ok: true });
  });
});
