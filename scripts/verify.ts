/**
 * Runs the project's checks one after the other, all of them even when one fails, and closes with the line
 * "N passed, N failed". `--quick` leaves out what needs a build or a browser.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Step = { name: string; command: string[]; /** Where jest writes its counts. */ report?: string };
type Counts = { passed: number; failed: number; skipped: number };

const REPORTS_FOLDER = mkdtempSync(join(tmpdir(), 'phuluc-'));
function createJestStep(project: string): Step {
  const report = join(REPORTS_FOLDER, `${project}.json`);
  return {
    name: `${project} tests`,
    command: ['jest', '--selectProjects', project, '--json', `--outputFile=${report}`, '--silent'],
    report,
  };
}

const QUICK_STEPS: Step[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  {
    name: 'layers',
    command: [
      'depcruise',
      'src',
      'packages',
      'test/support',
      'scripts',
      'bench',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  createJestStep('pure'),
];
const ALL_STEPS: Step[] = [
  ...QUICK_STEPS,
  { name: 'build', command: ['webpack', '--mode', 'production'] },
  createJestStep('office'),
  createJestStep('e2e'),
];

function readCounts(report: string): Counts {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites' | 'numPendingTests', number>;
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests,
  };
}

function runStep({ name, command, report }: Step): Counts {
  console.log(`\n== ${name}`);
  const [program = '', ...args] = command;
  const { status } = spawnSync('npx', ['--no-install', program, ...args], {
    stdio: ['ignore', report ? 'ignore' : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const failed: Counts = { passed: 0, failed: 1, skipped: 0 };
  if (!report) return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : failed;
  try {
    const counts = readCounts(report);
    return status === 0 || counts.failed > 0 ? counts : failed;
  } catch {
    return failed;
  }
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];
for (const step of process.argv.includes('--quick') ? QUICK_STEPS : ALL_STEPS) {
  const { passed, failed, skipped } = runStep(step);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) broken.push(step.name);
}
rmSync(REPORTS_FOLDER, { recursive: true, force: true });

if (broken.length > 0) console.log(`\nfailed: ${broken.join(', ')}`);
if (total.skipped > 0) {
  console.log(
    `\n${total.skipped} skipped (what was missing is named beside each: LibreOffice, the folder ../shared …)`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
