import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { itLibreOffice } from '../support/excel/libreoffice';
import { readFormulaValues } from '../support/excel/read-formula-values';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

const master = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const UNITS = `Mã,Tên đơn vị,Loại
MN-01,Trường Mầm non Hoa Cúc,MN
MN-02,Trường Mầm non Nắng Mai,MN
TH-01,Trường Tiểu học Đồng Sen,TH
`;

async function openFile(file: string): Promise<WorkbookModel> {
  return openWorkbook(new Uint8Array(readFileSync(file)));
}

describe('phuluc consolidate', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(name);
  const returned = (name: string): string => join(at('files'), name);

  const issue = async (): Promise<void> => {
    writeFileSync(at('units.csv'), UNITS);
    expect((await runPhuluc('issue', master, '--units', at('units.csv'), '-o', at('files'))).code).toBe(0);
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
      '--json',
      ...more,
    );
  const runReport = async (...more: string[]): Promise<Report> => {
    const answer = await consolidate(...more);
    if (answer.code !== 0) throw new Error(answer.errors);
    return answer.json<Report>();
  };
  /** A school works on: statuses of its first tasks, or another column of them. */
  const work = async (name: string, text: readonly string[], column = 'Kết quả thực hiện'): Promise<void> => {
    const workbook = await openFile(returned(name));
    const sheet = findSheetByName(workbook, 'Phụ lục')!;
    const header = [...(sheet.cells.get(5) ?? [])].find(([, { value }]) => value === column)![0];
    text.forEach((value, index) =>
      setCell(sheet, 6 + index, header, { ...getCell(sheet, 6 + index, header), value }),
    );
    writeFileSync(returned(name), await saveWorkbook(workbook));
  };
  const ONE = 'MN-01 Trường Mầm non Hoa Cúc.xlsx';

  it('prints what was asked for, with nothing invented about workbooks that came back untouched', async () => {
    await issue();
    const report = await runReport();
    expect(Object.keys(report)).toEqual(['files', 'units', 'totals', 'byUnit', 'byArea', 'findings']);
    const none = { failed: [], leftOut: [], duplicates: [], sheetChoices: [] };
    expect(report.files).toEqual({ received: 3, read: 3, ...none });
    expect(report.units).toEqual({ expected: 3, sent: 3, missing: [] });
    const { required, performed, notPerformed, undecided, done } = report.totals;
    expect({ required, performed, notPerformed, undecided, done }).toEqual({
      required: 144,
      performed: 96,
      notPerformed: 45,
      undecided: 3,
      done: 0,
    });
    expect(report.byArea).toHaveLength(9);
    expect(report.findings.map(({ code, unit }) => [code, unit])).toEqual(
      ['MN-01', 'MN-02', 'TH-01'].map((unit) => ['file-blank', unit]),
    );
  });

  it('writes the same workbook only once, and reads only what is new', async () => {
    await issue();
    const out = at('tong-hop.xlsx');
    const first = await runReport('-o', out);
    const before = readFileSync(out);
    expect(await runReport('-o', out)).toEqual(first);
    expect(readFileSync(out).equals(before)).toBe(true);
    await work(ONE, ['Hoàn thành', 'Đang thực hiện']);
    // Messages name sheets as people see them.
    const said = (await runPhuluc('consolidate', at('files'), '--annex', master, '-o', at('other.xlsx'))).out;
    expect(said).toMatch(/^Theo đơn vị: thêm 3, sửa 0, bỏ 0 dòng\.$/m);
    expect(said).toMatch(/^Dữ liệu: thêm \d+, /m);
    const later = await runReport('-o', out);
    expect(later.totals.done).toBe(1);
    const sources = findSheetByName(await openFile(out), 'Tệp nguồn')!;
    const lines = [...sources.cells.values()];
    const column = lines
      .flatMap((line) => [...line.entries()])
      .find(([, { value }]) => value === 'Đã dùng hay chưa')![0];
    const states = lines.map((line) => line.get(column)?.value).filter(Boolean);
    expect(states).toEqual(['Đã dùng hay chưa', 'Có tệp khác thay', 'Đã dùng', 'Đã dùng', 'Đã dùng']);
  });

  it('says in one line which units numbered their rows again', async () => {
    await issue();
    await work(ONE, ['101', '102', '103'], 'TT');
    const said = (await runPhuluc('consolidate', at('files'), '--annex', master)).out;
    expect(said).toContain('\n1 đơn vị đã đánh số lại so với phụ lục (số nhiệm vụ): MN-01 (3).');
  });

  it('keeps what a unit sent when its file is taken away or damaged, and says which failed', async () => {
    await issue();
    const out = at('tong-hop.xlsx');
    await work(ONE, ['Hoàn thành']);
    const first = await runReport('-o', out);
    rmSync(returned('TH-01 Trường Tiểu học Đồng Sen.xlsx'));
    writeFileSync(returned(ONE), readFileSync(returned(ONE)).subarray(0, 9_000));
    const second = await runReport('-o', out);
    expect(second.totals).toEqual(first.totals);
    expect(second.files.failed.map(({ code }) => code)).toEqual(['zip-damaged']);
    expect(second.units).toEqual(first.units);
  });

  it('leaves the workbook as it was where the disk takes no more', async () => {
    await issue();
    mkdirSync(at('full'));
    const out = join(at('full'), 'tong-hop.xlsx');
    await runReport('-o', out);
    const before = readFileSync(out);
    await work(ONE, ['Hoàn thành']);
    // A folder that takes no new file stands for a disk that is full; where everything is allowed, a missing one does.
    chmodSync(at('full'), 0o500);
    const allowed = process.getuid?.() === 0;
    const target = allowed ? join(at('gone'), 'tong-hop.xlsx') : out;
    const answer = await consolidate('-o', target);
    chmodSync(at('full'), 0o700);
    expect([answer.code, answer.errors.includes('file-not-writable')]).toEqual([1, true]);
    expect(readFileSync(out).equals(before)).toBe(true);
  });

  it('rolls up twice: the workbook of a commune is a file of the province', async () => {
    await issue();
    await work(ONE, ['Hoàn thành', 'Hoàn thành']);
    const commune = await runReport('-o', at('p07.xlsx'), '--level', 'P-07:phường Đồng Sen');
    mkdirSync(at('province'));
    copyFileSync(at('p07.xlsx'), join(at('province'), 'gui len.xlsx'));
    writeFileSync(at('communes.csv'), 'Mã,Tên đơn vị\nP-07,phường Đồng Sen\nP-08,phường Tân Phú\n');
    const answer = await runPhuluc(
      'consolidate',
      at('province'),
      '--units',
      at('communes.csv'),
      '--as-of',
      '2026-07-15',
      '--level',
      'T-01:tỉnh Sông Xanh',
      '-o',
      at('tinh.xlsx'),
      '--json',
    );
    if (answer.code !== 0) throw new Error(answer.errors);
    const province = answer.json<Report>();
    expect(province.totals).toEqual(commune.totals);
    expect(province.units).toEqual({ expected: 2, sent: 1, missing: ['P-08'] });
    expect(province.byUnit.map(({ code, done }) => [code, done])).toEqual([['P-07', 2]]);
  });

  it('takes patterns and single files, and reports a path that is not there', async () => {
    await issue();
    const answer = await runPhuluc(
      'consolidate',
      join(at('files'), 'MN-*.xlsx'),
      at('absent.xlsx'),
      '--json',
    );
    const report = answer.json<Report>();
    expect(report.files.read).toBe(2);
    expect(report.files.failed).toMatchObject([{ code: 'file-not-found' }]);
    expect(report.units.expected).toBe(2);
    const none = await runPhuluc('consolidate', at('absent.xlsx'), '--json');
    expect([none.code, none.errors.includes('no-workbooks')]).toEqual([1, true]);
  });

  itLibreOffice(
    'LibreOffice recalculates to the same totals, cell by cell',
    async () => {
      await issue();
      await work(ONE, ['Hoàn thành', 'Đang thực hiện', 'Không phát sinh']);
      const out = at('tong-hop.xlsx');
      await runReport('-o', out, '--report-due', '2026-07-05');
      const bytes = new Uint8Array(readFileSync(out));
      const managed = await openWorkbook(bytes);
      const theirs = await openWorkbook(recalculateInLibreOffice(bytes));
      for (const name of ['Tổng hợp', 'Theo đơn vị', 'Ma trận', 'Dữ liệu']) {
        const values = readFormulaValues(managed, name);
        expect(Object.keys(values).length).toBeGreaterThan(50);
        expect(readFormulaValues(theirs, name)).toEqual(values);
      }
    },
    300_000,
  );
});
