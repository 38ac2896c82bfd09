import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { importAnnex } from '../../../src/commands/import/import-annex';
import { createLargeAnnex } from '../../support/builders/create-large-annex';
import { createSampleAnnex, createSampleTasks } from '../../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getSheet,
  getValue,
  listTaskIds,
  openExcel,
  stageAndImport,
  stageImport,
  typeIntoCell,
} from '../../support/excel/open-excel';

afterEach(closeExcel);

describe('importing into a workbook without tasks', () => {
  it('makes the sheets, keeps every text a text, and counts', async () => {
    const { workbook } = await openExcel();
    const { outcome } = await stageAndImport();
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Sổ tay',
      'Phụ lục',
      'Tổng hợp',
      'Danh mục',
      '_phuluc',
    ]);
    expect(outcome).toMatchObject({
      written: true,
      counts: { added: 6 },
      summary: { total: 6, performed: 4, notPerformed: 1, undecided: 1, done: 0, notStarted: 4 },
    });
    expect(getValue(workbook, 'I.1.10', 'TT')).toBe('1.10');
    expect(getValue(workbook, 'I.1.10', 'Thời gian')).toBe('6/2026');
    expect(getValue(workbook, 'I.1.10', 'Sản phẩm')).toBe('=SUM(A1:A9)');
    expect(getValue(workbook, 'II.2', 'Thời gian')).toBe('15/6');
    expect(getValue(workbook, 'II.2', 'Đơn vị chủ trì')).toBe('@Văn phòng');
    const annexSheet = getSheet(workbook, 'Phụ lục');
    const formulas = [...annexSheet.cells].filter(([row]) => row > 4);
    expect(formulas.flatMap(([, line]) => [...line.values()]).some(({ formula }) => formula)).toBe(false);
    expect(annexSheet.cells.get(3)?.get(0)?.value).toBe(
      'Tổng số 6 nhiệm vụ: thực hiện 4, không thực hiện 1, chưa xác định 1',
    );
  });

  it('sets the sheet up for a clerk: drop-downs, rules, frozen header, A4 across, one page wide', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const { tables, validations, conditionalFormats, freeze, pageLayout } = getSheet(workbook, 'Phụ lục');
    expect(tables.map(({ name, area }) => [name, area])).toEqual([
      ['NhiemVu', { top: 5, left: 0, bottom: 11, right: 15 }],
    ]);
    expect(validations.map(({ rule }) => Object.keys(rule)[0])).toEqual([
      'list',
      'list',
      'list',
      'list',
      'date',
      'date',
    ]);
    expect(conditionalFormats).toHaveLength(4);
    expect(freeze).toEqual({ rows: 6, columns: 4 });
    expect(pageLayout).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      titleRows: { first: 5, last: 5 },
      headersFooters: { centerFooter: 'Trang &P/&N' },
    });
    expect(getSheet(workbook, 'Tổng hợp').charts).toHaveLength(2);
    expect(getSheet(workbook, '_phuluc').visibility).toBe('VeryHidden');
  });

  it('takes other names where a sheet of the same name is there', async () => {
    const { workbook } = await openExcel(createWorkbook('Phụ lục', 'TỔNG HỢP'));
    await stageAndImport();
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Phụ lục',
      'TỔNG HỢP',
      'Phụ lục (2)',
      'Tổng hợp (2)',
      'Danh mục',
      '_phuluc',
    ]);
    const again = await stageAndImport();
    expect(again.outcome.written).toBe(false);
  });

  it.each([
    [47, 5],
    [5_000, 12],
  ])('writes %i rows in few syncs and requests below 1 MB', async (rows, most) => {
    const excel = await openExcel();
    await stageAndImport(createLargeAnnex(rows));
    await excel.waitForIdle();
    expect(countSyncs(excel)).toBeLessThanOrEqual(most);
    // The library's own requests that release references count here too, and the one at the start.
    // Decorations (page set-up, charts, frozen panes) go in a request of their own.
    expect(excel.traffic.requests).toBeLessThanOrEqual(most + 2);
    expect(excel.traffic.largestRequest).toBeLessThan(1_000_000);
    expect(listTaskIds(excel.workbook)).toHaveLength(rows);
  });
});

describe('importing the same annex again', () => {
  it('writes nothing: the saved files are equal byte for byte', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const before = await saveWorkbook(workbook);
    const { outcome } = await stageAndImport();
    expect(outcome).toMatchObject({
      written: false,
      counts: { added: 0, changed: 0, removed: 0, unchanged: 6 },
    });
    expect(Buffer.compare(await saveWorkbook(workbook), before)).toBe(0);
  });

  it('writes nothing either after the workbook was saved and opened', async () => {
    const first = await openExcel();
    await stageAndImport();
    const reopened = await openWorkbook(await saveWorkbook(first.workbook));
    closeExcel();
    const { workbook } = await openExcel(reopened);
    const before = cloneWorkbook(workbook);
    expect((await stageAndImport()).outcome.written).toBe(false);
    expect(findFirstDifference(before, workbook)).toBeNull();
  });
});

/** The annex as it is reissued: one content reworded, a product gone blank, a timing filled, one task new, one gone. */
function reissued() {
  const [plan, rules, meeting, board, , link] = createSampleTasks();
  return createSampleAnnex([
    plan!,
    { ...rules!, content: '- Rà soát quy chế làm việc, quy chế chi tiêu của đơn vị.' },
    { ...meeting!, timing: 'Tháng 9' },
    { ...board!, product: '' },
    { ...board!, id: 'II.1a', tt: '1a', content: 'Công khai đường dây nóng.', leadUnit: 'Trạm Y tế' },
    link!,
  ]);
}

describe('importing a reissued annex over recorded progress', () => {
  const withProgress = async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await typeIntoCell('I.1', 'Kết quả thực hiện', 'Hoàn thành', workbook);
    await typeIntoCell('I.1', 'Ngày hoàn thành', 46_100, workbook);
    await typeIntoCell('I.1.10', 'Minh chứng', '05/KH-MNHC', workbook);
    await typeIntoCell('II.3', 'Áp dụng', 'Thực hiện', workbook);
    return workbook;
  };

  it.each([
    ['replace-nonblank', { product: 'Báo cáo', timing: 'Tháng 9', rows: 7, content: /chi tiêu/ }],
    ['replace-all', { product: '', timing: 'Tháng 9', rows: 6, content: /chi tiêu/ }],
    [
      'fill-blanks',
      { product: 'Báo cáo', timing: 'Tháng 9', rows: 7, content: /quy chế làm việc của đơn vị/ },
    ],
  ] as const)('%s', async (merge, { product, timing, rows, content }) => {
    const workbook = await withProgress();
    const { outcome } = await stageAndImport(reissued(), merge);
    expect(listTaskIds(workbook)).toHaveLength(rows);
    expect(getValue(workbook, 'II.1', 'Sản phẩm')).toBe(product);
    expect(getValue(workbook, 'I.2', 'Thời gian')).toBe(timing);
    expect(getValue(workbook, 'I.1.10', 'Nội dung công việc')).toEqual(expect.stringMatching(content));
    expect(getValue(workbook, 'I.1', 'Kết quả thực hiện')).toBe('Hoàn thành');
    expect(getValue(workbook, 'I.1', 'Ngày hoàn thành')).toBe(46_100);
    expect(getValue(workbook, 'I.1.10', 'Minh chứng')).toBe('05/KH-MNHC');
    expect(getValue(workbook, 'II.3', 'Áp dụng')).toBe('Thực hiện');
    expect(outcome.summary?.total).toBe(rows);
    expect(outcome.summary?.byLeadUnit.map(({ leadUnit }) => leadUnit)).toContain('Trạm Y tế');

    const before = cloneWorkbook(workbook);
    expect((await stageAndImport(reissued(), merge)).outcome.written).toBe(false);
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it('puts new tasks behind their predecessor, dressed like the others', async () => {
    const workbook = await withProgress();
    await stageAndImport(reissued(), 'replace-all');
    expect(listTaskIds(workbook)).toEqual(['I.1', 'I.1.10', 'I.2', 'II.1', 'II.1a', 'II.3']);
    const { cells, validations } = getSheet(workbook, 'Phụ lục');
    expect(cells.get(10)?.get(2)?.format).toEqual(cells.get(9)?.get(2)?.format);
    expect(validations[0]?.areas).toEqual([{ top: 6, bottom: 11, left: 8, right: 8 }]);
  });

  it('keeps a task that is gone where something was recorded for it, and says so', async () => {
    const workbook = await withProgress();
    await typeIntoCell('II.2', 'Ghi chú', 'đã họp hai lần', workbook);
    const { warnings } = await stageAndImport(reissued(), 'replace-all');
    expect(listTaskIds(workbook)).toContain('II.2');
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'gone-rows-kept', details: { tasks: 'II.2', count: 1 } }),
    );
  });

  it('puts a printed note only where the clerk has written none', async () => {
    const workbook = await withProgress();
    await typeIntoCell('I.1', 'Ghi chú', 'đã họp hai lần', workbook);
    const noted = createSampleAnnex(createSampleTasks().map((task) => ({ ...task, note: 'theo mẫu số 2' })));
    await stageAndImport(noted, 'replace-all');
    expect(getValue(workbook, 'I.1', 'Ghi chú')).toBe('đã họp hai lần');
    expect(getValue(workbook, 'II.1', 'Ghi chú')).toBe('theo mẫu số 2');
  });

  it('follows a changed marker only where the clerk has not marked otherwise', async () => {
    const workbook = await withProgress();
    await typeIntoCell('II.1', 'Áp dụng', 'Không thực hiện', workbook);
    const refused = ' không thực hiện nội dung này';
    const annex = createSampleAnnex(
      createSampleTasks().map((task) =>
        ['I.1', 'II.1', 'II.2'].includes(task.id)
          ? {
              ...task,
              coordinatingUnit: task.coordinatingUnit + (task.id === 'II.1' ? '.' : refused),
              applicability: task.id === 'II.1' ? ('performed' as const) : ('notPerformed' as const),
              reason: task.id === 'II.1' ? '' : refused.trim(),
            }
          : task,
      ),
    );
    const { warnings } = await stageAndImport(annex);
    expect(getValue(workbook, 'II.2', 'Áp dụng')).toBe('Không thực hiện');
    expect(getValue(workbook, 'II.2', 'Lý do không thực hiện')).toBe('không thực hiện nội dung này');
    expect(getValue(workbook, 'II.1', 'Áp dụng')).toBe('Không thực hiện');
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'marks-kept', details: { tasks: 'II.1', count: 1 } }),
    );
  });

  it('finds the rows after the clerk has sorted, inserted rows above, renamed a column and the sheet', async () => {
    const workbook = await withProgress();
    await Excel.run(async (excel) => {
      const table = excel.workbook.tables.getItem('NhiemVu');
      table.sort.apply([{ key: 0, ascending: false }]);
      table.columns.getItem('Sản phẩm').name = 'Kết quả';
      excel.workbook.worksheets.getItem('Phụ lục').getRange('1:2').insert('Down');
      excel.workbook.worksheets.getItem('Phụ lục').name = 'Theo dõi';
      await excel.sync();
    });
    const { outcome } = await stageAndImport(reissued());
    expect(outcome.counts).toMatchObject({ added: 1, changed: 2 });
    const { cells } = getSheet(workbook, 'Theo dõi');
    const rowOf = (id: string) => [...cells.values()].find((line) => line.get(0)?.value === id);
    expect(rowOf('I.1.10')?.get(3)?.value).toEqual(expect.stringMatching(/chi tiêu/));
    expect(rowOf('I.1')?.get(11)?.value).toBe('Hoàn thành');
    expect(cells.get(4)?.get(0)?.value).toBe(
      'Kèm theo văn bản số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân phường Hoa Cúc',
    );
  });

  it('changes the title block with the edition, and warns of another one', async () => {
    const workbook = await withProgress();
    const annex = reissued();
    const { warnings } = await stageAndImport({
      ...annex,
      edition: { ...annex.edition, number: '68/KH-UBND', date: '2026-04-20' },
    });
    expect(getSheet(workbook, 'Phụ lục').cells.get(2)?.get(0)?.value).toBe(
      'Kèm theo văn bản số 68/KH-UBND ngày 20/04/2026 của Ủy ban nhân dân phường Hoa Cúc',
    );
    expect(warnings.map(({ code }) => code)).toContain('edition-differs');
  });

  it('leaves a summary that was changed by hand, and counts what is new in "(khác)"', async () => {
    await withProgress();
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem('Tổng hợp').getRange('B45').values = [['Cả năm']];
      await excel.sync();
    });
    const { outcome, warnings } = await stageAndImport(reissued());
    expect(warnings.map(({ code }) => code)).toContain('summary-edited');
    expect(outcome.summary?.byLeadUnit.at(-1)).toMatchObject({ leadUnit: '(khác)', total: 1 });
  });
});

describe('what stands in the way', () => {
  const tryImport = async () => {
    const staged = await stageImport(reissued(), 'replace-all');
    return staged.ok ? importAnnex.run(COMMAND_CONTEXT, staged.value) : staged;
  };

  it('is reported before anything is written: a workbook that changed after the preview', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const staged = await stageImport(reissued());
    if (!staged.ok) throw new Error('not staged');
    await typeIntoCell('I.1.10', 'Nội dung công việc', 'khác hẳn', workbook);
    const before = cloneWorkbook(workbook);
    const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'workbook-changed' }] });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  const disorders: [string, string, (excel: Excel.RequestContext) => void][] = [
    [
      'a protected sheet',
      'sheet-protected',
      ({ workbook }) => workbook.worksheets.getItem('Phụ lục').protection.protect(),
    ],
    [
      'a table filtered by a color that Excel does not tell',
      'filter-not-readable',
      ({ workbook }) =>
        workbook.tables.getItem('NhiemVu').columns.getItemAt(11).filter.apply({ filterOn: 'CellColor' }),
    ],
    [
      'a needed column deleted',
      'column-missing',
      ({ workbook }) => workbook.tables.getItem('NhiemVu').columns.getItem('Nội dung công việc').delete(),
    ],
    [
      'a newer version of the sheets',
      'schema-newer',
      ({ workbook }) => {
        workbook.worksheets.getItem('_phuluc').getRange('B1').values = [['99']];
      },
    ],
  ];

  it.each(disorders)('%s: %s', async (_, code, disorder) => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await Excel.run(async (excel) => {
      disorder(excel);
      await excel.sync();
    });
    const before = cloneWorkbook(workbook);
    const done = await tryImport();
    expect(done).toMatchObject({ ok: false, problems: [{ code }] });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it('a table with the managed name that is not the managed table', async () => {
    const { workbook } = await openExcel();
    await Excel.run(async (excel) => {
      const list = excel.workbook.worksheets.getItem('Sổ tay');
      list.getRange('A1:B2').values = [
        ['Tên', 'Số'],
        ['a', 1],
      ];
      list.tables.add('A1:B2', true).name = 'NhiemVu';
      await excel.sync();
    });
    const before = cloneWorkbook(workbook);
    expect(await stageImport()).toMatchObject({ ok: false, problems: [{ code: 'table-name-taken' }] });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });
});

describe('importing together with the progress', () => {
  const importWithProgress = async () => {
    const staged = await importAnnex.stage(COMMAND_CONTEXT, {
      annex: createSampleAnnex(),
      unit: { name: '', code: '' },
      merge: 'replace-nonblank',
      withProgress: true,
    });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    return importAnnex.run(COMMAND_CONTEXT, staged.value);
  };

  it('makes Tiến độ at once and counts its rows', async () => {
    const { workbook } = await openExcel();
    const done = await importWithProgress();
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Phụ lục', 'Tổng hợp', 'Danh mục', 'Tiến độ', 'Lịch', 'Cấu hình']),
    );
    expect(done.value.written).toBe(true);
    expect(done.value.renewed?.added).toBeGreaterThan(0);
    expect(done.warnings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('makes no log where it is not wanted', async () => {
    const { workbook } = await openExcel();
    const { outcome } = await stageAndImport();
    expect(outcome.renewed).toBeNull();
    expect(workbook.sheets.map(({ name }) => name)).not.toContain('Tiến độ');
  });
});
