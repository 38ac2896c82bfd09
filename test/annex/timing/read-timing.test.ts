import { matchKey } from '../../../src/annex/text';
import { readTiming } from '../../../src/annex/timing/read-timing';
import type { Recurrence, TimingDoubt, TimingKind } from '../../../src/annex/timing/types';
import { allParaphrases } from './paraphrases';

const read = (text: string, year: number | null = 2024) => readTiming(text, { year });

describe('wordings by template', () => {
  it.each(allParaphrases(2024).map((each) => [each.text, each] as const))(
    '%j',
    (_, { text, year, kind, due }) => {
      const reading = readTiming(text, { year });
      expect({ kind: reading.kind, due: reading.due }).toEqual({ kind, due });
    },
  );
});

describe('vague words are proposals of medium confidence', () => {
  it.each<[string, TimingKind, string[]]>([
    ['Đầu tháng 6', 'month', ['2024-06-10']],
    ['Giữa tháng 6/2024', 'month', ['2024-06-15']],
    ['Thượng tuần tháng 3', 'month', ['2024-03-10']],
    ['Tuần 3 tháng 9', 'month', ['2024-09-21']],
    ['Đầu quý III', 'quarter', ['2024-07-31']],
    ['Giữa năm', 'year', ['2024-06-30']],
    ['Trước Tết Nguyên đán', 'date', ['2024-02-10']],
    ['Học kỳ I', 'period', ['2025-01-18']],
    ['Trong hè', 'period', ['2024-08-31']],
    ['Trước tháng 10', 'month', ['2024-09-30']],
    ['Dự kiến quý III', 'quarter', ['2024-09-30']],
    ['6 tháng', 'halfYear', ['2024-06-30']],
  ])('%j', (text, kind, due) => {
    expect(read(text)).toMatchObject({ kind, due, confidence: 'medium' });
  });

  it('follows the office: its own days for vague words and events', () => {
    const calendar = {
      vague: { monthStart: 5, monthMiddle: 20, weeks: [8, 15, 22, 29] as const },
      events: [{ id: 'openingDay' as const, month: 9, day: 1 }],
    };
    const due = (text: string) => readTiming(text, { year: 2024, calendar }).due;
    expect(due('Đầu tháng 6')).toEqual(['2024-06-05']);
    expect(due('Tuần 2 tháng 3')).toEqual(['2024-03-15']);
    expect(due('Trước khai giảng')).toEqual(['2024-09-01']);
    expect(readTiming('Trước Tết', { year: 2024, calendar })).toMatchObject({ kind: 'unknown', due: [] });
  });
});

describe('the year comes from the phrase, else the header, else the edition', () => {
  it.each<[string, string | undefined, string[]]>([
    ['Tháng 6/2025', 'Thời gian trong năm 2024', ['2025-06-30']],
    ['Tháng 6', 'Thời gian trong năm 2024', ['2024-06-30']],
    ['Tháng 6', undefined, ['2023-06-30']],
    ['Tháng 6, tháng 10', 'Thời gian (năm học 2024-2025)', ['2024-10-31', '2025-06-30']],
    ['Tháng 11, 12/2024 và tháng 1/2025', undefined, ['2024-11-30', '2024-12-31', '2025-01-31']],
    ['Tháng 12, tháng 1 năm sau', undefined, ['2023-12-31', '2024-01-31']],
    ['Quý II, III năm 2024', undefined, ['2024-06-30', '2024-09-30']],
    ['Trước ngày 15/01 năm sau', undefined, ['2024-01-15']],
    ['Quý IV/2024 và quý I/2025', undefined, ['2024-12-31', '2025-03-31']],
  ])('%j under %j', (text, header, due) => {
    expect(readTiming(text, { year: 2023, ...(header ? { header } : {}) }).due).toEqual(due);
  });

  it('without any year says so and gives no date', () => {
    expect(read('Tháng 6', null)).toMatchObject({ kind: 'month', due: [], confidence: 'low' });
    expect(read('Hàng quý', null)).toMatchObject({ kind: 'recurring', due: [], confidence: 'low' });
    expect(read('15/6/2024', null)).toMatchObject({ due: ['2024-06-15'], confidence: 'high' });
  });
});

describe('misprints', () => {
  it.each<[string, string]>([
    ['Quý lI/2024', '2024-06-30'],
    ['Quý HI', '2024-09-30'],
    ['Quý 11', '2024-06-30'],
    ['Quý 1V', '2024-12-31'],
    ['Tháng O6/2024', '2024-06-30'],
    ['Tháng l0', '2024-10-31'],
    ['l5/6/2024', '2024-06-15'],
    ['Thnág 6', '2024-06-30'],
    ['Tbáng 6', '2024-06-30'],
    ['Thánh 6', '2024-06-30'],
    ['Qúiy II', '2024-06-30'],
  ])('%j is read, with less confidence', (text, due) => {
    expect(read(text)).toMatchObject({ due: [due], confidence: 'medium' });
  });

  it.each([
    ['Trướcngày 15/6', '2024-06-15'],
    ['Hạn chót30/11', '2024-11-30'],
    ['QuýIV', '2024-12-31'],
    ['tháng 6năm 2025', '2025-06-30'],
  ])('%j lacks a space', (text, due) => {
    expect(read(text).due).toEqual([due]);
  });

  it.each([
    [
      'Việt Nam',
      'Phòng Nội vụ',
      'Theo quy định',
      'Quy chế chi tiêu nội bộ',
      'Ngân hàng',
      'Tự đánh giá',
      'tuần tra',
    ],
  ])('does not find time in other words', (...texts) => {
    for (const text of texts) expect([text, read(text).due]).toEqual([text, []]);
  });
});

describe('what cannot be is unknown, with a suggestion where there is one', () => {
  it.each<[string, TimingDoubt, string | undefined]>([
    ['31/6/2024', 'impossible-date', '2024-06-30'],
    ['30/02/2024', 'impossible-date', '2024-02-29'],
    ['Ngày 31 tháng 11', 'impossible-date', '2024-11-30'],
    ['Tháng 13', 'impossible-month', undefined],
    ['15/13/2024', 'impossible-month', undefined],
    ['Quý V', 'impossible-quarter', undefined],
    ['Trước ngày 15', 'missing-month', undefined],
    ['năm tiếp theo', 'missing-year', '2025-12-31'],
    ['Bảng điểm', 'not-understood', undefined],
    ['', 'blank', undefined],
    ['…', 'blank', undefined],
  ])('%j', (text, doubt, suggestion) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'unknown', due: [], confidence: 'low' });
    expect(reading.notes[0]?.doubt).toBe(doubt);
    expect(reading.notes[0]?.suggestion).toBe(suggestion);
  });

  it('keeps the good dates of a list with a bad one, and says so', () => {
    expect(read('Tháng 6 và tháng 13')).toMatchObject({
      kind: 'month',
      due: ['2024-06-30'],
      confidence: 'low',
    });
  });

  it.each([['2035'], ['1/1/1999'], ['Từ 2024 đến 2099'], ['Tháng 6/2040'], ['Hàng tháng năm 2050']])(
    '%j lies outside the years planned for, and says so',
    (text) => {
      const reading = read(text);
      expect(reading.due.length).toBeGreaterThan(0);
      expect(reading.confidence).toBe('low');
      expect(reading.notes.map(({ doubt }) => doubt)).toContain('outside-window');
    },
  );
});

describe('several deadlines in a cell', () => {
  it('names each part by the words that say what it is for', () => {
    const reading = read('Kế hoạch: Quý I; Báo cáo: Quý II, Quý IV');
    expect(reading.kind).toBe('mixed');
    expect(reading.parts.map(({ label, due }) => [label, due])).toEqual([
      ['Kế hoạch', ['2024-03-31']],
      ['Báo cáo', ['2024-06-30', '2024-12-31']],
    ]);
  });

  it.each<[string, TimingKind, string[]]>([
    ['Quý II (chậm nhất 15/6)', 'date', ['2024-06-15']],
    ['Quý II, chậm nhất ngày 15/6', 'date', ['2024-06-15']],
    ['Tháng 6/2024 (Quý II)', 'month', ['2024-06-30']],
    ['Báo cáo 6 tháng: trước ngày 15/6; báo cáo năm: trước ngày 15/12', 'date', ['2024-06-15', '2024-12-15']],
    ['Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12', 'date', ['2024-06-15', '2024-12-15']],
    ['Trước 15/6 (6 tháng), trước 15/12 (năm)', 'date', ['2024-06-15', '2024-12-15']],
    ['Theo hướng dẫn của Sở, hoàn thành trước 30/6', 'date', ['2024-06-30']],
    ['Khi có văn bản của UBND, trước ngày 15/6', 'mixed', ['2024-06-15']],
    ['Tháng 6 (theo kế hoạch của Sở)', 'month', ['2024-06-30']],
    ['Theo Kế hoạch số 12/KH-UBND ngày 15/3/2024', 'perPlan', []],
    ['Đợt 1: tháng 4; đợt 2: tháng 10', 'mixed', ['2024-04-30', '2024-10-31']],
  ])('%j', (text, kind, due) => {
    expect(read(text)).toMatchObject({ kind, due });
  });
});

describe('recurrences', () => {
  it.each<[string, Recurrence]>([
    ['Định kỳ trước ngày 08 hàng tháng', { freq: 'monthly', day: 8, bound: 'before' }],
    [
      'Trước ngày 05 tháng đầu quý sau',
      { freq: 'quarterly', months: [4, 7, 10, 1], day: 5, bound: 'before', offset: '+1 month' },
    ],
    ['Hàng quý, 6 tháng, năm', { freq: 'quarterly+halfyearly+yearly', months: [3, 6, 9, 12], day: 'last' }],
    ['6 tháng, 9 tháng và năm', { freq: 'halfyearly+nineMonths+yearly', months: [6, 9, 12], day: 'last' }],
    ['Ngày 15 và 30 hàng tháng', { freq: 'monthly', day: [15, 30] }],
    ['Ít nhất 02 lần/năm', { freq: 'halfyearly', months: [6, 12], day: 'last', minCount: 2 }],
    ['2 năm một lần', { freq: 'yearly', months: [12], day: 'last', interval: 2 }],
    [
      'Hàng quý hoặc khi có yêu cầu',
      { freq: 'quarterly', months: [3, 6, 9, 12], day: 'last', onRequest: true },
    ],
    ['Hàng tháng (nếu có)', { freq: 'monthly', day: 'last', conditional: true }],
    ['Định kỳ hàng quý (Quý II, III, IV)', { freq: 'quarterly', months: [6, 9, 12], day: 'last' }],
    [
      'Hàng tháng từ tháng 6 đến tháng 9',
      { freq: 'monthly', day: 'last', from: '2024-06-01', until: '2024-09-30' },
    ],
    ['Năm 2024 và những năm tiếp theo', { freq: 'yearly', months: [12], day: 'last', open: true }],
  ])('%j', (text, recurrence) => {
    expect(read(text).recurrence).toEqual(recurrence);
  });

  it('leaves out occurrences before the plan, and never single deadlines', () => {
    const from = '2024-06-05';
    expect(readTiming('Hàng quý', { year: 2024, from }).due).toEqual([
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
    expect(readTiming('Tháng 3', { year: 2024, from }).due).toEqual(['2024-03-31']);
  });
});

describe('evidence', () => {
  it('names the words that gave each meaning', () => {
    expect(read('Báo cáo trước ngày 08 hàng tháng').evidence).toEqual([
      { words: 'trước', meaning: 'bound', value: 'before' },
      { words: 'ngày 08', meaning: 'day' },
      { words: 'hàng tháng', meaning: 'monthOfPeriod', value: 'each' },
    ]);
  });
});

describe("the office's own phrases", () => {
  it('stand for words the reader knows', () => {
    const remembered = new Map([[matchKey('Sau Hội nghị CBCC'), '15/10']]);
    const reading = readTiming('sau hội nghị CBCC.', { year: 2024, remembered });
    expect(reading).toMatchObject({ text: 'sau hội nghị CBCC.', kind: 'date', due: ['2024-10-15'] });
    expect(reading.evidence[0]).toMatchObject({ meaning: 'remembered', value: '15/10' });
  });

  it('cannot loop', () => {
    const remembered = new Map([[matchKey('tháng sau'), 'tháng sau']]);
    expect(readTiming('tháng sau', { year: 2024, remembered }).kind).toBe('unknown');
  });
});
