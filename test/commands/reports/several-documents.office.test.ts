import { exportReportToWord } from '../../../src/commands/reports/export-report-to-word';
import { type PrintInput, printSheet } from '../../../src/commands/reports/print-sheet';
import { readPrintView } from '../../../src/commands/reports/read-print-view';
import { readSnapshot } from '../../../src/excel/read/read-snapshot';
import { buildUnitReport } from '../../../src/school-workbook/print/build-unit-report';
import { REISSUED_REFORM, YEAR_OF_DOCUMENTS } from '../../support/builders/create-year-of-documents';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

async function openSeveral() {
  const { workbook } = await openExcel();
  await stageAndImport(YEAR_OF_DOCUMENTS.reform);
  await stageAndImport(YEAR_OF_DOCUMENTS.digital);
  await stageAndImport(REISSUED_REFORM);
  return workbook;
}

const stagePrint = (input: PrintInput) => printSheet.stage(COMMAND_CONTEXT, input);

describe('papers of a workbook of several documents', () => {
  it('are not printed before one document is chosen', async () => {
    await openSeveral();
    expect(await stagePrint({})).toMatchObject({
      ok: false,
      problems: [{ code: 'document-not-chosen', details: { documents: '12/KH-UBND, 45/KH-UBND' } }],
    });
    expect(await stagePrint({ document: '9/KH' })).toMatchObject({
      ok: false,
      problems: [{ code: 'document-not-found' }],
    });
    expect(await readPrintView.run(COMMAND_CONTEXT, undefined)).toMatchObject({
      value: { documents: [{ code: '12/KH-UBND' }, { code: '45/KH-UBND', title: 'Chuyển đổi số năm 2026' }] },
    });
  });

  it.each([
    ['45/KH-UBND', 3, 'CHUYỂN ĐỔI SỐ NĂM 2026', '45/KH-UBND'],
    ['12/kh-ubnd', 5, 'ĐIỀU CHỈNH KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026', '68/KH-UBND'],
  ])('bear the tasks, title and number of %s alone', async (document, tasks, title, number) => {
    const workbook = await openSeveral();
    const staged = await stagePrint({ document });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    expect(await printSheet.run(COMMAND_CONTEXT, staged.value)).toMatchObject({ ok: true, value: { tasks } });
    const texts = [...getSheet(workbook, 'Bản in').cells.values()].flatMap((line) =>
      [...line.values()].map(({ value }) => String(value)),
    );
    expect(texts).toContain(title);
    expect(texts.join('\n')).toContain(number);
    expect(texts.join('\n')).not.toContain(':I.1');
  });

  it('report on one document or on all', async () => {
    await openSeveral();
    const request = { span: 'Q2', year: 2026, on: '2026-07-05' } as const;
    const build = (document?: string) =>
      Excel.run(async (context) => {
        const snapshot = await readSnapshot(context, { progress: true });
        const built = buildUnitReport(snapshot, { ...request, ...(document && { document }) });
        if (!built.ok) throw new Error(JSON.stringify(built.problems));
        return JSON.stringify(built.value.document);
      });
    const [all, digital] = [await build(), await build('45/KH-UBND')];
    expect(all).toContain('12/KH-UBND – I');
    expect(all).toContain('45/KH-UBND – I');
    expect(digital).toContain('Hạ tầng');
    expect(digital).not.toContain('Chỉ đạo, điều hành');
    expect(digital).not.toContain('12/KH-UBND');
    const file = await exportReportToWord.run(COMMAND_CONTEXT, { ...request, document: '45/KH-UBND' });
    expect(file).toMatchObject({ ok: true });
  });
});
