import { writeFileSync } from 'node:fs';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { DocumentsView } from '../../src/commands/read-documents';
import { YEAR_OF_DOCUMENTS } from '../support/builders/create-year-of-documents';
import { closeExcel, openExcel, stageAndImport } from '../support/excel/open-excel';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';

const folder = useTemporaryFolder();
afterEach(closeExcel);

async function writeSchool(): Promise<string> {
  const { workbook } = await openExcel();
  await stageAndImport(YEAR_OF_DOCUMENTS.reform);
  const file = folder.path('school.xlsx');
  writeFileSync(file, await saveWorkbook(workbook));
  closeExcel();
  return file;
}

const CONTENT = 'Báo cáo số thiết bị dạy học còn dùng được.';
const LETTER = ['--document', '510/UBND-VX', '--kind', 'letter', '--date', '2026-10-01'];

async function readCodes(file: string): Promise<(string | number)[][]> {
  const { documents } = (await runPhuluc('documents', file, '--json')).json<DocumentsView>();
  return documents.map(({ code, counts }) => [code, counts.total]);
}

describe('phuluc add-task', () => {
  it('adds a task of a new letter, and one more to it, and says how the timing was read', async () => {
    const file = await writeSchool();
    const out = folder.path('out.xlsx');
    const first = await runPhuluc(
      'add-task',
      file,
      ...LETTER,
      '--content',
      CONTENT,
      '--timing',
      'Chậm nhất 30/11/2026',
      '-o',
      out,
    );
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('chậm nhất 30/11/2026');
    expect(await readCodes(file)).toEqual([['12/KH-UBND', 4]]);
    const second = await runPhuluc(
      'add-task',
      out,
      '--document',
      '510/UBND-VX',
      '--content',
      'Gửi danh sách.',
      '--timing',
      'Quý IV',
      '--json',
    );
    expect(second.json()).toMatchObject({
      written: true,
      document: '510/UBND-VX',
      isNewDocument: false,
      tasks: [{ task: { id: '510/UBND-VX:2' }, due: ['2026-12-31'], isUnread: false }],
    });
    expect(await readCodes(out)).toEqual([
      ['12/KH-UBND', 4],
      ['510/UBND-VX', 2],
    ]);
  });

  it('registers a document without tasks', async () => {
    const file = await writeSchool();
    expect(await runPhuluc('add-task', file, ...LETTER)).toMatchObject({ code: 0 });
    expect(await readCodes(file)).toEqual([
      ['12/KH-UBND', 4],
      ['510/UBND-VX', 0],
    ]);
  });

  it('asks for what is missing or not certain', async () => {
    const file = await writeSchool();
    expect((await runPhuluc('add-task', file, '--content', CONTENT)).errors).toContain('--document');
    const uncertain = ['add-task', file, ...LETTER, '--content', CONTENT, '--timing', 'Ngày 31/02/2026'];
    const asked = await runPhuluc(...uncertain);
    expect(asked.code).not.toBe(0);
    expect(asked.errors).toContain('--as-printed');
    expect(await runPhuluc(...uncertain, '--as-printed')).toMatchObject({ code: 0 });
  });
});
