import { partsOf, type IsoDate } from '../../annex/calendar/dates';
import {
  inYear,
  type ReportPeriodId,
  type ReportPeriodRule,
  type YearDay,
} from '../../annex/calendar/report-periods';
import type { CalendarSettings, VagueDay } from '../../annex/calendar/settings';
import type { DatedName } from '../../annex/office-settings';
import type { ProgressSettings } from '../../annex/progress/settings';
import type { SettingsEdit, SettingsView } from '../../commands/settings';
import type { MessageKey } from '../../locales/vi';

export type ReportDays = { from: IsoDate; to: IsoDate; send: IsoDate };

/** The settings as they stand in the fields: all texts, so that anything can be typed. */
export type Draft = {
  name: string;
  code: string;
  /** One a line. */
  aliases: string;
  wording: string;
  superiors: readonly DatedName[];
  recipients: readonly DatedName[];
  reports: Readonly<Record<ReportPeriodId, ReportDays>>;
  year: string;
  from: IsoDate;
  beforeMeans: CalendarSettings['beforeMeans'];
  shift: CalendarSettings['shift'];
  soon: string;
  start: string;
  middle: string;
};

export const REPORT_IDS = ['quarter1', 'halfYear', 'quarter3', 'year'] as const satisfies ReportPeriodId[];

const NO_DAYS: ReportDays = { from: '', to: '', send: '' };
const dayText = (day: VagueDay): string => (day === 'last' ? '31' : String(day));

/** The year in whose days the reports are shown: the year typed, else that of the first day followed. */
function shownYear(year: string, from: IsoDate): number {
  return wholeNumber(year, 1900, 2199) ?? (partsOf(from)?.year || 2024);
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}

function reportDays(rules: readonly ReportPeriodRule[], year: number): Draft['reports'] {
  return Object.fromEntries(
    REPORT_IDS.map((id) => {
      const rule = rules.find((one) => one.id === id);
      const days = rule && {
        from: inYear(rule.from, year),
        to: inYear(rule.to, year),
        send: inYear(rule.send, year),
      };
      return [id, days ?? NO_DAYS];
    }),
  ) as Record<ReportPeriodId, ReportDays>;
}

/** The fields for the settings of the workbook, with what was typed since on top. */
export function draftOf({ unit, settings }: SettingsView, typed: Partial<Draft>): Draft {
  const { calendar, office } = settings;
  const year = typed.year ?? String(settings.year ?? '');
  const from = typed.from ?? settings.from;
  return {
    name: unit.name,
    code: unit.code,
    aliases: (unit.aliases ?? []).join('\n'),
    wording: office.wording,
    superiors: office.superiors,
    recipients: office.recipients,
    reports: reportDays(calendar.reportPeriods, shownYear(year, from)),
    beforeMeans: calendar.beforeMeans,
    shift: calendar.shift,
    soon: String(calendar.soonDays),
    start: dayText(calendar.vague.monthStart),
    middle: dayText(calendar.vague.monthMiddle),
    ...typed,
    year,
    from,
  };
}

/** What is wrong, by field; a report by "reports.<id>". */
export type Wrongs = Readonly<Record<string, MessageKey>>;

/** A code is written into names of files and lists: letters, digits and few signs. */
const CODE = /^[\p{L}\p{N}._/ -]{0,40}$/u;

function wrongNames(names: readonly DatedName[], onePerDay: boolean): MessageKey | null {
  const named = names.filter(({ name }) => name.trim() !== '');
  if (names.some(({ from, name }) => from !== '' && name.trim() === '')) return 'settings.wrong.no-name';
  if (onePerDay && new Set(named.map(({ from }) => from)).size < named.length) return 'settings.wrong.twice';
  return null;
}

function wrongReport({ from, to, send }: ReportDays, year: number): MessageKey | null {
  const days = [from, to, send];
  if (days.every((day) => day === '')) return null;
  if (days.some((day) => partsOf(day) === null)) return 'settings.wrong.report-blank';
  if (from > to) return 'settings.wrong.report-order';
  return days.some((day) => Math.abs((partsOf(day)?.year ?? year) - year) > 1)
    ? 'settings.wrong.report-year'
    : null;
}

/** What keeps a draft from being written. */
export function wrongsOf(draft: Draft, { unit }: SettingsView): Wrongs {
  const year = shownYear(draft.year, draft.from);
  const number = (text: string, least: number, most: number): MessageKey | null =>
    wholeNumber(text, least, most) === null ? 'track.settings.number' : null;
  const found: [string, MessageKey | null][] = [
    ['name', draft.name.trim() === '' && unit.name !== '' ? 'settings.wrong.name' : null],
    ['code', CODE.test(draft.code) ? null : 'settings.wrong.code'],
    ['superiors', wrongNames(draft.superiors, true)],
    ['recipients', wrongNames(draft.recipients, false)],
    ...REPORT_IDS.map((id): [string, MessageKey | null] => [
      `reports.${id}`,
      wrongReport(draft.reports[id], year),
    ]),
    ['year', draft.year.trim() === '' ? null : number(draft.year, 1900, 2199)],
    ['soon', number(draft.soon, 0, 366)],
    ['start', number(draft.start, 1, 31)],
    ['middle', number(draft.middle, 1, 31)],
  ];
  return Object.fromEntries(found.filter((entry): entry is [string, MessageKey] => entry[1] !== null));
}

function yearDay(day: IsoDate, base: number): YearDay {
  const { year, month, day: date } = partsOf(day)!;
  return { year: year - base, month, day: date };
}

function ruleOf(id: ReportPeriodId, days: ReportDays, year: number): ReportPeriodRule[] {
  return days.from === ''
    ? []
    : [{ id, from: yearDay(days.from, year), to: yearDay(days.to, year), send: yearDay(days.send, year) }];
}

function tidyNames(names: readonly DatedName[]): DatedName[] {
  return names.map(({ from, name }) => ({ from, name: name.trim() })).filter(({ name }) => name !== '');
}

/**
 * What the typed fields decide anew, over the settings as they stand now: what was not typed is not sent, so that a hand
 * may change the sheet meanwhile. The draft must be without wrongs.
 */
export function editOf(view: SettingsView, typed: Partial<Draft>): SettingsEdit {
  const draft = draftOf(view, typed);
  const { calendar, office } = view.settings;
  const has = (...fields: (keyof Draft)[]): boolean => fields.some((field) => typed[field] !== undefined);
  const year = shownYear(draft.year, draft.from);
  const changed: Partial<ProgressSettings> = {
    ...(has('year') && { year: draft.year.trim() === '' ? null : Number(draft.year) }),
    ...(has('from') && { from: draft.from }),
    ...(has('reports', 'beforeMeans', 'shift', 'soon', 'start', 'middle') && {
      calendar: {
        ...calendar,
        beforeMeans: draft.beforeMeans,
        shift: draft.shift,
        soonDays: has('soon') ? Number(draft.soon) : calendar.soonDays,
        vague: {
          ...calendar.vague,
          ...(has('start') && { monthStart: Number(draft.start) }),
          ...(has('middle') && { monthMiddle: Number(draft.middle) }),
        },
        ...(has('reports') && {
          reportPeriods: REPORT_IDS.flatMap((id) => ruleOf(id, draft.reports[id], year)),
        }),
      },
    }),
    ...(has('wording', 'superiors', 'recipients') && {
      office: {
        ...office,
        ...(has('wording') && { wording: draft.wording.trim() }),
        ...(has('superiors') && { superiors: tidyNames(draft.superiors) }),
        ...(has('recipients') && { recipients: tidyNames(draft.recipients) }),
      },
    }),
  };
  return {
    ...(has('name', 'code', 'aliases') && {
      unit: { name: draft.name, code: draft.code, aliases: draft.aliases.split('\n') },
    }),
    ...(Object.keys(changed).length > 0 && { settings: changed }),
  };
}
