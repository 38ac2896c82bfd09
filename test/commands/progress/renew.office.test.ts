import type { Annex } from '../../../src/annex/types';
import { recordProgress, resolveTiming } from '../../../src/commands/progress/index';
import { redo, toImmediateCommand, undo } from '../../../src/commands/undo';
import { expectByMachine } from '../../support/excel/machines';
import {
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getValue,
  openExcel,
  stageAndImport,
  typeIntoCell,
} from '../../support/excel/open-excel';
import {
  changeProgressSettings,
  collectContents,
  createTimedAnnex,
  getProgressView,
  importAndTrack,
  readLogCells,
  readNamedValues,
  renewProgressLog,
  setWorkbookDay,
  typeIntoLog,
} from '../../support/excel/progress-log';

afterEach(closeExcel);

const events = async (): Promise<unknown[]> => (await readLogCells()).map((row) => row['Mã sự kiện']);

async function undone(command: typeof undo | typeof redo = undo): Promise<void> {
  const done = await toImmediateCommand(command).run(COMMAND_CONTEXT, undefined);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

describe('making the log', () => {
  it('gives one row an occurrence, clipped to the plan, with stable ids', async () => {
    await openExcel();
    const { outcome } = await importAndTrack();
    expect(outcome).toMatchObject({ written: true, counts: { added: 14 } });
    expect(await events()).toEqual([
      'I.1||2026-06-30',
      ...['06', '07', '08', '09', '10', '11', '12'].map((month) => `I.2||2026-${month}-08`),
      'I.3||2026-06-30',
      'I.3||2026-09-30',
      'I.4||',
      'I.5||',
      'I.6||',
      'I.7||2026-12-31',
    ]);
  });

  it('changes nothing the second time', async () => {
    const excel = await openExcel();
    await importAndTrack();
    const before = collectContents(excel.workbook);
    expect((await renewProgressLog()).outcome).toMatchObject({ written: false, counts: { kept: 14 } });
    expect(collectContents(excel.workbook)).toEqual(before);
    expect((await getProgressView()).log).toBe('current');
  });

  it('is undone and done again whole', async () => {
    const excel = await openExcel();
    await stageAndImport(createTimedAnnex());
    const before = collectContents(excel.workbook);
    await renewProgressLog();
    const after = collectContents(excel.workbook);
    await undone();
    expect(collectContents(excel.workbook)).toEqual(before);
    await undone(redo);
    expect(collectContents(excel.workbook)).toEqual(after);
  });

  it('takes in what had been recorded on Phụ lục', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(createTimedAnnex());
    await typeIntoCell('I.1', 'Kết quả thực hiện', 'Hoàn thành', workbook);
    await typeIntoCell('I.1', 'Ngày hoàn thành', 46193, workbook);
    await typeIntoCell('I.1', 'Minh chứng', '05/KH-MNHC', workbook);
    await typeIntoCell('I.3', 'Kết quả thực hiện', 'Đang thực hiện', workbook);
    const { warnings } = await renewProgressLog();
    expect(warnings).toMatchObject([
      { code: 'recorded-on-task', details: { tasks: 'I.3' } },
      ...expectByMachine<object[]>([], { filtered: [{ code: 'filter-set-again' }] }),
    ]);
    const rows = await readLogCells();
    expect(rows[0]).toMatchObject({
      'Kết quả thực hiện': 'Hoàn thành',
      'Ngày hoàn thành': 46193,
      'Minh chứng': '05/KH-MNHC',
      'Đúng hạn hay quá hạn': 'Hoàn thành trước hạn',
    });
    expect(
      ['Kết quả thực hiện', 'Ngày hoàn thành', 'Minh chứng'].map((header) =>
        getValue(workbook, 'I.1', header),
      ),
    ).toEqual(['Hoàn thành', 46193, '05/KH-MNHC']);
    expect(rows.filter((row) => row['Mã'] === 'I.3').map((row) => row['Kết quả thực hiện'])).toEqual([
      'Đang thực hiện',
      'Đang thực hiện',
    ]);
  });
});

describe('renewing the log', () => {
  it('keeps everything typed: by hand, in an own column, on rows no longer asked for, on own rows', async () => {
    await openExcel();
    await importAndTrack();
    await Excel.run(async (excel) => {
      const table = excel.workbook.tables.getItem('TienDo');
      table.columns.add(undefined, [
        ['Người làm'],
        ...Array.from({ length: 14 }, (_, at) => [at === 9 ? 'Cô Lan' : '']),
      ]);
      await excel.sync();
    });
    await typeIntoLog(2, 'Ghi chú', 'đã gọi điện');
    await typeIntoLog(3, 'Hạn theo phụ lục', 46250);
    await typeIntoLog(10, 'Kết quả thực hiện', 'Không phát sinh');
    await Excel.run(async (excel) => {
      const table = excel.workbook.tables.getItem('TienDo');
      table.rows.add(undefined, [['I.4', ...Array.from({ length: 25 }, () => '')]]);
      await excel.sync();
    });
    await typeIntoLog(14, 'Hạn theo phụ lục', 46200);
    await typeIntoLog(14, 'Ghi chú', 'góp ý đợt 1');
    const annex = createTimedAnnex();
    const changed: Annex = {
      ...annex,
      tasks: annex.tasks
        .filter(({ id }) => id !== 'I.7')
        .map((task) => (task.id === 'I.3' ? { ...task, timing: 'Quý IV' } : task))
        .map((task) => (task.id === 'I.2' ? { ...task, timing: 'Tháng 12' } : task)),
    };
    await stageAndImport(changed, 'replace-all');
    const { outcome, warnings } = await renewProgressLog();
    expect(outcome.counts).toMatchObject({ added: 2, orphan: 3 });
    expect(warnings).toMatchObject([{ code: 'log-rows-kept' }]);
    const rows = await readLogCells();
    const by = (event: string) => rows.find((row) => row['Mã sự kiện'] === event);
    expect(
      rows
        .filter((row) => row['Đúng hạn hay quá hạn'] === 'Không theo dõi')
        .map((row) => row['Cách tính hạn']),
    ).toEqual(['Không còn theo dõi', 'Không còn theo dõi', 'Không còn theo dõi']);
    expect(by('I.2||2026-08-08')).toMatchObject({ 'Hạn điều chỉnh': 46250 });
    expect(by('I.2||2026-07-08')).toMatchObject({ 'Ghi chú': 'đã gọi điện' });
    expect(rows.some((row) => row['Người làm'] === 'Cô Lan')).toBe(true);
    expect(rows.find((row) => row['Ghi chú'] === 'góp ý đợt 1')).toMatchObject({
      'Hạn theo phụ lục': 46200,
      Mã: 'I.4',
    });
    expect(by('I.4||')).toMatchObject({
      'Kết quả thực hiện': 'Không phát sinh',
      'Đúng hạn hay quá hạn': 'Không phát sinh',
    });
    expect((await renewProgressLog()).outcome.written).toBe(false);
  });

  it('puts back formulas that a hand has typed over, and takes in what stood on Phụ lục', async () => {
    const { workbook } = await openExcel();
    await importAndTrack();
    await typeIntoLog(0, 'Đúng hạn hay quá hạn', 'Hoàn thành đúng hạn');
    await typeIntoCell('I.7', 'Kết quả thực hiện', 'Hoàn thành', workbook);
    expect((await getProgressView()).log).toBe('stale');
    await renewProgressLog();
    const rows = await readLogCells();
    expect(rows[0]?.['Đúng hạn hay quá hạn']).not.toBe('Hoàn thành đúng hạn');
    expect(rows.at(-1)).toMatchObject({
      'Kết quả thực hiện': 'Hoàn thành',
      'Đúng hạn hay quá hạn': 'Cần xem lại',
    });
    expect((await getProgressView()).log).toBe('current');
  });

  it('is undone row by row', async () => {
    const excel = await openExcel();
    await importAndTrack();
    await typeIntoLog(2, 'Ghi chú', 'đã gọi điện');
    const annex = createTimedAnnex();
    const before = collectContents(excel.workbook);
    await stageAndImport({ ...annex, tasks: annex.tasks.map((task) => ({ ...task, timing: 'Tháng 12' })) });
    await renewProgressLog();
    expect((await readLogCells()).length).not.toBe(14);
    await undone();
    await undone();
    expect(collectContents(excel.workbook)).toEqual(before);
  });

  it('makes sheets that a clerk has deleted again', async () => {
    await openExcel();
    await importAndTrack();
    await recordProgress.run(COMMAND_CONTEXT, {
      rows: { tasks: ['I.1'] },
      record: { state: 'done', doneOn: '2026-06-20' },
    });
    for (const name of ['Lịch', 'Cấu hình', 'Tiến độ']) {
      await Excel.run(async (excel) => {
        excel.workbook.worksheets.getItem(name).delete();
        await excel.sync();
      });
      expect((await renewProgressLog()).outcome.written).toBe(true);
      expect((await renewProgressLog()).outcome.written).toBe(false);
    }
    await setWorkbookDay('2026-06-25');
    expect((await readNamedValues('LichViec'))[0]?.[6]).toBe('Quá hạn');
  });

  it('takes at most six syncs for 500 tasks with 2,000 occurrences', async () => {
    const excel = await openExcel();
    const [first] = createTimedAnnex().tasks;
    const timings = ['Quý I, Quý II, Quý III, Quý IV', 'Tháng 1, tháng 4, tháng 7, tháng 10'];
    const tasks = Array.from({ length: 500 }, (_, at) => ({
      ...first!,
      id: `I.${at + 1}`,
      tt: String(at + 1),
      content: `${'Rà soát và báo cáo kết quả thực hiện nội dung thi đua của tổ '.repeat(3)}${at + 1}`,
      timing: timings[at % 2]!,
    }));
    await stageAndImport({ ...createTimedAnnex(), tasks });
    const start = countSyncs(excel);
    const made = await renewProgressLog();
    expect(made.outcome.counts.added).toBe(2000);
    const staging = 2;
    // A filter costs a request before the writing and one after it.
    expect(countSyncs(excel) - start - staging).toBeLessThanOrEqual(expectByMachine(6, { filtered: 8 }));
    expect(excel.traffic.log?.every(({ request }) => request.length < 1_000_000)).toBe(true);
    await stageAndImport({
      ...createTimedAnnex(),
      tasks: tasks.map((task) => ({ ...task, timing: 'Quý I, Quý II, Quý III, tháng 11' })),
    });
    const before = countSyncs(excel);
    const again = await renewProgressLog();
    expect(again.outcome.counts.added).toBeGreaterThan(500);
    expect(countSyncs(excel) - before - staging).toBeLessThanOrEqual(6);
  }, 300_000);
});

describe('recording', () => {
  it('writes what was done, and returns what comes next', async () => {
    await openExcel();
    await importAndTrack();
    await setWorkbookDay('2026-06-20');
    const done = await recordProgress.run(COMMAND_CONTEXT, {
      rows: { events: ['I.2||2026-06-08'] },
      record: { state: 'done', number: '05/BC-MNHC', explanation: 'Chờ số liệu' },
    });
    expect(done).toMatchObject({ ok: true, value: { written: true, next: 'I.1||2026-06-30' } });
    const [, row] = await readLogCells();
    expect(row).toMatchObject({
      'Kết quả thực hiện': 'Hoàn thành',
      'Ngày hoàn thành': 46193,
      'Số, ký hiệu văn bản': '05/BC-MNHC',
      'Giải trình': 'Chờ số liệu',
      'Đúng hạn hay quá hạn': 'Hoàn thành quá hạn',
    });
    await undone();
    expect((await readLogCells())[1]).toMatchObject({
      'Kết quả thực hiện': 'Chưa thực hiện',
      'Ngày hoàn thành': '',
    });
  });

  it('takes the selection: rows of Tiến độ, or the next occurrence of tasks of Phụ lục', async () => {
    await openExcel();
    await importAndTrack();
    const select = (sheet: string, address: string): Promise<void> =>
      Excel.run(async (excel) => {
        const found = excel.workbook.worksheets.getItem(sheet);
        found.activate();
        found.getRange(address).select();
        await excel.sync();
      });
    const record = async (): Promise<string[]> => {
      const done = await recordProgress.run(COMMAND_CONTEXT, {
        rows: 'selection',
        record: { state: 'inProgress' },
      });
      return done.ok ? done.value.events : done.problems.map(({ code }) => code);
    };
    // A filter hides the second row of *Phụ lục*.
    await select('Phụ lục', 'A8:A9');
    expect(await record()).toEqual(
      expectByMachine(['I.2||2026-06-08', 'I.3||2026-06-30'], { filtered: ['I.3||2026-06-30'] }),
    );
    await select('Tiến độ', 'C6:D7');
    expect(await record()).toEqual(['I.1||2026-06-30', 'I.2||2026-06-08']);
    expect((await getProgressView()).selected).toEqual(['I.1||2026-06-30', 'I.2||2026-06-08']);
    await select('Tổng hợp', 'A1');
    expect(await record()).toEqual(['no-occurrence-selected']);
  });

  it('asks for the log to be made first', async () => {
    await openExcel();
    await stageAndImport(createTimedAnnex());
    const view = await getProgressView({ on: '2026-06-20' });
    expect([view.log, view.items.length, view.agenda.overdue.length]).toEqual(['absent', 14, 1]);
    expect(await recordProgress.run(COMMAND_CONTEXT, { rows: 'selection', record: {} })).toMatchObject({
      problems: [{ code: 'no-progress-sheet' }],
    });
  });
});

describe('settling a timing', () => {
  const settled = async (task: string) =>
    (await readLogCells())
      .filter((row) => row['Mã'] === task)
      .map((row) => [row['Hạn theo phụ lục'], row['Đúng hạn hay quá hạn']]);

  it.each([
    ['a date', { kind: 'date' as const, date: '2026-07-15' }, [[46218, 'Chưa đến hạn']]],
    ['none', { kind: 'none' as const }, [['', 'Không có hạn']]],
    [
      'a recurrence',
      { kind: 'words' as const, words: 'Quý III, quý IV' },
      [
        [46295, 'Chưa đến hạn'],
        [46387, 'Chưa đến hạn'],
      ],
    ],
  ])('by %s, beside the printed words', async (_, settlement, expected) => {
    const { workbook } = await openExcel();
    await importAndTrack();
    await setWorkbookDay('2026-06-20');
    expect(await settled('I.5')).toEqual([['', 'Cần xem lại']]);
    expect(await resolveTiming.run(COMMAND_CONTEXT, { task: 'I.5', resolution: settlement })).toMatchObject({
      ok: true,
    });
    expect(await settled('I.5')).toEqual(expected);
    expect(getValue(workbook, 'I.5', 'Thời gian')).toBe('');
    expect((await getProgressView()).review).toEqual([]);
    expect((await renewProgressLog()).outcome.written).toBe(false);
    await undone();
    expect(await settled('I.5')).toEqual([['', 'Cần xem lại']]);
  });

  it('is remembered as the phrase of the office where it is wished', async () => {
    await openExcel();
    const annex = createTimedAnnex();
    const tasks = annex.tasks.map((task, at) =>
      at < 4 && at > 1 ? { ...task, timing: 'Sơ kết xyz' } : task,
    );
    await importAndTrack({ ...annex, tasks });
    const settlement = { kind: 'words' as const, words: 'Tháng 8' };
    expect((await getProgressView()).review.map(({ task }) => task.id)).toEqual(['I.3', 'I.4', 'I.5']);
    await resolveTiming.run(COMMAND_CONTEXT, { task: 'I.3', resolution: settlement, rememberPhrase: true });
    expect((await getProgressView()).review.map(({ task }) => task.id)).toEqual(['I.5']);
    expect((await readNamedValues('CH_CachHieu'))[0]).toEqual(['', 'Sơ kết xyz', 'Tháng 8']);
  });

  it('is refused where the words say nothing', async () => {
    await openExcel();
    await importAndTrack();
    const settlement = { kind: 'words' as const, words: 'lúc nào đó' };
    expect(await resolveTiming.run(COMMAND_CONTEXT, { task: 'I.5', resolution: settlement })).toMatchObject({
      problems: [{ code: 'meaning-not-read' }],
    });
    expect(await resolveTiming.run(COMMAND_CONTEXT, { task: 'X.9', resolution: settlement })).toMatchObject({
      problems: [{ code: 'task-not-found' }],
    });
  });
});

describe('settings', () => {
  it('are read from the sheet, changed by command, and undone', async () => {
    await openExcel();
    await importAndTrack();
    await Excel.run(async (excel) => {
      excel.workbook.names.getItem('CH_TruocNgay').getRange().values = [['Đúng ngày ấy']];
      excel.workbook.names.getItem('CH_SapDen').getRange().values = [['mười']];
      await excel.sync();
    });
    const { settings } = await getProgressView();
    expect([settings.calendar.beforeMeans, settings.calendar.soonDays]).toEqual(['sameDay', 7]);
    expect((await readLogCells())[1]?.['Hạn chót']).toBe(46181);
    const calendar = { ...settings.calendar, shift: 'later' as const };
    expect(await changeProgressSettings({ calendar })).toMatchObject({
      ok: true,
      warnings: [{ code: 'setting-unread' }],
    });
    expect((await readNamedValues('CH_DoiHan'))[0]?.[0]).toBe('Dời xuống ngày làm việc sau');
    // What cannot be read stays to be seen.
    expect((await readNamedValues('CH_SapDen'))[0]?.[0]).toBe('mười');
    // 08/8/2026 is a Saturday.
    expect((await readLogCells())[3]?.['Hạn chót']).toBe(46244);
    await undone();
    expect((await readNamedValues('CH_DoiHan'))[0]?.[0]).toBe('Giữ nguyên');
  });
});
