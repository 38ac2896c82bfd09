import { addReportSheet } from '../../../src/commands/reports/add-report-sheet';
import { exportReportToWord } from '../../../src/commands/reports/export-report-to-word';
import { changeSettings } from '../../../src/commands/settings';
import { redo, toImmediateCommand, undo } from '../../../src/commands/undo';
import { distributeGridColumns } from '../../../src/school-workbook/print/document-sheet';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  openExcel,
  stageAndImport,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

const CHOICE = { span: 'Q2', year: 2026, on: '2026-06-16' } as const;
function texts(workbook: Parameters<typeof getSheet>[0], name: string): string[] {
  return [...getSheet(workbook, name).cells.values()].flatMap((line) =>
    [...line.values()].map(({ value }) => String(value ?? '')).filter((text) => text !== ''),
  );
}

async function rename(name: string): Promise<void> {
  const staged = await changeSettings.stage(COMMAND_CONTEXT, { unit: { name, code: '' } });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  await changeSettings.run(COMMAND_CONTEXT, staged.value);
}

describe('the report on a sheet', () => {
  it('says what the report for Word says, undone and redone as one', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const names = workbook.sheets.map(({ name }) => name);
    expect(await addReportSheet.run(COMMAND_CONTEXT, CHOICE)).toMatchObject({
      ok: true,
      value: { sheet: 'Báo cáo Q2', gaps: 6 },
    });
    const made = texts(workbook, 'Báo cáo Q2');
    expect(made).toEqual(
      expect.arrayContaining([
        'BÁO CÁO',
        'I. KẾT QUẢ THỰC HIỆN',
        'Chỉ tiêu',
        '[Đơn vị ghi: khó khăn, vướng mắc và nguyên nhân]',
        '- Lưu: VT.',
      ]),
    );
    await toImmediateCommand(undo).run(COMMAND_CONTEXT, undefined);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
    await toImmediateCommand(redo).run(COMMAND_CONTEXT, undefined);
    expect(texts(workbook, 'Báo cáo Q2')).toEqual(made);
  });

  it('replaces no other sheet', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await addReportSheet.run(COMMAND_CONTEXT, CHOICE);
    expect(await addReportSheet.run(COMMAND_CONTEXT, { ...CHOICE, on: '2026-06-01' })).toMatchObject({
      value: { sheet: 'Báo cáo Q2 (2)' },
    });
    expect(texts(workbook, 'Báo cáo Q2').length).toBeGreaterThan(50);
  });

  it('prints upright, with the margins of the Decree, and no row too low for its words', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await addReportSheet.run(COMMAND_CONTEXT, CHOICE);
    const model = getSheet(workbook, 'Báo cáo Q2');
    expect(model.pageLayout).toMatchObject({ orientation: 'Portrait', firstPage: { differs: true } });
    for (const [row, cells] of model.cells) {
      const hasText = [...cells.values()].some(({ value }) => /\p{L}/u.test(String(value ?? '')));
      if (hasText) expect([row, (model.rows.get(row)?.height ?? 0) >= 13.5]).toEqual([row, true]);
    }
  });

  it('marks a gap and warns where the workbook has no name, or its annex was made out for another unit', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const report = async () => {
      const done = await addReportSheet.run(COMMAND_CONTEXT, CHOICE);
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
      return { shown: texts(workbook, done.value.sheet), codes: done.warnings.map(({ code }) => code) };
    };
    const named = await report();
    expect(named.codes).not.toContain('unit-unnamed');
    await rename('');
    const unnamed = await report();
    expect(unnamed.shown).toContain('[TÊN ĐƠN VỊ, CƠ QUAN LẬP VĂN BẢN]');
    expect(unnamed.codes).toContain('unit-unnamed');
    await rename('Trường Mầm non Khác');
    expect((await report()).codes).toContain('unit-differs');
  });

  it('is refused where there is no annex, as for Word', async () => {
    await openExcel();
    for (const command of [addReportSheet, exportReportToWord]) {
      expect(await command.run(COMMAND_CONTEXT, CHOICE)).toMatchObject({
        problems: [{ code: 'no-annex-sheet' }],
      });
    }
  });
});

describe('columns of a table on the grid', () => {
  it.each([
    [[1], [24]],
    [
      [1, 1],
      [12, 12],
    ],
    [
      [40, 330, 90],
      [2, 17, 5],
    ],
    [
      [1, 1000, 1],
      [1, 22, 1],
    ],
  ])('%j take %j', (weights, spans) => expect(distributeGridColumns(weights)).toEqual(spans));
});
