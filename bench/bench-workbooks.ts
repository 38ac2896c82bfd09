import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Annex } from '../src/annex/types';
import { createRandomFraction } from '../test/support/random';
import {
  CHANGE_NAMES,
  createVariedWorkbookMaker,
  REWRITE_NAMES,
} from '../test/support/returned-workbooks/varied-workbooks';
import { createExpectedAnnex } from '../test/support/samples/create-expected-annex';
import { PLAN_2026 } from '../test/support/samples/plan-2026';

const ROW_COUNT = 47;
const FULL_ANNEX = createExpectedAnnex(PLAN_2026);

/** The sample's annex with as many rows as the real one. */
export const BENCH_ANNEX: Annex = { ...FULL_ANNEX, tasks: FULL_ANNEX.tasks.slice(0, ROW_COUNT) };

/** Each of these changes affects one workbook in two hundred, every other one in seven. */
const RARE_CHANGES = ['legacy encoding', 'decomposed', ...REWRITE_NAMES];
const ODDS = { rare: 0.005, usual: 0.15 };

function chooseChanges(seed: number): string[] {
  const random = createRandomFraction(seed * 7919);
  return [...CHANGE_NAMES, ...REWRITE_NAMES].filter(
    (name) => random() < (RARE_CHANGES.includes(name) ? ODDS.rare : ODDS.usual),
  );
}

/** Changes with the code that creates the workbooks, so that they are then created again. */
const FIXTURE_VERSION = createHash('sha256')
  .update(readFileSync(join(import.meta.dirname, '../test/support/returned-workbooks/varied-workbooks.ts')))
  .update(JSON.stringify(ODDS))
  .update(JSON.stringify(BENCH_ANNEX))
  .digest('hex')
  .slice(0, 12);

/** A folder with so many varied school workbooks, made once. */
export async function prepareBenchFolder(count: number): Promise<string> {
  const folder = join(tmpdir(), `phuluc-bench-${FIXTURE_VERSION}-${count}`);
  mkdirSync(folder, { recursive: true });
  const made = new Set(readdirSync(folder));
  let make: Awaited<ReturnType<typeof createVariedWorkbookMaker>> | null = null;
  for (let seed = 1; seed <= count; seed++) {
    const name = `${String(seed).padStart(5, '0')}.xlsx`;
    if (made.has(name) && existsSync(join(folder, name))) continue;
    make ??= await createVariedWorkbookMaker(BENCH_ANNEX);
    writeFileSync(join(folder, name), (await make(seed, chooseChanges(seed))).bytes);
  }
  return folder;
}
