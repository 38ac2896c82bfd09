import { toMatchKey } from '../../src/shared/text';
import { parseTiming } from '../../src/timing/parse-timing';
import type { Recurrence, TimingKind, TimingWarningCode } from '../../src/timing/types';
import { listParaphrases } from '../support/builders/create-paraphrase';

const read = (text: string, year: number | null = 2024) => parseTiming(text, { year });

describe('wordings by template', () => {
  it.each(listParaphrases(2024).map((each) => [each.text, each] as const))(
    '%j',
    (_, { text, year, kind, due }) => {
      const reading = parseTiming(text, { year });
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
    const due = (text: string) => parseTiming(text, { year: 2024, calendar }).due;
    expect(due('Đầu tháng 6')).toEqual(['2024-06-05']);
    expect(due('Tuần 2 tháng 3')).toEqual(['2024-03-15']);
    expect(due('Trước khai giảng')).toEqual(['2024-09-01']);
    expect(parseTiming('Trước Tết', { year: 2024, calendar })).toMatchObject({ kind: 'unknown', due: [] });
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
    expect(parseTiming(text, { year: 2023, ...(header ? { header } : {}) }).due).toEqual(due);
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
    ['Quý n', '2024-06-30'],
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
  it.each<[string, TimingWarningCode, string | undefined]>([
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
  ])('%j', (text, code, suggestion) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'unknown', due: [], confidence: 'low' });
    expect(reading.warnings[0]?.code).toBe(code);
    expect(reading.warnings[0]?.suggestion).toBe(suggestion);
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
      expect(reading.warnings.map(({ code }) => code)).toContain('outside-window');
    },
  );
});

describe('dates as spreadsheets leave them', () => {
  it.each<[string, string, TimingWarningCode | undefined]>([
    ['45458', '2024-06-15', 'serial-number'],
    ['45458.0', '2024-06-15', 'serial-number'],
    ['6/15/2024', '2024-06-15', 'us-date'],
    ['15/6/24', '2024-06-15', 'two-digit-year'],
    ['2024-06-15 00:00:00', '2024-06-15', undefined],
    ['2024-06-15T00:00:00.000Z', '2024-06-15', undefined],
    ['15-Jun-24', '2024-06-15', 'two-digit-year'],
    ['Jun-24', '2024-06-30', undefined],
    ['6/24', '2024-06-30', 'two-digit-year'],
  ])('%j', (text, due, code) => {
    const reading = read(text);
    expect([reading.due, reading.warnings.map((note) => note.code)]).toEqual([[due], code ? [code] : []]);
  });
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
    ['Các tháng: 3, 6, 9', 'recurring', ['2024-03-31', '2024-06-30', '2024-09-30']],
    ['Năm học 2024-2025: tháng 9, tháng 3', 'month', ['2024-09-30', '2025-03-31']],
    ['Quý II, chậm nhất ngày 15/6', 'date', ['2024-06-15']],
    ['Tháng 6/2024 (Quý II)', 'month', ['2024-06-30']],
    [
      'Báo cáo 6 tháng: trước ngày 15/6; báo cáo năm: trước ngày 15/12',
      'mixed',
      ['2024-06-15', '2024-12-15'],
    ],
    ['Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12', 'mixed', ['2024-06-15', '2024-12-15']],
    ['Trước 15/6 (6 tháng), trước 15/12 (năm)', 'mixed', ['2024-06-15', '2024-12-15']],
    ['Theo hướng dẫn của Sở, hoàn thành trước 30/6', 'date', ['2024-06-30']],
    ['Khi có văn bản của UBND, trước ngày 15/6', 'mixed', ['2024-06-15']],
    ['Tháng 6 (theo kế hoạch của Sở)', 'month', ['2024-06-30']],
    ['Theo Kế hoạch số 12/KH-UBND ngày 15/3/2024', 'perPlan', []],
    ['Quý II: ngày 05/7', 'date', ['2024-07-05']],
    ['Công văn 442/UBND-NV ngày 10/4/2024', 'unknown', []],
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
    ['Hàng tháng, báo cáo cuối năm', { freq: 'monthly+yearly', day: 'last' }],
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
    expect(parseTiming('Hàng quý', { year: 2024, from }).due).toEqual([
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
    expect(parseTiming('Tháng 3', { year: 2024, from }).due).toEqual(['2024-03-31']);
  });
});

describe('deadlines beside a frequency', () => {
  it.each<[string, string[]]>([
    ['Định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)', ['2024-06-15', '2024-12-15']],
    ['Hàng quý, báo cáo năm trước ngày 15/12', ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-15']],
    ['Hàng quý, thêm tháng 5', ['2024-03-31', '2024-05-31', '2024-06-30', '2024-09-30', '2024-12-31']],
    [
      'Báo cáo quý trước ngày 15 tháng cuối quý, báo cáo năm trước ngày 15/12',
      ['2024-03-15', '2024-06-15', '2024-09-15', '2024-12-15'],
    ],
    ['Hằng năm từ 2025', ['2025-12-31']],
    ['Quý III/2025 và hằng năm', ['2025-09-30']],
  ])('%j', (text, due) => expect(read(text)).toMatchObject({ kind: 'recurring', due }));
});

describe('words without diacritics that mean two things', () => {
  it.each<[string, TimingKind, string]>([
    ['thang sau', 'month', '2024-06-30'],
    ['ngay 15 thang sau nam 2024', 'date', '2024-06-15'],
    ['truoc ngay 05 thang sau', 'recurring', '2024-02-05'],
    ['thang nam', 'month', '2024-05-31'],
    ['hang thang nam 2024', 'recurring', '2024-01-31'],
    ['6 thang nam 2024', 'halfYear', '2024-06-30'],
    ['thang tu', 'month', '2024-04-30'],
    ['tu thang 4 den thang 5', 'period', '2024-05-31'],
    ['sau thang dau nam', 'halfYear', '2024-06-30'],
    ['quy tu', 'quarter', '2024-12-31'],
  ])('%j', (text, kind, first) => expect([read(text).kind, read(text).due[0]]).toEqual([kind, first]));

  it('with diacritics are distinguished', () => {
    expect(read('Tháng sáu').kind).toBe('month');
    expect(read('Tháng sau').kind).toBe('unknown');
    expect(read('Trước ngày 05 tháng sau').kind).toBe('recurring');
    expect(read('Ngày 05 tháng Sáu').due).toEqual(['2024-06-05']);
  });
});

describe('what may have been overlooked lowers confidence', () => {
  it.each([['Thán 10, tháng 11'], ['Hàng quý, 15'], ['Uý 2/2024'], ['Cuối năm hocj']])('%j', (text) =>
    expect(read(text).confidence).toBe('medium'),
  );

  it.each([
    ['Gửi UBND xã trước 15/6'],
    ['Báo cáo SIPAS tháng 6'],
    ['Đợt 1: tháng 4'],
    ['Lớp tập huấn tháng 5'],
  ])('%j does not', (text) => expect(read(text).confidence).toBe('high'));
});

describe('evidence', () => {
  it('names the words that gave each meaning', () => {
    expect(read('Báo cáo trước ngày 08 hàng tháng').evidence).toEqual([
      { phrase: 'trước', meaning: 'bound', value: 'before' },
      { phrase: 'ngày 08', meaning: 'day' },
      { phrase: 'hàng tháng', meaning: 'monthOfPeriod', value: 'each' },
    ]);
  });
});

describe("the office's own phrases", () => {
  it('stand for words the reader knows', () => {
    const remembered = new Map([[toMatchKey('Sau Hội nghị CBCC'), '15/10']]);
    const reading = parseTiming('sau hội nghị CBCC.', { year: 2024, remembered });
    expect(reading).toMatchObject({ text: 'sau hội nghị CBCC.', kind: 'date', due: ['2024-10-15'] });
    expect(reading.evidence[0]).toMatchObject({ meaning: 'remembered', value: '15/10' });
  });

  it('cannot loop', () => {
    const remembered = new Map([[toMatchKey('tháng sau'), 'tháng sau']]);
    expect(parseTiming('tháng sau', { year: 2024, remembered }).kind).toBe('unknown');
  });
});

describe('words that only look like a time, and times that stay unread', () => {
  const read2026 = (text: string) => parseTiming(text, { year: 2026 });

  it.each([
    ['Hoàn thành cập nhật hệ thống trước ngày 30/6/2026', ['2026-06-30']],
    ['Trong năm 2026 trên hệ thống', ['2026-12-31']],
    ['quan hệ lao động năm 2026', ['2026-12-31']],
    ['Thế hệ mới quý III/2026', ['2026-09-30']],
    ['quy trình đầu tiên năm 2027', ['2027-12-31']],
    ['Duy trì đến hết năm 2026', ['2026-12-31']],
    ['Tháng 9, Tuần 1 (07/9-12/9)', ['2026-09-12']],
  ])('reads %s', (text, due) => {
    expect(read2026(text).due).toEqual(due);
  });

  it('still reads summer', () => {
    expect(read2026('Hè năm 2026').due).toEqual(['2026-08-31']);
    expect(read2026('he nam 2026').due).toEqual(['2026-08-31']);
  });

  it.each([
    ['Mỗi khi có thay đổi, chốt cuối quý'],
    ['Khi có yêu cầu của cấp trên, riêng hằng tháng'],
    ['Theo kế hoạch, rà soát lại vào cuối tháng'],
  ])('is not certain where a time is left unread: %s', (text) => {
    const { confidence, kind } = read2026(text);
    expect(kind === 'recurring' || confidence !== 'high').toBe(true);
  });

  it('names months of the next quarter', () => {
    expect(read2026('Ngày 05 tháng thứ hai của quý sau').due).toEqual([
      '2026-05-05',
      '2026-08-05',
      '2026-11-05',
      '2027-02-05',
    ]);
    expect(read2026('trước ngày 10 tháng cuối của quý sau').due).toEqual([
      '2026-06-10',
      '2026-09-10',
      '2026-12-10',
      '2027-03-10',
    ]);
  });

  it('gives a school year no day of its own', () => {
    expect(read2026('mỗi năm học')).toMatchObject({
      kind: 'recurring',
      due: [],
      recurrence: { freq: 'yearly' },
    });
  });

  it('keeps the fixed dates of stages whose last recurs', () => {
    const reading = read2026('Ban hành kế hoạch quý I/2026; sơ kết quý III/2026; cập nhật hằng tháng');
    expect(reading).toMatchObject({ kind: 'mixed', recurrence: { freq: 'monthly' } });
    expect(reading.due).toEqual(['2026-03-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31']);
    expect(reading.confidence).not.toBe('high');
  });

  it('counts what recurs in the months of a school year, and asks about the summer', () => {
    const header = 'Thời gian thực hiện (năm học 2025-2026)';
    const monthly = parseTiming('Trước ngày 25 hằng tháng', { year: null, header });
    expect(monthly.due).toHaveLength(12);
    expect([monthly.due[0], monthly.due.at(-1)]).toEqual(['2025-09-25', '2026-08-25']);
    expect(monthly.confidence).not.toBe('high');
    expect(parseTiming('Hằng quý', { year: null, header }).due).toEqual([
      '2025-09-30',
      '2025-12-31',
      '2026-03-31',
      '2026-06-30',
    ]);
    expect(parseTiming('Hằng quý', { year: null, header: 'Năm 2026' })).toMatchObject({ confidence: 'high' });
  });

  it.each(['Trước ngày 10 của tháng sau kỳ báo cáo', 'Ngày 05 tháng đầu kỳ báo cáo'])(
    'is not certain how long "kỳ" is: %s',
    (phrase) => {
      expect(read2026(phrase)).toMatchObject({ kind: 'recurring', confidence: 'medium' });
      expect(read2026(`Hằng quý, ${phrase.toLowerCase()}`).confidence).toBe('high');
    },
  );

  it('takes no horizon of a header for the year', () => {
    expect(parseTiming('Quý I', { year: 2026, header: 'Thời gian (đến năm 2030)' }).due).toEqual([
      '2026-03-31',
    ]);
    expect(parseTiming('Quý I', { year: 2026, header: 'Thời gian giai đoạn 2026 - 2030' }).due).toEqual([
      '2026-03-31',
    ]);
  });
});

describe('working days at the edge of a period', () => {
  it.each([
    // 31/01/2026 is a Saturday, 01/05 and the two days after it are days off.
    ['Ngày làm việc cuối cùng của tháng 01', 'date', ['2026-01-30']],
    ['Trước ngày làm việc cuối cùng của tháng 5', 'date', ['2026-05-29']],
    ['Ngày làm việc đầu tiên của tháng 5', 'date', ['2026-05-04']],
    [
      'Ngày làm việc cuối cùng của quý',
      'recurring',
      ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'],
    ],
  ])('"%s" is one that is worked', (text, kind, due) => {
    expect(parseTiming(text, { year: 2026 })).toMatchObject({ kind, due, confidence: 'high' });
  });

  it.each(['Ngày làm việc thứ hai hằng tháng', 'Tháng 3; ngày làm việc cuối cùng của tháng 1'])(
    'is not certain where the words count days or stand beside other deadlines: "%s"',
    (text) => {
      const { confidence, warnings } = parseTiming(text, { year: 2026 });
      expect(confidence).not.toBe('high');
      expect(warnings.map(({ code }) => code)).toContain('unread-words');
    },
  );
});

describe('parseTiming, of very long texts', () => {
  it.each([' ', '\u00a0', '\u00ad', '\n', ' \n', '1', 'tháng 1, ', '1/1/2026 '])(
    'takes no square of the length: %j',
    (unit) => {
      const text = `${unit.repeat(60_000 / unit.length)}x`;
      const before = process.cpuUsage();
      parseTiming(text, { year: 2026 });
      const { user } = process.cpuUsage(before);
      expect(user / 1e6).toBeLessThan(4);
    },
  );
});
