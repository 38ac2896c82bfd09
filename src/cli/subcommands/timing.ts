import { type Locale, t } from '../../i18n/locale';
import { formatDate, type IsoDate, parseIsoDate } from '../../shared/dates';
import { ok } from '../../shared/result';
import { formatTiming } from '../../timing/format-timing';
import { parseTiming } from '../../timing/parse-timing';
import type { TimingOptions, TimingReading, TimingWarning } from '../../timing/types';
import { createUsageFailure } from '../create-usage-failure';
import { readStandardInput } from '../files';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import type { TIMING_SPEC } from './specs';

/** The reading as other programs take it. */
function toReadingJson({ text: labels, kind, due, bound, recurrence, confidence }: TimingReading) {
  return {
    text: labels,
    kind,
    due,
    bound: bound ?? null,
    recurrence,
    confidence,
  };
}

const MAX_DATES = 4;

function formatDates(due: readonly IsoDate[], locale: Locale): string {
  const dates = due.map(formatDate);
  if (dates.length <= MAX_DATES) return dates.join(', ');
  return t(locale, 'timing.more', { first: dates[0] ?? '', last: dates.at(-1) ?? '', count: dates.length });
}

function formatNote({ code, phrase, suggestion }: TimingWarning, locale: Locale): string {
  return t(locale, `timing.doubt.${code}`, { words: phrase ?? '', suggestion: suggestion ?? '' });
}

function formatReading(reading: TimingReading, locale: Locale): string {
  const printed = formatTiming(reading);
  return t(locale, 'timing.line', {
    text: reading.text,
    kind: t(locale, `timing.kind.${reading.kind}`),
    dates: formatDates(reading.due, locale),
    printed: printed === reading.text ? '' : printed,
    confidence: t(locale, `timing.confidence.${reading.confidence}`),
    doubts: reading.warnings.map((note) => formatNote(note, locale)).join('; '),
  });
}

/** Lines of a text; the end of the last line begins no other. */
export function splitLines(full: string): string[] {
  const lines = full.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** `phuluc timing [TEXT | --stdin] --year 2024 [--from 2024-06-05]`: what words of the timing column mean. */
export async function runTiming({
  files,
  options: { stdin, year, header, from },
  locale,
  now,
}: SubcommandInput<typeof TIMING_SPEC.options>): Promise<SubcommandResult> {
  if (year !== undefined && !/^(19|20|21)\d\d$/.test(year))
    return createUsageFailure(locale, 'cli.usage.year', { value: year });
  if (from !== undefined && !parseIsoDate(from))
    return createUsageFailure(locale, 'cli.usage.date', { value: from });
  if (!stdin && files.length === 0) return createUsageFailure(locale, 'cli.usage.no-timing');
  const options: TimingOptions = {
    year: year === undefined ? now().getFullYear() : Number(year),
    ...(header !== undefined ? { header } : {}),
    ...(from !== undefined ? { from } : {}),
  };
  const given = stdin ? await readStandardInput() : ok(files.join(' '));
  if (!given.ok) return given;
  const phrases = stdin ? splitLines(given.value) : [given.value];
  const readings = phrases.map((phrase) => parseTiming(phrase, options));
  const json = readings.map(toReadingJson);
  return {
    ok: true,
    lines: readings.map((reading) => formatReading(reading, locale)),
    json: json[0] ?? null,
    jsonLines: json,
    warnings: [],
  };
}
