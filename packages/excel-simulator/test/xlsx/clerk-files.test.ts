import { Workbook } from '@cj-tech-master/excelts';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findUsedRange } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { describeShared, readSharedBytes } from '../../../../test/support/shared-data';

/** Every value by sheet and address: dates as serial numbers, as they stand in the file. */
function values({ sheets }: WorkbookModel): Map<string, unknown> {
  return new Map(
    sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([row, line]) =>
        [...line]
          .filter(([, cell]) => cell.value !== '')
          .map(([column, cell]) => [`${name}!${row},${column}`, cell.value] as const),
      ),
    ),
  );
}

const serial = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

/** The same as another library reads them. */
async function valuesOfOther(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const found = new Map<string, unknown>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row, number) =>
      row.eachCell((cell, column) => {
        const { value } = cell;
        if (cell.master !== cell || value === null || value === undefined || value === '') return;
        found.set(`${sheet.name}!${number - 1},${column - 1}`, value instanceof Date ? serial(value) : value);
      }),
    );
  }
  return found;
}

describeShared('workbooks of clerks', () => {
  it.each(['excel-clerk.xlsx', 'excel-clerk-messy.xlsx'])('%s opens with the values it has', async (file) => {
    const bytes = readSharedBytes('documents', file);
    const workbook = await openWorkbook(bytes);
    const read = values(workbook);
    expect(read.size).toBeGreaterThan(100);
    expect(read).toEqual(await valuesOfOther(bytes));
  });

  it.each(['excel-clerk.xlsx', 'excel-clerk-messy.xlsx'])(
    '%s is the same after it was saved',
    async (file) => {
      const workbook = await openWorkbook(readSharedBytes('documents', file));
      expect(workbook.losses).toEqual([]);
      expect(await openWorkbook(await saveWorkbook(workbook))).toEqual(workbook);
    },
  );

  it('keep their print titles, fit to the page’s width, merges and fonts', async () => {
    const [sheet] = (await openWorkbook(readSharedBytes('documents', 'excel-clerk.xlsx'))).sheets;
    expect(findUsedRange(sheet!)).toEqual({ top: 0, left: 0, bottom: 68, right: 5 });
    expect(sheet!.merges).toHaveLength(17);
    expect(sheet!.pageLayout).toMatchObject({
      orientation: 'Landscape',
      zoom: { horizontalFitToPages: 1 },
      titleRows: { first: 8, last: 8 },
    });
    expect(sheet!.rows.get(8)?.height).toBe(52);
    expect(sheet!.cells.get(8)?.get(0)?.format).toMatchObject({
      font: { name: 'Times New Roman', size: 13, bold: true },
    });
  });
});
