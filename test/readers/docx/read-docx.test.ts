import { strToU8, unzipSync, zipSync } from 'fflate';
import { readDocx } from '../../../src/readers/docx/read-docx';
import {
  buildDocx,
  buildPlainTable,
  getTables,
  listBlocks,
  p,
  readBody,
  tbl,
  tc,
  tr,
} from '../../support/documents/build-docx';

/** The parts of a small document, some replaced or (null) taken out. */
function withParts(changes: Record<string, string | null>): Uint8Array {
  const parts = unzipSync(buildDocx(p('a')));
  for (const [name, content] of Object.entries(changes))
    if (content === null) delete parts[name];
    else parts[name] = strToU8(content);
  return zipSync(parts);
}
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('readDocx refuses', () => {
  it.each([
    ['no zip', strToU8('văn bản'), 'not-zip', undefined],
    ['a zip without relationships', withParts({ '_rels/.rels': null }), 'part-missing', '_rels/.rels'],
    ['a missing document', withParts({ 'word/document.xml': null }), 'part-missing', 'word/document.xml'],
    [
      'missing styles that are referred to',
      withParts({ 'word/styles.xml': null }),
      'part-missing',
      'word/styles.xml',
    ],
    [
      'a document cut short',
      withParts({ 'word/document.xml': `<w:document ${W}><w:body>` }),
      'xml-damaged',
      'word/document.xml',
    ],
    [
      'a document type',
      withParts({ 'word/document.xml': `<!DOCTYPE x><w:document ${W}/>` }),
      'xml-doctype',
      'word/document.xml',
    ],
    ['damaged numbering', withParts({ 'word/numbering.xml': '<a>' }), 'xml-damaged', 'word/numbering.xml'],
    [
      'another kind of document',
      withParts({ 'word/document.xml': '<workbook/>' }),
      'format-unsupported',
      'word/document.xml',
    ],
    [
      '2,000 nested tables',
      buildDocx('<w:tbl><w:tr><w:tc>'.repeat(2000) + '</w:tc></w:tr></w:tbl>'.repeat(2000)),
      'xml-too-deep',
      'word/document.xml',
    ],
    [
      'more positions than a grid should have',
      buildDocx(
        tbl(
          tr(Array.from({ length: 4 }, () => tc('x', '<w:gridSpan w:val="63"/>'))),
          '<w:tr/>'.repeat(16_000),
        ),
      ),
      'too-many-rows',
      undefined,
    ],
    ['too many rows', buildDocx(tbl('<w:tr/>'.repeat(20_001))), 'too-many-rows', undefined],
  ])('%s', (_, bytes, code, part) => {
    const result = readDocx(bytes, 'thử.docx');
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code, severity: 'error', place: { file: 'thử.docx' } }],
    });
    if (part !== undefined) expect(result).toMatchObject({ problems: [{ details: { part } }] });
  });
});

describe('readDocx reads', () => {
  it('a document without styles, numbering or their relationships', () =>
    expect(
      readDocx(
        withParts({
          'word/_rels/document.xml.rels': null,
          'word/styles.xml': null,
          'word/numbering.xml': null,
        }),
        'a',
      ),
    ).toMatchObject({ ok: true }));

  it('past relationships to what is outside of the file', () => {
    const rels = new TextDecoder().decode(unzipSync(buildDocx(p('a')))['_rels/.rels']);
    const outside = rels.replace(
      /<Relationship Id="r1"( Type="[^"]*")/,
      '<Relationship Id="r0"$1 Target="http://a.vn/b.docx" TargetMode="External"/>$&',
    );
    expect(readDocx(withParts({ '_rels/.rels': outside }), 'a')).toMatchObject({ ok: true });
  });

  it('an empty body', () =>
    expect(readBody('')).toEqual({ source: 'docx', file: 'thử.docx', blocks: [], warnings: [] }));

  it('paragraphs and tables in their order', () =>
    expect(
      listBlocks(readBody(p('PHỤ LỤC') + buildPlainTable(['TT']) + p('Nơi nhận:') + buildPlainTable(['ký']))),
    ).toEqual(['PHỤ LỤC', '0:TT', 'Nơi nhận:', '0:ký']));

  it('a long table', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [String(index + 1), 'Nội dung', 'Văn phòng']);
    const [table] = getTables(readBody(buildPlainTable(...rows)));
    expect([table!.rowCount, table!.cells.length, table!.cells.at(-3)!.text]).toEqual([3000, 9000, '3000']);
  });
});
