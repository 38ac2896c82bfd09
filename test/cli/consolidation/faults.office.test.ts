import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPaths } from '../../../src/cli/consolidation/read-paths';
import type { ReadOutcome } from '../../../src/consolidation/run/reader-messages';
import { createRandom } from '../../support/random';
import { createWorkbookDraft, packDraft } from '../../support/returned-workbooks/workbook-draft';
import { useTemporaryFolder } from '../../support/run-cli';

const FILES = pathToFileURL(resolve('src/cli/output-file.ts')).href;
const SIZE = 3_000_000;

/** A program of its own that writes files of one byte each, over and over, and says when each is there. */
function writing(path: string, times: number): string {
  return `import { writeBytes } from ${JSON.stringify(FILES)};
   for (let time = 1; time <= ${times}; time++) {
     const done = await writeBytes(${JSON.stringify(path)}, new Uint8Array(${SIZE}).fill(time % 200 + 1));
     console.log(done.ok ? 'written' : done.problems[0].code + ' ' + done.problems[0].details.reason);
   }`;
}
const ARGUMENTS = ['--import', 'tsx', '--input-type=module', '-e'];

describe('a workbook on the disk', () => {
  const folder = useTemporaryFolder();

  it('is wholly the one before or wholly the new one where the program is killed while it writes', async () => {
    const path = folder.path('tong-hop.xlsx');
    const seen = new Set<number>();
    for (const wait of [0, 3, 9]) {
      writeFileSync(path, new Uint8Array(SIZE));
      const child = spawn(process.execPath, [...ARGUMENTS, writing(path, 10_000)], { cwd: resolve('.') });
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      await new Promise((done) => setTimeout(done, wait));
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const bytes = readFileSync(path);
      expect(bytes.length).toBe(SIZE);
      expect(new Set(bytes).size).toBe(1);
      seen.add(bytes[0]!);
    }
    expect(seen.has(0)).toBe(false);
  }, 60_000);

  const shell = existsSync('/bin/sh') ? it : it.skip;
  shell(
    'stays as it was where the disk takes a part of the new one and no more, and nothing is left beside it',
    () => {
      const path = folder.path('tong-hop.xlsx');
      writeFileSync(path, 'before');
      // The system lets this program write files of 512 kB at most: what is longer breaks off in the middle.
      const run = spawnSync(
        '/bin/sh',
        ['-c', 'ulimit -f 1000; exec "$@"', 'sh', process.execPath, ...ARGUMENTS, writing(path, 1)],
        { cwd: resolve('.'), encoding: 'utf8' },
      );
      expect(run.stdout.trim()).toBe('file-not-writable EFBIG');
      expect(readFileSync(path, 'utf8')).toBe('before');
      expect(readdirSync(folder.path('.'))).toEqual(['tong-hop.xlsx']);
    },
    60_000,
  );
});

describe('files that go away', () => {
  const folder = useTemporaryFolder();

  it('between being listed and being read are reported by name; the others are read', async () => {
    const complete = await packDraft(await createWorkbookDraft(createRandom(1)));
    const names = ['a.xlsx', 'b.xlsx', 'c.xlsx'];
    const paths = names.map((name) => folder.path(name));
    for (const path of paths) writeFileSync(path, complete);
    const outcomes: ReadOutcome[] = [];
    const reported: string[] = [];
    await readPaths(paths, {
      annex: null,
      known: ['another'],
      onOutcome: (outcome) => outcomes.push(outcome),
      onProgress: ({ done }) => {
        if (done === 1) rmSync(join(folder.path('.'), 'c.xlsx'), { force: true });
        reported.push(String(done));
      },
      // Gone before the last is read, after it was hashed.
      threads: 1,
    });
    const missing = outcomes.flatMap((one) =>
      one.kind === 'failed' ? [[one.failed.file, one.failed.problems.map(({ code }) => code)]] : [],
    );
    expect(reported).toEqual(['1', '2', '3']);
    expect(missing).toEqual([[folder.path('c.xlsx'), ['file-not-found']]]);
    expect(outcomes.filter(({ kind }) => kind === 'read')).toHaveLength(2);
  }, 60_000);
});
