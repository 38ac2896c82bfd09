import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { addAuthorityReportSheet } from '../../../src/commands/authority/add-authority-report-sheet';
import { consolidateUnits } from '../../../src/commands/authority/consolidate-units';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import { createConsolidationInput } from '../../support/builders/create-consolidation-input';
import { closeExcel, COMMAND_CONTEXT, getSheet, openExcel } from '../../support/excel/open-excel';

afterEach(closeExcel);

const CHOICE = { span: '6M', year: 2026, on: '2026-07-16' } as const;

describe('the report over all units on a sheet', () => {
  it('stands on a sheet of its own beside the others, which stay as they are', async () => {
    const { workbook } = await openExcel();
    const staged = await consolidateUnits.stage(COMMAND_CONTEXT, {
      consolidation: consolidate(createConsolidationInput(3, 2)),
    });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await consolidateUnits.run(COMMAND_CONTEXT, staged.value);
    const before = cloneWorkbook(workbook);

    const done = await addAuthorityReportSheet.run(COMMAND_CONTEXT, CHOICE);
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    const texts = [...getSheet(workbook, done.value.sheet).cells.values()].flatMap((line) =>
      [...line.values()].map(({ value }) => value),
    );
    expect(texts).toContain('BÁO CÁO TỔNG HỢP');
    expect(done.value.gaps).toBeGreaterThan(0);
    const others = workbook.sheets.filter(({ name }) => name !== done.value.sheet);
    expect(others.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    others.forEach((one, at) => expect(one.cells).toEqual(before.sheets[at]!.cells));

    // A second one does not replace the first.
    const again = await addAuthorityReportSheet.run(COMMAND_CONTEXT, CHOICE);
    expect(again.ok && again.value.sheet).toBe(`${done.value.sheet} (2)`);
  });

  it('needs a consolidation', async () => {
    await openExcel();
    expect(await addAuthorityReportSheet.run(COMMAND_CONTEXT, CHOICE)).toMatchObject({
      ok: false,
      problems: [{ code: 'no-consolidation' }],
    });
  });
});
