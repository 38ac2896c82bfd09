import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { buildConsolidationReport } from '../../../src/authority-workbook/consolidation-report';
import type { LedgerTotals } from '../../../src/cli/ledger/query-ledger-totals';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

const master = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const UNITS = `Mã,Tên đơn vị,Loại
MN-01,Trường Mầm non Hoa Cúc,MN
MN-02,Trường Mầm non Nắng Mai,MN
TH-01,Trường Tiểu học Đồng Sen,TH
`;
const ONE = 'MN-01 Trường Mầm non Hoa Cúc.xlsx';
const HEADER = 3;

async function openFile(file: string): Promise<WorkbookModel> {
  return openWorkbook(new Uint8Array(readFileSync(file)));
}

/** What a sheet shows, cell by cell, but for lines that say whether it holds everything. */
function shown(workbook: WorkbookModel, name: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [row, line] of findSheetByName(workbook, name)!.cells) {
    for (const [column, { value }] of line) {
      const isNote = typeof value === 'string' && /Dữ liệu/.test(value);
      if (value !== '' && value !== null && value !== undefined && !isNote) found[`${row},${column}`] = value;
    }
  }
  return found;
}

const findColumn = (headers: Map<number, { value: unknown }>, header: string): number =>
  [...headers].find(([, { value }]) => value === header)![0];

/** Rows of the table of the ledger by their keys. */
function dataRows(workbook: WorkbookModel): Map<string, Record<string, unknown>> {
  const { cells } = findSheetByName(workbook, 'Dữ liệu')!;
  const headers = cells.get(HEADER)!;
  const keys = findColumn(headers, 'Khóa');
  const rows = new Map<string, Record<string, unknown>>();
  for (const [row, line] of cells) {
    if (row <= HEADER || !line.get(keys)?.value) continue;
    rows.set(
      String(line.get(keys)!.value),
      Object.fromEntries([...headers].map(([column, { value }]) => [String(value), line.get(column)?.value])),
    );
  }
  return rows;
}

describe('a ledger of more rows than a sheet holds', () => {
  const folder = useTemporaryFolder();
  const at = (...names: string[]): string => join(folder.path(''), ...names);

  const issue = async (): Promise<void> => {
    writeFileSync(at('units.csv'), UNITS);
    expect((await runPhuluc('issue', master, '--units', at('units.csv'), '-o', at('files'))).code).toBe(0);
    const workbook = await openFile(at('files', ONE));
    const sheet = findSheetByName(workbook, 'Phụ lục')!;
    const header = [...sheet.cells].find(([, line]) =>
      [...line.values()].some(({ value }) => value === 'Kết quả thực hiện'),
    )!;
    const column = [...header[1]].find(([, { value }]) => value === 'Kết quả thực hiện')![0];
    ['Hoàn thành', 'Đang thực hiện', 'Không phát sinh', '???'].forEach((value, index) => {
      const row = header[0] + 1 + index;
      setCell(sheet, row, column, { ...getCell(sheet, row, column), value });
    });
    writeFileSync(at('files', ONE), await saveWorkbook(workbook));
  };
  const consolidate = (...more: string[]) =>
    runPhuluc(
      'consolidate',
      at('files'),
      '--annex',
      master,
      '--units',
      at('units.csv'),
      '--as-of',
      '2026-07-15',
      ...more,
    );
  const done = async (...more: string[]): Promise<string> => {
    const answer = await consolidate(...more);
    if (answer.code !== 0) throw new Error(answer.errors);
    return answer.out;
  };
  const edit = async (file: string, header: string, key: string, value: string): Promise<void> => {
    const workbook = await openFile(file);
    const sheet = findSheetByName(workbook, 'Dữ liệu')!;
    const headers = sheet.cells.get(HEADER)!;
    const [column, keys] = [findColumn(headers, header), findColumn(headers, 'Khóa')];
    const row = [...sheet.cells].find(([, line]) => line.get(keys)?.value === key)![0];
    setCell(sheet, row, column, { ...getCell(sheet, row, column), value });
    writeFileSync(file, await saveWorkbook(workbook));
  };
  const totals = async (...more: string[]): Promise<LedgerTotals> => {
    const answer = await runPhuluc('totals', '--ledger', at('tong-hop.ledger'), '--json', ...more);
    if (answer.code !== 0) throw new Error(answer.errors);
    return answer.json<LedgerTotals>();
  };
  const OUT = (): string => at('tong-hop.xlsx');
  const COUNTS = ['Tổng hợp', 'Theo đơn vị', 'Ma trận'];

  it('goes to a folder beside the workbook, whose figures are those of the whole', async () => {
    await issue();
    await done('-o', at('het.xlsx'));
    const out = await done('-o', OUT(), '--sheet-rows', '100');
    expect(out).toContain('144 dòng');
    const [total, part] = [await openFile(at('het.xlsx')), await openFile(OUT())];
    for (const name of COUNTS) {
      expect(Object.keys(shown(total, name)).length).toBeGreaterThan(40);
      expect([name, shown(part, name)]).toEqual([name, shown(total, name)]);
    }
    const retained = dataRows(part);
    expect(retained.size).toBeGreaterThan(5);
    expect(retained.size).toBeLessThanOrEqual(100);
    for (const [key, row] of retained) expect(row).toEqual(dataRows(total).get(key));
    const outcomes = new Set([...retained.values()].map((row) => row['Đúng hạn hay quá hạn']));
    expect(outcomes.has('Cần xem lại')).toBe(true);
    // No reason is asked of a task that the annex itself marks as not performed, so it does not stay.
    expect(outcomes.has('Không thực hiện')).toBe(false);
    expect(outcomes.has('Hoàn thành')).toBe(false);
    for (const name of ['Dữ liệu', 'Tổng hợp', 'Theo đơn vị']) {
      const notes = [...findSheetByName(part, name)!.cells.values()].flatMap((line) =>
        [...line.values()].map(({ value }) => String(value)),
      );
      expect([name, notes.some((note) => note.includes(`chỉ giữ ${retained.size} trong 144 dòng`))]).toEqual([
        name,
        true,
      ]);
    }
    expect((await totals()).totals.required).toBe(144);
  });

  it('changes nothing the second time, and keeps what the officer has written on', async () => {
    await issue();
    await done('-o', OUT(), '--sheet-rows', '100');
    const before = readFileSync(OUT());
    expect(await done('-o', OUT(), '--sheet-rows', '100')).toContain('không tệp nào bị ghi lại');
    expect(readFileSync(OUT()).equals(before)).toBe(true);

    const rows = dataRows(await openFile(OUT()));
    const late = [...rows]
      .filter(([, row]) => row['Đúng hạn hay quá hạn'] === 'Chưa thực hiện, quá hạn')
      .map(([key]) => key);
    await edit(OUT(), 'Kết quả thực hiện', late[0]!, 'Không phát sinh');
    await edit(OUT(), 'Ghi chú của cán bộ', late[1]!, 'Đã gọi điện');
    const lateBefore = (await totals()).totals.overdue!;
    await done('-o', OUT(), '--sheet-rows', '100');
    expect((await totals()).totals).toMatchObject({ overdue: lateBefore - 1, corrected: 1 });

    // A later day counted from, so that nothing of the rows would be shown for its own sake.
    await runPhuluc(
      'consolidate',
      at('files'),
      '--annex',
      master,
      '--units',
      at('units.csv'),
      '--as-of',
      '2026-01-01',
      '-o',
      OUT(),
      '--sheet-rows',
      '100',
    );
    const after = dataRows(await openFile(OUT()));
    expect(after.get(late[0]!)).toMatchObject({ 'Kết quả thực hiện': 'Không phát sinh', 'Cán bộ sửa': 'Có' });
    expect(after.get(late[1]!)).toMatchObject({
      'Ghi chú của cán bộ': 'Đã gọi điện',
      'Kết quả thực hiện': 'Chưa thực hiện',
    });
    expect(after.has(late[2]!)).toBe(false);
  });

  it('turns a workbook that held everything into one of a part, and back', async () => {
    await issue();
    await done('-o', at('het.xlsx'));
    await done('-o', OUT());
    const total = await openFile(at('het.xlsx'));
    await done('-o', OUT(), '--sheet-rows', '100');
    const part = await openFile(OUT());
    for (const name of COUNTS) expect([name, shown(part, name)]).toEqual([name, shown(total, name)]);
    expect(dataRows(part).size).toBeLessThan(100);
    await done('-o', OUT());
    const again = await openFile(OUT());
    for (const name of [...COUNTS, 'Dữ liệu']) {
      expect([name, getFormulas(again, name)]).toEqual([name, getFormulas(total, name)]);
    }
    expect(dataRows(again).size).toBe(144);
  });

  /** How many cells of a sheet are live. */
  const getFormulas = (workbook: WorkbookModel, name: string): number =>
    [...findSheetByName(workbook, name)!.cells.values()]
      .flatMap((line) => [...line.values()])
      .filter(({ formula }) => formula !== undefined).length;

  it('is not lost with its folder: nobody counts over a part', async () => {
    await issue();
    await done('-o', OUT(), '--sheet-rows', '100');
    const report = await runPhuluc('report', OUT(), '--period', 'Q2', '-o', at('bao-cao.docx'));
    expect([report.code, report.errors.includes('ledger-needed')]).toEqual([1, true]);
    mkdirSync(at('tinh'));
    cpSync(OUT(), at('tinh', 'p07.xlsx'));
    const above = await runPhuluc('consolidate', at('tinh'), '--annex', master, '--json');
    expect(above.json<Report>().files.failed.map(({ code }) => code)).toEqual(['ledger-needed']);
    rmSync(at('tong-hop.ledger'), { recursive: true });
    const before = readFileSync(OUT());
    const again = await consolidate('-o', OUT());
    expect([again.code, again.errors.includes('ledger-needed')]).toEqual([1, true]);
    expect(readFileSync(OUT()).equals(before)).toBe(true);
    const unrelated = ['--ledger', at('khac')] as const;
    const first = await runPhuluc('consolidate', at('files', ONE), '--annex', master, ...unrelated);
    expect(first.code).toBe(0);
    const other = await consolidate('-o', OUT(), ...unrelated);
    expect([other.code, other.errors.includes('ledger-needed')]).toEqual([1, true]);
  });
});
