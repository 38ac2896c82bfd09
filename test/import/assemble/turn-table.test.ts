import { type AssembledTable, assembleTable } from '../../../src/import/assemble/assemble-annex';
import { createRawDocument, createRawTable, createRawText, type RawCellSpec } from './create-raw-table';

function read(rows: RawCellSpec[][]): AssembledTable & { codes: string[] } {
  const result = assembleTable(createRawDocument(createRawText('PHÂN CÔNG NĂM 2031'), createRawTable(rows)));
  if (!result.ok) throw new Error(result.problems[0]!.code);
  return { ...result.value, codes: result.warnings.map(({ code }) => code) };
}

const LYING: RawCellSpec[][] = [
  ['Số TT', '1', '2', '3'],
  ['Nhiệm vụ:', 'Khảo sát lớp 6', 'Phân loại sách', 'Thi làm thiệp'],
  ['Chủ trì', 'Tổ Toán', 'Thư viện', 'Tổ Nghệ thuật'],
  ['Địa điểm', 'P1', 'P2', 'P3'],
  ['Sản phẩm', 'Bảng thống kê', '', 'Thiệp'],
  ['Thời gian', '08/9', 'Tháng 6', '15/11'],
];

const listTasks = ({ annex }: AssembledTable): string[] =>
  annex.tasks.map((task) =>
    [task.tt, task.content, task.leadUnit, task.product, task.timing, task.sectionTitle].join(' | '),
  );

describe('a table whose tasks stand side by side', () => {
  it('is turned, and a warning says so', () => {
    const table = read(LYING);
    expect(listTasks(table)).toEqual([
      '1 | Khảo sát lớp 6 | Tổ Toán | Bảng thống kê | 08/9 | ',
      '2 | Phân loại sách | Thư viện |  | Tháng 6 | ',
      '3 | Thi làm thiệp | Tổ Nghệ thuật | Thiệp | 15/11 | ',
    ]);
    expect(table.codes).toContain('table-turned');
    expect(table.codes).toContain('columns-unused');
  });

  it('has areas merged across, and lines above and below it', () => {
    const areas: RawCellSpec[] = ['Lĩnh vực', { text: 'Chuyên môn', across: 2 }, null, 'Phong trào'];
    const table = read([['TRƯỜNG THCS AN BÌNH', '', '', ''], areas, ...LYING, ['', '', '', 'HIỆU TRƯỞNG']]);
    expect(listTasks(table).map((task) => task.split(' | ').at(-1))).toEqual([
      'Chuyên môn',
      'Chuyên môn',
      'Phong trào',
    ]);
    expect(table.annex.edition.issuer).toBe('TRƯỜNG THCS AN BÌNH');
  });

  it('goes on below itself', () => {
    const second = LYING.map(([label = '', ...cells]) => [
      label,
      ...cells.map((text) => `${text as string}.`),
    ]);
    expect(listTasks(read([...LYING, ['', '', '', ''], ...second]))).toHaveLength(6);
  });

  it('is not seen in an upright one', () => {
    const table = read([
      ['TT', 'Nội dung', 'Chủ trì', 'Thời gian'],
      ['1', 'Nội dung', 'Chủ trì', 'Tháng 1'],
      ['2', 'Sản phẩm', 'Chủ trì', 'Tháng 2'],
      ['3', 'Thời gian', 'Phối hợp', 'Tháng 3'],
    ]);
    expect(table.codes).not.toContain('table-turned');
    expect(table.annex.tasks).toHaveLength(3);
  });
});
