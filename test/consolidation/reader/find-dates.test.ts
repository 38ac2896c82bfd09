import { findDates } from '../../../src/consolidation/reader/find-dates';
import { findExchangedDates } from '../../../src/consolidation/reader/find-exchanged-dates';
import { readRecordedValues } from '../../../src/consolidation/reader/read-recorded-values';

function read(doneOn: string | number) {
  const { recorded, warnings } = readRecordedValues(
    { doneOn: { value: doneOn, cell: 'M7' }, status: { value: 'Hoàn thành', cell: 'L7' } },
    { date1904: false, year: 2026 },
    'performed',
  );
  return { doneOn: recorded.doneOn, codes: warnings.map(({ code }) => code) };
}

describe('findDates', () => {
  it('reads what the words before each date make of it', () => {
    expect(findDates('Công văn số 7 ngày 02/02/2026; đã nộp ngày 14/03/2026')).toEqual([
      { date: '2026-02-02', meaning: 'document' },
      { date: '2026-03-14', meaning: 'completion' },
    ]);
  });
});

describe('a day of completion in a cell', () => {
  it.each<[string | number, string]>([
    ['14/03/2026', '2026-03-14'],
    [46095, '2026-03-14'],
    ['CV 7 ngày 02/02/2026; nộp 14/03/2026', '2026-03-14'],
    ['Gia hạn đến 30/04/2026, hoàn thành 14/03/2026', '2026-03-14'],
    ['Hoàn thành ngày 14/3/2026', '2026-03-14'],
    ['QĐ số 5/QĐ-MN ngày 14/03/2026', '2026-03-14'],
  ])('%j is %s', (value, date) => {
    expect(read(value)).toEqual({ doneOn: date, codes: [] });
  });

  it.each([
    'Từ 02/02/2026 đến 14/03/2026',
    '02/02/2026 -> 14/03/2026',
    'Lần 1: 02/02/2026\nLần 2: 14/03/2026',
    'nộp 02/02/2026, nộp lại 14/03/2026',
    '02/02/2026; 14/03/2026',
  ])('%j asks the officer', (value) => {
    expect(read(value)).toEqual({ doneOn: '', codes: ['several-dates'] });
  });

  it.each<[string | number, string]>([
    [45, '1900-01-01'],
    [0, '1900-01-01'],
    [2026, '1905-07-18'],
  ])('%j is a day of 1900, which no task can have been completed on', (value, date) => {
    expect(read(value)).toEqual({ doneOn: date, codes: [] });
  });

  it.each([
    'Dời sang 30/04/2026',
    'Lùi đến 30/4/2026',
    '30/04/2026 (gia hạn)',
    '30/04/2026, dự kiến',
    'Chưa xong, hẹn 30/4/2026',
    'Chưa nộp 30/4/2026',
  ])('%j is no day of completion either', (value) =>
    expect(read(value)).toEqual({ doneOn: '', codes: ['date-not-done'] }),
  );

  it.each(['Gia hạn đến 30/04/2026', 'Dự kiến 30/04/2026', 'Hạn: 30/4/2026', 'Trước ngày 30/04/2026'])(
    '%j is no day of completion',
    (value) => expect(read(value)).toEqual({ doneOn: '', codes: ['date-not-done'] }),
  );

  it('reports an Excel error and does not take it for words', () => {
    const { recorded, warnings } = readRecordedValues(
      { evidence: { value: '#VALUE!', cell: 'N8' } },
      { date1904: false, year: 2026 },
      'performed',
    );
    expect(recorded.evidence).toBe('');
    expect(warnings).toEqual([{ code: 'cell-error', cell: 'N8', value: '#VALUE!' }]);
  });
});

describe('findExchangedDates', () => {
  const cells = (...values: (string | number)[]) =>
    values.map((value, at) => ({ value, cell: `M${at + 7}` }));

  it('returns the date cells of a column in which days above 12 stayed text', () => {
    // Typed 05/03 and 25/03 where Excel reads months first: the one became 3 May, the other stayed text.
    expect(findExchangedDates(cells(46145, '25/03/2026'), false).map(({ cell }) => cell)).toEqual(['M7']);
  });

  it('returns none where a date cell has a day above 12', () => {
    expect(findExchangedDates(cells(46145, '25/03/2026', 46106), false)).toEqual([]);
  });

  it('returns none where all cells are dates', () => {
    expect(findExchangedDates(cells(46145, 46146), false)).toEqual([]);
  });

  it('are also the texts of a column in which months stand first', () => {
    expect(findExchangedDates(cells('03/25/2026', '03/05/2026'), false).map(({ cell }) => cell)).toEqual([
      'M8',
    ]);
    expect(findExchangedDates(cells('25/03/2026', '03/05/2026'), false)).toEqual([]);
  });
});
