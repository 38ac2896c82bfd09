import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

const master = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const UNITS = 'Mã,Tên đơn vị\nMN-01,Trường Mầm non Hoa Cúc\nMN-02,Trường Mầm non Nắng Mai\n';

/** The files of a folder that are nobody's report, each with its name for that. */
function addOddFiles(folder: string): void {
  writeFileSync(join(folder, '~$MN-01.xlsx'), 'lock');
  writeFileSync(join(folder, 'Thumbs.db'), 'thumbs');
  writeFileSync(join(folder, '.so.xlsx'), 'hidden');
  symlinkSync('/', join(folder, 'root'));
  symlinkSync('/nowhere/so.xlsx', join(folder, 'gone.xlsx'));
  execFileSync('mkfifo', [join(folder, 'pipe.xlsx')]);
}

describe('files that consolidate receives', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(name);

  const issue = async (): Promise<{ one: string; two: string }> => {
    writeFileSync(at('units.csv'), UNITS);
    await runPhuluc('issue', master, '--units', at('units.csv'), '-o', at('issued'));
    mkdirSync(at('files'));
    return {
      one: at('issued/MN-01 Trường Mầm non Hoa Cúc.xlsx'),
      two: at('issued/MN-02 Trường Mầm non Nắng Mai.xlsx'),
    };
  };
  const consolidate = (paths: string[], ...more: string[]) =>
    runPhuluc('consolidate', ...paths, '--annex', master, '--units', at('units.csv'), ...more);
  const getReport = async (paths = [at('files')], ...more: string[]): Promise<Report> => {
    const answer = await consolidate(paths, '--json', ...more);
    if (answer.code !== 0) throw new Error(answer.errors);
    return answer.json<Report>();
  };
  const getNames = (files: readonly { file: string }[]): string[] =>
    files.map(({ file }) => file.slice(at('files').length + 1)).sort();
  const readBytes = async (file: string): Promise<Uint8Array> =>
    new Uint8Array(await (await import('node:fs/promises')).readFile(file));

  it('are all read, refused or left out, each by its name and with what to do', async () => {
    const { one, two } = await issue();
    copyFileSync(one, join(at('files'), 'khong duoi'));
    copyFileSync(two, join(at('files'), 'bao cao.xlsx.1'));
    copyFileSync(two, join(at('files'), 'ban sao.et'));
    for (const name of ['a.rtf', 'a.doc', 'a.jpg', 'b.jpg']) writeFileSync(join(at('files'), name), 'không');
    addOddFiles(at('files'));
    const { files, units } = await getReport();
    expect(units.sent).toBe(2);
    expect(files).toMatchObject({ received: 13, read: 3 });
    expect(getNames(files.failed)).toEqual(['a.doc', 'a.jpg', 'a.rtf', 'b.jpg']);
    expect(Object.fromEntries(files.leftOut.map(({ file, code }) => [file.split('/').at(-1), code]))).toEqual(
      {
        '~$MN-01.xlsx': 'lock-file',
        'Thumbs.db': 'system-file',
        '.so.xlsx': 'hidden-file',
        root: 'linked-folder',
        'gone.xlsx': 'not-a-file',
        'pipe.xlsx': 'not-a-file',
      },
    );
    for (const { message, next } of files.failed) expect([message, next]).not.toContain('');
    const { out } = await consolidate([at('files')]);
    expect(out).toContain('Đã nhận 13 tệp = đọc 3 + từ chối 4 + bỏ ra 6');
    for (const name of ['a.rtf', 'b.jpg', '~$MN-01.xlsx', 'pipe.xlsx']) expect(out).toContain(name);
  });

  it('of an archive are read by their names in it, those of an archive inside too', async () => {
    const { one, two } = await issue();
    const inner = zipSync({ 'sâu/MN-02.xlsx': await readBytes(two) });
    const archive = zipSync({
      'thư mục/MN-01.xlsx': await readBytes(one),
      'trong.zip': inner,
      '__MACOSX/._MN-01.xlsx': new Uint8Array([1]),
      'thư mục/~$MN-01.xlsx': new Uint8Array([1]),
      'ảnh.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
    });
    writeFileSync(join(at('files'), 'gui.zip'), archive);
    const { files, units } = await getReport();
    expect(units.sent).toBe(2);
    expect(files).toMatchObject({ received: 5, read: 2 });
    expect(getNames(files.failed)).toEqual(['gui.zip/ảnh.jpg']);
    expect(getNames(files.leftOut)).toEqual([
      'gui.zip/__MACOSX/._MN-01.xlsx',
      'gui.zip/thư mục/~$MN-01.xlsx',
    ]);
    const out = at('tong-hop.xlsx');
    await getReport(undefined, '-o', out);
    // What is known is not read again, and still counted.
    expect(await getReport(undefined, '-o', out)).toMatchObject({ files: { received: 5, read: 2 } });
  });

  it('of archives nested too deep, damaged or empty are refused', async () => {
    const { one } = await issue();
    const deep = zipSync({ 'b.zip': zipSync({ 'c.zip': zipSync({ 'MN-01.xlsx': await readBytes(one) }) }) });
    writeFileSync(join(at('files'), 'a.zip'), deep);
    writeFileSync(join(at('files'), 'hong.zip'), deep.subarray(0, deep.length - 30));
    writeFileSync(join(at('files'), 'rong.zip'), zipSync({ 'trống/': new Uint8Array() }));
    copyFileSync(one, join(at('files'), 'MN-01.xlsx'));
    const { files } = await getReport();
    expect(Object.fromEntries(files.failed.map(({ file, code }) => [file.split('/').at(-1), code]))).toEqual({
      'c.zip': 'archive-too-deep',
      'hong.zip': 'zip-damaged',
      'rong.zip': 'archive-empty',
    });
    expect(files).toMatchObject({ received: 4, read: 1 });
  });

  it('are not the workbook that is written, nor a ledger, though both stand among them', async () => {
    const { one } = await issue();
    copyFileSync(one, join(at('files'), 'MN-01.xlsx'));
    const out = join(at('files'), 'tong-hop.xlsx');
    await getReport(undefined, '-o', out, '--ledger', join(at('files'), 'so-cai'));
    const { files } = await getReport(undefined, '-o', `${at('files')}/../files/tong-hop.xlsx`);
    expect(files).toMatchObject({ received: 3, read: 1, failed: [] });
    expect(files.leftOut.map(({ code }) => code).sort()).toEqual(['ledger-folder', 'own-output']);
  });

  it('of a pattern that none has are a problem', async () => {
    const { one } = await issue();
    copyFileSync(one, join(at('files'), 'MN-01.xlsx'));
    const { files } = await getReport([at('files'), join(at('files'), '*.ods')]);
    expect(files).toMatchObject({ received: 2, read: 1 });
    expect(getNames(files.failed)).toEqual(['*.ods']);
  });
});
