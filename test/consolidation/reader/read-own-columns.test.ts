import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import { buildTextRow, buildXlsx } from '../../support/documents/build-xlsx';

const HEADERS = ['id', 'tt', 'content', 'leadUnit', 'coordinatingUnit', 'applicability', 'status'] as const;

/** One task; `own`: columns that the unit added, each with its header and its cell. */
async function readOneTask(
  applicability: string,
  status: string,
  own: readonly (readonly [string, string])[],
) {
  const headers = [...HEADERS.map((id) => COLUMN_HEADERS[id]), ...own.map(([header]) => header)];
  const cells = ['I.1', '1', 'Xây dựng kế hoạch', 'Phòng A', 'Trường B', applicability, status];
  const data = buildTextRow(headers) + buildTextRow([...cells, ...own.map(([, cell]) => cell)]);
  const bytes = buildXlsx([{ name: 'Phụ lục', data }]);
  const read = await readSchoolFile({ file: 'so.xlsx', bytes, sha256: 'ab' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { rows, warnings } = read.value;
  return {
    recorded: rows[0]!.recorded,
    unread: warnings.flatMap(({ code, details }) => (code === 'column-unread' ? [details?.['header']] : [])),
  };
}

describe('columns that a unit added to the table of the form', () => {
  it('answer where the column of the form is blank', async () => {
    const { recorded, unread } = await readOneTask('', '', [
      ['Thực hiện', ''],
      ['Không thực hiện', 'x'],
    ]);
    expect(recorded.applicability).toBe('notPerformed');
    expect(unread).toEqual([]);
    const done = await readOneTask('Thực hiện', '', [['Kết quả thực hiện', 'Đã xong']]);
    expect(done.recorded.state).toBe('done');
  });

  it('are named where the form is filled in beside them', async () => {
    const { recorded, unread } = await readOneTask('Thực hiện', 'Đang thực hiện', [
      ['Kết quả thực hiện', 'Đã xong'],
    ]);
    expect(recorded.state).toBe('inProgress');
    expect(unread).toEqual(['Kết quả thực hiện']);
  });

  it('are named where they ask something else, by their letter where they have no header', async () => {
    const { unread } = await readOneTask('Thực hiện', 'Hoàn thành', [
      ['Người ký', 'Cô Lan'],
      ['', 'xem công văn 12'],
      ['Kinh phí', ''],
    ]);
    expect(unread).toEqual(['Người ký', 'I']);
  });
});
