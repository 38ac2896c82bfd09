import type { Timeliness } from '../../annex/progress/timeliness';
import { matchKey } from '../../annex/text';
import type { ProgressItem, ProgressView } from '../../commands/progress';

export type FilterId = 'todo' | 'overdue' | 'dueSoon' | 'needsReview' | 'open' | 'remarks' | 'done' | 'all';

const OPEN: readonly Timeliness[] = ['overdue', 'dueSoon', 'notDueYet', 'noDeadline', 'needsReview'];
const DONE: readonly Timeliness[] = ['doneEarly', 'doneOnTime', 'doneLate', 'done'];

/** Days ahead that the list of what to do looks. */
export const HORIZON = 30;

function isNear({ timeliness, daysLeft }: ProgressItem): boolean {
  return timeliness === 'dueSoon' || (timeliness === 'notDueYet' && daysLeft !== null && daysLeft <= HORIZON);
}

const FILTERS: Record<FilterId, (item: ProgressItem) => boolean> = {
  todo: (item) => item.timeliness === 'overdue' || item.timeliness === 'needsReview' || isNear(item),
  overdue: ({ timeliness }) => timeliness === 'overdue',
  dueSoon: ({ timeliness }) => timeliness === 'dueSoon',
  needsReview: ({ timeliness }) => timeliness === 'needsReview',
  open: ({ timeliness }) => OPEN.includes(timeliness),
  remarks: ({ remarks }) => remarks.length > 0,
  done: ({ timeliness }) => DONE.includes(timeliness),
  all: () => true,
};
export const FILTER_IDS = Object.keys(FILTERS) as FilterId[];

export type Filter = { id: FilterId; leadUnit: string; search: string };
export const TO_DO: Filter = { id: 'todo', leadUnit: '', search: '' };

export type Group = 'overdue' | 'coming' | 'needsReview' | 'later';
const GROUPS: readonly Group[] = ['overdue', 'coming', 'needsReview', 'later'];

function groupOf(item: ProgressItem): Group {
  if (item.timeliness === 'overdue') return 'overdue';
  if (item.timeliness === 'needsReview') return 'needsReview';
  return isNear(item) ? 'coming' : 'later';
}

function byDay(a: ProgressItem, b: ProgressItem): number {
  const [one, other] = [a.lastDay ?? '9999', b.lastDay ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}

export type Shown = { group: Group; items: ProgressItem[] }[];

/** What a filter shows, overdue first, then by day; each in its group. The search needs no diacritics. */
export function shownItems({ items }: ProgressView, { id, leadUnit, search }: Filter): Shown {
  const words = matchKey(search);
  const wanted = items.filter(
    (item) =>
      FILTERS[id](item) &&
      (leadUnit === '' || item.task?.leadUnit === leadUnit) &&
      (words === '' ||
        matchKey(`${item.row.task} ${item.task?.content ?? ''} ${item.row.products}`).includes(words)),
  );
  return GROUPS.map((group) => ({
    group,
    items: wanted.filter((item) => groupOf(item) === group).sort(byDay),
  })).filter((each) => each.items.length > 0);
}

export const countOf = ({ items }: ProgressView, id: FilterId): number => items.filter(FILTERS[id]).length;

/**
 * Where tasks are selected on *Phụ lục*, all their occurrences are; what is recorded then is the next open one of
 * each task. Keys in the order of `events`.
 */
export function nextOfEach({ items }: ProgressView, events: readonly string[]): string[] {
  const wanted = new Set(events);
  const next = new Map<string, ProgressItem>();
  for (const item of items.filter(({ row }) => wanted.has(row.key))) {
    const { task } = item.row;
    const other = next.get(task);
    if (
      !other ||
      (OPEN.includes(item.timeliness) && (!OPEN.includes(other.timeliness) || byDay(item, other) < 0))
    )
      next.set(task, item);
  }
  const keys = new Set([...next.values()].map(({ row }) => row.key));
  return events.filter((key) => keys.has(key));
}
