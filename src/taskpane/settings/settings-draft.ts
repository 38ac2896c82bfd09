import type { DatedName } from '../../annex/office-settings';
import type { SettingsEdit, SettingsView } from '../../commands/settings';
import type { MessageKey } from '../../i18n/vi/messages';
import type { ProgressSettings } from '../../progress/progress-settings';
import { type IsoDate, parseIsoDate } from '../../shared/dates';
import type { CalendarSettings, VagueDay } from '../../timing/calendar/calendar-settings';
import {
  type RelativeYearDay,
  type ReportPeriodId,
  type ReportPeriodRule,
  resolveYearDay,
} from '../../timing/calendar/report-periods';

export type ReportDays = { from: IsoDate; to: IsoDate; send: IsoDate };

/** The settings as they stand in the fields: all texts, so that anything can be typed. */
export type SettingsDraft = {
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

const NO_REPORT_DAYS: ReportDays = { from: '', to: '', send: '' };
const formatVagueDay = (day: VagueDay): string => (day === 'last' ? '31' : String(day));

/** The year in whose days the reports are shown: the year typed, else that of the first day followed. */
function getReportYear(year: string, from: IsoDate): number {
  return parseWholeNumber(year, 1900, 2199) ?? (parseIsoDate(from)?.year || 2024);
}

function parseWholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}

function buildReportDays(rules: readonly ReportPeriodRule[], year: number): SettingsDraft['reports'] {
  return Object.fromEntries(
    REPORT_IDS.map((id) => {
      const rule = rules.find((one) => one.id === id);
      const days = rule && {
        from: resolveYearDay(rule.from, year),
        to: resolveYearDay(rule.to, year),
        send: resolveYearDay(rule.send, year),
      };
      return [id, days ?? NO_REPORT_DAYS];
    }),
  ) as Record<ReportPeriodId, ReportDays>;
}

/** The fields for the settings of the workbook, with what was typed since on top. */
export function createSettingsDraft(
  { unit, settings }: SettingsView,
  typed: Partial<SettingsDraft>,
): SettingsDraft {
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
    reports: buildReportDays(calendar.reportPeriods, getReportYear(year, from)),
    beforeMeans: calendar.beforeMeans,
    shift: calendar.shift,
    soon: String(calendar.soonDays),
    start: formatVagueDay(calendar.vague.monthStart),
    middle: formatVagueDay(calendar.vague.monthMiddle),
    ...typed,
    year,
    from,
  };
}

/** What is wrong, by field; a report by "reports.<id>". */
export type DraftErrors = Readonly<Record<string, MessageKey>>;

/** A code is written into names of files and lists: letters, digits and few signs. */
const UNIT_CODE = /^[\p{L}\p{N}._/ -]{0,40}$/u;

function checkNames(names: readonly DatedName[], onePerDay: boolean): MessageKey | null {
  const named = names.filter(({ name }) => name.trim() !== '');
  if (names.some(({ from }) => from !== '' && parseIsoDate(from) === null)) return 'date.wrong';
  if (names.some(({ from, name }) => from !== '' && name.trim() === '')) return 'settings.wrong.no-name';
  if (onePerDay && new Set(named.map(({ from }) => from)).size < named.length) return 'settings.wrong.twice';
  return null;
}

function checkReportDays({ from, to, send }: ReportDays, year: number): MessageKey | null {
  const days = [from, to, send];
  if (days.every((day) => day === '')) return null;
  if (days.some((day) => parseIsoDate(day) === null)) return 'settings.wrong.report-blank';
  if (from > to) return 'settings.wrong.report-order';
  return days.some((day) => Math.abs((parseIsoDate(day)?.year ?? year) - year) > 1)
    ? 'settings.wrong.report-year'
    : null;
}

/** What keeps a draft from being written. */
export function validateDraft(draft: SettingsDraft, { unit }: SettingsView): DraftErrors {
  const year = getReportYear(draft.year, draft.from);
  const number = (text: string, least: number, most: number): MessageKey | null =>
    parseWholeNumber(text, least, most) === null ? 'track.settings.number' : null;
  const found: [string, MessageKey | null][] = [
    ['name', draft.name.trim() === '' && unit.name !== '' ? 'settings.wrong.name' : null],
    ['code', UNIT_CODE.test(draft.code) ? null : 'settings.wrong.code'],
    ['superiors', checkNames(draft.superiors, true)],
    ['recipients', checkNames(draft.recipients, false)],
    ...REPORT_IDS.map((id): [string, MessageKey | null] => [
      `reports.${id}`,
      checkReportDays(draft.reports[id], year),
    ]),
    ['year', draft.year.trim() === '' ? null : number(draft.year, 1900, 2199)],
    ['from', draft.from === '' || parseIsoDate(draft.from) ? null : 'date.wrong'],
    ['soon', number(draft.soon, 0, 366)],
    ['start', number(draft.start, 1, 31)],
    ['middle', number(draft.middle, 1, 31)],
  ];
  return Object.fromEntries(found.filter((entry): entry is [string, MessageKey] => entry[1] !== null));
}

function toYearDay(day: IsoDate, base: number): RelativeYearDay {
  const { year, month, day: date } = parseIsoDate(day)!;
  return { year: year - base, month, day: date };
}

function toReportRules(id: ReportPeriodId, days: ReportDays, year: number): ReportPeriodRule[] {
  return days.from === ''
    ? []
    : [
        {
          id,
          from: toYearDay(days.from, year),
          to: toYearDay(days.to, year),
          send: toYearDay(days.send, year),
        },
      ];
}

function trimNames(names: readonly DatedName[]): DatedName[] {
  return names.map(({ from, name }) => ({ from, name: name.trim() })).filter(({ name }) => name !== '');
}

/**
 * What the typed fields decide again, over the settings as they stand now: what was not typed is not sent, so that a hand
 * may change the sheet meanwhile. The draft must be without wrongs.
 */
export function toSettingsEdit(view: SettingsView, typed: Partial<SettingsDraft>): SettingsEdit {
  const draft = createSettingsDraft(view, typed);
  const { calendar, office } = view.settings;
  const has = (...fields: (keyof SettingsDraft)[]): boolean =>
    fields.some((field) => typed[field] !== undefined);
  const year = getReportYear(draft.year, draft.from);
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
          reportPeriods: REPORT_IDS.flatMap((id) => toReportRules(id, draft.reports[id], year)),
        }),
      },
    }),
    ...(has('wording', 'superiors', 'recipients') && {
      office: {
        ...office,
        ...(has('wording') && { wording: draft.wording.trim() }),
        ...(has('superiors') && { superiors: trimNames(draft.superiors) }),
        ...(has('recipients') && { recipients: trimNames(draft.recipients) }),
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
