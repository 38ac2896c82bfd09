import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { importAnnex } from '../../src/commands/import/import-annex';
import { clearMark, markNotPerformed, markPerformed } from '../../src/commands/mark';
import { readCurrentSummary } from '../../src/commands/read-current-summary';
import { redo, toImmediateCommand, undo } from '../../src/commands/undo';
import { createLargeAnnex } from '../support/builders/create-large-annex';
import { createSampleAnnex, createSampleTasks } from '../support/builders/create-sample-annex';
import { expectByMachine } from '../support/excel/machines';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getValue,
  listTaskIds,
  openExcel,
  stageAndImport,
  stageImport,
  typeIntoCell,
} from '../support/excel/open-excel';

afterEach(closeExcel);

const goBack = () => toImmediateCommand(undo).run(COMMAND_CONTEXT);
const goForth = () => toImmediateCommand(redo).run(COMMAND_CONTEXT);

function reissued() {
  const [plan, rules, , board, reply, link] = createSampleTasks();
  return {
    ...createSampleAnnex([
      { ...rules!, content: 'Rà soát lại toàn bộ quy chế của đơn vị.' },
      plan!,
      { ...board!, leadUnit: 'Trạm Y tế', product: '' },
      { ...board!, id: 'II.9', tt: '9', content: 'Việc mới đầu tiên.' },
      { ...board!, id: 'II.10', tt: '10', content: 'Một việc mới khác hẳn.' },
      reply!,
      { ...link!, id: 'III.1', section: 'III', sectionTitle: 'Chính quyền số', tt: '1' },
    ]),
    edition: { ...createSampleAnnex().edition, number: '68/KH-UBND' },
  };
}

/** Every kind of write, each on the workbook that the ones before it left. */
const WRITES: [string, (workbook: WorkbookModel) => Promise<unknown>][] = [
  ['import into a new workbook', () => stageAndImport()],
  [
    'mark not performed',
    () => markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'II.2'], reason: 'Không có đối tượng' }),
  ],
  ['mark performed', () => markPerformed.run(COMMAND_CONTEXT, { rows: ['II.3', 'I.2'] })],
  ['clear marks', () => clearMark.run(COMMAND_CONTEXT, { rows: ['I.1', 'I.1.10', 'II.1'] })],
  ['import of a reissued annex, filling blanks', () => stageAndImport(reissued(), 'fill-blanks')],
  ['import of a reissued annex, replacing', () => stageAndImport(reissued())],
  ['import of a reissued annex, replacing all', () => stageAndImport(reissued(), 'replace-all')],
];

describe('undo', () => {
  it('leads back through every write, redo forth, and undo back again, each to equal content', async () => {
    const { workbook } = await openExcel();
    const states = [cloneVisibleSheets(workbook)];
    for (const [name, write] of WRITES) {
      await write(workbook);
      expect([name, findFirstDifference(states.at(-1)!, cloneVisibleSheets(workbook)) === null]).toEqual([
        name,
        false,
      ]);
      states.push(cloneVisibleSheets(workbook));
    }
    const walk = async (step: () => ReturnType<typeof goBack>, order: number[]) => {
      for (const index of order) {
        expect(await step()).toMatchObject({ ok: true });
        expect([index, findFirstDifference(states[index]!, cloneVisibleSheets(workbook))]).toEqual([
          index,
          null,
        ]);
      }
    };
    const back = WRITES.map((_, index) => WRITES.length - 1 - index);
    const forth = WRITES.map((_, index) => index + 1);
    await walk(goBack, back);
    expect(await goBack()).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-undo' }] });
    await walk(goForth, forth);
    expect(await goForth()).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-undo' }] });
    await walk(goBack, back);
  });

  it('names the command it took back', async () => {
    await openExcel();
    await stageAndImport();
    await markPerformed.run(COMMAND_CONTEXT, { rows: ['II.3'] });
    expect(await goBack()).toMatchObject({ value: { command: 'mark-performed' } });
    expect(await goBack()).toMatchObject({ value: { command: 'import-annex' } });
  });

  it('finds its rows after the clerk has sorted the table, and leaves what was typed since elsewhere', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await Excel.run(async (excel) => {
      excel.workbook.tables.getItem('NhiemVu').sort.apply([{ key: 0, ascending: false }]);
      await excel.sync();
    });
    await typeIntoCell('II.1', 'Ghi chú', 'đã hỏi', workbook);
    await goBack();
    expect(getValue(workbook, 'I.1', 'Áp dụng')).toBe('Thực hiện');
    expect(getValue(workbook, 'II.1', 'Ghi chú')).toBe('đã hỏi');
  });

  it('of an import brings marks, progress and the clerk’s own columns back when it is redone', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await typeIntoCell('I.1', 'Kết quả thực hiện', 'Hoàn thành', workbook);
    await Excel.run(async (excel) => {
      const values = [['Người làm'], ...Array.from({ length: 6 }, (_, index) => [`Cô ${index}`])];
      excel.workbook.tables.getItem('NhiemVu').columns.add(undefined, values);
      await excel.sync();
    });
    await goBack();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sổ tay', '_phuluc']);
    await goForth();
    expect(getValue(workbook, 'I.1', 'Kết quả thực hiện')).toBe('Hoàn thành');
    expect(getValue(workbook, 'II.3', 'Người làm')).toBe('Cô 5');
  });

  it('leaves a sheet in a workbook whose sheets were all created by the add-in', async () => {
    const { workbook } = await openExcel(createWorkbook('Tạm'));
    await stageAndImport();
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem('Tạm').delete();
      await excel.sync();
    });
    expect(await goBack()).toMatchObject({ ok: true });
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['_phuluc', 'VeryHidden'],
      ['Sheet1', 'Visible'],
    ]);
  });

  it('is announced when the inverse cannot be stored', async () => {
    await openExcel();
    await stageAndImport(createLargeAnnex(1_500));
    const staged = await undo.stage(COMMAND_CONTEXT, undefined);
    expect(staged).toMatchObject({ ok: true, warnings: [{ code: 'undo-not-kept' }] });
    if (staged.ok) await undo.run(COMMAND_CONTEXT, staged.value);
    expect(await goForth()).toMatchObject({ ok: false, problems: [{ code: 'undo-not-kept' }] });
  });
});

describe('marking', () => {
  it('takes few syncs and one entry for many rows, and shows in the figures', async () => {
    const excel = await openExcel();
    await stageAndImport(createLargeAnnex(47));
    await excel.waitForIdle();
    const before = countSyncs(excel);
    const rows = listTaskIds(excel.workbook).slice(0, 40).map(String);
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows })).toMatchObject({
      value: { written: true, rows: 40 },
    });
    await excel.waitForIdle();
    expect(countSyncs(excel) - before).toBeLessThanOrEqual(3);
    const summary = await readCurrentSummary.run(COMMAND_CONTEXT, undefined);
    expect(summary).toMatchObject({ ok: true, value: { total: 47 } });
    expect(summary.ok && summary.value.notPerformed).toBeGreaterThanOrEqual(40);
    await goBack();
    expect(await readCurrentSummary.run(COMMAND_CONTEXT, undefined)).not.toEqual(summary);
  });

  it('marks the rows that are selected, in several areas too', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem('Phụ lục').getRange('D7:E8').select();
      await excel.sync();
    });
    workbook.selection.areas.push({ top: 11, bottom: 11, left: 0, right: 0 });
    // A filter hides the second row, which is then not marked.
    const [rows, second] = expectByMachine([3, 'Không thực hiện'], { filtered: [2, 'Thực hiện'] });
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' })).toMatchObject({
      value: { rows },
    });
    expect(
      ['I.1', 'I.1.10', 'I.2', 'II.1', 'II.2', 'II.3'].map((id) => getValue(workbook, id, 'Áp dụng')),
    ).toEqual(['Không thực hiện', second, 'Không thực hiện', 'Thực hiện', 'Thực hiện', 'Không thực hiện']);
  });

  it('writes nothing where the rows are marked so already, and says when none is selected', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const before = cloneWorkbook(workbook);
    expect(await markPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] })).toMatchObject({
      value: { written: false },
    });
    expect(findFirstDifference(before, workbook)).toBeNull();
    expect(await markPerformed.run(COMMAND_CONTEXT, { rows: [] })).toMatchObject({
      problems: [{ code: 'no-task-selected' }],
    });
  });

  it('keeps what was recorded: a status goes only when it says that nothing has begun', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await typeIntoCell('I.1', 'Kết quả thực hiện', 'Đang thực hiện', workbook);
    await markNotPerformed.run(COMMAND_CONTEXT, {
      rows: ['I.1', 'II.1'],
      reason: 'Do đơn vị cấp trên thực hiện',
    });
    expect(getValue(workbook, 'I.1', 'Kết quả thực hiện')).toBe('Đang thực hiện');
    expect(getValue(workbook, 'II.1', 'Kết quả thực hiện')).toBe('');
    expect(getValue(workbook, 'II.1', 'Lý do không thực hiện')).toBe('Do đơn vị cấp trên thực hiện');
    await markPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'II.1'] });
    expect(getValue(workbook, 'II.1', 'Kết quả thực hiện')).toBe('Chưa thực hiện');
    expect(getValue(workbook, 'II.1', 'Lý do không thực hiện')).toBe('');
  });

  it('asks for the annex first', async () => {
    await openExcel();
    expect(await markPerformed.run(COMMAND_CONTEXT, { rows: 'selection' })).toMatchObject({
      problems: [{ code: 'no-annex-sheet' }],
    });
  });
});

describe('when Excel refuses in the middle', () => {
  /** Fails each action of the writing request in turn, from the first to the last, and looks at what is left. */
  const tryEachAction = async (
    prepare: () => Promise<unknown>,
    write: () => Promise<{ ok: boolean }>,
    every: number,
  ) => {
    const excel = await openExcel();
    await prepare();
    await excel.waitForIdle();
    const start = cloneWorkbook(excel.workbook);
    const logged = excel.traffic.log?.length ?? 0;
    await write();
    await excel.waitForIdle();
    const actions = (excel.traffic.log ?? [])
      .slice(logged)
      .map(({ request }) => (JSON.parse(request) as { Actions: unknown[] }).Actions.length);
    const writing = actions.indexOf(Math.max(...actions));
    closeExcel();
    for (let action = 0; action < actions[writing]!; action += every) {
      const again = await openExcel(cloneWorkbook(start));
      again.session.faults.push({
        request: again.session.requestCount + writing + 1,
        effect: 'failAt',
        action,
        code: 'GeneralException',
      });
      expect(await write()).toMatchObject({ ok: false, problems: [{ code: 'host-error' }] });
      expect([action, findFirstDifference(start, again.workbook)]).toEqual([action, null]);
      closeExcel();
    }
  };
  const run = async (annex = createSampleAnnex()) => {
    const staged = await stageImport(annex, 'replace-all');
    return staged.ok ? importAnnex.run(COMMAND_CONTEXT, staged.value) : staged;
  };

  it('of a first import, the workbook is as before', async () => {
    await tryEachAction(
      async () => undefined,
      () => run(),
      37,
    );
  }, 300_000);

  it('of a mark, the workbook is as before', async () => {
    await tryEachAction(
      stageAndImport,
      () => markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'II.1', 'II.2'] }),
      3,
    );
  }, 300_000);

  it('of a reissue, the workbook is as before', async () => {
    await tryEachAction(stageAndImport, () => run(reissued()), 29);
  }, 300_000);
});
