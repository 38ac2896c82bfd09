import { readAnnex } from '../../../src/commands/import/read-annex';
import { reviewTable } from '../../../src/commands/import/review-table';
import { listTables } from '../../../src/import/assemble/list-tables';
import { COMMAND_CONTEXT } from '../../support/excel/open-excel';

function table(rows: string[][]): string {
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
}
const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
function task(tt: string, content: string): string[] {
  return [tt, content, 'Văn phòng', 'Trường A', 'Báo cáo', 'Quý I'];
}

describe('another table of a document', () => {
  it('is opened for review in the place of the one that was taken as the best', async () => {
    const html = [
      table([
        HEADER,
        ['I', 'Tuyên truyền', '', '', '', ''],
        task('1', 'Treo bảng tin'),
        task('2', 'Phát thanh'),
      ]),
      '<p>Phụ lục II</p>',
      table([HEADER, ['I', 'An toàn', '', '', '', ''], task('1', 'Kiểm tra phòng cháy')]),
    ].join('');
    const read = await readAnnex.run(COMMAND_CONTEXT, { kind: 'clipboard', name: 'bảng', html, text: '' });
    if (!read.ok || read.value.kind !== 'annex') throw new Error(JSON.stringify(read));
    const { document, reviewed } = read.value;
    expect(reviewed.annex.tasks).toHaveLength(2);
    expect(reviewed.general.map(({ code }) => code)).toContain('table-chosen');
    const tables = listTables(document);
    expect(tables.map(({ tasks }) => tasks)).toEqual([2, 1]);

    const other = await reviewTable.run(COMMAND_CONTEXT, { document, options: { tables: [1] } });
    if (!other.ok) throw new Error(JSON.stringify(other.problems));
    expect(other.value.reviewed.annex.tasks.map(({ id, content }) => `${id} ${content}`)).toEqual([
      'I.1 Kiểm tra phòng cháy',
    ]);
    expect(other.value.reviewed.history.past).toEqual([]);
  });
});
