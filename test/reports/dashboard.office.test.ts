import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { Annex } from '../../src/annex/types';
import { consolidateUnits } from '../../src/commands/authority/consolidate-units';
import { consolidate } from '../../src/consolidation/run/consolidate';
import { toExcelSerial } from '../../src/shared/dates';
import { createConsolidationInput, readMasterAnnex } from '../support/builders/create-consolidation-input';
import { describeLibreOffice } from '../support/excel/libreoffice';
import { closeExcel, COMMAND_CONTEXT, openExcel, stageAndImport } from '../support/excel/open-excel';
import { findOverlaps } from '../support/excel/page-checks';
import { printToPdf } from '../support/excel/print-to-pdf';
import { importAndTrack, setWorkbookDay, typeIntoLog } from '../support/excel/progress-log';
import { type PrintedPage, readPdfPages } from '../support/excel/read-pdf-pages';

afterEach(closeExcel);

/** 8 mm, as the page sets them. */
const MARGIN = 23;
/** What a reader without glasses still reads. */
const SMALLEST = 9;

function getPageText({ texts }: PrintedPage): string {
  return texts
    .map(({ text }) => text)
    .join(' ')
    .normalize('NFC');
}

/** The pages of *Tổng hợp* among all that the workbook prints. */
async function printed(workbook: WorkbookModel): Promise<PrintedPage[]> {
  const pages = await readPdfPages(printToPdf(await saveWorkbook(workbook), 'xlsx', 'Arial'));
  // The details stand below the page and are not printed.
  expect(pages.filter((page) => getPageText(page).includes('Số liệu chi tiết'))).toEqual([]);
  return pages.filter((page) => getPageText(page).includes('Tổng hợp tình hình thực hiện'));
}

function expectOnePage(pages: readonly PrintedPage[], parts: readonly string[]): void {
  expect(pages).toHaveLength(1);
  const [page] = pages;
  const { width, height, texts } = page!;
  expect(Math.abs(width - 841.9)).toBeLessThan(1);
  expect(Math.abs(height - 595.3)).toBeLessThan(1);
  for (const { text, x, y, width: own, size } of texts) {
    expect([text, size >= SMALLEST]).toEqual([text, true]);
    expect([text, x >= MARGIN - 1, x + own <= width - MARGIN + 1]).toEqual([text, true, true]);
    expect([text, y > MARGIN, y <= height - MARGIN + 1]).toEqual([text, true, true]);
  }
  const pageText = getPageText(page!).replace(/\s+/g, ' ');
  for (const part of parts) expect(pageText).toContain(part);
  expect(findOverlaps(texts)).toEqual([]);
  // The page is used: it is not a stamp in a corner.
  const right = Math.max(...texts.map(({ x, width: own }) => x + own));
  const bottom = Math.max(...texts.map(({ y }) => y));
  expect([right / width > 0.9, bottom / height > 0.85]).toEqual([true, true]);
}

/** Areas with long names, one task each. */
function manyAreas(count: number): Annex {
  const annex = readMasterAnnex();
  return {
    ...annex,
    tasks: Array.from({ length: count }, (_, at) => ({
      ...annex.tasks[0]!,
      id: `${at + 1}.1`,
      section: String(at + 1),
      sectionTitle: `ĐẨY MẠNH CẢI CÁCH THỂ CHẾ, THỦ TỤC HÀNH CHÍNH TRONG LĨNH VỰC SỐ ${at + 1}`,
      leadUnit: `Ủy ban nhân dân phường phối hợp với phòng chuyên môn, nghiệp vụ thứ ${at + 1}`,
    })),
  };
}

describeLibreOffice('the page of Tổng hợp on paper', () => {
  it('of a unit that follows deadlines is one A4 with every part', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    await importAndTrack(readMasterAnnex());
    await setWorkbookDay('2026-08-20');
    await typeIntoLog(0, 'Kết quả thực hiện', 'Hoàn thành');
    await typeIntoLog(0, 'Ngày hoàn thành', toExcelSerial('2026-01-29'));
    expectOnePage(await printed(workbook), [
      'Số liệu tính đến ngày 20/8/2026',
      'Tỷ lệ hoàn thành',
      'Đo lường sự hài lòng của cha mẹ trẻ và người dân',
      'Theo đơn vị chủ trì',
      'Tỷ lệ và số kỳ hạn theo tháng đến hạn',
      'T12',
      'Nhiệm vụ quá hạn và đến hạn gần nhất',
      'với nhiệm vụ: có kỳ hạn quá hạn.',
    ]);
  }, 240_000);

  it.each([1, 60])(
    'of a unit with %d areas of long names is one A4',
    async (count) => {
      const { workbook } = await openExcel(createWorkbook('Trang 1'));
      await stageAndImport(manyAreas(count));
      expectOnePage(await printed(workbook), [
        'Theo lĩnh vực',
        '…',
        ...(count > 9 ? ['Còn 51 lĩnh vực ở bảng chi tiết bên dưới'] : []),
        'Chưa theo dõi thời hạn',
      ]);
    },
    240_000,
  );

  it('of the authority over sixty units is one A4 with every part', async () => {
    const { workbook } = await openExcel(createWorkbook('Trang 1'));
    const staged = await consolidateUnits.stage(COMMAND_CONTEXT, {
      consolidation: consolidate(createConsolidationInput(60, 58)),
    });
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    await consolidateUnits.run(COMMAND_CONTEXT, staged.value);
    // Thousands of rows of the ledger are of no interest here and take long to print.
    const data = workbook.sheets.find(({ name }) => name === 'Dữ liệu')!;
    data.pageLayout.printArea = [{ top: 0, left: 0, bottom: 9, right: 3 }];
    expectOnePage(await printed(workbook), [
      'Tính đến ngày',
      '15/07/2026',
      'Đã nhận báo cáo của 58/60 đơn vị',
      'Theo đơn vị, chậm nhất trước',
      'Nhiệm vụ quá hạn ở nhiều đơn vị nhất',
      'Tỷ lệ và số nhiệm vụ theo tháng đến hạn, 2026',
      'Nhiệm vụ đếm theo từng đơn vị.',
    ]);
  }, 240_000);
});
