import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { clearTableFilters } from '@phuluc/excel-simulator/model/tables/table-filters';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { planIssue } from '../../src/authority-workbook/plan-issue';
import { consolidateUnits, readConsolidation } from '../../src/commands/authority/consolidate-units';
import { checkHealth } from '../../src/commands/check-health';
import { markNotPerformed } from '../../src/commands/mark';
import { recordProgress } from '../../src/commands/progress/record-progress';
import { printSheet } from '../../src/commands/reports/print-sheet';
import { redo, toImmediateCommand, undo } from '../../src/commands/undo';
import { consolidate } from '../../src/consolidation/run/consolidate';
import { runOnWorkbook } from '../../src/excel/run-on-workbook';
import { fillIssuedWorkbook } from '../../src/excel/write/fill-issued-workbook';
import type { Result } from '../../src/shared/result';
import { normalizeFormula } from '../../src/sheets/normalize-formula';
import {
  createConsolidationInput,
  createMatchedFile,
  createReceived,
  createRecorded,
  readMasterAnnex,
} from '../support/builders/create-consolidation-input';
import { createSampleAnnex } from '../support/builders/create-sample-annex';
import { MACHINES } from '../support/excel/machines';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  openExcel,
  stageAndImport,
  stageImport,
} from '../support/excel/open-excel';
import { createTimedAnnex, importAndTrack, renewProgressLog } from '../support/excel/progress-log';

afterEach(closeExcel);

function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Contents of the sheets that people see, cell by cell. */
function listContents(workbook: WorkbookModel): unknown {
  const copy = cloneVisibleSheets(cloneWorkbook(workbook));
  for (const sheet of copy.sheets) for (const table of sheet.tables) clearTableFilters(sheet, table);
  return copy.sheets.map(({ name, cells, tables, validations, conditionalFormats }) => ({
    name,
    tables: tables.map((table) => [table.name, table.area]),
    validations,
    rules: conditionalFormats.map(({ rule }) => rule),
    cells: [...cells]
      .sort(([a], [b]) => a - b)
      .flatMap(([row, line]) =>
        [...line]
          .filter(([, { value, formula }]) => value !== '' || formula !== undefined)
          .sort(([a], [b]) => a - b)
          .map(([column, { value, formula }]) => [
            row,
            column,
            formula === undefined ? value : normalizeFormula(formula),
          ]),
      ),
  }));
}

const FLOWS: Record<string, (workbook: WorkbookModel) => Promise<void>> = {
  'imports, and imports the same again without a change': async () => {
    await stageAndImport();
    const again = await stageImport();
    expect(again).toMatchObject({ ok: true, value: { plan: { change: null } }, warnings: [] });
  },
  'imports a reissued annex': async () => {
    await stageAndImport(createTimedAnnex());
    const { tasks, ...annex } = createTimedAnnex();
    const changed = tasks.map((task, at) => (at < 3 ? { ...task, product: 'Tờ trình' } : task));
    const added = { ...tasks[0]!, id: 'II.1', section: 'II', tt: '1' };
    const { outcome, warnings } = await stageAndImport({ ...annex, tasks: [...changed, added] });
    expect(warnings).toEqual([]);
    expect(outcome.written).toBe(true);
  },
  'marks, takes it back and does it again': async () => {
    await stageAndImport();
    expectOk(await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'I.1.10', 'I.2', 'II.1'] }));
    expectOk(await toImmediateCommand(undo).run(COMMAND_CONTEXT));
    expectOk(await toImmediateCommand(redo).run(COMMAND_CONTEXT));
  },
  'makes the log, records progress and renews the log without a change': async () => {
    await importAndTrack();
    const input = { rows: { tasks: ['I.1', 'I.2', 'I.3'] }, record: { state: 'done' as const } };
    expectOk(await recordProgress.run(COMMAND_CONTEXT, input));
    expect((await renewProgressLog()).warnings).toEqual([]);
  },
  prints: async () => {
    await stageAndImport();
    const staged = expectOk(await printSheet.stage(COMMAND_CONTEXT, { settings: {} }));
    expectOk(await printSheet.run(COMMAND_CONTEXT, staged));
  },
  'finds nothing wrong in its own workbook': async () => {
    await importAndTrack();
    expect(expectOk(await checkHealth.stage(COMMAND_CONTEXT, undefined))).toEqual([]);
  },
  'issues workbooks': async () => {
    const unit = (code: string, kind: string) => ({
      code,
      name: `Trường ${code}`,
      aliases: [],
      kind,
      parent: '',
      validFrom: '',
      validTo: '',
    });
    const plans = planIssue(createSampleAnnex(), [unit('MN-1', 'MN'), unit('TH-1', 'TH')], [], '2026-02-02');
    for (const { workbook } of plans)
      expectOk(
        await runOnWorkbook((context) => fillIssuedWorkbook(context, workbook, COMMAND_CONTEXT.now())),
      );
  },
  'consolidates twice': async () => {
    const run = async (consolidation: ReturnType<typeof consolidate>) => {
      const staged = expectOk(await consolidateUnits.stage(COMMAND_CONTEXT, { consolidation }));
      expectOk(await consolidateUnits.run(COMMAND_CONTEXT, staged));
    };
    await run(consolidate(createConsolidationInput(3, 2)));
    const previous = expectOk(await readConsolidation.run(COMMAND_CONTEXT, undefined));
    const changed = createMatchedFile(readMasterAnnex(), 0, {
      sha: 'sha-new',
      contentDate: '2026-07-12T08:00:00Z',
      recorded: (one, task) => createRecorded(one + 2, task),
    });
    await run(
      consolidate(createConsolidationInput(3, 0, { previous, received: [createReceived(changed, 'DV-01')] })),
    );
  },
};

describe.each(MACHINES)(
  'on the machine "%s" a workbook is the same as elsewhere when the add-in',
  (machine) => {
    it.each(Object.keys(FLOWS))('%s', async (flow) => {
      const contents: unknown[] = [];
      for (const one of [null, machine]) {
        const { workbook, waitForIdle } = await openExcel(createWorkbook('Sổ tay'), { machine: one });
        await FLOWS[flow]!(workbook);
        await waitForIdle();
        contents.push(listContents(workbook));
        closeExcel();
      }
      expect(contents[1]).toEqual(contents[0]);
    });
  },
);
