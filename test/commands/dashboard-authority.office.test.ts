import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { TOTALS_PAGE_ROWS } from '../../src/authority-workbook/totals/totals-page';
import { consolidateUnits, readConsolidation } from '../../src/commands/authority/consolidate-units';
import type { Consolidation } from '../../src/consolidation/ledger/consolidation';
import {
  countTaskOutcomes,
  countTaskOutcomesBy,
  type TaskOutcomeCounts,
} from '../../src/consolidation/ledger/count-task-outcomes';
import { getEffectiveMarks, type LedgerEntry } from '../../src/consolidation/ledger/ledger-entry';
import { consolidate } from '../../src/consolidation/run/consolidate';
import type { CellValue } from '../../src/sheets/cell-value';
import {
  createConsolidationInput,
  createMatchedFile,
  createReceived,
  createRecorded,
  readMasterAnnex,
} from '../support/builders/create-consolidation-input';
import { closeExcel, COMMAND_CONTEXT, countSyncs, getSheet, openExcel } from '../support/excel/open-excel';
import { readNamedValues } from '../support/excel/progress-log';
import {
  getLinesBelow,
  listCellErrors,
  listChartReferences,
  ONE_A4_PAGE,
  readDashboardPage,
  readDashboardTiles,
} from '../support/excel/read-dashboard';

afterEach(closeExcel);

async function write(book: Consolidation) {
  const staged = await consolidateUnits.stage(COMMAND_CONTEXT, { consolidation: book });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  const done = await consolidateUnits.run(COMMAND_CONTEXT, staged.value);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value;
}

const page = () => readDashboardPage(TOTALS_PAGE_ROWS.end);
/** The columns of a band's left half; what stands to the right of them belongs to another table. */
const left = (lines: CellValue[][]): CellValue[][] => lines.map((line) => line.slice(0, 6));

const overdue = ({ inProgressLate, notStartedLate }: TaskOutcomeCounts): number =>
  inProgressLate + notStartedLate;
function share({ performed, done }: TaskOutcomeCounts): CellValue {
  return performed === 0 ? '–' : (expect.closeTo(done / performed, 10) as unknown as number);
}

/** As the page orders: most overdue, then most not done, then as listed. */
function byDelay(
  [, a]: readonly [string, TaskOutcomeCounts],
  [, b]: readonly [string, TaskOutcomeCounts],
): number {
  return overdue(b) - overdue(a) || b.performed - b.done - (a.performed - a.done);
}

function ranked(counts: ReadonlyMap<string, TaskOutcomeCounts>): [string, TaskOutcomeCounts][] {
  return [...counts].filter(([, { performed }]) => performed > 0).sort(byDelay);
}

function buildLine(number: number, name: CellValue, counts: TaskOutcomeCounts): CellValue[] {
  return [number, name, counts.performed, counts.done, overdue(counts), share(counts)];
}

function isLate(entry: LedgerEntry, asOf: string): boolean {
  const { applicability, state, due } = getEffectiveMarks(entry);
  return (
    applicability === 'performed' &&
    (state === 'inProgress' || state === 'notStarted') &&
    due !== '' &&
    due < asOf
  );
}

describe('the page of the authority', () => {
  it('says the whole, areas, the units and lead units most behind first, and the tasks most are late with', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    const book = consolidate(createConsolidationInput(12, 11));
    await write(book);
    const total = countTaskOutcomes(book.entries, book.asOf);
    expect(await readDashboardTiles(TOTALS_PAGE_ROWS.tiles + 1)).toEqual({
      'Tỷ lệ hoàn thành': [share(total), `${total.done}/${total.performed} nhiệm vụ phải thực hiện`],
      'Phải thực hiện': [total.performed, `/ ${total.required} nhiệm vụ`],
      'Đã hoàn thành': [total.done, 'nhiệm vụ'],
      'Đúng hạn, trước hạn': [total.doneEarly + total.doneOnTime, `/ ${total.done} đã xong`],
      'Quá hạn': [total.overdue, `xong quá hạn: ${total.doneLate}`],
      'Cần xem lại': [total.needsReview, 'chưa rõ hạn, ngày'],
      'Chưa xác định': [total.undecided, 'nhiệm vụ'],
    });
    const lines = await page();
    expect(lines[2]![1]).toBe('Đã nhận báo cáo của 11/12 đơn vị: 11 đúng hạn, 0 muộn; 1 chưa gửi');

    const units = ranked(countTaskOutcomesBy(book.entries, ({ sender }) => sender, book.asOf));
    const getName = (code: string): string => book.units.find((unit) => unit.code === code)!.name;
    expect(left(getLinesBelow(lines, 'Theo đơn vị, chậm nhất trước'))).toEqual([
      ...units.slice(0, 6).map(([code, counts], at) => buildLine(at + 1, getName(code), counts)),
      [`Còn ${units.length - 6} đơn vị ở trang Theo đơn vị`],
    ]);

    const areas = getLinesBelow(lines, 'Theo lĩnh vực');
    expect(areas).toHaveLength(9);
    expect(areas.reduce((sum, line) => sum + Number(line[2]), 0)).toBe(total.performed);
    expect(areas.reduce((sum, line) => sum + Number(line[4]), 0)).toBe(overdue(total));

    const leads = ranked(countTaskOutcomesBy(book.entries, ({ task }) => task.leadUnit, book.asOf));
    const third = getLinesBelow(lines, 'Theo đơn vị chủ trì');
    expect(
      left(third)
        .slice(0, 6)
        .map(([, , ...counts]) => counts),
    ).toEqual(leads.slice(0, 6).map(([, counts]) => buildLine(0, '', counts).slice(2)));

    const late = new Map<string, number>();
    for (const entry of book.entries.filter((one) => isLate(one, book.asOf))) {
      late.set(entry.task.id, (late.get(entry.task.id) ?? 0) + 1);
    }
    const order = book.annex.tasks.map(({ id }) => id);
    const tasks = [...late].sort(([a, x], [b, y]) => y - x || order.indexOf(a) - order.indexOf(b));
    expect(tasks.length).toBeGreaterThan(6);
    expect(third.slice(0, 6).map((line) => [String(line[6]).split(' ')[0], line[7]])).toEqual(
      tasks.slice(0, 6),
    );
    expect(third[6]!.at(-1)).toBe(`Còn ${tasks.length - 6} nhiệm vụ quá hạn ở trang Ma trận`);
    expect(listCellErrors(getSheet(workbook, 'Tổng hợp'))).toEqual([]);
  });

  it('draws each area as a whole and the months of the year, and prints on one A4', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    const book = consolidate(createConsolidationInput(6, 4));
    await write(book);
    const totals = getSheet(workbook, 'Tổng hợp');
    expect(totals.pageLayout).toMatchObject({
      ...ONE_A4_PAGE,
      printArea: [{ top: 0, left: 0, bottom: TOTALS_PAGE_ROWS.end - 1, right: 13 }],
    });
    const drawn = listChartReferences(totals);
    expect(Object.keys(drawn)).toEqual(['TH_BieuDo', 'TH_BieuDoThang']);
    const rowOf = (series: string): number => Number(/(\d+)/.exec(series)![1]);
    const [areas, months] = [rowOf(drawn['TH_BieuDo']![0]!), rowOf(drawn['TH_BieuDoThang']![0]!)];
    expect(drawn['TH_BieuDo']).toEqual(
      [...'CDEFGH'].map(
        (at) => `${at}${areas} ${at}${areas + 1}:${at}${areas + 9} A${areas + 1}:A${areas + 9}`,
      ),
    );
    expect(drawn['TH_BieuDoThang']).toEqual(
      [...'CDE'].map(
        (at) => `${at}${months} ${at}${months + 1}:${at}${months + 12} A${months + 1}:A${months + 12}`,
      ),
    );
    const valuesAt = (row: number, count: number, columns: number): number[][] =>
      Array.from({ length: count }, (_, down) =>
        Array.from({ length: columns }, (__, across) =>
          Number(totals.cells.get(row + down)?.get(2 + across)?.value),
        ),
      );
    const sum = (lines: readonly number[][]): number => lines.flat().reduce((all, one) => all + one, 0);
    const total = countTaskOutcomes(book.entries, book.asOf);
    expect(sum(valuesAt(areas, 9, 6))).toBe(total.required);
    const asked = book.entries.filter((entry) => {
      const { applicability, state, due } = getEffectiveMarks(entry);
      return applicability === 'performed' && state !== 'nothingArisen' && due.startsWith('2026-');
    });
    const drawnMonths = valuesAt(months, 12, 3);
    expect(sum(drawnMonths)).toBe(asked.length);
    const july = asked.filter((entry) => getEffectiveMarks(entry).due.startsWith('2026-07'));
    expect(july.length).toBeGreaterThan(0);
    expect(drawnMonths[6]).toEqual([
      july.filter((entry) => getEffectiveMarks(entry).state === 'done').length,
      july.filter((entry) => isLate(entry, book.asOf)).length,
      expect.any(Number),
    ]);
    expect(sum([drawnMonths[6]!])).toBe(july.length);
  });

  it('says so where nobody has sent and where nothing is late', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(createConsolidationInput(3, 0)));
    const lines = await page();
    expect(getLinesBelow(lines, 'Theo đơn vị, chậm nhất trước')[0]).toEqual([
      'Chưa có số liệu của đơn vị nào.',
    ]);
    expect(getLinesBelow(lines, 'Theo đơn vị chủ trì')[0]!.at(-1)).toBe('Không có nhiệm vụ quá hạn.');
    expect((await readDashboardTiles(TOTALS_PAGE_ROWS.tiles + 1))['Tỷ lệ hoàn thành']![0]).toBe('–');
    expect(listCellErrors(getSheet(workbook, 'Tổng hợp'))).toEqual([]);
  });

  it('bounds its lists for sixty units and stays within the requests of a consolidation', async () => {
    const excel = await openExcel(createWorkbook('Trang 1'));
    const book = consolidate(createConsolidationInput(60, 60));
    const before = countSyncs(excel);
    await write(book);
    expect(countSyncs(excel) - before).toBeLessThanOrEqual(25);
    expect(excel.traffic.largestRequest).toBeLessThan(1_000_000);
    const units = getLinesBelow(await page(), 'Theo đơn vị, chậm nhất trước');
    const counted = ranked(countTaskOutcomesBy(book.entries, ({ sender }) => sender, book.asOf)).length;
    expect(counted).toBeGreaterThan(50);
    expect(units.at(-1)).toEqual([`Còn ${counted - 6} đơn vị ở trang Theo đơn vị`]);
    expect(listCellErrors(getSheet(excel.workbook, 'Tổng hợp'))).toEqual([]);
  }, 180_000);
});

describe('the page of the authority, again', () => {
  const later = async (more: Parameters<typeof createConsolidationInput>[2]) => {
    const previous = await readConsolidation.run(COMMAND_CONTEXT, undefined);
    if (!previous.ok) throw new Error('nothing was there');
    return consolidate(createConsolidationInput(6, 4, { previous: previous.value, ...more }));
  };

  it('moves its lines when a unit reports, without being written again', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(createConsolidationInput(6, 4)));
    const first = getLinesBelow(await page(), 'Theo đơn vị, chậm nhất trước')[0]!;
    const index = Number(/số (\d+) /.exec(String(first[1]))![1]) - 1;
    const done = createMatchedFile(readMasterAnnex(), index, {
      sha: 'sha-new',
      contentDate: '2026-07-10T08:00:00Z',
      recorded: (unit, task) => ({ ...createRecorded(unit, task), state: 'done', doneOn: '2026-06-01' }),
    });
    const charts = JSON.stringify(getSheet(workbook, 'Tổng hợp').charts);
    const input = createConsolidationInput(6, 4);
    await write(
      await later({ received: [...input.received, createReceived(done, input.units[index]!.code)] }),
    );
    const after = getLinesBelow(await page(), 'Theo đơn vị, chậm nhất trước');
    expect(after[0]![1]).not.toBe(first[1]);
    expect(JSON.stringify(getSheet(workbook, 'Tổng hợp').charts)).toBe(charts);
  });

  it('writes the day counted where its cell has come to stand', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(createConsolidationInput(6, 4)));
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem('Tổng hợp').getRange('1:2').insert('Down');
      await excel.sync();
    });
    const changes = await write(await later({ asOf: '2026-08-15' }));
    expect(changes.changes.asOf).toEqual({ before: '2026-07-15', after: '2026-08-15' });
    expect(await readNamedValues('TH_NgayTinh')).toEqual([[46_249]]);
    expect(getSheet(workbook, 'Tổng hợp').cells.get(2)?.get(2)?.value ?? '').toBe('');
  });

  it('keeps what stands to its right and has its charts once when lines are added', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await write(consolidate(createConsolidationInput(6, 4)));
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem('Tổng hợp').getRange('V3').values = [['Đã trình lãnh đạo']];
      await excel.sync();
    });
    const annex = readMasterAnnex();
    const [task] = annex.tasks;
    const more = {
      ...annex,
      tasks: [
        ...annex.tasks,
        { ...task!, id: 'X.1', section: 'X', sectionTitle: 'Việc khác', leadUnit: 'Đơn vị mới' },
      ],
    };
    await write(await later({ annex: more }));
    const totals = getSheet(workbook, 'Tổng hợp');
    expect(totals.cells.get(2)?.get(21)?.value).toBe('Đã trình lãnh đạo');
    expect(totals.charts.map(({ name }) => name)).toEqual(['TH_BieuDo', 'TH_BieuDoThang']);
    expect(getLinesBelow(await page(), 'Theo lĩnh vực').at(-1)).toEqual([
      'Còn 1 lĩnh vực ở bảng chi tiết bên dưới',
    ]);
    expect(listCellErrors(totals)).toEqual([]);
  });
});
