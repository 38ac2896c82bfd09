/**
 * Runs the project's checks, all of them even when one fails: first what needs no test runner, two at a time,
 * then the tests. Closes with the ten slowest suites and the line "N passed, N failed". `--quick` runs what
 * needs neither office.js nor LibreOffice nor a browser.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Check = { name: string; command: string[] };
type Counts = { passed: number; failed: number; skipped: number };
type Suite = { path: string; seconds: number };

/** Checks that run at the same time; each takes about one core. */
const PARALLEL_CHECKS = 2;
const SLOWEST_SUITES = 10;

/** What a check knows of files that have not changed since; it goes by their contents. */
const CACHE = 'node_modules/.cache';

const TYPES: Check[] = ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.browser.json'].map((project) => ({
  name: `types of ${project}`,
  command: [
    'tsc',
    '--noEmit',
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    `${CACHE}/tsc/${project}`,
  ],
}));
const QUICK_CHECKS: Check[] = [
  {
    name: 'lint',
    // Every rule looks at one file alone.
    command: [
      ...['eslint', '--max-warnings', '0', '.'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/eslint/`],
    ],
  },
  ...TYPES,
  { name: 'layers', command: ['npm', 'run', '--silent', 'check:layers'] },
  { name: 'unused exports and packages', command: ['knip'] },
  {
    name: 'format',
    command: [
      ...['prettier', '--check', '--log-level', 'warn', '.'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/prettier/.prettier-cache`],
    ],
  },
];
const BUILD: Check = { name: 'build', command: ['webpack', '--mode', 'production'] };

/** Most code of a test runs a few times: V8 optimizes what has run ten times as much as it otherwise asks for. */
const OPTIMIZE_LATER = '--interrupt-budget=600000';

const isQuick = process.argv.includes('--quick');
const reportsFolder = mkdtempSync(join(tmpdir(), 'phuluc-'));
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const FAILURES: string[] = [];
const SUITES: Suite[] = [];

await runChecks(isQuick ? QUICK_CHECKS : [BUILD, ...QUICK_CHECKS]);
await runTests(isQuick ? ['pure'] : ['pure', 'office']);
if (!isQuick) await runTests(['e2e']);
rmSync(reportsFolder, { recursive: true, force: true });

console.log(`\nthe slowest of ${SUITES.length} suites:`);
for (const { path, seconds } of SUITES.sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST_SUITES)) {
  console.log(`${seconds.toFixed(1).padStart(7)} s  ${path}`);
}
if (FAILURES.length > 0) console.log(`\nfailed: ${FAILURES.join(', ')}`);
if (total.skipped > 0) {
  console.log(
    `\n${total.skipped} skipped (what was missing is named beside each: LibreOffice, the folder ../shared …)`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runChecks(checks: readonly Check[]): Promise<void> {
  const waiting = [...checks];
  const runNext = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const start = Date.now();
      const { status, output } = await run(check.command);
      const seconds = ((Date.now() - start) / 1000).toFixed(0);
      console.log(`== ${check.name}: ${status === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
      if (status !== 0) console.log(output);
      count(check.name, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_CHECKS }, runNext));
}

async function runTests(projects: readonly string[]): Promise<void> {
  const name = `${projects.join(' and ')} tests`;
  const report = join(reportsFolder, `${projects.join('-')}.json`);
  console.log(`== ${name}`);
  // Browser tests share the machine with the browser: jest's own number, one less than the cores, is right for them.
  const workers = projects.includes('e2e') ? [] : ['--maxWorkers=100%'];
  const { status } = await run(
    [
      ...['node', OPTIMIZE_LATER, 'node_modules/jest/bin/jest.js', '--selectProjects', ...projects],
      ...[...workers, '--json', `--outputFile=${report}`, '--silent'],
    ],
    true,
  );
  const counts = readReport(report);
  count(name, counts && (status === 0 || counts.failed > 0) ? counts : { passed: 0, failed: 1, skipped: 0 });
}

function count(name: string, { passed, failed, skipped }: Counts): void {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) FAILURES.push(name);
}

/**
 * Runs a command of the project and returns its exit status with what it printed. With `isStreamed`, its errors
 * are shown at once and its standard output is dropped: jest repeats its whole report there.
 */
function run(
  command: readonly string[],
  isStreamed = false,
): Promise<{ status: number | null; output: string }> {
  const [program = '', ...args] = command;
  const options = { shell: process.platform === 'win32' };
  const child =
    program === 'npm' || program === 'node'
      ? spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('npx', ['--no-install', program, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (!isStreamed) output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (isStreamed) process.stderr.write(chunk);
    else output += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: null, output: String(error) }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

type JestReport = Record<
  'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites' | 'numPendingTests',
  number
> & { testResults: { name: string; startTime: number; endTime: number }[] };

/** Reads the counts of a jest report and keeps its suites' times. @returns null if jest wrote no report. */
function readReport(path: string): Counts | null {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as JestReport;
    SUITES.push(
      ...report.testResults.map(({ name, startTime, endTime }) => ({
        path: name.slice(process.cwd().length + 1),
        seconds: (endTime - startTime) / 1000,
      })),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests,
    };
  } catch {
    return null;
  }
}
