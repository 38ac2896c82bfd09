import { fromExcelSerial, isValidDate, parseIsoDate, type IsoDate } from '../../annex/calendar/dates';
import type { DayOff, DayOffName } from '../../annex/calendar/days-off';
import type { ReportPeriodRule, RelativeYearDay } from '../../annex/calendar/report-periods';
import { DEFAULT_EVENTS, type EventRule, type VagueDay } from '../../annex/calendar/settings';
import type { ProductType } from '../../annex/products/vocabulary';
import { EMPTY_OFFICE_SETTINGS, type DatedName, type OfficeSettings } from '../../annex/office-settings';
import { createDefaultProgressSettings, type ProgressSettings } from '../../annex/progress/settings';
import type { Problem } from '../../annex/problem';
import { toMatchKey } from '../../annex/text';
import {
  beforeMeansWords,
  dayOffWords,
  eventWords,
  progressSheetNames,
  reportPeriodWords,
  settingWords as words,
  shiftWords,
  vagueWords,
} from '../../locales/progress-sheet-words';
import { sameWord } from '../read-tasks';
import type { CellValue } from '../snapshot';
import { yearOf } from './setting-cells';
import type { SettingId } from './setting-names';

/** Values of the named areas of *Cấu hình*; an area whose name is gone is absent. */
export type SettingValues = Partial<Record<SettingId, CellValue[][]>>;

function unread(setting: string, value: CellValue): Problem {
  return {
    code: 'setting-unread',
    severity: 'warning',
    place: { sheet: progressSheetNames.settings },
    details: { setting, value: String(value) },
  };
}

/** What papers say of the office. A line whose day cannot be read holds on no day and is told. */
export function readOffice(values: SettingValues): { office: OfficeSettings; warnings: Problem[] } {
  const warnings: Problem[] = [];
  const names = (id: 'superiors' | 'recipients'): DatedName[] =>
    (values[id] ?? []).flatMap(([day = '', cell = '']): DatedName[] => {
      const name = String(cell).trim();
      if (name === '') return [];
      const from = day === '' ? '' : dateOf(day);
      if (from === null) warnings.push(unread(words[id], day));
      return from === null ? [] : [{ from, name }];
    });
  const wording = String(values.wording?.[0]?.[0] ?? EMPTY_OFFICE_SETTINGS.wording).trim();
  return { office: { wording, superiors: names('superiors'), recipients: names('recipients') }, warnings };
}

export type ReadSettings = { settings: ProgressSettings; warnings: Problem[] };

function dateOf(value: CellValue): IsoDate | null {
  if (typeof value === 'number') return fromExcelSerial(value);
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(String(value));
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isValidDate(year, month, day)
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;
}

function vagueOf(value: CellValue): VagueDay | null {
  if (typeof value === 'string' && toMatchKey(value) === toMatchKey(words.lastOfMonth)) return 'last';
  const day = Number(value);
  return value !== '' && Number.isInteger(day) && day >= 1 && day <= 31 ? day : null;
}

function eventOf(id: EventRule['id'], value: CellValue): EventRule | null {
  const fallback = DEFAULT_EVENTS.find((rule) => rule.id === id);
  const text = toMatchKey(String(value));
  if (text === toMatchKey(words.lunar)) return fallback && 'lunar' in fallback ? fallback : null;
  const serial = typeof value === 'number' ? fromExcelSerial(value) : null;
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\d)/.exec(String(value));
  const [day, month] = serial
    ? [Number(serial.slice(8, 10)), Number(serial.slice(5, 7))]
    : [Number(match?.[1]), Number(match?.[2])];
  if (!isValidDate(2024, month, day)) return null;
  return { id, month, day, ...(text.endsWith(toMatchKey(words.nextYear)) && { year: 1 as const }) };
}

function yearDay(date: IsoDate, year: number): RelativeYearDay {
  const { year: at, month, day } = parseIsoDate(date)!;
  return { year: at - year, month, day };
}

/** A date of a year of its own, as the rules keep days: relative to the plan's year. */
function periodOf(
  id: ReportPeriodRule['id'],
  line: readonly CellValue[],
  year: number,
): ReportPeriodRule | null {
  const [from, to, send] = [0, 1, 2].map((at) => dateOf(line[at] ?? ''));
  return from && to && send && from <= to
    ? { id, from: yearDay(from, year), to: yearDay(to, year), send: yearDay(send, year) }
    : null;
}

function dayOffOf(date: IsoDate, label: string): DayOff {
  const known = (Object.keys(dayOffWords) as DayOffName[]).find((name) => sameWord(label, dayOffWords[name]));
  return known ? { date, name: known } : { date, name: 'other', label };
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}

/**
 * Reads *Cấu hình* back: the sheet is the truth. A cell that cannot be read keeps its default and is told; areas whose
 * names are gone keep their defaults. `edition` is what the annex itself says.
 */
export function readSettings(
  values: SettingValues,
  edition: { year: number | null; from: IsoDate },
): ReadSettings {
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
    warnings.push(unread(name, value));
    return fallback;
  };
  const year = read<number | ''>(
    words.year,
    cell('year'),
    (value) => (value === '' ? '' : isValidDate(Number(value), 1, 1) ? Number(value) : null),
    edition.year ?? '',
  );
  const from = read(words.from, cell('from'), (value) => (value === '' ? '' : dateOf(value)), edition.from);
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
      (value) => keysOf(table).find((key) => sameWord(value, table[key])) ?? null,
      fallback,
    );
  const line = (id: SettingId, row: number): CellValue[] | undefined => values[id]?.[row];
  const vague = keysOf(vagueWords).map((id, row) => {
    const { vague: known } = calendar;
    const fallback = [known.monthStart, known.monthMiddle, ...known.weeks][row]!;
    return read(vagueWords[id], line('vague', row)?.[0], vagueOf, fallback);
  }) as [VagueDay, VagueDay, VagueDay, VagueDay, VagueDay, VagueDay];
  const [monthStart, monthMiddle, ...weeks] = vague;
  const events = keysOf(eventWords).flatMap((id, row): EventRule[] => {
    const value = line('events', row)?.[0];
    // A blank cell is an event that this office does not have.
    if (value === '') return [];
    const fallback = calendar.events.find((rule) => rule.id === id);
    return fallback ? [read(eventWords[id], value, (text) => eventOf(id, text), fallback)] : [];
  });
  const reportPeriods = keysOf(reportPeriodWords).flatMap((id, row): ReportPeriodRule[] => {
    const cells = line('reports', row);
    if (cells?.every((value) => value === '')) return [];
    const fallback = calendar.reportPeriods.find((rule) => rule.id === id)!;
    if (!cells) return [fallback];
    const parsed = periodOf(id, cells, yearOf(plan));
    return [read(reportPeriodWords[id], cells.join(' '), () => parsed, fallback)];
  });
  const days = (id: 'daysOff' | 'worked', name: string): { date: IsoDate; row: number }[] =>
    (values[id] ?? []).flatMap(([value = ''], row) => {
      if (value === '') return [];
      const date = read<IsoDate>(name, value, dateOf, '');
      return date === '' ? [] : [{ date, row }];
    });
  const names = values.dayOffNames ?? [];
  const daysOff = {
    off: values.daysOff
      ? days('daysOff', words.daysOff).map(({ date, row }) => dayOffOf(date, String(names[row]?.[0] ?? '')))
      : calendar.daysOff.off,
    worked: values.worked ? days('worked', words.worked).map(({ date }) => date) : calendar.daysOff.worked,
  };
  const papers = readOffice(values);
  warnings.push(...papers.warnings);
  return {
    settings: {
      ...plan,
      office: papers.office,
      calendar: {
        beforeMeans: word(words.beforeMeans, 'beforeMeans', beforeMeansWords, calendar.beforeMeans),
        shift: word(words.shift, 'shift', shiftWords, calendar.shift),
        soonDays: read(
          words.soonDays,
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
      products: readProductTypes(values.products) ?? base.products,
      phrases: (values.phrases ?? [])
        .map((cells) => cells.map((value) => String(value).trim()))
        .filter(([task = '', phrase = '', meaning = '']) => meaning !== '' && (task !== '' || phrase !== ''))
        .map(([task = '', phrase = '', meaning = '']) => ({ task, phrase, meaning })),
    },
    warnings,
  };
}

/** Types without an id of their own get one of their name, so that a clerk need not think of one. */
function readProductTypes(cells: CellValue[][] | undefined): ProductType[] | null {
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
