import { readWorkbookView } from '../../../src/commands/read-workbook-view';
import { addReportSheet } from '../../../src/commands/reports/add-report-sheet';
import { SUMMARY_PAGE_ROWS } from '../../../src/school-workbook/summary/summary-page-rows';
import { LOG_HEADERS, PREVIOUS_LOG_HEADERS } from '../../../src/sheets/labels/progress-labels';
import { createLargeAnnex } from '../../support/builders/create-large-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
} from '../../support/excel/open-excel';
import {
  createTimedAnnex,
  getProgressView,
  getSheetText,
  importAndTrack,
  setWorkbookDay,
  typeIntoLog,
} from '../../support/excel/progress-log';
import { getLinesBelow, readDashboardPage, readDashboardTiles } from '../../support/excel/read-dashboard';

afterEach(closeExcel);

/** Figures of the report's table, by their names. */
async function readReport(
  workbook: Parameters<typeof getSheet>[0],
  on: string,
): Promise<Map<string, number>> {
  const done = await addReportSheet.run(COMMAND_CONTEXT, { span: 'Y', year: 2026, on });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  const lines = [...getSheet(workbook, done.value.sheet).cells.values()].map((line) =>
    [...line.values()].map(({ value }) => String(value ?? '')).filter((text) => text !== ''),
  );
  return new Map(lines.flatMap(([, name = '', amount = '']) => [[name, Number(amount.replace(/\./g, ''))]]));
}

describe('"quá hạn" of a school', () => {
  it.each([
    ['the sample', createTimedAnnex()],
    ['a generated annex', createLargeAnnex(60)],
  ])('is one number in the pane, on each sheet and in the report: %s', async (_, annex) => {
    const { workbook } = await openExcel();
    await importAndTrack(annex);
    await setWorkbookDay('2026-12-10');
    await typeIntoLog(0, 'Kết quả thực hiện', 'Hoàn thành');
    await typeIntoLog(0, 'Ngày hoàn thành', 46_366);
    const { counts, agenda, items } = await getProgressView();
    expect(counts.overdue).toBeGreaterThan(2);
    expect(agenda.overdue).toHaveLength(counts.overdue);

    const tiles = await readDashboardTiles(SUMMARY_PAGE_ROWS.tiles + 1);
    expect(tiles['Kỳ hạn quá hạn']?.[0]).toBe(counts.overdue);
    expect(getSheetText(workbook, 'Tiến độ')).toContain(`: quá hạn ${counts.overdue},`);

    const report = await readReport(workbook, '2026-12-10');
    expect(report.get('Quá hạn')).toBe(counts.overdue);
    const tasks = new Set(
      items.flatMap(({ timeliness, row }) => (timeliness === 'overdue' ? [row.task] : [])),
    );
    expect(report.get('Nhiệm vụ có kỳ hạn quá hạn')).toBe(tasks.size);
    const sections = getLinesBelow(await readDashboardPage(SUMMARY_PAGE_ROWS.end), 'Theo lĩnh vực');
    expect(sections.reduce((sum, line) => sum + (line.length === 6 ? Number(line[4]) : 0), 0)).toBe(
      tasks.size,
    );
  });
});

describe('a workbook made before its words were changed', () => {
  /** Gives the log the headers that it had. */
  async function restorePreviousHeaders(): Promise<void> {
    await Excel.run(async (excel) => {
      const header = excel.workbook.tables.getItem('TienDo').getHeaderRowRange();
      header.load('values');
      await excel.sync();
      header.values = [
        header.values[0]!.map((text: string) => {
          const id = (Object.keys(PREVIOUS_LOG_HEADERS) as (keyof typeof LOG_HEADERS)[]).find(
            (one) => LOG_HEADERS[one] === text,
          );
          return id ? PREVIOUS_LOG_HEADERS[id]![0]! : text;
        }),
      ];
      await excel.sync();
    });
  }

  it('is read, summarized and reported as before', async () => {
    const { workbook } = await openExcel();
    await importAndTrack();
    await restorePreviousHeaders();
    await setWorkbookDay('2026-12-10');
    const { counts, log } = await getProgressView();
    expect([counts.overdue > 0, log]).toEqual([true, 'current']);
    // Another annex adds a section, so that Tổng hợp is written again.
    const annex = createTimedAnnex();
    const [task] = annex.tasks;
    const more = [
      ...annex.tasks,
      { ...task!, id: 'IX.1', section: 'IX', sectionTitle: 'Khác', tt: '1', timing: '' },
    ];
    const { warnings } = await stageAndImport({ ...annex, tasks: more });
    expect(warnings.map(({ code }) => code)).not.toContain('summary-edited');
    expect(getSheetText(workbook, 'Tổng hợp')).toContain('Khác');
    const tiles = await readDashboardTiles(SUMMARY_PAGE_ROWS.tiles + 1);
    expect(tiles['Kỳ hạn quá hạn']?.[0]).toBe(counts.overdue);
    expect((await readReport(workbook, '2026-12-10')).get('Quá hạn')).toBe(counts.overdue);
    expect((await readWorkbookView.run(COMMAND_CONTEXT, undefined)).ok).toBe(true);
  });
});
