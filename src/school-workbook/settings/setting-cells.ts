import type { DatedName } from '../../annex/office-settings';
import type { ProgressSettings } from '../../progress/progress-settings';
import { parseIsoDate } from '../../shared/dates';
import {
  BEFORE_MEANS_LABELS,
  DAY_OFF_LABELS,
  DAY_OFF_SHIFT_LABELS,
  EVENT_LABELS,
  SETTING_LABELS as labels,
  REPORT_PERIOD_LABELS,
} from '../../sheets/labels/progress-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { toDateCell } from '../../sheets/to-date-cell';
import type { EventRule, VagueDay } from '../../timing/calendar/calendar-settings';
import { resolveYearDay } from '../../timing/calendar/report-periods';
import type { SettingId } from './setting-names';

/** Rows and columns that an area has at least; more where there is more to hold. */
const MIN_RANGE_SIZES = {
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

/** Returns the year in which rules without one are shown as dates. */
export function getPlanYear({ year, from }: Pick<ProgressSettings, 'year' | 'from'>): number {
  return year ?? (parseIsoDate(from)?.year || 2024);
}

const formatVagueDay = (day: VagueDay): CellContent => (day === 'last' ? labels.lastOfMonth : day);

const padNumber = (number: number): string => String(number).padStart(2, '0');

function formatEventRule(rule: EventRule): string {
  return 'lunar' in rule
    ? labels.lunar
    : `${padNumber(rule.day)}/${padNumber(rule.month)}${rule.year === 1 ? ` ${labels.nextYear}` : ''}`;
}

function toDatedNameCells(names: readonly DatedName[]): CellContent[][] {
  return names.map(({ from, name }) => [toDateCell(from), name]);
}

const toColumn = (cells: readonly CellContent[]): CellContent[][] => cells.map((cell) => [cell]);

/**
 * Builds the settings as the cells of their ranges, without the blank rows below. The day is a formula: today, until
 * somebody changes it.
 */
export function buildSettingCells(settings: ProgressSettings): Record<SettingId, CellContent[][]> {
  const { calendar, products, phrases, office } = settings;
  const year = getPlanYear(settings);
  const { vague, daysOff } = calendar;
  const rules = new Map(calendar.events.map((rule) => [rule.id, rule]));
  const eventIds = Object.keys(EVENT_LABELS) as (keyof typeof EVENT_LABELS)[];
  const reportIds = Object.keys(REPORT_PERIOD_LABELS) as (keyof typeof REPORT_PERIOD_LABELS)[];
  return {
    today: [[{ formula: '=TODAY()' }]],
    year: [[settings.year ?? '']],
    from: [[toDateCell(settings.from)]],
    beforeMeans: [[BEFORE_MEANS_LABELS[calendar.beforeMeans]]],
    shift: [[DAY_OFF_SHIFT_LABELS[calendar.shift]]],
    soonDays: [[calendar.soonDays]],
    vague: toColumn([vague.monthStart, vague.monthMiddle, ...vague.weeks].map(formatVagueDay)),
    reports: reportIds.map((id) => {
      const rule = calendar.reportPeriods.find((period) => period.id === id);
      return rule
        ? [rule.from, rule.to, rule.send].map((day) => toDateCell(resolveYearDay(day, year)))
        : ['', '', ''];
    }),
    events: toColumn(
      eventIds.map((id) => {
        const rule = rules.get(id);
        return rule ? formatEventRule(rule) : '';
      }),
    ),
    daysOff: toColumn(daysOff.off.map((day) => toDateCell(day.date))),
    dayOffNames: toColumn(
      daysOff.off.map((day) => (day.name === 'other' ? day.label : DAY_OFF_LABELS[day.name])),
    ),
    worked: toColumn(daysOff.worked.map(toDateCell)),
    phrases: phrases.map(({ task, phrase, meaning }) => [task, phrase, meaning]),
    superiors: toDatedNameCells(office.superiors),
    recipients: toDatedNameCells(office.recipients),
    wording: [[office.wording]],
    products: products.map(({ id, name, sign = '', words: known }) => [id, name, sign, known.join('; ')]),
  };
}

/** Cells filled up with blanks to their room, with some rows to spare. */
export function padCells(id: SettingId, cells: readonly (readonly CellContent[])[]): CellContent[][] {
  const [rows, columns] = MIN_RANGE_SIZES[id];
  const spare = rows > 20 ? 20 : 0;
  const count = Math.max(rows, cells.length + (cells.length > rows - spare ? spare : 0));
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (__, at) => cells[row]?.[at] ?? ''),
  );
}
