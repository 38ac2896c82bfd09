import { wrongUse } from '../wrong-use';
import { text } from 'node:stream/consumers';
import { partsOf, printDate, type IsoDate } from '../../annex/calendar/dates';
import { printTiming } from '../../annex/timing/print-timing';
import { readTiming } from '../../annex/timing/read-timing';
import type { TimingNote, TimingOptions, TimingReading } from '../../annex/timing/types';
import { t } from '../../locales/locale';
import type { Locale } from '../../locales/locale';
import { JSON_OPTION, defineVerb } from '../verb';

/** The reading as other programs take it. */
function readingJson({ text: words, kind, due, bound, recurrence, confidence }: TimingReading) {
  return {
    text: words,
    kind,
    due,
    bound: bound ?? null,
    recurrence,
    confidence,
  };
}

const MOST_DATES = 4;

function datesOf(due: readonly IsoDate[], locale: Locale): string {
  const dates = due.map(printDate);
  if (dates.length <= MOST_DATES) return dates.join(', ');
  return t(locale, 'timing.more', { first: dates[0] ?? '', last: dates.at(-1) ?? '', count: dates.length });
}

function doubtOf({ doubt, words, suggestion }: TimingNote, locale: Locale): string {
  return t(locale, `timing.doubt.${doubt}`, { words: words ?? '', suggestion: suggestion ?? '' });
}

function lineOf(reading: TimingReading, locale: Locale): string {
  const printed = printTiming(reading);
  return t(locale, 'timing.line', {
    text: reading.text,
    kind: t(locale, `timing.kind.${reading.kind}`),
    dates: datesOf(reading.due, locale),
    printed: printed === reading.text ? '' : printed,
    confidence: t(locale, `timing.confidence.${reading.confidence}`),
    doubts: reading.notes.map((note) => doubtOf(note, locale)).join('; '),
  });
}

/** Lines of a text; the end of the last line begins no other. */
export function linesOf(whole: string): string[] {
  const lines = whole.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** `phuluc timing [TEXT | --stdin] --year 2024 [--from 2024-06-05]`: what words of the timing column mean. */
export const timingVerb = defineVerb({
  name: 'timing',
  help: 'cli.verb.timing',
  // Words that the shell parted are one timing.
  files: { least: 0, most: 100, names: '[TEXT]' },
  options: {
    stdin: { type: 'boolean', help: 'cli.option.stdin' },
    year: { type: 'string', value: 'YEAR', help: 'cli.option.year' },
    header: { type: 'string', value: 'TEXT', help: 'cli.option.header' },
    from: { type: 'string', value: 'DATE', help: 'cli.option.from' },
    json: JSON_OPTION,
  },
  run: async ({ files, options: { stdin, year, header, from }, locale, now }) => {
    if (year !== undefined && !/^(19|20|21)\d\d$/.test(year))
      return wrongUse(locale, 'cli.usage.year', { value: year });
    if (from !== undefined && !partsOf(from)) return wrongUse(locale, 'cli.usage.date', { value: from });
    if (!stdin && files.length === 0) return wrongUse(locale, 'cli.usage.no-timing');
    const options: TimingOptions = {
      year: year === undefined ? now().getFullYear() : Number(year),
      ...(header !== undefined ? { header } : {}),
      ...(from !== undefined ? { from } : {}),
    };
    const phrases = stdin ? linesOf(await text(process.stdin)) : [files.join(' ')];
    const readings = phrases.map((phrase) => readTiming(phrase, options));
    const json = readings.map(readingJson);
    return {
      ok: true,
      lines: readings.map((reading) => lineOf(reading, locale)),
      json: json[0] ?? null,
      jsonLines: json,
      warnings: [],
    };
  },
});
