import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { checkOutput, withOutputs, writeBytes } from '../../src/cli/output-file';
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
    expect(await checkOutput(at('.'), 'workbook')).toMatchObject([{ code: 'output-is-folder' }]);
  });

  it('has the ending of what it is: Excel opens no workbook with macros under the name of another', async () => {
    writeFileSync(at('macro.xlsm'), 'cũ');
    const check = async (...args: Parameters<typeof checkOutput>): Promise<string[]> =>
      (await checkOutput(...args)).map(({ code, details }) =>
        `${code} ${details?.['expected'] ?? ''}`.trim(),
      );
    expect(await check(at('moi.xlsm'), 'workbook')).toEqual(['output-wrong-extension .xlsx']);
    expect(await check(at('macro.xlsm'), 'workbook')).toEqual([]);
    expect(await check(at('moi.xlsx'), 'workbook', at('macro.xlsm'))).toEqual([
      'output-wrong-extension .xlsm',
    ]);
    expect(await check(at('so.xlsx'), 'document')).toEqual(['output-wrong-extension .docx']);
    expect(await check(at('so.xlsx'), 'calendar')).toEqual(['output-wrong-extension .ics']);
    expect(await check(at('macro.xlsm'), 'folder')).toEqual(['output-not-a-folder']);
    expect(await check(at('macro.xlsm'), 'ledger')).toEqual(['not-a-ledger']);
  });
});

describe('an output that a run has claimed', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(name);
  const ID = /^\.so\.xlsx\.[0-9a-f]+-[0-9a-z]*-[0-9a-f]{6}\.tmp$/;
  const claim = <T>(work: () => Promise<T>) => withOutputs([{ path: at('so.xlsx'), kind: 'workbook' }], work);

  it('is seen by others while the run goes on, and leaves nothing when it ends without writing', async () => {
    await claim(async () => {
      expect(folder.names()).toEqual([expect.stringMatching(ID)]);
      expect(await claim(() => Promise.resolve('second'))).toMatchObject({
        problems: [{ code: 'output-busy' }],
      });
    });
    await expect(claim(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
    expect(folder.names()).toEqual([]);
  });

  it('is not written where somebody has saved it meanwhile', async () => {
    writeFileSync(at('so.xlsx'), 'cũ');
    const written = await claim(() => {
      writeFileSync(at('so.xlsx'), 'người khác');
      return writeBytes(at('so.xlsx'), NEW);
    });
    expect(written).toMatchObject({ ok: false, problems: [{ code: 'output-changed' }] });
    expect([readFileSync(at('so.xlsx'), 'utf8'), folder.names()]).toEqual(['người khác', ['so.xlsx']]);
  });

  it.each<[string, (own: string) => string, string[]]>([
    ['a process that runs', (own) => own, ['output-busy']],
    ['a process of another name in its number', (own) => own.replace(/-[0-9a-z]*-/, '-zz-'), []],
    ['another machine', (own) => own.replace(/[0-9a-f]{6}\.tmp$/, '000000.tmp'), ['output-busy']],
    ['a name in other letters', (own) => own.replace('so', 'SO'), ['output-busy']],
  ])('counts by who claims it: %s', async (_, rename, codes) => {
    // The claim of process 1 stands for that of a run of somebody else.
    const own = await claim(() => Promise.resolve(folder.names()[0]!));
    if (typeof own !== 'string') throw new Error(JSON.stringify(own));
    const start = /-([0-9a-z]*)-/.exec(own)![1]!;
    const other = rename(own).replace(/\.[0-9a-f]+-/, `.${process.ppid.toString(16)}-`);
    writeFileSync(at(other.replace(`-${start}-`, '--')), 'dở');
    expect((await checkOutput(at('so.xlsx'))).map(({ code }) => code)).toEqual(codes);
  });

  it('of another machine counts for two hours', async () => {
    const name = '.so.xlsx.1-5-000000.tmp';
    writeFileSync(at(name), 'dở');
    const hours = (count: number): number => Date.now() / 1000 - count * 3600;
    utimesSync(at(name), hours(1), hours(1));
    expect(await writeBytes(at('so.xlsx'), NEW)).toMatchObject({ problems: [{ code: 'output-busy' }] });
    utimesSync(at(name), hours(3), hours(3));
    expect(await writeBytes(at('so.xlsx'), NEW)).toMatchObject({ ok: true });
    expect(folder.names()).toEqual(['so.xlsx']);
  });

  it('may have the longest name that a file may have', async () => {
    const name = `${'ă'.repeat(125)}.xlsx`;
    expect(await writeBytes(at(name), NEW)).toMatchObject({ ok: true });
    expect(folder.names()).toEqual([name]);
  });

  it('is a folder, with what killed runs have left in it; an empty one that the run made goes again', async () => {
    const issue = <T>(work: () => Promise<T>) => withOutputs([{ path: at('a/b'), kind: 'folder' }], work);
    expect(await issue(() => Promise.resolve(1))).toBe(1);
    expect(folder.names()).toEqual([]);
    mkdirSync(at('a/b'), { recursive: true });
    writeFileSync(at('a/b/.MN-01 Hoa Cúc.xlsx.7fffffff.tmp'), 'dở');
    expect(await issue(() => Promise.resolve(1))).toBe(1);
    expect([folder.names(), readdirSync(at('a/b'))]).toEqual([['a'], []]);
  });
});
