import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { type NodeExcel, openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { importAnnex } from '../../src/commands/import/import-annex';
import { markNotPerformed, markPerformed } from '../../src/commands/mark';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import { createSampleAnnex, createSampleTasks } from '../support/builders/create-sample-annex';
import { COMMAND_CONTEXT, getValue, stageAndImport, stageImport } from '../support/excel/open-excel';

/** Two windows of the add-in on one workbook, each with an office.js of its own. */
const workbook = createWorkbook('Sổ tay');
let left: NodeExcel;
let right: NodeExcel;
beforeAll(async () => {
  left = await openNodeExcel(workbook);
  right = await openNodeExcel(workbook);
});
afterAll(() => {
  left.close();
  right.close();
});
async function within<T>(pane: NodeExcel, act: () => Promise<T>): Promise<T> {
  pane.install();
  return act();
}
async function applicability(pane: NodeExcel, id: string): Promise<unknown> {
  const view = await within(pane, () => readWorkbookView.run(COMMAND_CONTEXT));
  if (!view.ok) throw new Error(JSON.stringify(view.problems));
  return view.value.table?.rows.find((row) => row.task.id === id)?.task.applicability;
}

const led = (leadUnit: string) =>
  createSampleAnnex(createSampleTasks().map((task) => ({ ...task, leadUnit })));

describe('two panes on one workbook', () => {
  it('see each other’s writes, and each undoes what was done last, whoever did it', async () => {
    await within(left, () => stageAndImport());
    const before = await applicability(right, 'I.1');
    await within(right, () =>
      markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'], reason: 'Không có đối tượng' }),
    );
    expect(await applicability(left, 'I.1')).toBe('notPerformed');
    const undone = await within(left, () => toImmediateCommand(undo).run(COMMAND_CONTEXT));
    expect(undone.ok).toBe(true);
    expect(await applicability(right, 'I.1')).toBe(before);
  });

  it('a preview that the other has overtaken is not applied', async () => {
    const staged = await within(left, () => stageImport(led('Phòng Nội vụ'), 'replace-all'));
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await within(right, () => stageAndImport(led('Trạm Y tế'), 'replace-all'));
    const leads = createSampleTasks().map(({ id }) => getValue(workbook, id, 'Đơn vị chủ trì'));
    const done = await within(left, () => importAnnex.run(COMMAND_CONTEXT, staged.value));
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'workbook-changed' }] });
    expect(createSampleTasks().map(({ id }) => getValue(workbook, id, 'Đơn vị chủ trì'))).toEqual(leads);
  });

  it('marks made at the same time are both kept', async () => {
    left.install();
    const one = markPerformed.run(COMMAND_CONTEXT, { rows: ['I.2'] });
    right.install();
    const other = markNotPerformed.run(COMMAND_CONTEXT, { rows: ['II.2'] });
    await Promise.all([one, other]);
    expect([await applicability(left, 'I.2'), await applicability(left, 'II.2')]).toEqual([
      'performed',
      'notPerformed',
    ]);
  });
});
