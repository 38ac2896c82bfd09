import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedAnnex } from '../scripts/samples/expected';
import { PLAN_2026 } from '../scripts/samples/plan-2026';
import type { Annex } from '../src/annex/types';
import { CHANGE_NAMES, createBookMaker, randomFrom, REWRITE_NAMES } from './varied-books';

const ROWS = 47;
const whole = expectedAnnex(PLAN_2026);

/** The sample's annex with as many rows as the real one. */
export const benchAnnex: Annex = { ...whole, tasks: whole.tasks.slice(0, ROWS) };

/** Each of these happens to one workbook in two hundred; everything else to one in seven. */
const RARE = ['legacy encoding', 'decomposed', ...REWRITE_NAMES];
const ODDS = { rare: 0.005, usual: 0.15 };

function changesOf(seed: number): string[] {
  const random = randomFrom(seed * 7919);
  return [...CHANGE_NAMES, ...REWRITE_NAMES].filter(
    (name) => random() < (RARE.includes(name) ? ODDS.rare : ODDS.usual),
  );
}

/** Anew whenever what makes them changes. */
const version = createHash('sha256')
  .update(readFileSync(join(import.meta.dirname, 'varied-books.ts')))
  .update(JSON.stringify(ODDS))
  .update(JSON.stringify(benchAnnex))
  .digest('hex')
  .slice(0, 12);

/** A folder with so many varied school workbooks, made once. */
export async function benchFolder(count: number): Promise<string> {
  const folder = join(tmpdir(), `phuluc-bench-${version}-${count}`);
  mkdirSync(folder, { recursive: true });
  const made = new Set(readdirSync(folder));
  let make: Awaited<ReturnType<typeof createBookMaker>> | null = null;
  for (let seed = 1; seed <= count; seed++) {
    const name = `${String(seed).padStart(5, '0')}.xlsx`;
    if (made.has(name) && existsSync(join(folder, name))) continue;
    make ??= await createBookMaker(benchAnnex);
    writeFileSync(join(folder, name), (await make(seed, changesOf(seed))).bytes);
  }
  return folder;
}
