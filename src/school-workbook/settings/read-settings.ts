import { type DatedName, EMPTY_OFFICE_SETTINGS, type OfficeSettings } from '../../annex/office-settings';
import type { ProductType } from '../../progress/product-vocabulary';
import { createDefaultProgressSettings, type ProgressSettings } from '../../progress/progress-settings';
import { appendAll } from '../../shared/append-all';
import { fromExcelSerial, type IsoDate, isValidDate, parseIsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import { toMatchKey } from '../../shared/text';
import type { CellValue } from '../../sheets/cell-value';
import {
  BEFORE_MEANS_LABELS,
  DAY_OFF_LABELS,
  DAY_OFF_SHIFT_LABELS,
  EVENT_LABELS,
  SETTING_LABELS as labels,
  PROGRESS_SHEET_NAMES,
  REPORT_PERIOD_LABELS,
  VAGUE_DAY_LABELS,
} from '../../sheets/labels/progress-labels';
import { DEFAULT_EVENTS, type EventRule, type VagueDay } from '../../timing/calendar/calendar-settings';
import type { DayOff, DayOffName } from '../../timing/calendar/days-off';
import type { RelativeYearDay, ReportPeriodRule } from '../../timing/calendar/report-periods';
import { isSameWord } from '../tasks/read-tasks';
import { getPlanYear } from './setting-cells';
import type { SettingId, SettingValues } from './setting-names';

function createUnreadWarning(setting: string, value: CellValue): Problem {
  return warning(
    'setting-unread',
    { sheet: PROGRESS_SHEET_NAMES.settings },
    { setting, value: String(value) },
  );
}

/** Reads the office settings that reports need. A line whose day cannot be read never applies and gives a warning. */
export function readOfficeSettings(values: SettingValues): { office: OfficeSettings; warnings: Problem[] } {
  const warnings: Problem[] = [];
  const names = (id: 'superiors' | 'recipients'): DatedName[] =>
    (values[id] ?? []).flatMap(([day = '', cell = '']): DatedName[] => {
      const name = String(cell).trim();
      if (name === '') return [];
      const from = day === '' ? '' : parseDateValue(day);
      if (from === null) warnings.push(createUnreadWarning(labels[id], day));
      return from === null ? [] : [{ from, name }];
    });
  const wording = String(values.wording?.[0]?.[0] ?? EMPTY_OFFICE_SETTINGS.wording).trim();
  return { office: { wording, superiors: names('superiors'), recipients: names('recipients') }, warnings };
}

/** What an annex says of the time it is for. */
export type EditionYear = { year: number | null; from: IsoDate; isSchoolYear: boolean };

type ParsedSettings = { settings: ProgressSettings; warnings: Problem[] };

function parseDateValue(value: CellValue): IsoDate | null {
  if (typeof value === 'number') return fromExcelSerial(value);
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(String(value));
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isValidDate(year, month, day)
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;
}

function parseVagueDay(value: CellValue): VagueDay | null {
  if (typeof value === 'string' && toMatchKey(value) === toMatchKey(labels.lastOfMonth)) return 'last';
  const day = Number(value);
  return value !== '' && Number.isInteger(day) && day >= 1 && day <= 31 ? day : null;
}

function parseEventRule(id: EventRule['id'], value: CellValue): EventRule | null {
  const fallback = DEFAULT_EVENTS.find((rule) => rule.id === id);
  const text = toMatchKey(String(value));
  if (text === toMatchKey(labels.lunar)) return fallback && 'lunar' in fallback ? fallback : null;
  const serial = typeof value === 'number' ? fromExcelSerial(value) : null;
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\d)/.exec(String(value));
  const [day, month] = serial
    ? [Number(serial.slice(8, 10)), Number(serial.slice(5, 7))]
    : [Number(match?.[1]), Number(match?.[2])];
  if (!isValidDate(2024, month, day)) return null;
  return { id, month, day, ...(text.endsWith(toMatchKey(labels.nextYear)) && { year: 1 as const }) };
}

function toRelativeYearDay(date: IsoDate, year: number): RelativeYearDay {
  const { year: at, month, day } = parseIsoDate(date)!;
  return { year: at - year, month, day };
}

/** Parses the dates of a report period, relative to the plan's year. */
function parseReportPeriod(
  id: ReportPeriodRule['id'],
  line: readonly CellValue[],
  year: number,
): ReportPeriodRule | null {
  const [from, to, send] = [0, 1, 2].map((at) => parseDateValue(line[at] ?? ''));
  return from && to && send && from <= to
    ? {
        id,
        from: toRelativeYearDay(from, year),
        to: toRelativeYearDay(to, year),
        send: toRelativeYearDay(send, year),
      }
    : null;
}

function toDayOff(date: IsoDate, label: string): DayOff {
  const known = (Object.keys(DAY_OFF_LABELS) as DayOffName[]).find((name) =>
    isSameWord(label, DAY_OFF_LABELS[name]),
  );
  return known ? { date, name: known } : { date, name: 'other', label };
}

function getKeys<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}

/**
 * Reads *Cấu hình*, which is the truth. A cell that cannot be read keeps its default and gives a warning; ranges whose
 * names are missing keep their defaults. `edition` is that of the annex.
 */
export function readSettings(values: SettingValues, edition: EditionYear): ParsedSettings {
  const warnings: Problem[] = [];
  const cell = (id: SettingId): CellValue | undefined => values[id]?.[0]?.[0];
  const read = <T>(
    name: string,
    value: CellValue | undefined,
    parse: (value: CellValue) => T | null,
    fallback: T,
  ): T => {
    if (value === undefined) return fallback;
    const parsed = parse(value);
    if (parsed !== null) return parsed;
    warnings.push(createUnreadWarning(name, value));
    return fallback;
  };
  const year = read<number | ''>(
    labels.year,
    cell('year'),
    (value) => (value === '' ? '' : isValidDate(Number(value), 1, 1) ? Number(value) : null),
    edition.year ?? '',
  );
  const from = read(
    labels.from,
    cell('from'),
    (value) => (value === '' ? '' : parseDateValue(value)),
    edition.from,
  );
  const plan = { year: year === '' ? null : year, from };
  const base = createDefaultProgressSettings(plan.year, plan.from);
  const { calendar } = base;
  const word = <Key extends string>(
    name: string,
    id: SettingId,
    table: Readonly<Record<Key, string>>,
    fallback: Key,
  ): Key =>
    read(
      name,
      cell(id),
      (value) => getKeys(table).find((key) => isSameWord(value, table[key])) ?? null,
      fallback,
    );
  const line = (id: SettingId, row: number): CellValue[] | undefined => values[id]?.[row];
  const vague = getKeys(VAGUE_DAY_LABELS).map((id, row) => {
    const { vague: known } = calendar;
    const fallback = [known.monthStart, known.monthMiddle, ...known.weeks][row]!;
    return read(VAGUE_DAY_LABELS[id], line('vague', row)?.[0], parseVagueDay, fallback);
  }) as [VagueDay, VagueDay, VagueDay, VagueDay, VagueDay, VagueDay];
  const [monthStart, monthMiddle, ...weeks] = vague;
  const events = getKeys(EVENT_LABELS).flatMap((id, row): EventRule[] => {
    const value = line('events', row)?.[0];
    // A blank cell is an event that this office does not have.
    if (value === '') return [];
    const fallback = calendar.events.find((rule) => rule.id === id);
    return fallback ? [read(EVENT_LABELS[id], value, (text) => parseEventRule(id, text), fallback)] : [];
  });
  const reportPeriods = getKeys(REPORT_PERIOD_LABELS).flatMap((id, row): ReportPeriodRule[] => {
    const cells = line('reports', row);
    if (cells?.every((value) => value === '')) return [];
    const fallback = calendar.reportPeriods.find((rule) => rule.id === id)!;
    if (!cells) return [fallback];
    const parsed = parseReportPeriod(id, cells, getPlanYear(plan));
    return [read(REPORT_PERIOD_LABELS[id], cells.join(' '), () => parsed, fallback)];
  });
  const days = (id: 'daysOff' | 'worked', name: string): { date: IsoDate; row: number }[] =>
    (values[id] ?? []).flatMap(([value = ''], row) => {
      if (value === '') return [];
      const date = read<IsoDate>(name, value, parseDateValue, '');
      return date === '' ? [] : [{ date, row }];
    });
  const names = values.dayOffNames ?? [];
  const daysOff = {
    off: values.daysOff
      ? days('daysOff', labels.daysOff).map(({ date, row }) => toDayOff(date, String(names[row]?.[0] ?? '')))
      : calendar.daysOff.off,
    worked: values.worked ? days('worked', labels.worked).map(({ date }) => date) : calendar.daysOff.worked,
  };
  const papers = readOfficeSettings(values);
  appendAll(warnings, papers.warnings);
  return {
    settings: {
      ...plan,
      // Another year than the one the annex names is a year as any other.
      isSchoolYear: edition.isSchoolYear && plan.year === edition.year,
      office: papers.office,
      calendar: {
        beforeMeans: word(labels.beforeMeans, 'beforeMeans', BEFORE_MEANS_LABELS, calendar.beforeMeans),
        shift: word(labels.shift, 'shift', DAY_OFF_SHIFT_LABELS, calendar.shift),
        soonDays: read(
          labels.soonDays,
          cell('soonDays'),
          (value) =>
            value !== '' && Number.isInteger(Number(value)) && Number(value) >= 0 ? Number(value) : null,
          calendar.soonDays,
        ),
        vague: { monthStart, monthMiddle, weeks },
        events,
        reportPeriods,
        daysOff,
      },
      products: parseProductTypes(values.products) ?? base.products,
      phrases: (values.phrases ?? [])
        .map((cells) => cells.map((value) => String(value).trim()))
        .filter(([task = '', phrase = '', meaning = '']) => meaning !== '' && (task !== '' || phrase !== ''))
        .map(([task = '', phrase = '', meaning = '']) => ({ task, phrase, meaning })),
    },
    warnings,
  };
}

/** Types without an id of their own get one of their name, so that a clerk need not think of one. */
function parseProductTypes(cells: CellValue[][] | undefined): ProductType[] | null {
  const types = (cells ?? [])
    .map((line) => line.map((value) => String(value).trim()))
    .filter(([, name = '']) => name !== '')
    .map(([id = '', name = '', sign = '', known = '']): ProductType => ({
      id: id === '' ? toMatchKey(name).replaceAll(' ', '-') : id,
      name,
      words: known
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
      ...(sign !== '' && { sign }),
    }));
  return types.length > 0 ? types : null;
}
