import fc from 'fast-check';
import {
  addDays,
  countDaysBetween,
  formatDate,
  fromExcelSerial,
  getDaysInMonth,
  getLastDayOfMonth,
  getWeekday,
  isValidDate,
  parseIsoDate,
  toExcelSerial,
  toIsoDate,
} from '../../../src/shared/dates';
import { createDefaultCalendar } from '../../../src/timing/calendar/calendar-settings';
import { getDefaultDaysOff } from '../../../src/timing/calendar/days-off';
import { getLunarFeast } from '../../../src/timing/calendar/lunar-feasts';
import {
  DEFAULT_REPORT_PERIODS,
  findNextReport,
  findPeriodsCovering,
  getReportPeriods,
  resolveYearDay,
} from '../../../src/timing/calendar/report-periods';
import { getLastDayInTime, isWorkingDay, shiftFromDayOff } from '../../../src/timing/calendar/working-days';

const date = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('dates', () => {
  it('know the calendar as Date does', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (day, count) => {
        const parts = parseIsoDate(day);
        expect(parts && toIsoDate(parts.year, parts.month, parts.day)).toBe(day);
        expect(countDaysBetween(day, addDays(day, count))).toBe(count);
        expect(fromExcelSerial(toExcelSerial(day))).toBe(day);
        expect(getWeekday(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it.each<[number, number, number]>([
    [2024, 2, 29],
    [2023, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2024, 13, 0],
    [2024, 0, 0],
  ])('%i-%i has %i days', (year, month, days) => expect(getDaysInMonth(year, month)).toBe(days));

  it.each([['2024-02-30'], ['2024-13-01'], ['2024-2-3'], ['15/06/2024'], ['']])('%j is no date', (text) =>
    expect(parseIsoDate(text)).toBeNull(),
  );

  it('agree with Excel', () => {
    expect(fromExcelSerial(45458)).toBe('2024-06-15');
    expect(fromExcelSerial(45458.75)).toBe('2024-06-15');
    expect([fromExcelSerial(60), fromExcelSerial(2_958_466)]).toEqual([null, null]);
    expect(isValidDate(10000, 1, 1)).toBe(false);
  });

  it('are printed as documents print them', () => expect(formatDate('2024-06-05')).toBe('05/06/2024'));
});

describe('lunar feasts', () => {
  /** The Chinese calendar of the platform: the same but where the new moon falls around midnight in Hà Nội. */
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const lunarDay = (day: string): string => chinese.format(new Date(`${day}T00:00:00Z`));

  it('fall on their lunar day, a day earlier at most', () => {
    const days = { tet: '1/1', ancestors: '3/10', midAutumn: '8/15' } as const;
    let same = 0;
    for (let year = 2015; year <= 2050; year += 1) {
      for (const feast of ['tet', 'ancestors', 'midAutumn'] as const) {
        const day = getLunarFeast(feast, year) ?? '';
        const found = [0, 1, -1].find((step) => lunarDay(addDays(day, step)) === days[feast]);
        expect([feast, year, found]).toEqual([feast, year, expect.any(Number)]);
        if (found === 0) same += 1;
      }
    }
    expect(same).toBeGreaterThan(98);
  });

  it.each<['tet' | 'ancestors', number, string | null]>([
    ['tet', 2024, '2024-02-10'],
    ['tet', 2025, '2025-01-29'],
    ['tet', 2030, '2030-02-02'],
    ['ancestors', 2024, '2024-04-18'],
    ['tet', 2014, null],
    ['tet', 2051, null],
  ])('%s %i', (feast, year, day) => expect(getLunarFeast(feast, year)).toBe(day));
});

describe('days off', () => {
  const settings = createDefaultCalendar(2024);

  it.each<[string, boolean]>([
    ['2024-06-14', true],
    ['2024-06-15', false],
    ['2024-02-12', false],
    ['2024-04-29', false],
    ['2024-05-04', true], // a Saturday worked in exchange
  ])('%s', (day, works) => expect(isWorkingDay(day, settings)).toBe(works));

  it('come from the law where nothing was announced', () => {
    const { off, worked } = getDefaultDaysOff(2028);
    expect(worked).toEqual([]);
    expect(off.map(({ date: day }) => day)).toEqual(
      expect.arrayContaining(['2028-01-26', '2028-04-04', '2028-09-02']),
    );
  });

  it('shift a deadline only where the office wants it', () => {
    expect(shiftFromDayOff('2024-06-15', settings)).toBe('2024-06-15');
    expect(shiftFromDayOff('2024-06-15', { ...settings, shift: 'earlier' })).toBe('2024-06-14');
    expect(shiftFromDayOff('2024-06-15', { ...settings, shift: 'later' })).toBe('2024-06-17');
    expect(shiftFromDayOff('2024-02-10', { ...settings, shift: 'earlier' })).toBe('2024-02-07');
  });

  it('cannot hang on a list without a working day', () => {
    const off = Array.from({ length: 400 }, (_, i) => ({
      date: addDays('2024-01-01', i),
      name: 'bridge' as const,
    }));
    expect(shiftFromDayOff('2024-03-01', { shift: 'later', daysOff: { off, worked: [] } })).toBe(
      '2024-03-01',
    );
  });

  it('"trước ngày" leaves the day before, or the day itself', () => {
    expect(getLastDayInTime('2024-06-15', 'before', settings)).toBe('2024-06-14');
    expect(getLastDayInTime('2024-06-15', 'before', { ...settings, beforeMeans: 'sameDay' })).toBe(
      '2024-06-15',
    );
    expect(getLastDayInTime('2024-06-15', 'by', settings)).toBe('2024-06-15');
    expect(getLastDayInTime('2024-06-17', 'before', { ...settings, shift: 'earlier' })).toBe('2024-06-14');
  });
});

describe('report periods', () => {
  const periods = getReportPeriods(2024, DEFAULT_REPORT_PERIODS);

  it('are the four of the official letter', () => {
    expect(periods).toEqual([
      { id: 'quarter1', from: '2023-12-15', to: '2024-03-14', send: '2024-03-20' },
      { id: 'halfYear', from: '2023-12-15', to: '2024-06-14', send: '2024-06-20' },
      { id: 'quarter3', from: '2024-06-15', to: '2024-09-14', send: '2024-09-20' },
      { id: 'year', from: '2023-12-15', to: '2024-12-14', send: '2024-12-20' },
    ]);
  });

  it('cover a day several times', () => {
    expect(findPeriodsCovering('2024-02-01', periods)).toEqual(['quarter1', 'halfYear', 'year']);
    expect(findPeriodsCovering('2024-07-01', periods)).toEqual(['quarter3', 'year']);
    expect(findPeriodsCovering('2024-12-20', periods)).toEqual([]);
  });

  it('say what is next', () => {
    expect(findNextReport('2024-03-21', periods)?.id).toBe('halfYear');
    expect(findNextReport('2024-12-21', periods)).toBeNull();
  });

  it('keep a day the month does not have inside the month', () => {
    expect(resolveYearDay({ year: 0, month: 6, day: 31 }, 2024)).toBe(getLastDayOfMonth(2024, 6));
  });
});
