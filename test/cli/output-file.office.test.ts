import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { checkOutput, writeBytes } from '../../src/cli/output-file';
import { useTemporaryFolder } from '../support/run-cli';

const NEW = new TextEncoder().encode('mới');

describe('an output', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');

  it('takes the place of what was there, and leaves nothing beside it', async () => {
    writeFileSync(at('so.xlsx'), 'cũ', { mode: 0o600 });
    expect(await writeBytes(at('so.xlsx'), NEW)).toMatchObject({ ok: true });
    expect([read('so.xlsx'), folder.names()]).toEqual(['mới', ['so.xlsx']]);
  });

  it('removes what a killed run has left, and nothing else', async () => {
    const dead = 0x7fffffff;
    for (const name of [`.so.xlsx.${dead.toString(16)}.tmp`, '.so.xlsx.note.tmp', '.khac.xlsx.7fffffff.tmp'])
      writeFileSync(at(name), 'dở');
    await writeBytes(at('so.xlsx'), NEW);
    expect(folder.names()).toEqual(['.khac.xlsx.7fffffff.tmp', '.so.xlsx.note.tmp', 'so.xlsx']);
  });

  it('is what a link leads to; the link stays', async () => {
    writeFileSync(at('that.xlsx'), 'cũ');
    symlinkSync('that.xlsx', at('so.xlsx'));
    await writeBytes(at('so.xlsx'), NEW);
    expect([readlinkSync(at('so.xlsx')), read('that.xlsx')]).toEqual(['that.xlsx', 'mới']);
  });

  it.each<[string, () => void, string]>([
    ['a folder', () => mkdirSync(at('so.xlsx')), 'output-is-folder'],
    ['a pipe', () => void execFileSync('mkfifo', [at('so.xlsx')]), 'output-not-a-file'],
    ['a device', () => symlinkSync('/dev/full', at('so.xlsx')), 'output-not-a-file'],
    [
      'read-only',
      () => {
        writeFileSync(at('so.xlsx'), 'cũ');
        chmodSync(at('so.xlsx'), 0o444);
      },
      'output-read-only',
    ],
    ['open in Excel', () => writeFileSync(at('~$so.xlsx'), 'khóa'), 'output-open'],
    ['open in LibreOffice', () => writeFileSync(at('.~lock.so.xlsx#'), 'khóa'), 'output-open'],
    ['written by another run', () => writeFileSync(at('.so.xlsx.1.tmp'), 'dở'), 'output-busy'],
    ['a link to nothing', () => symlinkSync('khong/co.xlsx', at('so.xlsx')), 'file-not-writable'],
  ])('is refused where it is %s, and untouched', async (_, make, code) => {
    make();
    const before = folder.names();
    expect(await checkOutput(at('so.xlsx'))).toMatchObject([{ code }]);
    expect(await writeBytes(at('so.xlsx'), NEW)).toMatchObject({ ok: false, problems: [{ code }] });
    expect(folder.names()).toEqual(before);
  });

  it('is refused where its folder is not there, or where a workbook has the name of a document', async () => {
    expect(await checkOutput(at('khong/so.xlsx'))).toMatchObject([{ code: 'file-not-writable' }]);
    expect(await checkOutput(at('moi.docx'), 'workbook')).toMatchObject([{ code: 'output-not-workbook' }]);
    expect(await checkOutput(at('moi.XLSX'), 'workbook')).toEqual([]);
  });
});
