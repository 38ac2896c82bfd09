import { mkdirSync, writeFileSync } from 'node:fs';
import type { buildConsolidationReport } from '../../../src/authority-workbook/consolidation-report';
import { buildXlsx } from '../../support/documents/build-xlsx';
import { createTaskSheet } from '../../support/returned-workbooks/create-task-sheet';
import { runPhuluc, useTemporaryFolder } from '../../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

describe('phuluc consolidate on a workbook with two filled sheets of the same tasks', () => {
  const folder = useTemporaryFolder();
  const consolidate = (...more: string[]) =>
    runPhuluc(
      'consolidate',
      folder.path('in'),
      ...['--units', folder.path('units.csv'), '--as-of', '2026-07-15', ...more],
    );

  beforeEach(() => {
    mkdirSync(folder.path('in'));
    writeFileSync(folder.path('units.csv'), 'Mã,Tên\nTH01,Trường Tiểu học Bến Cát\n');
    writeFileSync(
      folder.path('in/so.xlsx'),
      buildXlsx([
        createTaskSheet('Phụ lục', ['Hoàn thành', 'Chưa thực hiện', 'Hoàn thành']),
        createTaskSheet('Phụ lục (2)', ['Hoàn thành', 'Hoàn thành', 'Đang thực hiện']),
      ]),
    );
  });

  it('counts nothing of it, and says which sheets, cells and option there are', async () => {
    const report = (await consolidate('--json')).json<Report>();
    expect(report.totals).toMatchObject({ required: 0, done: 0 });
    expect(report.units).toMatchObject({ sent: 0, missing: ['TH01'] });
    expect(report.files.sheetChoices).toMatchObject([
      {
        unit: 'TH01',
        sheets: ['Phụ lục', 'Phụ lục (2)'],
        chosen: null,
        differences: [
          {
            task: 'I.2',
            field: 'status',
            value: 'Hoàn thành',
            otherPlace: { sheet: 'Phụ lục (2)', cell: 'G3' },
          },
          { task: 'I.3', field: 'status' },
        ],
      },
    ]);
    const codes = report.findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['sheet-choice', 'other-sheet-differs']));
    expect(codes).not.toContain('unit-question');

    const { out } = await consolidate();
    expect(out).toContain('--sheet "TH01=Phụ lục"');
    expect(out).toContain(
      'I.2 Kết quả thực hiện: “Chưa thực hiện” (trang tính “Phụ lục”, ô G3) / “Hoàn thành”',
    );
  });

  it('counts the sheet that is chosen, and keeps the choice in the workbook until another is chosen', async () => {
    const out = folder.path('tong-hop.xlsx');
    const count = async (...more: string[]): Promise<number> => {
      const answer = await consolidate('-o', out, '--json', ...more);
      if (answer.code !== 0) throw new Error(answer.errors);
      return answer.json<Report>().totals.done;
    };
    expect(await count()).toBe(0);
    expect(await count('--sheet', 'TH01=phụ lục 2')).toBe(2);
    expect((await consolidate('--json')).json<Report>().totals.done).toBe(0);
    expect(await count()).toBe(2);
    writeFileSync(
      folder.path('in/so.xlsx'),
      buildXlsx([
        createTaskSheet('Phụ lục', ['Hoàn thành', 'Hoàn thành', 'Hoàn thành']),
        createTaskSheet('Phụ lục (2)', ['Hoàn thành', '', '']),
      ]),
    );
    expect(await count('--sheet', 'TH01=Phụ lục')).toBe(3);
    expect(await count('--sheet', 'TH01=Phụ lục (2)')).toBe(1);
  }, 60_000);

  it('says that a sheet is not there, or that the option cannot be read', async () => {
    const answer = await consolidate('--sheet', 'TH01=Bản điền');
    expect(answer.errors).toContain('sheet-not-there');
    expect(answer.errors).toContain('Bản điền');
    expect((await consolidate('--sheet', 'TH01')).code).toBe(2);
  });
});
