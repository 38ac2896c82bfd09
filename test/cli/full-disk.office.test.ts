import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const PROGRAM = resolve('src/cli/phuluc.mjs');
const WORD = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
/** A disk that takes the first part of what is written. */
const MOUNT = 'mount -t tmpfs -o size=8k tmpfs "$DISK" && printf cũ > "$DISK/so.xlsx"';
const LIST = 'status=$?; find "$DISK" -mindepth 1 -printf "%P "; cat "$DISK/so.xlsx"; exit $status';

const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

describe('a disk that is full', () => {
  const folder = useTemporaryFolder();

  const mounted = canMount ? it : it.skip;
  mounted.each<[string, (disk: string) => string[]]>([
    ['a workbook', (disk) => ['print', folder.path('so.xlsx'), '-o', `${disk}/so.xlsx`]],
    ['a document', (disk) => ['word', folder.path('so.xlsx'), '-o', `${disk}/phu-luc.docx`]],
    ['a folder', (disk) => ['issue', WORD, '--units', folder.path('don-vi.csv'), '-o', `${disk}/ra`]],
    ['a ledger', (disk) => ['consolidate', WORD, '--annex', WORD, '--ledger', `${disk}/so-cai`]],
  ])('is named where %s is written; what was there stands, and nothing else', async (_, compose) => {
    await runPhuluc('import', WORD, '-o', folder.path('so.xlsx'));
    writeFileSync(folder.path('don-vi.csv'), 'MN-1;Trường Một\n');
    const disk = folder.path('disk');
    mkdirSync(disk);
    const script = `${MOUNT}; "$@"; ${LIST}`;
    const run = spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', script, 'sh', process.execPath, PROGRAM, ...compose(disk)],
      { encoding: 'utf8', env: { ...process.env, DISK: disk } },
    );
    expect(run.stderr).toMatch(/\[file-not-writable\].*đĩa đã đầy, ENOSPC.*vẫn nguyên vẹn/);
    expect([run.status, run.stdout.trim()]).toEqual([1, 'so.xlsx cũ']);
  });

  const full = existsSync('/dev/full') && existsSync('/bin/sh') ? it : it.skip;
  full('is named where the answer goes to it', () => {
    const run = spawnSync(
      '/bin/sh',
      ['-c', '"$@" > /dev/full', 'sh', process.execPath, PROGRAM, 'timing', 'Tháng 6', '--lang', 'en'],
      { encoding: 'utf8' },
    );
    expect([run.status, run.stderr]).toEqual([
      1,
      expect.stringMatching(/^Error \[answer-not-printed\].*disk is full/),
    ]);
  });
});
