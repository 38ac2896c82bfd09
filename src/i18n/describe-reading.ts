import { formatDate, parseIsoDate } from '../shared/dates';
import type { TimingReading } from '../timing/types';
import { type Locale, t } from './locale';

/** Dates beyond these are only counted. */
const MAX_DAYS = 12;

/** Says what the words of a timing were taken to mean: "Hạn: chậm nhất 30/11/2026 (…)." */
export function describeReading(
  locale: Locale,
  { due, kind, confidence, bound }: Pick<TimingReading, 'due' | 'kind' | 'confidence' | 'bound'>,
): string {
  const days = due
    .slice(0, MAX_DAYS)
    .map((day) => (parseIsoDate(day) ? formatDate(day) : day))
    .join(', ');
  const text = t(locale, days === '' ? 'track.reading.noDays' : 'track.reading', {
    // A day says by itself what it is.
    kind: kind === 'date' && days !== '' ? '' : t(locale, `timing.kind.${kind}`),
    confidence: confidence === 'high' ? '' : t(locale, `timing.confidence.${confidence}`),
    bound: bound ? t(locale, `timing.bound.${bound}`) : '',
    days,
  });
  return due.length > MAX_DAYS ? `${text} …` : text;
}
