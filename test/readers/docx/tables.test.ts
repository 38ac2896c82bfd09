import { readDocx } from '../../../src/readers/docx/read-docx';
import { MAX_TABLE_DEPTH } from '../../../src/readers/docx/read-docx-table';
import {
  buildDocx,
  buildPlainTable,
  formatTableLines,
  getTables,
  listBlocks,
  p,
  r,
  readBody,
  tbl,
  tc,
  tr,
} from '../../support/documents/build-docx';

const lines = (table: string): string[] => formatTableLines(getTables(readBody(table))[0]!);
const DELETED = '<w:del w:id="1" w:author="Lan"/>';
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const START = '<w:vMerge w:val="restart"/>';
const GO_ON = '<w:vMerge/>';

describe('cells of a Word table', () => {
  it('stand in the columns of the grid', () =>
    expect(
      lines(tbl(tr([tc('I'), tc('Lĩnh vực', span(3))]), tr([tc('1'), tc('b'), tc('c'), tc('d')]))),
    ).toEqual(['0:I | 1[1x3]:Lĩnh vực', '0:1 | 1:b | 2:c | 3:d']));

  it('begin after the columns left out before them', () =>
    expect(lines(tbl(tr([tc('a'), tc('b')]), tr([tc('c')], '<w:gridBefore w:val="1"/>')))).toEqual([
      '0:a | 1:b',
      '1:c',
    ]));

  it('merged downwards appear once', () =>
    expect(
      lines(
        tbl(
          tr([tc('1'), tc('Văn phòng', START)]),
          tr([tc('2'), tc('', GO_ON)]),
          tr([tc('3'), tc('', '<w:vMerge w:val="continue"/>')]),
          tr([tc('4'), tc('Tư pháp')]),
        ),
      ),
    ).toEqual(['0:1 | 1[3x1]:Văn phòng', '0:2', '0:3', '0:4 | 1:Tư pháp']));

  it('merged downwards one below the other stay apart', () =>
    expect(
      lines(tbl(tr([tc('a', START)]), tr([tc('', GO_ON)]), tr([tc('b', START)]), tr([tc('', GO_ON)]))),
    ).toEqual(['0[2x1]:a', '', '0[2x1]:b', '']));

  it.each([
    ['nothing above', tbl(tr([tc('a')]), tr([tc('b', GO_ON)]))],
    ['a cell of another width above', tbl(tr([tc('a', START + span(2))]), tr([tc('b', GO_ON)]))],
    ['a row in between', tbl(tr([tc('a', START)]), tr([tc('x')]), tr([tc('b', GO_ON)]))],
  ])('that go on with %s are cells of their own', (_, table) => expect(lines(table).at(-1)).toBe('0:b'));

  it('that were deleted are gone', () => {
    const document = readBody(tbl(tr([tc('a', '<w:cellDel w:id="1"/>'), tc('b', '<w:cellIns w:id="2"/>')])));
    expect(listBlocks(document)).toEqual(['0:b']);
    expect(document.warnings).toMatchObject([{ code: 'tracked-changes', details: { changes: 2 } }]);
  });

  it('merged sideways in the old way are one', () =>
    expect(lines(tbl(tr([tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('b')])))).toEqual([
      '0[1x2]:a | 2:b',
    ]));

  it('may stand in content controls, at each level', () => {
    const wrap = (inner: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    expect(lines(wrap(tbl(wrap(tr([wrap(tc('a')), tc(wrap(p('b')))])), tr([tc('c')]))))).toEqual([
      '0:a | 1:b',
      '0:c',
    ]);
  });

  it('count in the width of the table', () =>
    expect(getTables(readBody(tbl(tr([tc('a')]), tr([tc('b', span(4)), tc('c')]))))[0]).toMatchObject({
      rowCount: 2,
      columnCount: 5,
    }));

  it('are never wider than Word allows', () =>
    expect(getTables(readBody(tbl(tr([tc('a', span(2_000_000_000))]))))[0]!.columnCount).toBe(63));
});

describe('rows of a Word table', () => {
  it('marked as headings are marked', () =>
    expect(
      getTables(
        readBody(tbl(tr([tc('TT')], '<w:tblHeader/>'), tr([tc('1')], '<w:tblHeader w:val="0"/>'))),
      )[0]!.rows.map((row) => row.header),
    ).toEqual([true, undefined]));

  it('that were deleted are gone, those inserted stay', () => {
    const document = readBody(
      tbl(
        tr([tc('1')]),
        tr([tc('2')], DELETED),
        tr([tc(`<w:p><w:ins>${r('3')}</w:ins></w:p>`)], '<w:ins w:id="2"/>'),
      ),
    );
    expect(listBlocks(document)).toEqual(['0:1', '0:3']);
    expect(document.warnings).toMatchObject([
      { code: 'tracked-changes', severity: 'warning', details: { changes: 3 } },
    ]);
  });

  it('may have their properties in two elements', () =>
    expect(
      lines(
        `<w:tbl><w:tr><w:trPr><w:cantSplit/></w:trPr><w:trPr>${DELETED}</w:trPr>${tc('a')}</w:tr>${tr([tc('b')])}</w:tbl>`,
      ),
    ).toEqual(['0:b']));

  it('that are hidden are read and named', () => {
    const document = readBody(buildPlainTable(['a']) + tbl(tr([tc('1')]), tr([tc('2')], '<w:hidden/>')));
    expect(getTables(document)[1]!.rows.map((row) => row.hidden)).toEqual([undefined, true]);
    expect(document.warnings).toMatchObject([
      { code: 'hidden-rows', place: { file: 'thử.docx', table: 2 }, details: { rows: 1 } },
    ]);
  });

  it('know their table and number', () =>
    expect(
      getTables(readBody(buildPlainTable(['a']) + buildPlainTable(['b'], ['c'])))[1]!.rows.map(
        (row) => row.place,
      ),
    ).toEqual([
      { file: 'thử.docx', table: 2, row: 1 },
      { file: 'thử.docx', table: 2, row: 2 },
    ]));

  const RENDERED = '<w:lastRenderedPageBreak/>';
  const starts = (...rows: string[]): (boolean | undefined)[] =>
    getTables(readBody(tbl(...rows)))[0]!.rows.map((row) => row.startsPage);
  it.each([
    [
      'where Word last broke the page',
      [tr([tc('1')]), tr([tc(p(r(RENDERED + '<w:t>2</w:t>')))])],
      [undefined, true],
    ],
    ['after a number that Word counts', [tr([tc(p()), tc(p(r(RENDERED + '<w:t>2</w:t>')))])], [true]],
    [
      'after a page break typed in the cell before',
      [tr([tc(p(r('<w:t>1</w:t><w:br w:type="page"/>')))]), tr([tc('2')])],
      [undefined, true],
    ],
    [
      'with "page break before"',
      [tr([tc('1')]), tr([tc(p('2', '<w:pageBreakBefore/>'))])],
      [undefined, true],
    ],
    [
      'not where the page ends inside the row',
      [tr([tc(p(r('<w:t>1</w:t>' + RENDERED + '<w:t>2</w:t>')))])],
      [undefined],
    ],
    [
      'not where the page ends in a later cell',
      [tr([tc('1'), tc(p(r(RENDERED + '<w:t>2</w:t>')))])],
      [undefined],
    ],
  ])('start a page %s', (_, rows, expected) => expect(starts(...rows)).toEqual(expected));

  it('start a page after a break between paragraphs', () =>
    expect(
      getTables(readBody(p(r('<w:br w:type="page"/>')) + buildPlainTable(['1'])))[0]!.rows[0]!.startsPage,
    ).toBe(true));
});

describe('tables in tables', () => {
  const inner = buildPlainTable(['Quý I', '10'], ['Quý II', '20']);

  it('are text of their cell', () =>
    expect(
      listBlocks(readBody(tbl(tr([tc('1'), tc(p('Số liệu:') + inner + p()), tc('a'), tc('b'), tc('c')])))),
    ).toEqual(['0:1 | 1:Số liệu:\nQuý I\t10\nQuý II\t20 | 2:a | 3:b | 4:c']));

  it('stand for themselves too where the outer table is only a frame', () => {
    const document = readBody(tbl(tr([tc(p('Khung') + inner)])));
    expect(listBlocks(document)).toEqual([
      '0:Khung\nQuý I\t10\nQuý II\t20',
      '0:Quý I | 1:10',
      '0:Quý II | 1:20',
    ]);
    expect(getTables(document).map((table) => table.place.table)).toEqual([1, 2]);
  });

  const nested = (depth: number): string =>
    depth === 0 ? p('trong cùng') : tbl(tr([tc(nested(depth - 1))]));
  it('are read to a depth no typist reaches, and refused below', () => {
    expect(listBlocks(readBody(nested(MAX_TABLE_DEPTH)))).toEqual(['0:trong cùng']);
    expect(readDocx(buildDocx(nested(MAX_TABLE_DEPTH + 1)), 'a')).toMatchObject({
      ok: false,
      problems: [{ code: 'xml-too-deep' }],
    });
    expect(listBlocks(readBody(nested(MAX_TABLE_DEPTH) + nested(MAX_TABLE_DEPTH)))).toHaveLength(2);
  });

  it('are found through several frames', () =>
    expect(listBlocks(readBody(tbl(tr([tc(tbl(tr([tc(inner)])))])))).slice(-2)).toEqual([
      '0:Quý I | 1:10',
      '0:Quý II | 1:20',
    ]));
});
