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
    'Tháng đầu tiên của năm học',
    'Tuần đầu tiên của năm học',
    'Trước kỳ nghỉ lễ 30/4',
    'Trước nghỉ lễ 2/9',
    'Trước 5/9 một tuần',
    'Trước ngày 20/11 ít nhất 10 ngày',
    'Chậm nhất 5 ngày trước ngày 30/4',
    'Không trước ngày 15/3',
    'Không tổ chức trong tháng 5',
    'Tháng 6 thay cho tháng 5',
    'Tháng 4 hoặc tháng 5',
    'Hai năm một lần',
    'Rằm tháng Giêng',
    'Ngày 15 các tháng chẵn',
    '20/4 đến 10/4',
    'Trước 30/6; báo cáo hằng quý',
    'Trong năm, cao điểm tháng 11',
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

  it.each([
    'Trước ngày 20/11',
    'Không quá ngày 15/3',
    'Mỗi năm một lần vào tháng 3',
    'Từ 20/12 đến 10/01',
    'Tháng 4 và tháng 5',
    'Trước 30/4 và 30/10',
  ])('%j is certain', (text) => {
    expect(parseTiming(text, { year: 2026 }).confidence).toBe('high');
  });
});
