import type { DaySpan, RecordedValues } from '../types';

/** Whether the day, or the time, of completion is before the annex or after the day that is counted. */
export function isImpossibleCompletion(
  { doneOn, doneIn }: Pick<RecordedValues, 'doneOn' | 'doneIn'>,
  { from, until }: DaySpan,
): boolean {
  const isOutside = (span: DaySpan): boolean => span.until < from || span.from > until;
  return (
    (doneOn !== '' && isOutside({ from: doneOn, until: doneOn })) ||
    (doneIn !== undefined && isOutside(doneIn))
  );
}
