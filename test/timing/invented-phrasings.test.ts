import { parseTiming } from '../../src/timing/parse-timing';
import { isRightReading } from '../support/timing-corpus';
import { INVENTED_PHRASINGS, isTuned } from './invented-phrasings';

type InventedRow = (typeof INVENTED_PHRASINGS)[number];

/** What cannot be certain is right if it is not said to be, or has no date that could be wrong. */
function judge(row: InventedRow): { isRight: boolean; isCertain: boolean } {
  const reading = parseTiming(row.text, { year: 2026 });
  const isCertain = reading.confidence === 'high';
  if ('asked' in row) return { isRight: !isCertain || reading.kind === 'relative', isCertain };
  return { isRight: isRightReading(row, reading), isCertain };
}

describe('invented wordings of timing', () => {
  it.each(INVENTED_PHRASINGS.filter(isTuned).map((row) => [row.text, row] as const))('%j', (_, row) => {
    expect(judge(row).isRight).toBe(true);
  });

  it('are read right in 9 of 10 where the reader was not improved by them', () => {
    const judged = INVENTED_PHRASINGS.filter((row) => !isTuned(row)).map(judge);
    const wrong = judged.filter(({ isRight }) => !isRight);
    expect(judged.length).toBeGreaterThan(30);
    expect(wrong.length).toBeLessThanOrEqual(0.1 * judged.length);
    expect(wrong.filter(({ isCertain }) => isCertain).length).toBeLessThanOrEqual(2);
  });

  it.each([
    'Hằng quý, tháng thứ hai',
    'Hằng tháng, riêng tháng 6 nộp sớm hơn',
    'Tháng 5 (dời sang tháng 6 nếu trùng kỳ thi)',
    'Khi cần, rà soát vào hè',
    'Khi có đơn, giải quyết trong học kỳ I',
    'Tháng thứ 3 của năm học',
    'Năm học sau',
    'Sáng thứ Sáu cuối tháng',
  ])('%j is not certain', (text) => {
    expect(parseTiming(text, { year: 2026 }).confidence).not.toBe('high');
  });
});
