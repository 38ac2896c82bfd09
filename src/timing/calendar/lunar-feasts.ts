import type { IsoDate } from '../../shared/dates';

/**
 * Feasts that follow the lunar calendar, by year, in Vietnam's time zone (UTC+7): first day of the lunar year
 * (Tết Nguyên đán), 10th of the third lunar month (Giỗ Tổ Hùng Vương), 15th of the eighth (Trung thu).
 */
const FEASTS: Readonly<Record<number, readonly [tet: string, ancestors: string, midAutumn: string]>> = {
  2015: ['02-19', '04-28', '09-27'],
  2016: ['02-08', '04-16', '09-15'],
  2017: ['01-28', '04-06', '10-04'],
  2018: ['02-16', '04-25', '09-24'],
  2019: ['02-05', '04-14', '09-13'],
  2020: ['01-25', '04-02', '10-01'],
  2021: ['02-12', '04-21', '09-21'],
  2022: ['02-01', '04-10', '09-10'],
  2023: ['01-22', '04-29', '09-29'],
  2024: ['02-10', '04-18', '09-17'],
  2025: ['01-29', '04-07', '10-06'],
  2026: ['02-17', '04-26', '09-25'],
  2027: ['02-06', '04-16', '09-15'],
  2028: ['01-26', '04-04', '10-03'],
  2029: ['02-13', '04-23', '09-22'],
  2030: ['02-02', '04-12', '09-12'],
  2031: ['01-23', '04-01', '10-01'],
  2032: ['02-11', '04-19', '09-19'],
  2033: ['01-31', '04-09', '09-08'],
  2034: ['02-19', '04-28', '09-26'],
  2035: ['02-08', '04-17', '09-16'],
  2036: ['01-28', '04-06', '10-04'],
  2037: ['02-15', '04-24', '09-24'],
  2038: ['02-04', '04-13', '09-13'],
  2039: ['01-24', '04-03', '10-02'],
  2040: ['02-12', '04-20', '09-20'],
  2041: ['02-01', '04-10', '09-09'],
  2042: ['01-22', '04-29', '09-28'],
  2043: ['02-10', '04-19', '09-17'],
  2044: ['01-30', '04-07', '10-05'],
  2045: ['02-17', '04-26', '09-25'],
  2046: ['02-06', '04-15', '09-15'],
  2047: ['01-26', '04-04', '10-04'],
  2048: ['02-14', '04-22', '09-22'],
  2049: ['02-02', '04-11', '09-11'],
  2050: ['01-23', '04-01', '09-30'],
};

type LunarFeast = 'tet' | 'ancestors' | 'midAutumn';

const FEAST_COLUMNS = { tet: 0, ancestors: 1, midAutumn: 2 } as const satisfies Record<LunarFeast, number>;

/**
 * Returns the day of a feast in the years 2015–2050.
 *
 * @returns null outside of these years
 */
export function getLunarFeast(feast: LunarFeast, year: number): IsoDate | null {
  const day = FEASTS[year]?.[FEAST_COLUMNS[feast]];
  return day ? `${year}-${day}` : null;
}
