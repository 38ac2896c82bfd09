import { describe, expect, it } from '@jest/globals';
import type { Task } from '../../../src/annex/types';
import { assembleAnnex } from '../../../src/import/assemble/assemble-annex';
import { joinBrokenNumbers } from '../../../src/import/pdf-tables/build-ruled-tables';
import type { PageTable } from '../../../src/import/pdf-tables/join-page-tables';
import { readPdf } from '../../../src/import/pdf-tables/read-pdf';
import { createPen, type DrawnPage, writePdf } from '../../support/documents/write-pdf';

const [width, height, size] = [700, 300, 11];
const XS = [20, 60, 300, 420, 680];
const PEN = createPen(height);
const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp'];

/** Text, or null where the cell above goes on. */
type DrawnCell = string | null;

/** A table from `top` down; cells of null are merged with those above them. */
function drawTable(top: number, rows: DrawnCell[][]): string[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (cell === null) return [];
      let last = row;
      while (rows[last + 1]?.[column] === null) last++;
      const [y0, y1] = [top + 24 * row, top + 24 * (last + 1)];
      return [
        PEN.frame(XS[column]!, y0, XS[column + 1]!, y1),
        PEN.text(XS[column]! + 4, y0 + 15, size, cell),
      ];
    }),
  );
}
const page = (...content: string[][]): DrawnPage => ({ width, height, content: content.flat() });
const line = (y: number, text: string): string[] => [PEN.text(20, y, size, text)];

async function readTasks(...pages: DrawnPage[]): Promise<Task[]> {
  const read = await readPdf(writePdf(pages), 'a.pdf');
  if (!read.ok) throw new Error(read.problems[0]!.code);
  const annex = assembleAnnex(read.value);
  if (!annex.ok) throw new Error(annex.problems[0]!.code);
  return annex.value.tasks;
}
const UNIT = 'Trường Tiểu học';
function row(tt: string, content: string, lead: DrawnCell = 'Văn phòng'): DrawnCell[] {
  return [tt, content, lead, UNIT];
}

describe('tables of a PDF one below the other', () => {
  it('with headings between them are the sections of one annex', async () => {
    const tasks = await readTasks(
      page(
        line(30, 'I. Thể chế'),
        drawTable(40, [HEADER, row('1', 'Rà soát văn bản')]),
        line(120, 'II. Tài chính'),
        drawTable(130, [HEADER, row('1', 'Lập dự toán'), row('2', 'Công khai')]),
        // Its table begins the next page.
        line(250, 'III. Chuyển đổi số'),
      ),
      page(
        drawTable(40, [HEADER, row('1', 'Số hóa')]),
        line(120, 'IV. Tổ chức'),
        line(134, 'bộ máy'),
        drawTable(144, [HEADER, row('1', 'Kiện toàn')]),
      ),
    );
    expect(tasks.map(({ id, sectionTitle, content }) => [id, sectionTitle, content])).toEqual([
      ['I.1', 'Thể chế', 'Rà soát văn bản'],
      ['II.1', 'Tài chính', 'Lập dự toán'],
      ['II.2', 'Tài chính', 'Công khai'],
      ['III.1', 'Chuyển đổi số', 'Số hóa'],
      ['IV.1', 'Tổ chức bộ máy', 'Kiện toàn'],
    ]);
  });

  it('a footnote between them parts nothing', async () => {
    const tasks = await readTasks(
      page(drawTable(40, [HEADER, row('1', 'Rà soát văn bản')]), line(280, '1. Theo văn bản của phường')),
      page(drawTable(40, [row('2', 'Lập dự toán')])),
    );
    expect(tasks.map(({ id, content }) => [id, content])).toEqual([
      ['1', 'Rà soát văn bản'],
      ['2', 'Lập dự toán'],
    ]);
  });

  it('a cell merged over the page end, whose words stand on the first page only, is one', async () => {
    const tasks = await readTasks(
      page(drawTable(40, [HEADER, row('1', 'Rà soát văn bản', 'Phòng Văn hóa')])),
      page(
        drawTable(40, [
          HEADER,
          row('2', 'Lập dự toán', ''),
          row('3', 'Công khai', null),
          row('4', 'Số hóa', ''),
        ]),
      ),
    );
    // A single blank cell may be one that was left blank.
    expect(tasks.map(({ leadUnit }) => leadUnit)).toEqual([
      'Phòng Văn hóa',
      'Phòng Văn hóa',
      'Phòng Văn hóa',
      '',
    ]);
  });
});

describe('a number that a narrow column breaks', () => {
  const table = (...labels: string[]): PageTable => ({
    page: 1,
    lattice: { xs: [], ys: [], cells: [], box: { x0: 0, y0: 0, x1: 0, y1: 0 }, openBelow: false },
    table: {
      kind: 'table',
      rowCount: labels.length,
      columnCount: 1,
      place: {},
      rows: labels.map(() => ({ place: {} })),
      cells: labels.map((text, at) => ({ row: at, column: 0, rowSpan: 1, columnSpan: 1, text })),
    },
  });
  const join = (...tables: PageTable[]): string[] => {
    joinBrokenNumbers(tables);
    return tables.flatMap((one) => one.table.cells.map(({ text }) => text));
  };

  it('is one where it follows the number above, over pages too', () => {
    expect(join(table('T\nT', '9'), table('1\n0', '1\n1', '1\n2'))).toEqual(['T\nT', '9', '10', '11', '12']);
  });

  it('is two where the first follows it', () => {
    expect(join(table('A', '1\n2', '3'))).toEqual(['A', '1\n2', '3']);
    expect(join(table('10', '11\n12'))).toEqual(['10', '11\n12']);
  });
});
