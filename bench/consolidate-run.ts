/**
 * One run of reading a folder of workbooks, in a process of its own so that its memory can be measured:
 * `consolidate-run.ts FOLDER THREADS [KNOWN]`. Prints one JSON line.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPaths } from '../src/cli/consolidation/read-paths';
import { getResultFile } from '../src/consolidation/run/group-results';
import type { ReadOutcome } from '../src/consolidation/run/reader-messages';
import { BENCH_ANNEX } from './bench-workbooks';

const [folder = '', threads = '0', knownFile = ''] = process.argv.slice(2);
const paths = readdirSync(folder)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => join(folder, name));
const known = knownFile === '' ? [] : readFileSync(knownFile, 'utf8').split('\n');
const OUTCOMES: ReadOutcome[] = [];

const start = performance.now();
await readPaths(paths, {
  annex: BENCH_ANNEX,
  known,
  threads: Number(threads),
  onOutcome: (outcome) => OUTCOMES.push(outcome),
});
const seconds = (performance.now() - start) / 1000;

const hashes = OUTCOMES.map((one) => getResultFile(one).sha256);
writeFileSync(join(folder, 'known.txt'), hashes.join('\n'));
const countOutcomes = (kind: ReadOutcome['kind']): number =>
  OUTCOMES.filter((one) => one.kind === kind).length;
console.log(
  JSON.stringify({
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    matched: countOutcomes('matched'),
    unchanged: countOutcomes('unchanged'),
    failed: countOutcomes('failed'),
    rows: OUTCOMES.reduce((sum, one) => sum + (one.kind === 'matched' ? one.file.rows.length : 0), 0),
  }),
);
