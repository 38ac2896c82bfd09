import type { SheetModel } from '@phuluc/excel-simulator/model/types';
import { closeExcel, getSheet, openExcel, stageAndImport } from '../support/excel/open-excel';
import { createTimedAnnex, renewProgressLog } from '../support/excel/progress-log';

afterEach(closeExcel);

/** Points of a window of 1366 × 768 with the pane beside it, less Excel's own bars. */
const WINDOW = { width: 700, rows: 20 };

function findCell(sheet: SheetModel, text: string): { row: number; column: number } {
  for (const [row, line] of sheet.cells)
    for (const [column, { value }] of line) if (value === text) return { row, column };
  throw new Error(`${sheet.name} has no cell "${text}".`);
}

const DEFAULT_WIDTH = 48;
const measureTo = (sheet: SheetModel, column: number): number =>
  Array.from({ length: column + 1 }, (_, at) => sheet.columns.get(at)?.width ?? DEFAULT_WIDTH).reduce(
    (sum, width) => sum + width,
    0,
  );

describe('what a clerk sees of the sheets without scrolling', () => {
  it('is code and content beside every column, the week at once, and nothing technical', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(createTimedAnnex());
    await renewProgressLog();
    const annex = getSheet(workbook, 'Phụ lục');
    expect(annex.freeze.columns).toBeGreaterThan(findCell(annex, 'Nội dung công việc').column);
    const log = getSheet(workbook, 'Tiến độ');
    expect(log.freeze.columns).toBeGreaterThan(findCell(log, 'Nội dung công việc').column);
    expect(log.columns.get(findCell(log, 'Mã sự kiện').column)).toMatchObject({ hidden: true });
    const calendar = getSheet(workbook, 'Lịch');
    const week = findCell(calendar, 'Tuần này');
    expect(week.row).toBeLessThan(WINDOW.rows);
    expect(measureTo(calendar, week.column)).toBeLessThan(WINDOW.width);
  });

  it('prints percentages one way', async () => {
    const { workbook } = await openExcel();
    await stageAndImport(createTimedAnnex());
    await renewProgressLog();
    const formats = workbook.sheets.flatMap(({ cells }) =>
      [...cells.values()].flatMap((line) =>
        [...line.values()].flatMap(({ format }) =>
          format?.numberFormat?.includes('%') ? [format.numberFormat] : [],
        ),
      ),
    );
    expect([...new Set(formats)]).toEqual(['0.0%']);
  });
});
