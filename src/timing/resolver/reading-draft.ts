import type { IsoDate } from '../../shared/dates';
import type {
  Bound,
  Confidence,
  Recurrence,
  TimingKind,
  TimingPart,
  TimingWarning,
  TimingWarningCode,
} from '../types';

/** A reading before its notes are weighed. */
export type ReadingDraft = {
  kind: TimingKind;
  due: IsoDate[];
  start?: IsoDate;
  bound?: Bound;
  recurrence: Recurrence | null;
  parts: TimingPart[];
  warnings: TimingWarning[];
};

const LOW_CONFIDENCE_CODES: readonly TimingWarningCode[] = [
  'impossible-date',
  'impossible-month',
  'impossible-quarter',
  'outside-window',
  'not-understood',
  'no-frequency',
  'blank',
  'missing-year',
  'missing-month',
  'no-day-for-event',
  'range-reversed',
];

/** Warnings that do not lower the confidence. */
const HARMLESS_CODES: readonly TimingWarningCode[] = ['serial-number', 'two-digit-year'];

export function getConfidence(notes: readonly TimingWarning[]): Confidence {
  if (notes.some(({ code }) => LOW_CONFIDENCE_CODES.includes(code))) return 'low';
  return notes.some(({ code }) => !HARMLESS_CODES.includes(code)) ? 'medium' : 'high';
}

/** Returns the dates in order, each once; most lists are so already. */
export function sortDates(dates: readonly IsoDate[]): IsoDate[] {
  for (let i = 1; i < dates.length; i += 1) {
    if ((dates[i - 1] ?? '') >= (dates[i] ?? '')) return [...new Set(dates)].sort();
  }
  return [...dates];
}

/**
 * Returns the bound that all deadlines share; in "trước ngày 15/6, 15/12" the later dates have the first
 * one's bound.
 */
export function getCommonBound(bounds: readonly (Bound | undefined)[]): Bound | undefined {
  const named = bounds.filter((bound): bound is Bound => bound !== undefined);
  const first = named[0];
  if (first === undefined || bounds[0] === undefined) return undefined;
  const rest = named.slice(1);
  if (rest.every((bound) => bound === first)) return first;
  return rest.every((bound) => bound === first || bound === 'by' || bound === 'on') ? first : undefined;
}
