import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import type { NodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { convertLegacy } from '../../src/commands/import/convert-legacy';
import { importPlan } from '../../src/commands/import/import-plan';
import type { PlanDocument } from '../../src/import/plan-document/types';
import { encodeTcvn3Small } from '../../src/readers/legacy/encode-legacy';
import { toTargets } from '../../src/school-workbook/targets/target-rows';
import { createSamplePlan } from '../support/builders/create-sample-plan';
import { closeExcel, COMMAND_CONTEXT, openExcel, stageAndImport } from '../support/excel/open-excel';

afterEach(closeExcel);

const FAULTS = [
  ['is refused', { effect: 'refuse', code: 'AccessDenied' }, 'sheet-protected'],
  ['gets lost after it was done', { effect: 'lose' }, 'host-error'],
] as const;

/** The next request but `after` ones fails. */
function failAfter({ session }: NodeExcel, after: number, fault: (typeof FAULTS)[number][1]): void {
  session.faults.push({ ...fault, request: session.requestCount + after + 1 });
}

describe('when the writing of a change breaks', () => {
  it.each(FAULTS)(
    'targets and tasks of a plan: what %s leaves the workbook as before',
    async (_, fault, code) => {
      const excel = await openExcel(createWorkbook('Sổ tay'));
      await stageAndImport();
      const pick = (plan: PlanDocument, items: number[]) => ({
        plan,
        items,
        targets: toTargets(plan),
        unit: { name: '', code: '' },
      });
      const stage = async (plan: PlanDocument, items: number[]) => {
        const staged = await importPlan.stage(COMMAND_CONTEXT, pick(plan, items));
        if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
        return staged.value;
      };
      await importPlan.run(COMMAND_CONTEXT, await stage(createSamplePlan(), [0]));
      await Excel.run(async (other) => {
        other.workbook.worksheets.getItem('Chỉ tiêu').getRange('F7').values = [[0.5]];
        await other.sync();
      });
      const plan = createSamplePlan();
      plan.targets[1]!.value = 4;
      plan.targets.push({ text: 'Buổi đọc sách', comparator: '>=', value: 9, unit: 'buổi', item: 1 });
      const staged = await stage(plan, [0, 2]);
      await excel.waitForIdle();
      const before = cloneWorkbook(excel.workbook);
      // Two requests read the workbook, one the number of rows; the next one writes.
      failAfter(excel, 3, fault);
      expect(await importPlan.run(COMMAND_CONTEXT, staged)).toMatchObject({
        ok: false,
        problems: [{ code }],
      });
      expect(findFirstDifference(before, excel.workbook)).toBeNull();
      expect(await importPlan.run(COMMAND_CONTEXT, staged)).toMatchObject({ ok: true });
    },
  );

  it.each(FAULTS)(
    'the conversion of legacy text: what %s leaves the sheet as before',
    async (_, fault, code) => {
      const excel = await openExcel(createWorkbook('Sổ tay'));
      await Excel.run(async (other) => {
        const range = other.workbook.worksheets.getActiveWorksheet().getRange('A1:A3');
        range.values = ['Họp phụ huynh', 'Kiểm tra phòng cháy', 'Treo bảng tin'].map((text) => [
          encodeTcvn3Small(text),
        ]);
        range.format.font.name = '.VnTime';
        await other.sync();
      });
      const staged = await convertLegacy.stage(COMMAND_CONTEXT, undefined);
      if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
      await excel.waitForIdle();
      const before = cloneWorkbook(excel.workbook);
      // Two requests read the sheet, one the workbook; the next one writes.
      failAfter(excel, 3, fault);
      const done = await convertLegacy.run(COMMAND_CONTEXT, staged.value);
      expect(done).toMatchObject({ ok: false, problems: [{ code }] });
      expect(findFirstDifference(before, excel.workbook)).toBeNull();
      expect(await convertLegacy.run(COMMAND_CONTEXT, staged.value)).toMatchObject({ ok: true });
    },
  );
});
