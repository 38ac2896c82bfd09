import type { IsoDate } from '../shared/dates';
import { groupByKeys } from '../shared/group-by';
import { type DeadlineRules, getTimeliness, type Timeliness } from './timeliness';
import type { LogRow } from './types';

export type TimelinessCounts = Record<Timeliness, number> & {
  /** Without those that are not tracked any more. */
  total: number;
  /** Share done of those that could be: 0 to 1; null for 0 of 0. Nothing arisen leaves the denominator. */
  doneShare: number | null;
};

export const TIMELINESS_VALUES = [
  'doneEarly',
  'doneOnTime',
  'doneLate',
  'done',
  'overdue',
  'dueSoon',
  'notDueYet',
  'noDeadline',
  'nothingArisen',
  'needsReview',
  'notTracked',
] as const satisfies readonly Timeliness[];

/** Counts of rows by timeliness on a day. A row recorded as done counts as done though its deadline needs review. */
export function countTimeliness(
  rows: readonly LogRow[],
  on: IsoDate,
  rules: DeadlineRules,
): TimelinessCounts {
  const counts = Object.fromEntries(TIMELINESS_VALUES.map((each) => [each, 0])) as Record<Timeliness, number>;
  for (const row of rows) counts[getTimeliness(row, on, rules)] += 1;
  const total = rows.length - counts.notTracked;
  const could = total - counts.nothingArisen;
  const done = rows.filter(({ typed, untracked: untracked }) => typed.state === 'done' && !untracked).length;
  return { ...counts, total, doneShare: could === 0 ? null : done / could };
}

/** Tallies by what a row belongs to (its quarter, product type, lead unit…); a row may belong to several, or to none. */
export function countTimelinessBy(
  rows: readonly LogRow[],
  getKeys: (row: LogRow) => readonly string[],
  on: IsoDate,
  rules: DeadlineRules,
): Map<string, TimelinessCounts> {
  const groups = groupByKeys(rows, getKeys);
  return new Map([...groups].map(([key, group]) => [key, countTimeliness(group, on, rules)]));
}
