import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countThreads, readPaths } from '../../../src/cli/consolidation/read-paths';
import type { ReadingProgress } from '../../../src/consolidation/run/read-files';
import type { ReadOutcome } from '../../../src/consolidation/run/reader-messages';
import { createVariedWorkbookMaker } from '../../support/returned-workbooks/varied-workbooks';
import { createExpectedAnnex } from '../../support/samples/create-expected-annex';
import { PLAN_2026 } from '../../support/samples/plan-2026';

const annex = createExpectedAnnex(PLAN_2026);
let folder: string;
let paths: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phuluc-'));
  const make = await createVariedWorkbookMaker(annex);
  paths = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (seed) => {
      const path = join(folder, `${seed}.xlsx`);
      writeFileSync(path, (await make(seed, [])).bytes);
      return path;
    }),
  );
  writeFileSync(join(folder, 'hong.xlsx'), 'không phải sổ');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(wanted: readonly string[], more: { threads?: number; known?: string[] } = {}) {
  const outcomes: ReadOutcome[] = [];
  const progress: ReadingProgress[] = [];
  const complete = await readPaths(wanted, {
    annex,
    onOutcome: (outcome) => outcomes.push(outcome),
    onProgress: (one) => progress.push(one),
    ...more,
  });
  return { whole: complete, outcomes, progress };
}

describe('readPaths', () => {
  it('reads in several threads what it reads in one', async () => {
    const here = await read(paths, { threads: 1 });
    const there = await read(paths, { threads: 2 });
    const sorted = ({ outcomes }: typeof here) => outcomes.map((one) => JSON.stringify(one)).sort();
    expect(here.outcomes.map(({ kind }) => kind)).toEqual(paths.map(() => 'matched'));
    expect(sorted(there)).toEqual(sorted(here));
  });

  it('reports a file that is no workbook and one that is gone, and reads the others', async () => {
    const { outcomes } = await read([join(folder, 'hong.xlsx'), paths[0]!, join(folder, 'mat.xlsx')]);
    const failed = outcomes.flatMap((one) => (one.kind === 'failed' ? [one.failed] : []));
    expect(failed.map(({ file, problems }) => [file.slice(folder.length + 1), problems[0]!.code])).toEqual([
      ['hong.xlsx', expect.any(String)],
      ['mat.xlsx', 'file-not-found'],
    ]);
    expect(outcomes.filter(({ kind }) => kind === 'matched')).toHaveLength(1);
  });

  it('does not read again what it knows by its hash', async () => {
    const first = await read(paths);
    const known = first.outcomes.flatMap((one) => (one.kind === 'matched' ? [one.file.sha256] : []));
    const again = await read(paths, { known: known.slice(1) });
    expect(again.outcomes.map(({ kind }) => kind).sort()).toEqual([
      'matched',
      ...known.slice(1).map(() => 'unchanged'),
    ]);
    expect(again.progress.at(-1)).toMatchObject({ done: 6, total: 6, failed: 0 });
  });
});

describe('countThreads', () => {
  it.each([
    [1, 8, 1],
    [799, 8, 1],
    [800, 8, 2],
    [2_000, 2, 2],
    [9_000, 32, 8],
  ])('%d files on %d cores: %d threads', (files, cores, threads) => {
    expect(countThreads(files, cores)).toBe(threads);
  });
});
