import { writeFileSync } from 'node:fs';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { checkHealth } from '../../src/commands/check-health';
import { clearMark } from '../../src/commands/mark';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import type { Summary } from '../../src/school-workbook/summary/read-summary';
import { COUNT_COLUMN_HEADERS } from '../../src/school-workbook/summary/summary-formulas';
import { SUMMARY_NAMES } from '../../src/school-workbook/summary/summary-names';
import { CLERK_PHRASES } from '../progress/status/corpus/clerk-phrases';
import { LATER_PHRASES } from '../progress/status/corpus/later-phrases';
import {
  closeExcel,
  COMMAND_CONTEXT,
  locateCell,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';
import { readNamedValues } from '../support/excel/progress-log';
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

type Typed = Partial<Record<'Áp dụng' | 'Kết quả thực hiện' | 'Đơn vị phối hợp' | 'Ghi chú', string>>;

/** Counts of one workbook as the pane, `summary` and `consolidate` give them; `pane` by its list of tasks as well. */
async function countEverywhere(rows: readonly Typed[], act?: () => Promise<unknown>) {
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
  await act?.();
  const [headers = [], line = []] = await readNamedValues(SUMMARY_NAMES.whole);
  const sheet = Object.fromEntries(
    (['performed', 'notPerformed', 'undecided', 'done'] as const).map((id) => [
      id,
      Number(line[headers.indexOf(COUNT_COLUMN_HEADERS[id])]),
    ]),
  ) as Counts;
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
    sheet,
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
        phrases.map((text) => ({ 'Áp dụng': 'Thực hiện', 'Kết quả thực hiện': text })),
      );
      expect(summary).toEqual(consolidation);
      expect(pane).toEqual(consolidation);
      expect(listed).toBe(consolidation.done);
    },
  );

  it('leave a task not performed whose own cell says so when its mark is taken away, and name the cell', async () => {
    const marked = ANNEX.tasks.find(({ coordinatingUnit }) => coordinatingUnit.includes('không thực hiện'))!;
    const ids = [marked.id, ANNEX.tasks.find(({ applicability }) => applicability === 'performed')!.id];
    const { sheet, pane, summary, consolidation } = await countEverywhere([], async () => {
      expect(await clearMark.run(COMMAND_CONTEXT, { rows: ids })).toMatchObject({
        ok: true,
        warnings: [
          {
            code: 'stays-not-performed',
            place: { sheet: 'Phụ lục' },
            details: { rows: 1, cells: expect.stringMatching(/^[A-Z]+\d+$/) },
          },
        ],
      });
    });
    expect(sheet).toEqual(consolidation);
    expect(pane).toEqual(consolidation);
    expect(summary).toEqual(consolidation);
    const count = (applicability: string) =>
      ANNEX.tasks.filter((task) => task.applicability === applicability).length;
    expect(consolidation).toMatchObject({
      notPerformed: count('notPerformed'),
      undecided: count('undecided') + 1,
    });
  });

  it.each([
    { 'Áp dụng': '', 'Đơn vị phối hợp': 'Trường không thực hiện nội dung này' },
    { 'Áp dụng': '', 'Ghi chú': 'Trường không thực hiện nội dung này' },
    { 'Áp dụng': '', 'Kết quả thực hiện': 'Không thực hiện' },
  ])('agree with the sheet once the check of the workbook has fixed %j', async (typed) => {
    const { sheet, pane, summary, consolidation } = await countEverywhere([typed], async () => {
      const staged = await checkHealth.stage(COMMAND_CONTEXT, undefined);
      if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
      const found = staged.value.filter(({ code }) => code === 'mark-elsewhere');
      expect(found).toMatchObject([{ place: { sheet: 'Phụ lục', task: ANNEX.tasks[0]!.id } }]);
      expect(await checkHealth.run(COMMAND_CONTEXT, found)).toMatchObject({ ok: true });
    });
    expect(sheet).toEqual(consolidation);
    expect(pane).toEqual(consolidation);
    expect(summary).toEqual(consolidation);
  });

  it('count marks in other words, and marks that stand elsewhere, alike', async () => {
    const { pane, summary, consolidation, warnings } = await countEverywhere([
      { 'Áp dụng': 'Có', 'Kết quả thực hiện': 'Đã xong' },
      { 'Áp dụng': 'Không' },
      { 'Áp dụng': '', 'Kết quả thực hiện': 'Không thực hiện' },
      { 'Áp dụng': 'Thực hiện', 'Kết quả thực hiện': 'Không thực hiện' },
      { 'Áp dụng': '', 'Đơn vị phối hợp': 'Trường không thực hiện nội dung này' },
      { 'Áp dụng': 'x' },
      { 'Áp dụng': 'Thực hiện', 'Kết quả thực hiện': 'Xin gia hạn' },
    ]);
    expect(summary).toEqual(consolidation);
    expect(pane).toEqual(consolidation);
    expect(warnings).toContain('Ghi “Có”: được tính là “Thực hiện”');
    expect(warnings).toContain('Ghi “Không thực hiện”: được tính là “Không thực hiện”');
  });

  it('count no task whose words place its completion outside of the year of the annex, and say so', async () => {
    const { pane, summary, consolidation, listed, warnings } = await countEverywhere(
      [
        'Hoàn thành năm 2025',
        'Đã xong tháng 12/2025',
        'Đã nộp báo cáo ngày 05/9/2025',
        'Đã hoàn thành tháng 9/2026',
      ].map((text) => ({ 'Áp dụng': 'Thực hiện', 'Kết quả thực hiện': text })),
    );
    expect(consolidation.done).toBe(1);
    expect(summary).toEqual(consolidation);
    expect(pane).toEqual(consolidation);
    expect(listed).toBe(1);
    expect(warnings).toContain('Ghi “Hoàn thành năm 2025”: thời gian hoàn thành trước khi có phụ lục');
  });
});
