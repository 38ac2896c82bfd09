import { describeReading } from '../../src/i18n/describe-reading';
import { parseTiming } from '../../src/timing/parse-timing';

const describeWords = (words: string): string => describeReading('vi', parseTiming(words, { year: 2026 }));

describe('what the words of a timing were taken to mean', () => {
  it.each([
    ['Chậm nhất 30/11/2026', 'Hạn: chậm nhất 30/11/2026.'],
    ['Trước ngày 15/9/2026', 'Hạn: trước ngày 15/09/2026.'],
    ['Quý III/2026', 'Hạn: 30/09/2026 (quý).'],
  ])('is said as an office says it: %s', (words, said) => {
    expect(describeWords(words)).toBe(said);
  });

  it('names the kind where there is no day', () => {
    expect(describeWords('Thường xuyên')).toMatch(/^Thời hạn: /);
  });
});
