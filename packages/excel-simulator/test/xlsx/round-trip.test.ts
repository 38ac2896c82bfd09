import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import fc from 'fast-check';
import { createRichWorkbook } from './create-rich-workbook';
import { workbookArbitrary } from './workbook-arbitrary';

describe('a workbook saved and opened again', () => {
  it('is the same workbook, whatever it holds', async () => {
    const workbook = createRichWorkbook();
    expect(await openWorkbook(await saveWorkbook(workbook))).toEqual(workbook);
  });

  it('is the same workbook for any content', async () => {
    await fc.assert(
      fc.asyncProperty(workbookArbitrary, async (workbook) => {
        const bytes = await saveWorkbook(workbook);
        const opened = await openWorkbook(bytes);
        expect(opened).toEqual(workbook);
        expect(await saveWorkbook(opened)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('is left as it was by saving', async () => {
    const workbook = createRichWorkbook();
    await saveWorkbook(workbook);
    expect(workbook).toEqual(createRichWorkbook());
  });

  it('has the same bytes every time', async () => {
    const first = await saveWorkbook(createRichWorkbook());
    expect(await saveWorkbook(createRichWorkbook())).toEqual(first);
    expect(await saveWorkbook(await openWorkbook(first))).toEqual(first);
  });

  it('needs nothing but one empty sheet', async () => {
    const workbook = createWorkbook('Sheet1');
    const opened = await openWorkbook(await saveWorkbook(workbook));
    expect(opened).toEqual(workbook);
    expect(opened.unknownParts.size).toBe(0);
    expect(opened.losses).toEqual([]);
  });
});
