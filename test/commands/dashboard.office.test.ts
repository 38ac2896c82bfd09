import type { Task } from '../../src/annex/types';
import { readWorkbookView } from '../../src/commands/read-workbook-view';
import { SUMMARY_PAGE_ROWS } from '../../src/school-workbook/summary/summary-page-rows';
import { toExcelSerial } from '../../src/shared/dates';
import { createSampleAnnex, createSampleTasks } from '../support/builders/create-sample-annex';
import {
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getSheet,
  openExcel,
  stageAndImport,
  typeIntoCell,
} from '../support/excel/open-excel';
import {
  importAndTrack,
  readLogCells,
  readNamedValues,
  setWorkbookDay,
  typeIntoLog,
} from '../support/excel/progress-log';
import {
  getLinesBelow,
  listCellErrors,
  listChartReferences,
  ONE_A4_PAGE,
  readDashboardPage,
  readDashboardTiles,
} from '../support/excel/read-dashboard';

afterEach(closeExcel);

const page = () => readDashboardPage(SUMMARY_PAGE_ROWS.end);
const tiles = () => readDashboardTiles(SUMMARY_PAGE_ROWS.tiles + 1);
function note(address: string, text: string): Promise<void> {
  return Excel.run(async (excel) => {
    excel.workbook.worksheets.getItem('Tổng hợp').getRange(address).values = [[text]];
    await excel.sync();
  });
}

/** Tasks of so many areas, one each. */
function ofAreas(count: number): Task[] {
  const [first] = createSampleTasks();
  return Array.from({ length: count }, (_, at) => ({
    ...first!,
    id: `${at + 1}.1`,
    section: String(at + 1),
    sectionTitle: `Lĩnh vực thứ ${at + 1}`,
    leadUnit: `Phòng thứ ${at + 1}`,
  }));
}

describe('the page of a unit', () => {
  it('says the whole, each area and each lead unit, and how to follow deadlines', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await typeIntoCell('I.1', 'Kết quả thực hiện', 'Hoàn thành', workbook);
    await typeIntoCell('I.1.10', 'Kết quả thực hiện', 'Đang thực hiện', workbook);
    expect(await tiles()).toEqual({
      'Tỷ lệ hoàn thành': [0.25, '1/4 nhiệm vụ phải thực hiện'],
      'Phải thực hiện': [4, '/ 6 nhiệm vụ'],
      'Đã hoàn thành': [1, 'nhiệm vụ'],
      'Đang thực hiện': [1, 'nhiệm vụ'],
      'Chưa thực hiện': [2, 'nhiệm vụ'],
      'Không thực hiện': [1, 'không tính vào tỷ lệ'],
      'Chưa xác định': [1, 'nhiệm vụ'],
    });
    const lines = await page();
    expect(lines[0]).toEqual(['Trường Mầm non Hoa Cúc']);
    expect(getLinesBelow(lines, 'Theo lĩnh vực')).toEqual([
      ['I', 'Chỉ đạo, điều hành', 2, 1, 1, 0.5],
      ['II', 'Cải cách thủ tục', 2, 0, 0, 0],
    ]);
    expect(getLinesBelow(lines, 'Theo đơn vị chủ trì')).toEqual([
      ['1', 'Phòng Văn hóa – Xã hội', 2, 1, 1, 0.5],
      ['2', '@Văn phòng', 1, 0, 0, 0],
      ['3', '(chưa ghi đơn vị chủ trì)', 1, 0, 0, 0],
    ]);
    expect(getLinesBelow(lines, 'Nhiệm vụ quá hạn và đến hạn gần nhất')[0]![0]).toMatch(
      /^Chưa theo dõi thời hạn/,
    );
    expect(listCellErrors(getSheet(workbook, 'Tổng hợp'))).toEqual([]);
  });

  it('draws what its tables say, and prints on one A4', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    const summary = getSheet(workbook, 'Tổng hợp');
    const columns = ['E', 'F', 'G', 'H', 'I', 'J'];
    expect(listChartReferences(summary)).toEqual({
      TH_BieuDo: columns.map((letter) => `${letter}47 ${letter}48:${letter}49 A10:A11`),
      TH_BieuDoChuTri: columns.map((letter) => `${letter}52 ${letter}53:${letter}55 A22:A24`),
    });
    expect(summary.charts.map(({ type, font }) => [type, font?.size])).toEqual([
      ['ColumnStacked100', 10.5],
      ['ColumnStacked100', 10.5],
    ]);
    expect(summary.pageLayout).toMatchObject({
      ...ONE_A4_PAGE,
      printArea: [{ top: 0, left: 0, bottom: SUMMARY_PAGE_ROWS.end - 1, right: 13 }],
    });
  });

  it('prints a dash where nothing counts, and no error', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(createSampleAnnex([{ ...createSampleTasks()[0]!, applicability: 'undecided' }]));
    expect((await tiles())['Tỷ lệ hoàn thành']).toEqual(['–', '0/0 nhiệm vụ phải thực hiện']);
    expect(getLinesBelow(await page(), 'Theo lĩnh vực')).toEqual([['I', 'Chỉ đạo, điều hành', 0, 0, 0, '–']]);
    await Excel.run(async (excel) => {
      excel.workbook.tables.getItem('NhiemVu').getDataBodyRange().clear('Contents');
      await excel.sync();
    });
    expect((await tiles())['Phải thực hiện']).toEqual([0, '/ 0 nhiệm vụ']);
    expect(listCellErrors(getSheet(workbook, 'Tổng hợp'))).toEqual([]);
  });

  it('shows as many lines as there is room for, and says where the others are', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(createSampleAnnex(ofAreas(40)));
    const areas = getLinesBelow(await page(), 'Theo lĩnh vực');
    expect(areas.slice(0, 9).map(([number, name]) => [number, name])).toEqual(
      Array.from({ length: 9 }, (_, at) => [String(at + 1), `Lĩnh vực thứ ${at + 1}`]),
    );
    expect(areas.slice(9)).toEqual([['Còn 31 lĩnh vực ở bảng chi tiết bên dưới']]);
    expect(getLinesBelow(await page(), 'Theo đơn vị chủ trì').slice(7)).toEqual([
      ['Còn 33 đơn vị chủ trì ở bảng chi tiết bên dưới'],
    ]);
    expect(listChartReferences(getSheet(workbook, 'Tổng hợp'))['TH_BieuDo']![0]).toBe('E47 E48:E56 A10:A18');
    await typeIntoCell('40.1', 'Lĩnh vực', 'Chưa từng có', workbook);
    expect(getLinesBelow(await page(), 'Theo lĩnh vực')[9]).toEqual([
      'Còn 31 lĩnh vực ở bảng chi tiết bên dưới; 1 nhiệm vụ ngoài các dòng của bảng',
    ]);
  });

  it('shortens a name that does not fit on its line', async () => {
    await openExcel();
    const sectionTitle = 'Đẩy mạnh tuyên truyền, phổ biến, giáo dục pháp luật trong nhà trường và cộng đồng';
    await stageAndImport(createSampleAnnex([{ ...createSampleTasks()[0]!, sectionTitle }]));
    const [, name] = getLinesBelow(await page(), 'Theo lĩnh vực')[0]!;
    expect(String(name)).toMatch(/^Đẩy mạnh tuyên truyền.*…$/);
    expect(String(name).length).toBeLessThan(56);
  });

  it('follows deadlines once there is a log: in time, overdue, by month, what is most overdue first', async () => {
    const { workbook } = await openExcel();
    await importAndTrack();
    await setWorkbookDay('2026-08-20');
    await typeIntoLog(0, 'Kết quả thực hiện', 'Hoàn thành');
    await typeIntoLog(0, 'Ngày hoàn thành', toExcelSerial('2026-06-15'));
    const [header = [], totals = []] = await readNamedValues('TH_TienDo');
    const getTotal = (word: string): number => Number(totals[header.indexOf(word)]);
    const shown = await tiles();
    expect(shown['Đúng hạn, trước hạn']).toEqual([1, '/ 1 kỳ hạn đã xong']);
    expect(shown['Kỳ hạn quá hạn']).toEqual([getTotal('Quá hạn'), 'chưa hoàn thành']);
    expect(getTotal('Quá hạn')).toBeGreaterThan(3);
    expect(shown['Cần xem lại']).toEqual([getTotal('Cần xem lại'), 'kỳ hạn chưa rõ hạn']);

    const open = (await readLogCells())
      .filter((row) => typeof row['Còn (ngày)'] === 'number')
      .sort((a, b) => Number(a['Hạn chót']) - Number(b['Hạn chót']));
    const due = getLinesBelow(await page(), 'Nhiệm vụ quá hạn và đến hạn gần nhất').slice(0, 7);
    expect(due.map(([task, , day, state]) => [String(task).split(' ')[0], day, state])).toEqual(
      open.slice(0, 7).map((row) => {
        const left = Number(row['Còn (ngày)']);
        return [
          row['Mã'],
          row['Hạn chót'],
          left < 0 ? `Quá ${-left} ngày` : left === 0 ? 'Hôm nay' : `Còn ${left} ngày`,
        ];
      }),
    );
    expect(String(due[0]![3])).toMatch(/^Quá /);

    const [names = [], ...months] = await readNamedValues('TH_Thang');
    expect(names.slice(1)).toEqual([
      'Tháng đến hạn',
      'Tổng số',
      'Hoàn thành',
      'Quá hạn',
      'Chưa đến hạn',
      '% hoàn thành',
    ]);
    const june = (await readLogCells()).filter((row) => {
      const day = Number(row['Hạn chót']);
      return day >= toExcelSerial('2026-06-01') && day <= toExcelSerial('2026-06-30');
    });
    expect(june.length).toBeGreaterThan(1);
    expect(months).toHaveLength(12);
    expect(months[5]!.slice(2, 6)).toEqual([
      june.length,
      june.filter((row) => row['Kết quả thực hiện'] === 'Hoàn thành').length,
      june.filter((row) => row['Đúng hạn hay quá hạn'] === 'Quá hạn').length,
      0,
    ]);
    expect(months.reduce((sum, line) => sum + Number(line[4]), 0)).toBe(getTotal('Quá hạn'));

    const { TH_BieuDoThang: drawn } = listChartReferences(getSheet(workbook, 'Tổng hợp'));
    const top = Number(/(\d+)/.exec(drawn![0]!)![1]);
    expect(drawn).toEqual(
      ['D', 'E', 'F'].map((at) => `${at}${top} ${at}${top + 1}:${at}${top + 12} A${top + 1}:A${top + 12}`),
    );
    expect(listCellErrors(getSheet(workbook, 'Tổng hợp'))).toEqual([]);
    expect(getSheet(workbook, 'Tổng hợp').pageLayout).toMatchObject(ONE_A4_PAGE);
  });

  it('counts overdue tasks of an area whose name COUNTIFS would read otherwise', async () => {
    await openExcel();
    const [first] = createSampleTasks();
    const odd = { ...first!, section: '', sectionTitle: '>= Việc *', timing: 'Tháng 6' };
    const annex = createSampleAnnex([odd, { ...first!, id: 'I.9', tt: '9', timing: 'Tháng 12' }]);
    await importAndTrack({ ...annex, edition: { ...annex.edition, date: '2026-06-05', year: 2026 } });
    await setWorkbookDay('2026-08-20');
    expect(
      getLinesBelow(await page(), 'Theo lĩnh vực').map(([, name, , , overdue]) => [name, overdue]),
    ).toEqual([
      ['>= Việc *', 1],
      ['Chỉ đạo, điều hành', 0],
    ]);
  });
});

describe('the page written again', () => {
  it('changes nothing where nothing has changed', async () => {
    const excel = await openExcel();
    await stageAndImport();
    const before = JSON.stringify([...getSheet(excel.workbook, 'Tổng hợp').cells]);
    const steps = countSyncs(excel);
    await stageAndImport();
    // Reading, and reading back: nothing is written.
    expect(countSyncs(excel) - steps).toBeLessThanOrEqual(6);
    expect(JSON.stringify([...getSheet(excel.workbook, 'Tổng hợp').cells])).toBe(before);
  });

  it('leaves what stands to its right, and does not double its charts', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await note('P3', 'Ghi chú của hiệu trưởng');
    const { warnings } = await stageAndImport(
      createSampleAnnex([...createSampleTasks(), ...ofAreas(3).slice(2)]),
    );
    expect(warnings.map(({ code }) => code)).not.toContain('summary-edited');
    expect(getLinesBelow(await page(), 'Theo lĩnh vực').map(([, name]) => name)).toContain('Lĩnh vực thứ 3');
    const summary = getSheet(workbook, 'Tổng hợp');
    expect(summary.cells.get(2)?.get(15)?.value).toBe('Ghi chú của hiệu trưởng');
    expect(summary.charts.map(({ name }) => name)).toEqual(['TH_BieuDo', 'TH_BieuDoChuTri']);
  });

  it('is not written over a word that a person has put on it', async () => {
    const { workbook } = await openExcel();
    await stageAndImport();
    await note('C8', 'Đã báo cáo lãnh đạo');
    const { warnings } = await stageAndImport(
      createSampleAnnex([...createSampleTasks(), ...ofAreas(3).slice(2)]),
    );
    expect(warnings.map(({ code }) => code)).toContain('summary-edited');
    expect(getSheet(workbook, 'Tổng hợp').cells.get(7)?.get(2)?.value).toBe('Đã báo cáo lãnh đạo');
  });

  it('costs no further request', async () => {
    const excel = await openExcel();
    const before = countSyncs(excel);
    await stageAndImport();
    expect(countSyncs(excel) - before).toBeLessThanOrEqual(8);
    expect(excel.traffic.largestRequest).toBeLessThan(1_000_000);
    const seen = await readWorkbookView.run(COMMAND_CONTEXT, undefined);
    expect(seen.ok && seen.value.summary?.total).toBe(6);
  });
});
