import { readDocument } from '../../../src/import/read-document';
import type { RawDocument } from '../../../src/readers/raw-document';
import {
  odtCell as cell,
  odtParagraph as p,
  odtRow as row,
  odtSpan as span,
  writeOdt,
} from '../../support/documents/write-odt';

async function readBody(body: string, parts?: Record<string, string>): Promise<RawDocument> {
  const read = await readDocument(writeOdt(body, parts), 'a.odt');
  if (!read.ok) throw new Error(read.problems[0]!.code);
  return read.value;
}

const COVERED = '<table:covered-table-cell/>';

const listTexts = ({ blocks }: RawDocument): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'text'
      ? [block.text]
      : block.cells.map(({ row: y, column, text }) => `${y},${column} ${text}`),
  );

describe('a text document of OpenDocument', () => {
  it('has paragraphs, and tables with merged cells and a heading row', async () => {
    const document = await readBody(
      p(`KẾ HOẠCH<text:s/><text:tab/>năm${span('Khac', ' 2031')}`) +
        `<table:table><table:table-column/><table:table-header-rows>${row(cell(p('TT')), cell(p('Nội dung')), cell(p('Thời gian')))}</table:table-header-rows>` +
        row(
          cell(p('1')),
          cell(p('Lập kế hoạch') + p('năm học')),
          cell(p('Quý I'), 'table:number-rows-spanned="2"'),
        ) +
        row(cell(p('2')), cell(p(`Báo<text:line-break/>cáo`)), COVERED) +
        row(cell(p('Tổng'), 'table:number-columns-spanned="3"'), COVERED, COVERED) +
        '</table:table>',
    );
    expect(listTexts(document)).toEqual([
      'KẾ HOẠCH năm 2031',
      ...['0,0 TT', '0,1 Nội dung', '0,2 Thời gian', '1,0 1', '1,1 Lập kế hoạch\nnăm học', '1,2 Quý I'],
      ...['2,0 2', '2,1 Báo\ncáo', '3,0 Tổng'],
    ]);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' && table.rows.map(({ header }) => header === true)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('leaves out struck, deleted and commented text, and says so', async () => {
    const document = await readBody(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('đã xóa')}</text:deletion></text:changed-region></text:tracked-changes>` +
        p(`Hạn ${span('Bo', 'tháng 3')} tháng 4<office:annotation>${p('hỏi lại')}</office:annotation>`),
    );
    expect(listTexts(document)).toEqual(['Hạn tháng 4']);
    expect(document.warnings.map(({ code }) => code)).toEqual(['tracked-changes', 'struck-text']);
  });

  it('names the mark of a note, with its text', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Trừ điểm lẻ.</text:p></text:note-body></text:note>';
    const document = await readBody(p(`nhà trường${note}`) + p(`các tổ${span('Cao', '2')}`));
    expect(listTexts(document)).toEqual(['nhà trường', 'các tổ']);
    expect(document.warnings).toMatchObject([
      { code: 'note-marks', details: { mark: '1', words: 'nhà trường', count: 2, note: 'Trừ điểm lẻ.' } },
    ]);
  });

  it.each([
    ['a password', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }, 'encrypted'],
    ['damaged XML', { 'content.xml': '<office:document-content' }, 'xml-damaged'],
  ])('is refused for %s', async (_, parts, code) => {
    await expect(readBody('', parts)).rejects.toThrow(code);
  });
});
