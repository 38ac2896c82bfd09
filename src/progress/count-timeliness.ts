import type { IsoDate } from '../shared/dates';
import { groupByKeys } from '../shared/group-by';
import { type DeadlineRules, getTimeliness, type Timeliness } from './timeliness';
import type { LogRow } from './types';

export type TimelinessCounts = Record<Timeliness, number> & {
  /** Without those that are not tracked any more. */
  total: number;
  /** Recorded as done, of whatever deadline. */
  doneTotal: number;
  /** What could be done: nothing arisen leaves it. */
  required: number;
  /** `doneTotal` of `required`: 0 to 1; null for 0 of 0. */
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
  const doneTotal = rows.filter(({ typed, untracked }) => typed.state === 'done' && !untracked).length;
  return addShare({ ...counts, total, doneTotal });
}

function addShare(counts: Omit<TimelinessCounts, 'required' | 'doneShare'>): TimelinessCounts {
  const required = counts.total - counts.nothingArisen;
  return { ...counts, required, doneShare: required === 0 ? null : counts.doneTotal / required };
}

/** Adds up counts of different rows. */
export function sumTimelinessCounts(parts: readonly TimelinessCounts[]): TimelinessCounts {
  const sum = (id: Timeliness | 'total' | 'doneTotal'): number =>
    parts.reduce((all, part) => all + part[id], 0);
  const counts = Object.fromEntries(TIMELINESS_VALUES.map((id) => [id, sum(id)])) as Record<
    Timeliness,
    number
  >;
  return addShare({ ...counts, total: sum('total'), doneTotal: sum('doneTotal') });
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
