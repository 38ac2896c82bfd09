import { addDays, type IsoDate } from '../../shared/dates';
import { getLunarFeast } from './lunar-feasts';

export type DayOffName = 'newYear' | 'tet' | 'ancestors' | 'liberation' | 'labour' | 'national' | 'bridge';

/** A day nobody works. Words for the names are in locales/; `other` is a day of the office's own, by its words. */
export type DayOff = { date: IsoDate; name: DayOffName } | { date: IsoDate; name: 'other'; label: string };

/** `worked`: days off by the week that are worked in exchange. */
export type DaysOff = { off: DayOff[]; worked: IsoDate[] };

function createDaysOff(name: DayOffName, from: IsoDate, to: IsoDate): DayOff[] {
  const days: DayOff[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push({ date, name });
  return days;
}

/** Days off as announced each year (exchanges included). Only a starting point: the office edits its own list. */
const ANNOUNCED_DAYS_OFF: Readonly<Record<number, DaysOff>> = {
  2024: {
    off: [
      ...createDaysOff('newYear', '2024-01-01', '2024-01-01'),
      ...createDaysOff('tet', '2024-02-08', '2024-02-14'),
      ...createDaysOff('ancestors', '2024-04-18', '2024-04-18'),
      ...createDaysOff('bridge', '2024-04-29', '2024-04-29'),
      ...createDaysOff('liberation', '2024-04-30', '2024-04-30'),
      ...createDaysOff('labour', '2024-05-01', '2024-05-01'),
      ...createDaysOff('national', '2024-08-31', '2024-09-03'),
    ],
    worked: ['2024-05-04'],
  },
  2025: {
    off: [
      ...createDaysOff('newYear', '2025-01-01', '2025-01-01'),
      ...createDaysOff('tet', '2025-01-25', '2025-02-02'),
      ...createDaysOff('ancestors', '2025-04-07', '2025-04-07'),
      ...createDaysOff('liberation', '2025-04-30', '2025-04-30'),
      ...createDaysOff('labour', '2025-05-01', '2025-05-01'),
      ...createDaysOff('bridge', '2025-05-02', '2025-05-02'),
      ...createDaysOff('national', '2025-08-30', '2025-09-02'),
    ],
    worked: ['2025-04-26'],
  },
};

/**
 * Returns the days off of Labour Code 2019, article 112: those of every year, and Tết from one day before to
 * three days after its first.
 */
function getStatutoryDaysOff(year: number): DayOff[] {
  const tet = getLunarFeast('tet', year);
  const ancestors = getLunarFeast('ancestors', year);
  return [
    ...createDaysOff('newYear', `${year}-01-01`, `${year}-01-01`),
    ...(tet ? createDaysOff('tet', addDays(tet, -1), addDays(tet, 3)) : []),
    ...(ancestors ? createDaysOff('ancestors', ancestors, ancestors) : []),
    ...createDaysOff('liberation', `${year}-04-30`, `${year}-04-30`),
    ...createDaysOff('labour', `${year}-05-01`, `${year}-05-01`),
    ...createDaysOff('national', `${year}-09-01`, `${year}-09-02`),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Returns the days off of a year: the announced ones if known, else those of the law. */
export const getDefaultDaysOff = (year: number): DaysOff =>
  ANNOUNCED_DAYS_OFF[year] ?? { off: getStatutoryDaysOff(year), worked: [] };
