/**
 * Gives hostile files to the command line, each call in a process of its own, and measures its processor time and memory.
 * `npm run attack -- [KIND…] [--name TEXT] [--seed 1] [--verbose]`; KIND is zip, xml, pdf …
 * Fails where one takes more than 15 s or 1 GB, crashes, hangs, is refused without a code, or where anything hostile
 * reaches an output as more than text.
 */
import { parseArgs } from 'node:util';
import type { AttackCase } from './attack/attack-case';
import { createBaseFiles } from './attack/create-base-files';
import { GENERATED_ATTACKS, listSharedAttacks } from './attack/list-attacks';
import { type AttackResult, runAttack, type RunCall, runProcess } from './attack/run-attack';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean' },
  },
});
/** Letters printed of an answer. */
const MAX_ANSWER = 1_500;
const seed = Number(values.seed);
const wanted = [...GENERATED_ATTACKS, ...listSharedAttacks()].filter(
  ({ kind, name }) => (positionals.length === 0 || positionals.includes(kind)) && name.includes(values.name),
);

type KindTotals = { attacks: number; failed: number; refused: number; seconds: number; megabytes: number };
const TOTALS = new Map<string, KindTotals>();

function addResult({ kind }: AttackCase, { outcome, seconds, megabytes, failures }: AttackResult): void {
  const totals = TOTALS.get(kind) ?? { attacks: 0, failed: 0, refused: 0, seconds: 0, megabytes: 0 };
  TOTALS.set(kind, {
    attacks: totals.attacks + 1,
    failed: totals.failed + (failures.length > 0 ? 1 : 0),
    refused: totals.refused + (outcome.startsWith('refused') ? 1 : 0),
    seconds: Math.max(totals.seconds, seconds),
    megabytes: Math.max(totals.megabytes, megabytes),
  });
}

const formatNumbers = (seconds: number, megabytes: number): string =>
  `${seconds.toFixed(1).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} MB`;

/** Prints the answers of each call as well. */
const runVerbose: RunCall = async (args, stdin, folder) => {
  const result = await runProcess(args, stdin, folder);
  const answer = `${result.out}${result.errors}`.slice(0, MAX_ANSWER);
  console.log(`> phuluc ${args.map((arg) => JSON.stringify(arg)).join(' ')}\n${answer}`);
  return result;
};

const base = await createBaseFiles(runProcess);
for (const attack of wanted) {
  const result = await runAttack(attack, base, seed, values.verbose ? runVerbose : runProcess);
  addResult(attack, result);
  console.log(
    `${formatNumbers(result.seconds, result.megabytes)}  ${attack.kind}: ${attack.name} – ${result.outcome}`,
  );
  for (const failure of result.failures) console.log(`      FAILED ${failure}`);
}

console.log(`\n${process.platform}, Node ${process.version}; the most that one process took:`);
for (const [kind, { attacks, failed, refused, seconds, megabytes }] of TOTALS)
  console.log(
    `${formatNumbers(seconds, megabytes)}  ${kind}: ${attacks} attacks, ${attacks - refused} read or warned of, ${refused} refused, ${failed} failed`,
  );
const failed = [...TOTALS.values()].reduce((sum, totals) => sum + totals.failed, 0);
console.log(`${wanted.length} attacks, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
