import { readdirSync } from 'node:fs';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';
import { describeShared, findSharedFolder, getSharedPath } from '../support/shared-data';

const NAMES = findSharedFolder() ? readdirSync(getSharedPath('documents')) : [];
const FILES = NAMES.filter((name) => /^(?:word|excel)-.*\.(?:docx|xlsx)$/.test(name) && !/tcvn3/.test(name));

describeShared('the real annex on the command line', () => {
  const folder = useTemporaryFolder();

  it.each(FILES)('%s becomes a workbook of 47 tasks: 25 performed, 21 not, 1 undecided', async (name) => {
    const out = folder.path('school.xlsx');
    expect(await runPhuluc('import', getSharedPath('documents', name), '-o', out)).toMatchObject({ code: 0 });
    const summary = (await runPhuluc('summary', out, '--json')).json<{
      byArea: { section: string; total: number }[];
      byLeadUnit: { leadUnit: string; total: number }[];
    }>();
    expect(summary).toMatchObject({ total: 47, performed: 25, notPerformed: 21, undecided: 1 });
    expect(summary.byArea.map(({ section, total }) => [section, total])).toEqual([
      ['I', 7],
      ['II', 2],
      ['III', 5],
      ['IV', 8],
      ['V', 6],
      ['VI', 9],
      ['VII', 6],
      ['VIII', 2],
      ['IX', 2],
    ]);
    expect(summary.byLeadUnit.find(({ leadUnit }) => leadUnit === '')?.total).toBe(2);
    expect(summary.byLeadUnit.reduce((sum, { total }) => sum + total, 0)).toBe(47);
  });

  it('is the same workbook from every file: nothing to change after the first', async () => {
    const out = folder.path('school.xlsx');
    const said: string[] = [];
    for (const name of FILES)
      said.push((await runPhuluc('import', getSharedPath('documents', name), '-o', out)).out);
    const [, ...others] = said;
    // Headings above the table differ in some files; the rows never do.
    for (const line of others) expect(line).toMatch(/không có gì thay đổi|thêm 0, thay đổi 0, bỏ 0/);
  });
});
