import { findCompletionSpan } from '../../../src/consolidation/reader/find-completion-span';

describe('findCompletionSpan', () => {
  it.each([
    ['Hoàn thành năm 2025', '2025-01-01', '2025-12-31'],
    ['Đã hoàn thành trong năm 2025', '2025-01-01', '2025-12-31'],
    ['Hoàn thành (2025)', '2025-01-01', '2025-12-31'],
    ['Đã làm xong hồi cuối năm 2025', '2025-01-01', '2025-12-31'],
    ['Đã xong tháng 12/2025', '2025-12-01', '2025-12-31'],
    ['HT T12/2025', '2025-12-01', '2025-12-31'],
    ['Hoàn thành 2.2024', '2024-02-01', '2024-02-29'],
    ['HT quý IV/2025', '2025-10-01', '2025-12-31'],
    ['Hoàn thành năm học 2024-2025', '2024-08-01', '2025-08-31'],
    ['Tháng 9 năm 2025', '2025-09-01', '2025-09-30'],
  ])('reads "%s"', (text, from, until) => expect(findCompletionSpan(text)).toEqual({ from, until }));

  it.each([
    'Đã nộp báo cáo năm 2025',
    'Đã ban hành KH số 12/KH-2025',
    'Đã hoàn thành ngày 15/12/2025',
    'Hoàn thành báo cáo tổng kết năm học 2024-2025',
    'Hoàn thành 20/20 nội dung',
    'Hoàn thành',
  ])('finds no time of completion in "%s"', (text) => expect(findCompletionSpan(text)).toBeNull());

  it('takes a month without its year for one of the year or the next', () => {
    expect(findCompletionSpan('Hoàn thành tháng 12', 2026)).toEqual({
      from: '2026-12-01',
      until: '9999-12-31',
    });
    expect(findCompletionSpan('Xong quý IV', 2026)).toEqual({ from: '2026-10-01', until: '9999-12-31' });
    expect(findCompletionSpan('Hoàn thành tháng 12')).toBeNull();
  });
});
