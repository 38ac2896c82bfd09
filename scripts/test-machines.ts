/**
 * Runs the tests with office.js on each machine of `test/support/excel/machines.ts`, or on those given by name. Tests
 * that open no workbook with office.js are left out: they do not know of machines.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MACHINES } from '../test/support/excel/machines';

/** Modules that open a workbook with office.js on the machine of the run. */
const OPENING_MODULES = /support\/excel\/|\/create-written-files'/;

function findMachineTests(): string[] {
  return ['test', 'packages'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.office.test.ts') && !path.includes('node_modules'))
      .map((path) => join(root, path))
      .filter((path) => OPENING_MODULES.test(readFileSync(path, 'utf8'))),
  );
}

function runOnMachine(machine: string, tests: readonly string[]): boolean {
  console.log(`\non the machine "${machine}": ${tests.length} suites`);
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'office', '--runTestsByPath'];
  const { status } = spawnSync(process.execPath, [...jest, ...tests], {
    stdio: 'inherit',
    env: { ...process.env, PHULUC_MACHINE: machine },
  });
  return status === 0;
}

const names = process.argv.slice(2);
const chosen = MACHINES.filter((machine) => names.length === 0 || names.includes(machine));
if (chosen.length === 0) throw new Error(`no machine of this name; there are ${MACHINES.join(', ')}`);
const tests = findMachineTests();
const failed = chosen.filter((machine) => !runOnMachine(machine, tests));
console.log(failed.length > 0 ? `\nfailed on: ${failed.join(', ')}` : `\npassed on: ${chosen.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
