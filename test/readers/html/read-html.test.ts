import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../../../src/import/read-document';
import { readHtml, readHtmlFile } from '../../../src/readers/html/read-html';
import type { RawDocument, RawTable } from '../../../src/readers/raw-document';

function read(html: string): RawDocument {
  const result = readHtml(html, 'a.html');
  if (!result.ok) throw new Error(result.problems[0]!.code);
  return result.value;
}
function readTable(html: string): RawTable {
  const table = read(html).blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
}
/** Rows of texts; a merged cell stands once, "·" where others cover. */
function toGrid(table: RawTable): string[][] {
  return table.rows.map((_, row) =>
    Array.from(
      { length: table.columnCount },
      (_, column) => table.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '·',
    ),
  );
}

describe('tables of HTML', () => {
  it('reads hard-wrapped source as Word writes it: only <br> and paragraphs break lines', () => {
    const html = `<table><tr><td><p class=MsoNormal>Kế hoạch,
      báo   cáo<o:p></o:p></p><p>Dòng hai<br>\n dòng ba</p></td><td><p><o:p>&nbsp;</o:p></p></td></tr></table>`;
    expect(toGrid(readTable(html))).toEqual([['Kế hoạch, báo cáo\nDòng hai\ndòng ba', '']]);
  });

  it('places cells past those spanning down, and cuts spans at the table’s edge', () => {
    const html =
      '<table><tr><td rowspan=2>a<td colspan=2>b</tr><tr><td rowspan=9>c<td>d</tr><tr><td>e<td>f</tr></table>';
    const table = readTable(html);
    expect(toGrid(table)).toEqual([
      ['a', 'b', '·'],
      ['·', 'c', 'd'],
      ['e', '·', 'f'],
    ]);
    expect(table.cells.map((cell) => cell.rowSpan)).toEqual([2, 1, 2, 1, 1, 1]);
  });

  it('never lets a merged cell cover another', () => {
    const table = readTable('<table><tr><td>a<td rowspan=2>b<td>c</tr><tr><td colspan=3>d<td>e</tr></table>');
    expect(toGrid(table)).toEqual([
      ['a', 'b', 'c'],
      ['d', '·', 'e'],
    ]);
  });

  it('keeps numbers of lists, Word’s written and the browser’s not', () => {
    const html = `<table><tr>
      <td><ol start=4 style="list-style-type:upper-roman"><li>&nbsp;</li></ol></td>
      <td><p><![if !supportLists]><span style='mso-list:Ignore'>7.<span>&nbsp;</span></span><![endif]>Việc</p></td>
      <td><ul><li>một</li><li>hai</li></ul></td></tr></table>`;
    expect(toGrid(readTable(html))[0]!.map((text) => text.replace(/\u00a0/g, ' ').trim())).toEqual([
      'IV.',
      '7. Việc',
      'một\nhai',
    ]);
  });

  it('marks hidden rows and heading rows, and leaves hidden and deleted text out', () => {
    const html = `<table><thead><tr><th>TT</th></tr></thead>
      <tr style='display:none'><td>ẩn</td></tr>
      <tr><td>a<span style="mso-hide:all">x</span><del cite="mailto:a" datetime=2024>y</del><s>b</s></td></tr></table>`;
    const document = read(html);
    const table = readTable(html);
    expect(table.rows.map(({ header, hidden }) => ({ header, hidden }))).toEqual([
      { header: true },
      { hidden: true },
      {},
    ]);
    expect(toGrid(table)[2]).toEqual(['a']);
    expect(table.cells.at(-1)).toMatchObject({ struck: 'b' });
    expect(document.warnings).toMatchObject([{ code: 'tracked-changes', details: { changes: 1 } }]);
  });

  it('takes fonts from style attributes, <font>, and Excel’s classes, with runs where they differ', () => {
    const html = `<style><!-- .xl65 {color:red; font-family:.VnTime, sans-serif;} td{font-family:Arial} --></style>
      <table><tr><td class=xl65>B¸o c¸o</td><td>a</td>
      <td><span style='font-family:"VNI-Times",serif'>Baùo</span> <font face=Arial>b</font></td></tr></table>`;
    expect(readTable(html).cells.map(({ fonts, runs }) => ({ fonts, runs }))).toEqual([
      { fonts: ['.VnTime'], runs: undefined },
      { fonts: ['Arial'], runs: undefined },
      {
        fonts: ['VNI-Times', 'Arial'],
        runs: [
          { text: 'Baùo', font: 'VNI-Times' },
          { text: ' b', font: 'Arial' },
        ],
      },
    ]);
  });

  it('reads a table inside a page arranged by tables, and a small one as its cell’s text', () => {
    const inner = '<table><tr><td>TT<td>b<td>c</tr><tr><td>1<td>2<td>3</tr><tr><td>4<td>5<td>6</tr></table>';
    const side = '<td>Tin mới<ul><li>Thi học kỳ</ul>';
    const page = `<table><tr>${side}<td><p>TRƯỜNG A<br>Số: 5/KH-A</p>${inner}<p>HIỆU TRƯỞNG</p></td></tr></table>`;
    expect(
      read(page).blocks.map((block) => (block.kind === 'text' ? block.text : block.columnCount)),
    ).toEqual(['Tin mới\nThi học kỳ', 'TRƯỜNG A\nSố: 5/KH-A', 3, 'HIỆU TRƯỞNG']);
    const small = '<table><tr><td>1<td>x<table><tr><td>ý a<td>ý b</tr></table>y</td></tr></table>';
    expect(read(small).blocks).toHaveLength(1);
    expect(toGrid(readTable(small))).toEqual([['1', 'x\ný a ý b\ny']]);
  });

  it('keeps a table in a cell of a larger one as text of that cell, and as a table', () => {
    const inner = '<table><tr><td>a<td>b<td>c</tr><tr><td>d<td>e<td>f</tr><tr><td>g<td>h<td>i</tr></table>';
    const rows = '<tr><td>1<td>2<td>3<td>4</tr>'.repeat(4);
    const { blocks } = read(`<table>${rows}<tr><td>x<td>trước${inner}sau<td>y<td>z</tr></table>`);
    expect(blocks.map((block) => block.kind === 'table' && block.columnCount)).toEqual([3, 4]);
    const [, outer] = blocks;
    expect(
      outer?.kind === 'table' && outer.cells.find(({ row, column }) => row === 4 && column === 1)?.text,
    ).toBe('trước\na b c\nd e f\ng h i\nsau');
  });

  it('reads rows that have lost their table, and paragraphs around a table in order', () => {
    expect(toGrid(readTable('<tr><td>1</td><td>2</td></tr>'))).toEqual([['1', '2']]);
    const blocks = read('<p>PHỤ LỤC</p><div>Kèm theo</div><table><tr><td>1</table>Nơi nhận').blocks;
    expect(blocks.map((block) => (block.kind === 'text' ? block.text : 'table'))).toEqual([
      'PHỤ LỤC',
      'Kèm theo',
      'table',
      'Nơi nhận',
    ]);
  });

  it('refuses what is too deep or too long instead of hanging', () => {
    expect(readHtml('<div>'.repeat(100_000), 'a.html')).toMatchObject({
      problems: [{ code: 'xml-too-deep' }],
    });
    expect(readHtml(`<table>${'<tr><td>1'.repeat(20_000)}`, 'a')).toMatchObject({
      problems: [{ code: 'too-many-rows' }],
    });
  });
});

describe('HTML files', () => {
  it.each([
    ['utf-8', new TextEncoder().encode('<p>Kế hoạch')],
    [
      'utf-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from('<p>Kế hoạch', (c) => c.charCodeAt(0)).buffer),
      ]),
    ],
    [
      'windows-1258',
      Uint8Array.from(Buffer.from('<meta charset="windows-1258"><p>K\xea\xec hoa\xf2ch', 'latin1')),
    ],
    ['windows-1258, unnamed', Uint8Array.from(Buffer.from('<p>\xd0\xea\xec', 'latin1'))],
  ])('reads %s', (_, bytes) => {
    const result = readHtmlFile(bytes, 'a.html');
    expect(result.ok && result.value.blocks[0]).toHaveProperty('text', expect.stringMatching(/^(Kế ho|Đế)/));
  });

  it('leaves out the letters and numbers around the cells of a published sheet', async () => {
    const cells = (tag: string, ...texts: string[]): string =>
      texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
    const rows = [
      cells('th', '', 'A', 'B', 'C'),
      `<th>1</th>${cells('td', 'TT', 'Đầu việc', 'Hạn')}`,
      `<th></th>${cells('td', '', '', '')}`,
      `<th>2</th>${cells('td', '1', 'Họp', '5/9')}`,
      `<th>3</th>${cells('td', '2', 'Thi', '6/9')}`,
    ];
    const bytes = new TextEncoder().encode(`<html><table><tr>${rows.join('</tr><tr>')}</tr></table></html>`);
    const document = await readDocument(bytes, 'a.html');
    const [table] = document.ok ? document.value.blocks : [];
    expect(table?.kind === 'table' && toGrid(table)).toEqual([
      ['TT', 'Đầu việc', 'Hạn'],
      ['', '', ''],
      ['1', 'Họp', '5/9'],
      ['2', 'Thi', '6/9'],
    ]);
  });
});
