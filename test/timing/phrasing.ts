import type { TimingKind, TimingOptions } from '../../src/timing/types';

/**
 * A wording of a clerk with the reading it must have: text, kind, and the days due with a blank between them, as
 * "06-30" (of 2024) or "2025-01-31"; options where the wording is not read in 2024 without a header.
 */
export type Phrasing = readonly [
  text: string,
  kind: TimingKind,
  due: string,
  options?: Partial<TimingOptions>,
];

const YEAR = 2024;

/** What is asked of the reader, and what it must answer. */
export function toReadingCase([text, kind, due, options]: Phrasing) {
  return {
    text,
    options: { year: YEAR, ...options } satisfies TimingOptions,
    expected: {
      kind,
      due: due
        .split(' ')
        .filter((day) => day !== '')
        .map((day) => (day.length === 5 ? `${YEAR}-${day}` : day)),
    },
  };
}
