import fc from 'fast-check';
import type { Timeliness } from '../../../src/progress/timeliness';
import { addDays, fromExcelSerial, toExcelSerial } from '../../../src/shared/dates';
import { TIMELINESS_LABELS } from '../../../src/sheets/labels/progress-labels';
import { closeExcel, getValue, openExcel } from '../../support/excel/open-excel';
import {
  changeProgressSettings,
  getProgressView,
  importAndTrack,
  readLogCells,
  readNamedValues,
  setWorkbookDay,
  typeIntoLog,
} from '../../support/excel/progress-log';

afterEach(closeExcel);

const DAYS = ['2026-06-01', '2026-06-25', '2026-12-20'];

/** The figures of the row below the header, by header. */
async function readTotals(name: string): Promise<Record<string, string | number>> {
  const [headers = [], line = []] = await readNamedValues(name);
  return Object.fromEntries(headers.map((header, at) => [String(header), line[at] ?? '']));
}

/** What the sheets say and what the pane says, of the same rows on the same day. */
async function compare() {
  const view = await getProgressView();
  const cells = await readLogCells();
  expect(cells.map((row) => row['Đúng hạn hay quá hạn'])).toEqual(
    view.items.map(({ timeliness }) => TIMELINESS_LABELS[timeliness]),
  );
  expect(cells.map((row) => row['Hạn chót'])).toEqual(
    view.items.map(({ lastDay }) => (lastDay === null ? '' : toExcelSerial(lastDay))),
  );
  const totals = await readTotals('TH_TienDo');
  for (const [id, word] of Object.entries(TIMELINESS_LABELS)) {
    if (id !== 'notTracked') expect([id, totals[word]]).toEqual([id, view.counts[id as Timeliness]]);
  }
  expect(totals['Tổng số kỳ hạn']).toBe(view.counts.total);
  const agenda = (await readNamedValues('LichViec')).filter(([, , task]) => task !== '');
  const { overdue, coming } = view.agenda;
  expect(agenda.map(([day, left, task]) => [fromExcelSerial(Number(day)), left, task])).toEqual(
    [...overdue, ...coming].map(({ lastDay, daysLeft, row }) => [lastDay, daysLeft, row.task]),
  );
  return view;
}

describe('the sheets and the pane', () => {
  it.each(DAYS)('say the same on %s, also after a hand has changed Tiến độ', async (day) => {
    const { workbook } = await openExcel();
    await importAndTrack();
    await setWorkbookDay(day);
    await compare();
    await typeIntoLog(0, 'Kết quả thực hiện', 'Hoàn thành');
    await typeIntoLog(0, 'Ngày hoàn thành', toExcelSerial('2026-06-30'));
    await typeIntoLog(0, 'Số, ký hiệu văn bản', '05/KH-MNHC');
    await typeIntoLog(1, 'Kết quả thực hiện', 'Không phát sinh');
    await typeIntoLog(2, 'Kết quả thực hiện', 'Đang thực hiện');
    await typeIntoLog(3, 'Hạn điều chỉnh', toExcelSerial('2026-08-20'));
    await typeIntoLog(10, 'Kết quả thực hiện', 'Hoàn thành');
    await typeIntoLog(10, 'Ngày hoàn thành', toExcelSerial('2026-05-05'));
    const view = await compare();
    expect(view.items[0]?.timeliness).toBe('doneOnTime');
    const shown = (id: string) =>
      ['Hạn chót', 'Kết quả thực hiện', 'Ngày hoàn thành', 'Minh chứng'].map((header) =>
        getValue(workbook, id, header),
      );
    expect(shown('I.1')).toEqual([
      toExcelSerial('2026-06-30'),
      'Hoàn thành',
      toExcelSerial('2026-06-30'),
      '05/KH-MNHC',
    ]);
    expect(shown('I.2')).toEqual([toExcelSerial('2026-07-07'), 'Đang thực hiện', '', '']);
    expect(shown('I.4')).toEqual(['', 'Hoàn thành', toExcelSerial('2026-05-05'), '']);
    expect(shown('I.5')).toEqual(['', 'Chưa thực hiện', '', '']);
  });

  it('say the same with deadlines moved off days off, Saturdays worked among them', async () => {
    await openExcel();
    await importAndTrack();
    const { settings } = await getProgressView();
    for (const shift of ['earlier', 'later'] as const) {
      const calendar = {
        ...settings.calendar,
        shift,
        beforeMeans: 'sameDay' as const,
        daysOff: {
          off: [
            { date: '2026-06-30', name: 'national' as const },
            { date: '2026-12-08', name: 'other' as const, label: 'Họp' },
          ],
          worked: ['2026-08-08', '2026-11-07'],
        },
      };
      expect(await changeProgressSettings({ calendar })).toMatchObject({ ok: true });
      await setWorkbookDay('2026-06-25');
      const view = await compare();
      expect(view.settings.calendar.daysOff).toEqual(calendar.daysOff);
      expect(view.items.map(({ lastDay }) => lastDay).slice(0, 4)).toEqual(
        shift === 'earlier'
          ? ['2026-06-29', '2026-06-08', '2026-07-08', '2026-08-08']
          : ['2026-07-01', '2026-06-08', '2026-07-08', '2026-08-08'],
      );
    }
  });

  it('count quarters, types of product and report periods of the rows they belong to', async () => {
    await openExcel();
    await importAndTrack();
    await setWorkbookDay('2026-06-25');
    const totals = async (name: string) =>
      (await readNamedValues(name)).slice(1).map(([, label, total]) => [label, total]);
    expect(await totals('TH_Quy')).toEqual([
      ['Quý I', 0],
      ['Quý II', 3],
      ['Quý III', 4],
      ['Quý IV', 4],
      ['Không có hạn, chưa rõ hạn hoặc ngoài năm', 3],
    ]);
    expect(await totals('TH_LoaiSanPham')).toEqual([
      ['Kế hoạch', 3],
      ['Báo cáo', 11],
      ['Hồ sơ, minh chứng', 1],
      ['Góp ý', 1],
      ['(chưa ghi hoặc chưa rõ loại)', 0],
    ]);
    expect(
      (await totals('TH_KyBaoCao')).map(([label, total]) => [String(label).split(':')[0], total]),
    ).toEqual([
      ['Quý I', 0],
      ['6 tháng', 1],
      ['Quý III', 5],
      ['Năm', 10],
    ]);
  });
});

describe('a deadline that nobody could read', () => {
  const OTHERS: readonly string[] = [
    TIMELINESS_LABELS.doneEarly,
    TIMELINESS_LABELS.doneOnTime,
    TIMELINESS_LABELS.notDueYet,
    TIMELINESS_LABELS.dueSoon,
  ];

  it('never counts as in time, whatever is typed around it', async () => {
    await openExcel();
    await importAndTrack();
    await setWorkbookDay('2026-06-25');
    const word = fc.constantFrom('', 'Hoàn thành', 'hoàn thành', 'Đang thực hiện', 'xong', 0, -5, 1e9, true);
    const date = fc.constantFrom<string | number>('', 'mai', '31/6/2026', 0, -1, 46203, 46203.5, '46203');
    const bound = fc.constantFrom('Cần xem lại', '', 'Đến hết ngày', 'Trước ngày', 'không rõ');
    await fc.assert(
      fc.asyncProperty(word, date, bound, date, async (state, doneOn, kind, due) => {
        // Typed as the clerk may: only a real date settles the deadline.
        const settles = Number(due) >= 61;
        await typeIntoLog(11, 'Kết quả thực hiện', state as string);
        await typeIntoLog(11, 'Ngày hoàn thành', doneOn);
        await typeIntoLog(11, 'Cách tính hạn', kind);
        await typeIntoLog(11, 'Hạn điều chỉnh', settles ? '' : due);
        const row = (await readLogCells())[11];
        expect(OTHERS).not.toContain(row?.['Đúng hạn hay quá hạn']);
        const view = await getProgressView();
        expect(OTHERS).not.toContain(TIMELINESS_LABELS[view.items[11]!.timeliness]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('is in no agenda as due, and is counted by itself', async () => {
    await openExcel();
    await importAndTrack();
    for (const day of [...DAYS, addDays(DAYS[0]!, 1000)]) {
      await setWorkbookDay(day);
      const view = await compare();
      expect(view.counts.needsReview).toBe(1);
      expect([...view.agenda.overdue, ...view.agenda.coming].map(({ row }) => row.task)).not.toContain('I.5');
      expect([...view.agenda.overdue, ...view.agenda.coming].map(({ row }) => row.task)).not.toContain('I.4');
    }
  });
});
