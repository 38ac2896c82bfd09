import { writeFileSync } from 'node:fs';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import type { Summary } from '../../src/school-workbook/summary/read-summary';
import { CLERK_PHRASES } from '../progress/status-corpus/clerk-phrases';
import { LATER_PHRASES } from '../progress/status-corpus/later-phrases';
import {
  closeExcel,
  COMMAND_CONTEXT,
  locateCell,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';
import { createExpectedAnnex } from '../support/samples/create-expected-annex';
import { PLAN_2026 } from '../support/samples/plan-2026';

const ANNEX = createExpectedAnnex(PLAN_2026);
const folder = useTemporaryFolder();
afterEach(closeExcel);

type Counts = Record<'performed' | 'notPerformed' | 'undecided' | 'done', number>;

function pickCounts({ performed, notPerformed, undecided, done }: Counts): Counts {
  return { performed, notPerformed, undecided, done };
}

type Typed = Partial<Record<'Áp dụng' | 'Trạng thái' | 'Đơn vị phối hợp', string>>;

/** Counts of one workbook as the pane, `summary` and `consolidate` give them; `pane` by its list of tasks as well. */
async function countEverywhere(rows: readonly Typed[]) {
  const { workbook } = await openExcel();
  await stageAndImport(ANNEX);
  await Excel.run(async (excel) => {
    const sheet = excel.workbook.worksheets.getItem('Phụ lục');
    for (const [index, typed] of rows.entries())
      for (const [header, text] of Object.entries(typed)) {
        const [row, column] = locateCell(workbook, ANNEX.tasks[index]!.id, header);
        sheet.getRangeByIndexes(row, column, 1, 1).values = [[text]];
      }
    await excel.sync();
  });
  const view = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
  if (!view.ok || !view.value.summary || !view.value.table) throw new Error('no view');
  const listed = view.value.table.rows.filter(
    ({ task, status }) => task.applicability === 'performed' && status === 'done',
  ).length;
  const file = folder.path('so.xlsx');
  writeFileSync(file, await saveWorkbook(workbook));
  closeExcel();
  const annex = `${SAMPLES_FOLDER}/phu-luc-2026.docx`;
  const summary = await runPhuluc('summary', file, '--json');
  const all = await runPhuluc('consolidate', file, '--annex', annex, '--as-of', '2026-11-21', '--json');
  return {
    listed,
    pane: pickCounts(view.value.summary),
    summary: pickCounts(summary.json<Summary>()),
    consolidation: pickCounts(all.json<{ totals: Counts }>().totals),
    warnings: (await runPhuluc('summary', file)).errors,
  };
}

const PHRASES = [CLERK_PHRASES, LATER_PHRASES].flatMap(({ done, notDone }) => [...done, ...notDone]);
const SIZE = ANNEX.tasks.length;
const GROUPS = Array.from({ length: Math.ceil(PHRASES.length / SIZE) }, (_, group) =>
  PHRASES.slice(group * SIZE, (group + 1) * SIZE),
);

describe('the pane, summary and consolidate', () => {
  it.each(GROUPS.map((phrases, group) => [group, phrases] as const))(
    'count the states of group %i of the phrases alike',
    async (_, phrases) => {
      const { pane, summary, consolidation, listed } = await countEverywhere(
        phrases.map((text) => ({ 'Áp dụng': 'Thực hiện', 'Trạng thái': text })),
      );
      expect(summary).toEqual(consolidation);
      expect(pane).toEqual(consolidation);
      expect(listed).toBe(consolidation.done);
    },
  );

  it('count marks in other words, and marks that stand elsewhere, alike', async () => {
    const { pane, summary, consolidation, warnings } = await countEverywhere([
      { 'Áp dụng': 'Có', 'Trạng thái': 'Đã xong' },
      { 'Áp dụng': 'Không' },
      { 'Áp dụng': '', 'Trạng thái': 'Không thực hiện' },
      { 'Áp dụng': 'Thực hiện', 'Trạng thái': 'Không thực hiện' },
      { 'Áp dụng': '', 'Đơn vị phối hợp': 'Trường không thực hiện nội dung này' },
      { 'Áp dụng': 'x' },
      { 'Áp dụng': 'Thực hiện', 'Trạng thái': 'Xin gia hạn' },
    ]);
    expect(summary).toEqual(consolidation);
    expect(pane).toEqual(consolidation);
    expect(warnings).toContain('Ghi “Có”: được tính là “Thực hiện”');
    expect(warnings).toContain('Ghi “Không thực hiện”: được tính là “Không thực hiện”');
  });
});
