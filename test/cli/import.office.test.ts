import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { Annex } from '../../src/annex/types';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const word = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const excel = join(SAMPLES_FOLDER, 'phu-luc-2026.xlsx');
const reissue = join(SAMPLES_FOLDER, 'phu-luc-2026-dieu-chinh.docx');
const truth = JSON.parse(readFileSync(join(SAMPLES_FOLDER, 'phu-luc-2026.json'), 'utf8')) as Annex;

const folder = useTemporaryFolder();
const opened = async (name: string) => openWorkbook(new Uint8Array(readFileSync(folder.path(name))));

describe('phuluc import', () => {
  it.each([word, excel])('%s prints one JSON object with the rows of the annex', async (file) => {
    const answer = await runPhuluc('import', file, '--json');
    expect(answer).toMatchObject({ code: 0, errors: '' });
    const printed = answer.json<{ kind: string; edition: unknown; rows: unknown[]; warnings: object[] }>();
    expect(Object.keys(printed)).toEqual(['kind', 'edition', 'rows', 'warnings']);
    expect(printed.kind).toBe('annex');
    expect(printed.edition).toEqual(truth.edition);
    expect(printed.rows).toEqual(
      truth.tasks.map((task) => ({
        id: task.id,
        section: task.section,
        sectionTitle: task.sectionTitle,
        tt: task.tt,
        content: task.content,
        leadUnit: task.leadUnit,
        coordinatingUnit: task.coordinatingUnit,
        applicability: task.applicability,
        reason: task.reason,
        product: task.product,
        timing: task.timing,
        note: task.note,
      })),
    );
    for (const warning of printed.warnings) {
      expect(warning).toEqual({
        code: expect.stringMatching(/^[a-z-]+$/),
        message: expect.stringMatching(/\.$/),
        place: expect.objectContaining({ file }),
      });
    }
  });

  it('says for people what it read, with warnings apart', async () => {
    const { code, out, errors } = await runPhuluc('import', word, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain(`Read ${truth.tasks.length} tasks from ${word}.`);
    expect(out).toMatch(/\d tasks are not performed though the annex prints a product or a timing: .*II\.3/);
    expect(errors).not.toContain('contradictory-row');
    expect(errors).toContain('Next step:');
  });

  it('makes a school workbook whose summary gives the figures back', async () => {
    expect(
      await runPhuluc('import', word, '--unit', 'Trường Mầm non Nắng Mai', '-o', folder.path('a.xlsx')),
    ).toMatchObject({
      code: 0,
    });
    expect(folder.names()).toEqual(['a.xlsx']);
    const count = (applicability: string) =>
      truth.tasks.filter((task) => task.applicability === applicability).length;
    const answer = await runPhuluc('summary', folder.path('a.xlsx'), '--json');
    expect(answer.json()).toMatchObject({
      total: truth.tasks.length,
      performed: count('performed'),
      notPerformed: count('notPerformed'),
      undecided: count('undecided'),
    });
    expect(answer.json<{ byArea: { section: string; total: number }[] }>().byArea).toHaveLength(
      truth.sections.length,
    );
    const workbook = await opened('a.xlsx');
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Phụ lục',
      'Tổng hợp',
      'Danh mục',
      'Tiến độ',
      'Lịch',
      'Cấu hình',
      '_phuluc',
    ]);
    expect(getCell(findSheetByName(workbook, 'Phụ lục')!, 0, 0).value).toBe('Trường Mầm non Nắng Mai');
  });

  it('leaves the progress out with --no-progress', async () => {
    await runPhuluc('import', word, '--no-progress', '-o', folder.path('a.xlsx'));
    const { sheets } = await opened('a.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['Phụ lục', 'Tổng hợp', 'Danh mục', '_phuluc']);
  });

  it('changes nothing when the same annex comes again, from whichever kind of file', async () => {
    const out = folder.path('a.xlsx');
    await runPhuluc('import', word, '-o', out);
    const before = readFileSync(out);
    const time = statSync(out).mtimeMs;
    for (const file of [word, excel]) {
      const { out: said } = await runPhuluc('import', file, '-o', out);
      expect(said).toContain('không có gì thay đổi');
    }
    expect(Buffer.compare(readFileSync(out), before)).toBe(0);
    expect(statSync(out).mtimeMs).toBe(time);
  });

  it('gives the same bytes for the same annex', async () => {
    await runPhuluc('import', word, '-o', folder.path('a.xlsx'));
    await runPhuluc('import', word, '-o', folder.path('b.xlsx'));
    expect(Buffer.compare(readFileSync(folder.path('a.xlsx')), readFileSync(folder.path('b.xlsx')))).toBe(0);
  });

  it('takes a reissued annex into a workbook that holds progress, here or into another file', async () => {
    await runPhuluc('import', word, '-o', folder.path('a.xlsx'));
    const workbook = await opened('a.xlsx');
    const sheet = findSheetByName(workbook, 'Phụ lục')!;
    // As a program that writes over the formula does; Excel itself refuses it.
    setCell(sheet, 6, 11, { ...getCell(sheet, 6, 11), formula: undefined, value: 'Hoàn thành' });
    writeFileSync(folder.path('a.xlsx'), await saveWorkbook(workbook));
    const before = readFileSync(folder.path('a.xlsx'));

    const apart = await runPhuluc(
      'import',
      reissue,
      '--into',
      folder.path('a.xlsx'),
      '-o',
      folder.path('b.xlsx'),
    );
    expect(apart).toMatchObject({ code: 0, out: expect.stringContaining('thêm 1 · thay đổi') as string });
    expect(Buffer.compare(readFileSync(folder.path('a.xlsx')), before)).toBe(0);
    expect(getCell(findSheetByName(await opened('b.xlsx'), 'Phụ lục')!, 6, 11).value).toBe('Hoàn thành');
    expect((await runPhuluc('summary', folder.path('b.xlsx'), '--json')).json()).toMatchObject({ done: 1 });

    await runPhuluc('import', reissue, '--into', folder.path('a.xlsx'), '--merge', 'replace-all');
    expect((await runPhuluc('summary', folder.path('a.xlsx'), '--json')).json()).toMatchObject({
      done: 1,
      total: 48,
    });
  });

  it.each([
    [['import'], 'cần 1 tệp'],
    [['import', 'a', 'b'], 'đã nêu 2'],
    [['import', 'a', '--merge', 'any'], 'replace-nonblank'],
    [['import', 'a', '--colour'], '--colour'],
    [['import', 'a', '--lang', 'fr'], '“fr”'],
    [['nhap', 'a'], '“nhap”'],
    [[], 'chưa nêu'],
  ])('%j is wrong usage', async (args, said) => {
    const answer = await runPhuluc(...args);
    expect(answer).toMatchObject({ code: 2, out: '' });
    expect(answer.errors).toContain('[usage]');
    expect(answer.errors).toContain(said);
  });

  it('helps', async () => {
    const all = await runPhuluc('help', '--lang', 'en');
    expect(all).toMatchObject({ code: 0, errors: '' });
    expect(all.out).toContain('phuluc import FILE');
    expect((await runPhuluc('import', '--help')).out).not.toContain('phuluc summary');
  });

  it('cannot write where it may not, and leaves nothing behind', async () => {
    const missing = await runPhuluc('import', word, '-o', folder.path('no/such/a.xlsx'));
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.errors).toContain('[file-not-writable]');
    mkdirSync(folder.path('là thư mục.xlsx'));
    const taken = await runPhuluc('import', word, '-o', folder.path('là thư mục.xlsx'));
    expect(taken.code).toBe(1);
    expect(folder.names()).toEqual(['là thư mục.xlsx']);
  });

  it('keeps the access rights of the file it replaces', async () => {
    await runPhuluc('import', word, '-o', folder.path('a.xlsx'));
    chmodSync(folder.path('a.xlsx'), 0o600);
    await runPhuluc('import', reissue, '-o', folder.path('a.xlsx'));
    expect(statSync(folder.path('a.xlsx')).mode & 0o777).toBe(0o600);
  });
});
