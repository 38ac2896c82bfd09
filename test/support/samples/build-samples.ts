import { createExcelSample } from './create-excel-sample';
import { createExpectedAnnex } from './create-expected-annex';
import { createPdfSample } from './create-pdf-sample';
import { createWordSample } from './create-word-sample';
import { PLAN_2026 } from './plan-2026';
import { PLAN_2026_REISSUED } from './plan-2026-reissued';
import { BOARDING_LETTER_2026, DIGITAL_2026, INDEX_2026, THRIFT_2026, WATER_LETTER_2026 } from './year-2026';

const encodeJson = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/**
 * All samples by file name: the annex as Word and Excel files, its reissue, what a reader should make of them, and the
 * other documents of the year.
 */
export async function buildSamples(): Promise<Record<string, Uint8Array>> {
  return {
    'phu-luc-2026.docx': await createWordSample(PLAN_2026),
    'phu-luc-2026.xlsx': await createExcelSample(PLAN_2026),
    'phu-luc-2026.json': encodeJson(createExpectedAnnex(PLAN_2026)),
    'phu-luc-2026-dieu-chinh.docx': await createWordSample(PLAN_2026_REISSUED, PLAN_2026),
    'phu-luc-2026-dieu-chinh.json': encodeJson(createExpectedAnnex(PLAN_2026_REISSUED)),
    'chuyen-doi-so-2026.xlsx': await createExcelSample(DIGITAL_2026),
    'chi-so-cchc-2026.docx': await createWordSample(INDEX_2026),
    'tiet-kiem-2026.pdf': createPdfSample(THRIFT_2026),
    'cong-van-ban-tru-2026.docx': await createWordSample(BOARDING_LETTER_2026),
    'cong-van-duoi-nuoc-2026.docx': await createWordSample(WATER_LETTER_2026),
  };
}
