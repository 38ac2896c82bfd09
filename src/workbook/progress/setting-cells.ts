import { toExcelSerial, parseIsoDate } from '../../annex/calendar/dates';
import { resolveYearDay } from '../../annex/calendar/report-periods';
import type { EventRule, VagueDay } from '../../annex/calendar/settings';
import type { DatedName } from '../../annex/office-settings';
import type { ProgressSettings } from '../../annex/progress/settings';
import {
  beforeMeansWords,
  dayOffWords,
  eventWords,
  reportPeriodWords,
  settingWords as words,
  shiftWords,
} from '../../locales/progress-sheet-words';
import type { CellContent } from '../sheet-plan';
import type { SettingId } from './setting-names';

/** Rows and columns that an area has at least; more where there is more to hold. */
export const ROOMS = {
  today: [1, 1],
  year: [1, 1],
  from: [1, 1],
  beforeMeans: [1, 1],
  shift: [1, 1],
  soonDays: [1, 1],
  vague: [6, 1],
  reports: [4, 3],
  events: [14, 1],
  daysOff: [60, 1],
  dayOffNames: [60, 1],
  worked: [60, 1],
  phrases: [60, 3],
  products: [60, 4],
  superiors: [10, 2],
  recipients: [20, 2],
  wording: [1, 1],
} as const satisfies Record<SettingId, readonly [rows: number, columns: number]>;

/** The year in which rules without one are shown as dates. */
export function yearOf({ year, from }: Pick<ProgressSettings, 'year' | 'from'>): number {
  return year ?? (parseIsoDate(from)?.year || 2024);
}

const vagueCell = (day: VagueDay): CellContent => (day === 'last' ? words.lastOfMonth : day);

const two = (number: number): string => String(number).padStart(2, '0');

function eventCell(rule: EventRule): string {
  return 'lunar' in rule
    ? words.lunar
    : `${two(rule.day)}/${two(rule.month)}${rule.year === 1 ? ` ${words.nextYear}` : ''}`;
}

const date = (iso: string): CellContent => (parseIsoDate(iso) ? toExcelSerial(iso) : '');

function datedCells(names: readonly DatedName[]): CellContent[][] {
  return names.map(({ from, name }) => [date(from), name]);
}

const column = (cells: readonly CellContent[]): CellContent[][] => cells.map((cell) => [cell]);

/** The settings as the cells of their areas, without the blank rows below. The day is a formula: today, until changed. */
export function settingCells(settings: ProgressSettings): Record<SettingId, CellContent[][]> {
  const { calendar, products, phrases, office } = settings;
  const year = yearOf(settings);
  const { vague, daysOff } = calendar;
  const rules = new Map(calendar.events.map((rule) => [rule.id, rule]));
  const eventIds = Object.keys(eventWords) as (keyof typeof eventWords)[];
  const reportIds = Object.keys(reportPeriodWords) as (keyof typeof reportPeriodWords)[];
  return {
    today: [[{ formula: '=TODAY()' }]],
    year: [[settings.year ?? '']],
    from: [[date(settings.from)]],
    beforeMeans: [[beforeMeansWords[calendar.beforeMeans]]],
    shift: [[shiftWords[calendar.shift]]],
    soonDays: [[calendar.soonDays]],
    vague: column([vague.monthStart, vague.monthMiddle, ...vague.weeks].map(vagueCell)),
    reports: reportIds.map((id) => {
      const rule = calendar.reportPeriods.find((period) => period.id === id);
      return rule
        ? [rule.from, rule.to, rule.send].map((day) => date(resolveYearDay(day, year)))
        : ['', '', ''];
    }),
    events: column(
      eventIds.map((id) => {
        const rule = rules.get(id);
        return rule ? eventCell(rule) : '';
      }),
    ),
    daysOff: column(daysOff.off.map((day) => date(day.date))),
    dayOffNames: column(daysOff.off.map((day) => (day.name === 'other' ? day.label : dayOffWords[day.name]))),
    worked: column(daysOff.worked.map(date)),
    phrases: phrases.map(({ task, phrase, meaning }) => [task, phrase, meaning]),
    superiors: datedCells(office.superiors),
    recipients: datedCells(office.recipients),
    wording: [[office.wording]],
    products: products.map(({ id, name, sign = '', words: known }) => [id, name, sign, known.join('; ')]),
  };
}

/** Cells filled up with blanks to their room, with some rows to spare. */
export function filledUp(id: SettingId, cells: readonly (readonly CellContent[])[]): CellContent[][] {
  const [rows, columns] = ROOMS[id];
  const spare = rows > 20 ? 20 : 0;
  const count = Math.max(rows, cells.length + (cells.length > rows - spare ? spare : 0));
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (__, at) => cells[row]?.[at] ?? ''),
  );
}
