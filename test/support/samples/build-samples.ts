import { createExcelSample } from './create-excel-sample';
import { createExpectedAnnex } from './create-expected-annex';
import { createWordSample } from './create-word-sample';
import { PLAN_2026 } from './plan-2026';
import { PLAN_2026_REISSUED } from './plan-2026-reissued';

const encodeJson = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** All samples by file name: the annex as Word and Excel files, its reissue, and what a reader should make of them. */
export async function buildSamples(): Promise<Record<string, Uint8Array>> {
  return {
    'phu-luc-2026.docx': await createWordSample(PLAN_2026),
    'phu-luc-2026.xlsx': await createExcelSample(PLAN_2026),
    'phu-luc-2026.json': encodeJson(createExpectedAnnex(PLAN_2026)),
    'phu-luc-2026-dieu-chinh.docx': await createWordSample(PLAN_2026_REISSUED, PLAN_2026),
    'phu-luc-2026-dieu-chinh.json': encodeJson(createExpectedAnnex(PLAN_2026_REISSUED)),
  };
}
