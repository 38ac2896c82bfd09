/** `npm run bench [-- NAME…] [--option…]`: runs bench/NAME.bench.ts, or all, one after the other, with the options. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const BENCH_SUFFIX = '.bench.ts';
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(BENCH_SUFFIX))
  .map((file) => file.slice(0, -BENCH_SUFFIX.length));
const given = process.argv.slice(2);
const wanted = given.filter((argument) => !argument.startsWith('-'));
const options = given.filter((argument) => argument.startsWith('-'));
const names = wanted.length > 0 ? wanted : known;

for (const name of names) {
  const file = join(import.meta.dirname, `${name}${BENCH_SUFFIX}`);
  if (!existsSync(file)) {
    console.error(`There is no benchmark “${name}”. There are: ${known.join(', ')}.`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n== ${name}`);
  // One process each: a benchmark must not find the caches and the heap of the one before.
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', file, ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
