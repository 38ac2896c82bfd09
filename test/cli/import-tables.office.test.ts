import { writeFileSync } from 'node:fs';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();

const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
const table = (...rows: string[][]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
const task = (tt: string, content: string): string[] => [
  tt,
  content,
  'Văn phòng',
  'Các tổ',
  'Báo cáo',
  'Tháng 3',
];
function write(name: string, ...parts: string[]): string {
  const path = folder.path(name);
  writeFileSync(path, `<html><meta charset="utf-8"><body>${parts.join('\n')}</body></html>`);
  return path;
}

type Printed = {
  edition: { year: number | null; title: string };
  rows: { id: string; content: string; note: string }[];
  warnings: { code: string; message: string }[];
  tables?: { table: number; name: string; kind: string; rows: number }[];
};

const writeTwo = (): string =>
  write(
    'two.html',
    '<p>Phụ lục I</p><p>CHUYÊN MÔN</p>',
    table([...HEADER, 'Ghi chú'], [...task('1', 'Dự giờ'), 'Có phiếu']),
    '<p>Phụ lục II</p><p>HÀNH CHÍNH</p>',
    table([...HEADER, 'Ghi chú'], [...task('1', 'Lưu trữ'), '']),
  );

describe('phuluc import --table', () => {
  it('lists the tables and names what it left out', async () => {
    const { code, out, errors } = await runPhuluc('import', writeTwo());
    expect(code).toBe(0);
    expect(out).toContain('Bảng 1 “Phụ lục I: CHUYÊN MÔN”: bảng nhiệm vụ, 1 hàng.');
    expect(errors).toContain('Chưa nhập bảng số 2 “Phụ lục II: HÀNH CHÍNH”: bảng nhiệm vụ, 1 hàng.');
    expect(errors).toContain('--table 2');
  });

  it('takes one, or all, with every field that the workbook gets', async () => {
    const file = writeTwo();
    const one = (await runPhuluc('import', file, '--table', '2', '--json')).json<Printed>();
    expect(one.rows.map(({ content }) => content)).toEqual(['Lưu trữ']);
    const all = (await runPhuluc('import', file, '--table', 'all', '--json')).json<Printed>();
    expect(all.rows).toMatchObject([
      { id: 'PLI.1', content: 'Dự giờ', note: 'Có phiếu' },
      { id: 'PLII.1', content: 'Lưu trữ', note: '' },
    ]);
    expect(all.tables).toMatchObject([
      { table: 1, kind: 'tasks', rows: 1 },
      { table: 2, kind: 'tasks', rows: 1 },
    ]);
  });

  it.each([
    [['--table', '0'], '“0”'],
    [['--columns', 'Gì đó=2'], '“Gì đó=2”'],
    [['--year', '26'], '“26”'],
    [['--year', '2025-2028'], '“2025-2028”'],
  ])('%j is a wrong call', async (options, named) => {
    const { code, errors } = await runPhuluc('import', writeTwo(), ...options);
    expect(code).toBe(2);
    expect(errors).toContain(named);
  });
});

describe('phuluc import of other tables', () => {
  it('refuses a table of criteria unless its rows are to be tasks', async () => {
    const file = write(
      'criteria.html',
      table(
        ['STT', 'Tiêu chí', 'Điểm tối đa', 'Minh chứng'],
        ['1', 'Đủ sổ', '5', 'Sổ'],
        ['2', 'Đủ giờ', '5', 'Phiếu'],
      ),
    );
    const refused = await runPhuluc('import', file);
    expect(refused.code).not.toBe(0);
    expect(refused.errors).toContain('[other-table]');
    expect(refused.errors).toContain('bảng tiêu chí chấm điểm');
    const taken = (await runPhuluc('import', file, '--as-tasks', '--json')).json<Printed>();
    expect(taken.rows.map(({ content }) => content)).toEqual(['Đủ sổ', 'Đủ giờ']);
  });

  it('names the headers of a table that it cannot read, and reads it with assigned columns', async () => {
    const file = write(
      'own-words.html',
      table(
        ['Khi', 'Phải lo gì', 'Ai lo'],
        ['Tháng 9', 'Khai giảng', 'Cô Mận'],
        ['Tháng 3', 'Hội trại', 'Thầy Lê'],
      ),
    );
    expect((await runPhuluc('import', file)).errors).toContain('2 “Phải lo gì”');
    const columns = 'Nội dung=2, lead=3, Thời gian=1';
    const read = await runPhuluc('import', file, '--columns', columns, '--year', '2025-2026', '--json');
    expect(read.json<Printed>()).toMatchObject({
      edition: { year: 2025 },
      rows: [{ content: 'Khai giảng' }, { content: 'Hội trại' }],
    });
  });

  it('dates the months of a school year in its two years', async () => {
    const file = write('school.html', table(HEADER, task('1', 'Hội trại')));
    const out = folder.path('school.xlsx');
    const saved = await runPhuluc(
      'import',
      file,
      '--year',
      '2025-2026',
      '--unit',
      'Trường Mầm non Hoa Gạo',
      '-o',
      out,
    );
    expect(saved.code).toBe(0);
    const agenda = await runPhuluc('agenda', out, '--days', '3660');
    expect(agenda.out).toContain('31/03/2026');
  });
});
