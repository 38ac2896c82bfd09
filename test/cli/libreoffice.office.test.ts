import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { CellValue, SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { PDFDocument } from 'pdf-lib';
import { toExcelSerial } from '../../src/shared/dates';
import { TIMELINESS_LABELS } from '../../src/sheets/labels/progress-labels';
import { convertInLibreOffice, describeLibreOffice } from '../support/excel/libreoffice';
import { readFormulaValues } from '../support/excel/read-formula-values';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';
import { runPhuluc, SAMPLES_FOLDER } from '../support/run-cli';

const sample = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');

describeLibreOffice('the workbook in LibreOffice', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'phuluc-libreoffice-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The workbook as LibreOffice calculates it from the formulas alone. */
  const theirs = async (workbook: WorkbookModel, name: string): Promise<WorkbookModel> => {
    const bytes = await saveWorkbook(workbook);
    writeFileSync(join(folder, `${name}.xlsx`), bytes);
    return openWorkbook(recalculateInLibreOffice(bytes));
  };
  const schoolBook = async (): Promise<WorkbookModel> => {
    const file = join(folder, 'school.xlsx');
    await runPhuluc('import', sample, '--unit', 'Trường Mầm non Nắng Mai', '-o', file);
    return openWorkbook(new Uint8Array(readFileSync(file)));
  };
  const putValue = (sheet: SheetModel, row: number, column: number, value: CellValue): void =>
    setCell(sheet, row, column, { ...getCell(sheet, row, column), formula: undefined, value });

  it('recalculates to the same figures, cell by cell, also after a hand has changed the sheet', async () => {
    const workbook = await schoolBook();
    const sheet = findSheetByName(workbook, 'Phụ lục')!;
    putValue(sheet, 6, 11, 'Hoàn thành');
    putValue(sheet, 7, 11, 'Đang thực hiện');
    putValue(sheet, 9, 8, 'Không thực hiện');
    putValue(sheet, 10, 4, 'Một đơn vị chưa có trong bảng');
    putValue(sheet, 11, 8, '');
    recalculate(workbook);
    const summary = readFormulaValues(workbook, 'Tổng hợp');
    expect(Object.keys(summary).length).toBeGreaterThan(150);
    expect(summary['44,4']).toBe(1);

    const other = await theirs(workbook, 'bare');
    expect(readFormulaValues(other, 'Tổng hợp')).toEqual(summary);
    expect(readFormulaValues(other, 'Phụ lục')).toEqual(readFormulaValues(workbook, 'Phụ lục'));
  }, 300_000);

  it.each(['2026-03-25', '2026-06-28', '2026-12-30'])(
    'has the same progress, calendar and totals on %s, after states were changed by hand',
    async (day) => {
      const workbook = await schoolBook();
      const log = findSheetByName(workbook, 'Tiến độ')!;
      const column = (header: string): number => {
        const found = [...log.cells.get(4)!].find(([, { value }]) => value === header);
        return found![0];
      };
      const record = (row: number, header: string, value: CellValue): void =>
        putValue(log, 5 + row, column(header), value);
      record(0, 'Kết quả thực hiện', 'Hoàn thành');
      record(0, 'Ngày hoàn thành', toExcelSerial('2026-03-20'));
      record(0, 'Số, ký hiệu văn bản', '05/KH-MNNM');
      record(1, 'Kết quả thực hiện', 'Đang thực hiện');
      record(2, 'Kết quả thực hiện', 'Không phát sinh');
      record(3, 'Kết quả thực hiện', 'Hoàn thành');
      record(4, 'Hạn điều chỉnh', toExcelSerial('2026-07-05'));
      record(5, 'Kết quả thực hiện', 'Hoàn thành');
      record(5, 'Ngày hoàn thành', toExcelSerial('2026-12-29'));
      const settings = findSheetByName(workbook, 'Cấu hình')!;
      putValue(settings, 5, 1, toExcelSerial(day));
      putValue(settings, 9, 1, 'Dời xuống ngày làm việc sau');
      recalculate(workbook);
      const other = await theirs(workbook, `on-${day}`);
      for (const name of ['Tiến độ', 'Lịch', 'Tổng hợp', 'Phụ lục']) {
        const managed = readFormulaValues(workbook, name);
        expect([name, Object.keys(managed).length > 100]).toEqual([name, true]);
        expect([name, readFormulaValues(other, name)]).toEqual([name, managed]);
      }
      const said = await runPhuluc('agenda', join(folder, `on-${day}.xlsx`), '--json');
      const { on, counts } = said.json<{ on: string; counts: Record<string, number> }>();
      expect(on).toBe(day);
      const states = [...log.cells].flatMap(([row, line]) =>
        row > 4 ? [line.get(column('Đúng hạn hay quá hạn'))?.value] : [],
      );
      for (const [id, word] of Object.entries(TIMELINESS_LABELS)) {
        expect([id, states.filter((state) => state === word).length]).toEqual([id, counts[id]]);
      }
    },
    300_000,
  );

  it('prints on A4 across, one page wide', async () => {
    const file = join(folder, 'print.xlsx');
    await runPhuluc('import', sample, '-o', file);
    const pages = (
      await PDFDocument.load(
        convertInLibreOffice(new Uint8Array(readFileSync(file)), { from: 'xlsx', to: 'pdf' }),
      )
    )
      .getPages()
      .map((page) => page.getSize());
    const across = pages.filter(({ width, height }) => width > height);
    // 48 tasks, their occurrences, the summary, the calendar and the settings; the lists stand upright on a page.
    expect(across.length).toBeLessThanOrEqual(14);
    expect(pages.length - across.length).toBe(1);
    for (const { width, height } of across) {
      expect(Math.abs(width - 841.9)).toBeLessThan(1);
      expect(Math.abs(height - 595.3)).toBeLessThan(1);
    }
  }, 300_000);
});
