import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SUBCOMMANDS } from '../../src/cli/subcommands';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const WORD = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');

/** Every call that writes one file, by what it writes; none of what it reads is there. */
const CALLS: [string, string, (out: string) => string[]][] = [
  ['import', '.xlsx', (out) => ['import', 'khong-co.docx', '-o', out]],
  ['import --into', '.xlsx', (out) => ['import', 'khong-co.docx', '--into', out]],
  ['consolidate', '.xlsx', (out) => ['consolidate', 'khong-co', '--annex', 'khong-co.docx', '-o', out]],
  ['print', '.xlsx', (out) => ['print', 'khong-co.xlsx', '-o', out]],
  ['word', '.docx', (out) => ['word', 'khong-co.xlsx', '-o', out]],
  ['report', '.docx', (out) => ['report', 'khong-co.xlsx', '--period', 'Q2', '-o', out]],
  ['calendar', '.ics', (out) => ['calendar', 'khong-co.xlsx', '-o', out]],
  ['documents', '.xlsx', (out) => ['documents', 'khong-co.xlsx', '--end', '45/KH-UBND', '-o', out]],
  [
    'add-task',
    '.xlsx',
    (out) => ['add-task', 'khong-co.xlsx', '--document', '45/KH-UBND', '--content', 'Họp', '-o', out],
  ],
];
const FOLDER_CALLS: [string, (out: string) => string[]][] = [
  ['issue', (out) => ['issue', 'khong-co.docx', '--units', 'khong-co.csv', '-o', out]],
  ['consolidate --ledger', (out) => ['consolidate', 'khong-co', '--annex', 'khong-co.docx', '--ledger', out]],
];

describe('a subcommand that writes', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(name);
  const findCodes = (errors: string): string[] =>
    [...errors.matchAll(/\[([a-z-]+)\]/g)].map(([, code]) => code!);

  it('declares what it writes', () => {
    const writing = SUBCOMMANDS.filter(
      ({ name, options }) => 'out' in options || ('ledger' in options && name !== 'totals'),
    );
    expect(writing.filter(({ outputs }) => outputs === undefined).map(({ name }) => name)).toEqual([]);
    expect(new Set([...CALLS, ...FOLDER_CALLS].map(([name]) => name.split(' ')[0]))).toEqual(
      new Set(writing.map(({ name }) => name)),
    );
  });

  const FAULTS: [string, string, (path: string) => void][] = [
    ['a folder', 'output-is-folder', (path) => void mkdirSync(path)],
    ['a pipe', 'output-not-a-file', (path) => void execFileSync('mkfifo', [path])],
    ['a device', 'output-not-a-file', (path) => symlinkSync('/dev/full', path)],
    [
      'read-only',
      'output-read-only',
      (path) => {
        writeFileSync(path, 'cũ');
        chmodSync(path, 0o444);
      },
    ],
    ['open in Office', 'output-open', (path) => writeFileSync(path.replace(/([^/]*)$/, '~$$$1'), 'khóa')],
    [
      'claimed by another run',
      'output-busy',
      (path) => writeFileSync(path.replace(/([^/]*)$/, '.$1.1.tmp'), ''),
    ],
    ['a link to nothing', 'file-not-writable', (path) => symlinkSync('khong/co', path)],
  ];
  describe.each(CALLS)('%s', (name, extension, compose) => {
    // What is read and written has to be there.
    const faults = FAULTS.filter(([fault]) => fault !== 'a link to nothing' || name !== 'import --into');
    it.each(faults)('looks at its output before its input: %s', async (_, code, make) => {
      const out = at(`ra${extension}`);
      if (code === 'output-open' || code === 'output-busy') writeFileSync(out, 'cũ');
      make(out);
      const { code: exit, errors } = await runPhuluc(...compose(out));
      expect([exit, findCodes(errors)]).toEqual([1, [code]]);
    });

    it('writes no file of another kind, and none into a folder that is not there', async () => {
      const wrong = extension === '.docx' ? '.xlsx' : '.docx';
      writeFileSync(at(`khac${wrong}`), 'cũ');
      const isInto = compose('').includes('--into');
      for (const out of isInto ? [] : [at(`khac${wrong}`), at(`moi${wrong}`), at('khong-duoi')]) {
        const codes = findCodes((await runPhuluc(...compose(out))).errors);
        expect(codes).toEqual([extension === '.xlsx' ? 'output-not-workbook' : 'output-wrong-extension']);
      }
      const nowhere = findCodes((await runPhuluc(...compose(at(`khong/ra${extension}`)))).errors);
      expect(nowhere).toEqual([isInto ? 'file-not-found' : 'file-not-writable']);
      expect(folder.names()).toEqual([`khac${wrong}`]);
    });
  });

  it.each(FOLDER_CALLS)('%s looks at its folder before its input', async (name, compose) => {
    writeFileSync(at('tep'), 'của tôi');
    const { errors } = await runPhuluc(...compose(at('tep')));
    expect(findCodes(errors)).toEqual([name === 'issue' ? 'output-not-a-folder' : 'not-a-ledger']);
    mkdirSync(at('ra'));
    writeFileSync(at('ra/.phuluc.1.tmp'), '');
    expect(findCodes((await runPhuluc(...compose(at('ra')))).errors)).toEqual(['output-busy']);
    // Nothing was read, so nothing is made.
    expect(findCodes((await runPhuluc(...compose(at('moi/ra')))).errors)).toEqual(['file-not-found']);
    expect(folder.names()).toEqual(['ra', 'tep']);
  });

  it.each(['/dev/full', '/dev/null'].filter(existsSync))('refuses %s at once', async (device) => {
    const start = performance.now();
    for (const [, , compose] of CALLS) {
      const { code, errors } = await runPhuluc(...compose(device));
      expect([code, findCodes(errors)]).toEqual([1, ['output-not-a-file']]);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('says of two runs at once on one output that one is going on; the output is whole', async () => {
    const run = () => runPhuluc('import', WORD, '-o', at('so.xlsx'));
    const codes = (await Promise.all([run(), run()])).map(({ code, errors }) => [code, ...findCodes(errors)]);
    expect(codes.map(([code]) => code).sort()).toEqual([0, 1]);
    expect(codes).toContainEqual([1, 'output-busy']);
    expect(folder.names()).toEqual(['so.xlsx']);
    expect((await runPhuluc('summary', at('so.xlsx'))).code).toBe(0);
  });

  it('counts no file of its own among those that it was given', async () => {
    mkdirSync(at('nhan'));
    cpSync(WORD, at('nhan/a.docx'));
    const { code, out } = await runPhuluc(
      ...['consolidate', at('nhan'), '--annex', WORD, '-o', at('nhan/tong-hop.xlsx')],
      ...['--ledger', at('nhan/so-cai'), '--json'],
    );
    expect(code).toBe(0);
    expect((JSON.parse(out) as { files: { leftOut: unknown[] } }).files.leftOut).toEqual([]);
    expect(folder.names()).toEqual(['nhan']);
  });
});

describe('a workbook with something that saving loses', () => {
  const folder = useTemporaryFolder();
  const CHANGES: [string, string[]][] = [
    ['print', ['print', '--document', '27/KH-UBND']],
    ['documents', ['documents', '--end', '27/KH-UBND']],
    ['add-task', ['add-task', '--document', '27/KH-UBND', '--content', 'Thi', '--as-printed']],
  ];

  it.each(CHANGES)(
    'is said to lose it by %s, but not by what only reads',
    async (_, [name = '', ...options]) => {
      const file = folder.path('so.xlsx');
      await runPhuluc('import', WORD, '-o', file);
      const letter = ['--kind', 'letter', '--document', '31/UBND', '--content', 'Họp', '--as-printed'];
      await runPhuluc('add-task', file, ...letter);
      const parts = unzipSync(readFileSync(file));
      const relations = strFromU8(parts['_rels/.rels']!).replace(
        '</Relationships>',
        '<Relationship Id="s1" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
      );
      parts['_rels/.rels'] = strToU8(relations);
      parts['_xmlsignatures/origin.sigs'] = new Uint8Array();
      writeFileSync(file, zipSync(parts));
      const changed = await runPhuluc(name, file, ...options);
      expect([changed.code, changed.errors]).toEqual([0, expect.stringContaining('[content-lost]')]);
      expect(changed.errors).toContain(file);
      expect((await runPhuluc('summary', file)).errors).not.toContain('content-lost');
    },
  );
});
