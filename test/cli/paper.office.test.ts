import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

describe('phuluc print and word', () => {
  const folder = useTemporaryFolder();
  const school = async (): Promise<string> => {
    const file = folder.path('school.xlsx');
    await runPhuluc(
      'import',
      `${SAMPLES_FOLDER}/phu-luc-2026.docx`,
      '--unit',
      'Trường Mầm non Nắng Mai',
      '-o',
      file,
    );
    return file;
  };

  it('keep what the unit decided for the next time, and write only where something changes', async () => {
    const file = await school();
    const options = [
      '--label',
      'Phụ lục II',
      '--margins',
      '25,20,35,15',
      '--reference',
      '(Kèm theo Kế hoạch riêng)',
    ];
    expect((await runPhuluc('print', file, ...options, '--json')).json()).toMatchObject({
      written: true,
      tasks: 48,
    });
    expect((await runPhuluc('print', file, '--json')).json()).toMatchObject({ written: false });
    const copy = folder.path('copy.xlsx');
    expect((await runPhuluc('print', file, '-o', copy)).code).toBe(0);
    expect(folder.names()).toEqual(['copy.xlsx', 'school.xlsx']);
  });

  it.each([
    ['three margins', '20,20,30'],
    ['a margin that the Decree does not allow', '20,20,10,15'],
    ['no figures', 'a,b,c,d'],
    ['blank figures', ',,,'],
  ])('refuse %s', async (_, margins) => {
    const file = await school();
    for (const subcommand of ['print', 'word']) {
      const answer = await runPhuluc(subcommand, file, '--margins', margins);
      expect(answer.code).toBe(2);
      expect(answer.errors).toContain('20–25, 20–25, 30–35, 15–20 mm');
    }
    expect(folder.names()).toEqual(['school.xlsx']);
  });

  it('report a workbook that the add-in did not make', async () => {
    const { code, errors } = await runPhuluc(
      'word',
      `${SAMPLES_FOLDER}/phu-luc-2026.xlsx`,
      '-o',
      folder.path('a.docx'),
    );
    expect(code).toBe(1);
    expect(errors).toContain('no-annex-sheet');
    expect(folder.names()).toEqual([]);
  });
});
