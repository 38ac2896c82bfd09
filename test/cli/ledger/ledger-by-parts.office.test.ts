import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { LedgerTotals } from '../../../src/cli/ledger/query-ledger-totals';
import { AS_OF, createAnswers } from '../../support/returned-workbooks/create-answers';
import {
  createIssuedWorkbooks,
  findTaskSheet,
} from '../../support/returned-workbooks/create-issued-workbooks';
import { fillAnswers } from '../../support/returned-workbooks/edit-sheet';
import { formatUnitsCsv, SIXTY_UNITS } from '../../support/returned-workbooks/sixty-units';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../../support/run-cli';
import { createExpectedAnnex } from '../../support/samples/create-expected-annex';
import { PLAN_2026 } from '../../support/samples/plan-2026';

const PROGRAM = resolve('src/cli/phuluc.mjs');
const ANNEX = resolve(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const PARTS = ['1', '2', '3', '4'];
const KILLED = '3';
/** Twelve of all kinds, three a process; the last one has not sent. */
const UNITS = SIXTY_UNITS.filter((_, index) => index % 5 === 0);
const MISSING = UNITS.at(-1)!;

/** Waits in small steps; the folder is there before anything is written into it. */
async function waitForPath(path: string): Promise<void> {
  while (!existsSync(path)) await wait(1);
}

describe('a ledger written by several processes', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(name);
  const getPartFolder = (part: string): string => at(`so-cai-${part}`);

  /** A folder of workbooks for each process. */
  async function writeReturnedFiles(): Promise<void> {
    const annex = createExpectedAnnex(PLAN_2026);
    const issued = await createIssuedWorkbooks(annex, UNITS);
    for (const part of PARTS) mkdirSync(at(`nhan-ve/${part}`), { recursive: true });
    for (const [index, unit] of UNITS.entries()) {
      if (unit === MISSING) continue;
      const book = issued.get(unit.code)!;
      fillAnswers(findTaskSheet(book), createAnswers(annex, unit.kind, index, 1_000 + index));
      writeFileSync(at(`nhan-ve/${PARTS[index % PARTS.length]}/${unit.code}.xlsx`), await saveWorkbook(book));
    }
    writeFileSync(at('don-vi.csv'), formatUnitsCsv(UNITS));
  }

  /** The whole list of units goes to every process: what another one has is not missing. */
  const composeArguments = (files: string, ledger: string): string[] => [
    ...['consolidate', at(files), '--annex', ANNEX, '--units', at('don-vi.csv')],
    ...['--as-of', AS_OF, '--ledger', ledger],
  ];

  const startPart = (part: string): ChildProcess =>
    spawn(process.execPath, [PROGRAM, ...composeArguments(`nhan-ve/${part}`, getPartFolder(part))]);

  async function finish(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
    const [errors, , [code]] = await Promise.all([
      text(child.stderr!),
      text(child.stdout!),
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    return { code, errors };
  }

  const getTotals = (...more: string[]) =>
    runPhuluc('totals', ...PARTS.flatMap((part) => ['--ledger', getPartFolder(part)]), ...more);

  it('has the totals of one run over all, also when one was killed and repeated', async () => {
    await writeReturnedFiles();
    const children = new Map(PARTS.map((part) => [part, startPart(part)]));
    const ended = [...children].map(async ([part, child]) => [part, await finish(child)] as const);
    await waitForPath(getPartFolder(KILLED));
    children.get(KILLED)!.kill('SIGKILL');
    for (const [part, { code, errors }] of await Promise.all(ended))
      expect([part, code, errors.includes('[internal]')]).toEqual([part, part === KILLED ? null : 0, false]);

    const incomplete = await getTotals();
    expect(incomplete.code).toBe(1);
    expect(incomplete.errors).toContain('[not-a-ledger]');
    expect(incomplete.errors).toContain(getPartFolder(KILLED));

    expect((await finish(startPart(KILLED))).code).toBe(0);
    await runPhuluc(...composeArguments('nhan-ve', at('so-cai')));
    const whole = await runPhuluc('totals', '--ledger', at('so-cai'), '--json');
    const totals = whole.json<LedgerTotals>();
    expect(totals.units).toMatchObject({ expected: 12, sent: 11, missing: [{ code: MISSING.code }] });
    expect((await getTotals('--json')).json()).toEqual(totals);
    for (const query of ['by-unit', 'overdue', 'needs-review', 'missing-units']) {
      const parts = await getTotals('--json', '--query', query);
      const one = await runPhuluc('totals', '--ledger', at('so-cai'), '--json', '--query', query);
      expect([query, parts.out.split('\n').sort()]).toEqual([query, one.out.split('\n').sort()]);
    }
  }, 300_000);

  it('is refused where a unit is in two parts, or a part was counted for another day', async () => {
    await writeReturnedFiles();
    for (const part of PARTS.slice(0, 2))
      await runPhuluc(...composeArguments(`nhan-ve/${part}`, getPartFolder(part)));
    const ledgers = (...names: string[]): string[] => names.flatMap((name) => ['--ledger', name]);
    const [first, second] = PARTS.map(getPartFolder) as [string, string];

    const twice = await runPhuluc('totals', ...ledgers(first, second, first));
    expect([twice.code, twice.errors.includes('[ledger-parts-share-units]')]).toEqual([1, true]);
    for (const { code } of UNITS.filter((_, index) => index % PARTS.length === 0))
      expect(twice.errors).toContain(code);

    await runPhuluc(...composeArguments('nhan-ve/2', second), '--as-of', '2026-11-01');
    const otherDay = await runPhuluc('totals', ...ledgers(first, second));
    expect([otherDay.code, otherDay.errors.includes('[ledger-part-differs]')]).toEqual([1, true]);
    expect((await runPhuluc('totals', ...ledgers(first, second), '--day', '2026-11-01')).code).toBe(0);
  }, 300_000);
});
