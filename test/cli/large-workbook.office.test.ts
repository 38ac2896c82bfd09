import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { CellValue, SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { Annex } from '../../src/annex/types';
import { toExcelSerial } from '../../src/shared/dates';
import { createLargeAnnex } from '../support/builders/create-large-annex';
import { describeLibreOffice } from '../support/excel/libreoffice';
import { closeExcel, getSheet, openExcel } from '../support/excel/open-excel';
import { importAndTrack } from '../support/excel/progress-log';
import { readFormulaValues } from '../support/excel/read-formula-values';
import { recalculateInLibreOffice } from '../support/excel/recalculate-in-libreoffice';

afterEach(closeExcel);

/** With some 2,900 rows of progress, 39,169 formulas. */
const TASKS = 3_000;
const SHEETS = ['Phụ lục', 'Tiến độ', 'Lịch', 'Tổng hợp'];
const HEADER_ROW = 4;

/** One task in thirty has twelve deadlines, the others one: some 3,000 rows of progress. */
function createAnnex(): Annex {
  const annex = createLargeAnnex(TASKS);
  const tasks = annex.tasks.map((task, index) => ({
    ...task,
    timing:
      index % 30 === 0
        ? 'Trước ngày 20 hằng tháng'
        : `Trước ngày ${(index % 28) + 1}/${(index % 12) + 1}/2026`,
  }));
  return { ...annex, tasks };
}

/** Records progress by hand: rows done in time and late, under way, without event; deadlines moved. */
function recordProgress(log: SheetModel): void {
  const columns = new Map(
    [...log.cells.get(HEADER_ROW)!].map(([column, { value }]) => [String(value), column]),
  );
  const put = (row: number, header: string, value: CellValue): void => {
    const column = columns.get(header)!;
    setCell(log, row, column, { ...getCell(log, row, column), formula: undefined, value });
  };
  const { top, bottom } = log.tables[0]!.area;
  for (let row = top + 1; row <= bottom; row += 1) {
    if (row % 3 === 0) put(row, 'Kết quả thực hiện', 'Hoàn thành');
    if (row % 6 === 0) put(row, 'Ngày hoàn thành', toExcelSerial('2026-06-15') + (row % 90));
    if (row % 7 === 1) put(row, 'Kết quả thực hiện', 'Đang thực hiện');
    if (row % 11 === 2) put(row, 'Hạn điều chỉnh', toExcelSerial('2026-09-01') + (row % 60));
  }
}

describeLibreOffice(`a workbook of ${TASKS} tasks with progress`, () => {
  let workbook: WorkbookModel;
  let bytes: Uint8Array;

  beforeAll(async () => {
    ({ workbook } = await openExcel());
    await importAndTrack(createAnnex());
    recordProgress(getSheet(workbook, 'Tiến độ'));
    const day = getSheet(workbook, 'Cấu hình');
    setCell(day, 5, 1, { ...getCell(day, 5, 1), formula: undefined, value: toExcelSerial('2026-07-15') });
    recalculate(workbook);
    bytes = await saveWorkbook(workbook);
  }, 300_000);

  it('has the figures that LibreOffice calculates, and no error', async () => {
    const theirs = await openWorkbook(recalculateInLibreOffice(bytes));
    for (const name of SHEETS) {
      const values = readFormulaValues(workbook, name);
      expect([name, Object.keys(values).length > 400]).toEqual([name, true]);
      expect([name, Object.values(values).filter((value) => typeof value === 'object')]).toEqual([name, []]);
      expect([name, readFormulaValues(theirs, name)]).toEqual([name, values]);
    }
  }, 300_000);
});
