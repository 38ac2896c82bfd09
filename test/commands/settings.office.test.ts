import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { markNotPerformed } from '../../src/commands/mark';
import { readProgressView } from '../../src/commands/progress/index';
import { addReportSheet } from '../../src/commands/reports/add-report-sheet';
import { printSheet } from '../../src/commands/reports/print-sheet';
import { changeSettings, readSettingsView, type SettingsEdit } from '../../src/commands/settings';
import { redo, toImmediateCommand, undo } from '../../src/commands/undo';
import { identifyUnit } from '../../src/consolidation/units/identify-unit';
import { indexUnits } from '../../src/consolidation/units/unit-index';
import { readSchoolFile } from '../../src/school-workbook/read-school-file';
import { toExcelSerial } from '../../src/shared/dates';
import { createDefaultCalendar } from '../../src/timing/calendar/calendar-settings';
import { SAMPLE_UNIT } from '../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getSheet,
  getValue,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';
import {
  collectContents,
  createTimedAnnex,
  getSheetText,
  importAndTrack,
  readNamedValues,
} from '../support/excel/progress-log';
import { CONFUSABLE_UNITS } from '../support/returned-workbooks/varied-workbooks';

afterEach(closeExcel);

async function stage(edit: SettingsEdit) {
  const staged = await changeSettings.stage(COMMAND_CONTEXT, edit);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  return staged.value;
}

async function set(edit: SettingsEdit) {
  const done = await changeSettings.run(COMMAND_CONTEXT, await stage(edit));
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}

async function seen() {
  const view = await readSettingsView.run(COMMAND_CONTEXT, undefined);
  if (!view.ok) throw new Error(JSON.stringify(view.problems));
  return view.value;
}

async function office(changed: object) {
  return {
    settings: { office: { ...(await seen()).settings.office, ...changed } },
  };
}

async function print() {
  const staged = await printSheet.stage(COMMAND_CONTEXT, {});
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await printSheet.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}

async function reportOn(workbook: WorkbookModel, on: string): Promise<string> {
  const made = await addReportSheet.run(COMMAND_CONTEXT, { span: '6M', year: Number(on.slice(0, 4)), on });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return getSheetText(workbook, made.value.sheet);
}

function type(name: string, row: number, column: number, value: string | number): Promise<void> {
  return Excel.run(async (excel) => {
    excel.workbook.names.getItem(name).getRange().getCell(row, column).values = [[value]];
    await excel.sync();
  });
}

const LEVELS = [
  { from: '', name: 'Ủy ban nhân dân quận Sông Trăng' },
  { from: '2025-07-01', name: 'Ủy ban nhân dân phường Sông Trăng' },
];

describe('settings from the pane', () => {
  it('rename the unit on every sheet that names it, and leave the log alone', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const staged = await stage({ unit: { ...SAMPLE_UNIT, name: 'Trường Mầm non Ban Mai' } });
    expect(staged.sheets).toContainEqual({ sheet: 'Phụ lục', change: 'changed' });
    expect(workbook.sheets.map(({ name }) => name)).not.toContain('Cấu hình');
    expect(await changeSettings.run(COMMAND_CONTEXT, staged)).toMatchObject({ value: { written: true } });
    expect(getSheetText(workbook, 'Phụ lục')).toContain('Trường Mầm non Ban Mai');
    expect(getSheetText(workbook, 'Tổng hợp')).toContain('Trường Mầm non Ban Mai');
    expect(workbook.sheets.map(({ name }) => name)).not.toContain('Tiến độ');
    expect((await seen()).unit).toEqual({ ...SAMPLE_UNIT, name: 'Trường Mầm non Ban Mai' });
  });

  it('write nothing where everything is so already', async () => {
    await openExcel();
    await importAndTrack();
    const { unit, settings } = await seen();
    expect(await stage({ unit, settings })).toMatchObject({ willWrite: false, sheets: [] });
    expect(await set({ unit, settings })).toEqual({ written: false });
  });

  it('are one entry that undo takes back and redo does again, with and without a log', async () => {
    for (const prepare of [() => stageAndImport(createTimedAnnex()), importAndTrack]) {
      const { workbook } = await openExcel();
      await prepare();
      const before = collectContents(workbook);
      await set({
        unit: { name: 'Trường Mầm non Ban Mai', code: 'BM01', aliases: ['MN Ban Mai'] },
        ...(await office({ superiors: LEVELS, wording: 'không thuộc nhiệm vụ' })),
      });
      const after = collectContents(workbook);
      expect(after).not.toEqual(before);
      expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT)).toMatchObject({
        value: { command: 'change-settings' },
      });
      expect(collectContents(workbook)).toEqual(before);
      expect((await seen()).unit).toEqual(SAMPLE_UNIT);
      await toImmediateCommand(redo).run(COMMAND_CONTEXT);
      expect(collectContents(workbook)).toEqual(after);
      expect((await seen()).unit.aliases).toEqual(['MN Ban Mai']);
      closeExcel();
    }
  });

  it('keep what a hand has typed on the sheet, and read it', async () => {
    await openExcel();
    await importAndTrack();
    await type('CH_NoiNhan', 0, 1, 'Phòng Văn hóa – Xã hội');
    await type('CH_SapDen', 0, 0, 'vài');
    await set(await office({ wording: 'không thuộc nhiệm vụ' }));
    expect((await readNamedValues('CH_NoiNhan'))[0]).toEqual(['', 'Phòng Văn hóa – Xã hội']);
    expect(await readNamedValues('CH_SapDen')).toEqual([['vài']]);
    expect(await seen()).toMatchObject({
      settings: { office: { recipients: [{ from: '', name: 'Phòng Văn hóa – Xã hội' }] } },
      unread: [{ code: 'setting-unread' }],
    });
  });

  it('say of which day a line cannot be read, and leave it', async () => {
    await openExcel();
    await importAndTrack();
    await type('CH_CapTren', 0, 0, 'tháng bảy');
    await type('CH_CapTren', 0, 1, 'Ủy ban nhân dân xã Đồng Xanh');
    const { settings, unread } = await seen();
    expect(settings.office.superiors).toEqual([]);
    expect(unread).toMatchObject([{ code: 'setting-unread', details: { value: 'tháng bảy' } }]);
  });

  it('are refused where the workbook changed after the preview, and where there is no annex', async () => {
    await openExcel();
    expect(await changeSettings.stage(COMMAND_CONTEXT, {})).toMatchObject({
      problems: [{ code: 'no-annex-sheet' }],
    });
    await importAndTrack();
    const staged = await stage({ settings: { from: '2026-01-01' } });
    await type('CH_TuNgay', 0, 0, toExcelSerial('2026-01-01'));
    expect(await changeSettings.run(COMMAND_CONTEXT, staged)).toMatchObject({
      problems: [{ code: 'workbook-changed' }],
    });
  });

  it('take few syncs', async () => {
    const excel = await openExcel();
    await importAndTrack();
    const staged = await stage(await office({ wording: 'không thuộc nhiệm vụ' }));
    await excel.waitForIdle();
    const before = countSyncs(excel);
    await changeSettings.run(COMMAND_CONTEXT, staged);
    await excel.waitForIdle();
    expect(countSyncs(excel) - before).toBeLessThanOrEqual(5);
  });
});

describe('each setting has its effect', () => {
  it('the wording: on the sheet to print', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await set(await office({ wording: 'không thuộc nhiệm vụ của trường' }));
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] });
    await print();
    expect(getSheetText(workbook, 'Bản in')).toContain('không thuộc nhiệm vụ của trường');
  });

  it('the authority above by day: before and after 2025-07-01', async () => {
    const { workbook } = await openExcel();
    await importAndTrack();
    await set(await office({ superiors: LEVELS }));
    await print();
    expect(getSheetText(workbook, 'Bản in')).toContain('ỦY BAN NHÂN DÂN PHƯỜNG SÔNG TRĂNG');
    expect(await reportOn(workbook, '2025-06-30')).toContain('ỦY BAN NHÂN DÂN QUẬN SÔNG TRĂNG');
    expect(await reportOn(workbook, '2025-07-01')).toContain('ỦY BAN NHÂN DÂN PHƯỜNG SÔNG TRĂNG');
  });

  it('the recipients by day: at the end of the report, a gap where none is set', async () => {
    const { workbook } = await openExcel();
    await importAndTrack();
    expect(await reportOn(workbook, '2026-06-20')).toContain('[Cơ quan nhận báo cáo]');
    await set(
      await office({
        recipients: [
          { from: '', name: 'Phòng Nội vụ' },
          { from: '2025-07-01', name: 'Phòng Văn hóa – Xã hội' },
          { from: '2025-07-01', name: 'Lãnh đạo trường' },
        ],
      }),
    );
    const report = await reportOn(workbook, '2026-06-20');
    expect(report).toContain('- Phòng Văn hóa – Xã hội;');
    expect(report).toContain('- Lãnh đạo trường;');
    expect(report).not.toMatch(/Phòng Nội vụ;|\[Cơ quan nhận báo cáo\]/);
  });

  it('the calendar of reports: another span of days in the report', async () => {
    const { workbook } = await openExcel();
    await importAndTrack();
    const { calendar } = (await seen()).settings;
    const reportPeriods = calendar.reportPeriods.map((rule) =>
      rule.id === 'halfYear' ? { ...rule, to: { year: 0, month: 5, day: 31 } } : rule,
    );
    await set({ settings: { calendar: { ...calendar, reportPeriods } } });
    expect(await reportOn(workbook, '2026-06-20')).toContain('31/05/2026');
    expect((await readNamedValues('CH_KyBaoCao'))[1]![1]).toBe(toExcelSerial('2026-05-31'));
  });

  it('what “before the 8th” means: in the log, shown before it is written', async () => {
    await openExcel();
    await importAndTrack();
    const { calendar } = (await seen()).settings;
    const last = async () => {
      const view = await readProgressView.run(COMMAND_CONTEXT, {});
      return view.ok ? view.value.items.find(({ row }) => row.task === 'I.2')?.lastDay : null;
    };
    expect(await last()).toMatch(/-07$/);
    await set({ settings: { calendar: { ...calendar, beforeMeans: 'sameDay' } } });
    expect(await last()).toMatch(/-08$/);
  });

  it('the year: deadlines that move are counted in the preview', async () => {
    await openExcel();
    await importAndTrack();
    const staged = await stage({
      settings: { year: 2027, from: '', calendar: createDefaultCalendar(2027) },
    });
    expect(staged.sheets).toEqual(
      expect.arrayContaining([
        { sheet: 'Cấu hình', change: 'changed' },
        { sheet: 'Tiến độ', change: 'changed' },
      ]),
    );
    expect(Object.values(staged.deadlines).reduce((a, b) => a + b)).toBeGreaterThan(0);
  });

  it('another name of the unit: identifies the file where its name is not in the authority’s list', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const whose = async () => {
      const file = { file: 'so.xlsx', bytes: await saveWorkbook(workbook), sha256: 'ab' };
      const read = await readSchoolFile(file);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return identifyUnit(read.value, indexUnits(CONFUSABLE_UNITS));
    };
    const renamed = { name: 'Trường Mầm non Sao Hôm', code: '' };
    await set({ unit: renamed });
    expect(await whose()).toMatchObject({ kind: 'question', reason: 'unknown' });
    await set({ unit: { ...renamed, aliases: [CONFUSABLE_UNITS[0]!.name] } });
    expect(await whose()).toEqual({ kind: 'known', unit: CONFUSABLE_UNITS[0]!.code, by: 'name' });
  });

  it('another name of the unit: a cell that names it so gets no second name', async () => {
    const { workbook } = await openExcel();
    const annex = createTimedAnnex();
    const tasks = annex.tasks.map((task, index) => ({
      ...task,
      coordinatingUnit: index === 0 ? 'Trường Hoa Cúc cơ sở 2' : index === 1 ? 'Trạm Y tế' : '',
    }));
    await stageAndImport({ ...annex, tasks });
    await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'I.2', 'I.3'] });
    await set({ unit: { ...SAMPLE_UNIT, aliases: ['Trường Hoa Cúc cơ sở 2'] } });
    await print();
    const text = getSheetText(workbook, 'Bản in');
    expect(text).toContain('\nTrường Hoa Cúc cơ sở 2 không thực hiện nội dung này');
    expect(text).toContain(`\nTrạm Y tế; ${SAMPLE_UNIT.name} không thực hiện nội dung này`);
    expect(text).toContain(`\n${SAMPLE_UNIT.name} không thực hiện nội dung này`);
    expect(getValue(workbook, 'I.2', 'Đơn vị phối hợp')).toBe('Trạm Y tế');
    expect(getSheet(workbook, 'Bản in').cells.size).toBeGreaterThan(3);
  });
});
