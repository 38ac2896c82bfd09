import type { TimingReading } from '../../src/timing/types';

/** A wording with the readings that are right. */
export type TimingRow = {
  text: string;
  year: number;
  kind: string;
  kindsAlso?: string[];
  due: string[];
  dueAlso?: string[][];
  /** The dates named are among those due. */
  atLeast?: boolean;
};

/** Returns true if a reading is one of those that are right. */
export function isRightReading(
  { kind, kindsAlso = [], due, dueAlso = [], atLeast }: TimingRow,
  reading: TimingReading,
): boolean {
  return (
    [kind, ...kindsAlso].includes(reading.kind) &&
    [due, ...dueAlso].some((dates) =>
      atLeast ? dates.every((date) => reading.due.includes(date)) : dates.join() === reading.due.join(),
    )
  );
}
