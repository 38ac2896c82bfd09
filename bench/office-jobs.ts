/** Jobs in the simulator behind the real office.js, as the pane does them: what they take, and what passes between the two. */
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { applyUserEdit } from '@phuluc/excel-simulator/protocol/user-edits';
import { type NodeExcel, openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import type { Annex } from '../src/annex/types';
import { consolidateUnits } from '../src/commands/authority/consolidate-units';
import type { StagedCommand } from '../src/commands/command';
import { importAnnex } from '../src/commands/import/import-annex';
import { renewProgress } from '../src/commands/progress/index';
import { createLargeAnnex } from '../test/support/builders/create-large-annex';
import { SAMPLE_UNIT } from '../test/support/builders/create-sample-annex';
import { createSimulatedLedger, generateSimulatedEntries } from '../test/support/builders/simulated-ledger';
import { COMMAND_CONTEXT } from '../test/support/excel/open-excel';

type OfficeUsage = {
  /** Of the processor; `addIn` is without the simulator's calculation. */
  seconds: number;
  addIn: number;
  syncs: number;
  sent: number;
  received: number;
};

const MONTHS = 12;

/** An annex with so many deadlines: tasks of every month. */
export function createMonthlyAnnex(occurrences: number): Annex {
  const annex = createLargeAnnex(Math.ceil(occurrences / MONTHS));
  const tasks = annex.tasks.map((task) => ({
    ...task,
    applicability: 'performed' as const,
    timing: 'Trước ngày 20 hằng tháng',
  }));
  return { ...annex, tasks };
}

/** An annex in which every task has one deadline. */
export function createDatedAnnex(count: number): Annex {
  const annex = createLargeAnnex(count);
  const tasks = annex.tasks.map((task, index) => ({
    ...task,
    timing: `Trước ngày ${(index % 28) + 1}/${(index % 12) + 1}/2026`,
  }));
  return { ...annex, tasks };
}

/** Opens an empty workbook that is calculated as Excel does it: after each request. */
export async function openBenchExcel(): Promise<NodeExcel> {
  const excel = await openNodeExcel(createWorkbook('Sổ tay'), { now: COMMAND_CONTEXT.now });
  excel.install();
  return excel;
}

/** Measures work; the calculation's share is taken from the clock, for the processor's time cannot be read inside. */
export async function measureOffice(excel: NodeExcel, work: () => unknown): Promise<OfficeUsage> {
  const { traffic, session } = excel;
  const before = { ...traffic, calculation: session.calculationTime };
  const [start, processor] = [performance.now(), process.cpuUsage()];
  await work();
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(processor);
  const seconds = (user + system) / 1e6;
  const calculation = Math.min(1, (session.calculationTime - before.calculation) / elapsed);
  return {
    seconds,
    addIn: seconds * (1 - calculation),
    syncs: traffic.requests - before.requests,
    sent: traffic.requestBytes - before.requestBytes,
    received: traffic.responseBytes - before.responseBytes,
  };
}

async function runStaged<Input, Staged, Output>(
  command: StagedCommand<Input, Staged, Output>,
  input: Input,
): Promise<void> {
  const staged = await command.stage(COMMAND_CONTEXT, input);
  const done = staged.ok ? await command.run(COMMAND_CONTEXT, staged.value) : staged;
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

export const importTasks = (annex: Annex): Promise<void> =>
  runStaged(importAnnex, { annex, unit: SAMPLE_UNIT, merge: 'replace-nonblank' });

export const renewLog = (): Promise<void> => runStaged(renewProgress, undefined);

/** Writes what so many units × 47 tasks have returned. */
export function consolidateSimulated(units: number): Promise<void> {
  const book = createSimulatedLedger(units);
  const entries = [...generateSimulatedEntries(book.units, book.annex)];
  return runStaged(consolidateUnits, { consolidation: { ...book, entries } });
}

/** Types a state into the log, as a clerk does. */
export function editLog({ session, workbook }: NodeExcel, state: string): void {
  const sheet = findSheetByName(workbook, 'Tiến độ');
  const area = sheet?.tables[0]?.area;
  if (!sheet || !area) throw new Error('no log');
  const header = [...(sheet.cells.get(area.top) ?? [])].find(
    ([, { value }]) => value === 'Kết quả thực hiện',
  );
  const place = { top: area.top + 1, bottom: area.top + 1, left: header![0], right: header![0] };
  const edited = applyUserEdit(session, sheet.id, place, [[state]]);
  if (!edited.ok) throw new Error(edited.message);
}
