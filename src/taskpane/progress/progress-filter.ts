import type { ProgressItem, ProgressView } from '../../commands/progress/index';
import type { Timeliness } from '../../progress/timeliness';
import type { IsoDate } from '../../shared/dates';
import { toMatchKey } from '../../shared/text';
import { getWeek } from './this-week';

export type ProgressFilterId =
  'todo' | 'thisWeek' | 'overdue' | 'dueSoon' | 'needsReview' | 'open' | 'remarks' | 'done' | 'all';

const OPEN_TIMELINESS: readonly Timeliness[] = [
  'overdue',
  'dueSoon',
  'notDueYet',
  'noDeadline',
  'needsReview',
];
const DONE_TIMELINESS: readonly Timeliness[] = ['doneEarly', 'doneOnTime', 'doneLate', 'done'];

/** Days ahead that the list of what to do looks. */
export const HORIZON_DAYS = 30;

function isNear({ timeliness, daysLeft }: ProgressItem): boolean {
  return (
    timeliness === 'dueSoon' || (timeliness === 'notDueYet' && daysLeft !== null && daysLeft <= HORIZON_DAYS)
  );
}

const FUTURE_TIMELINESS: readonly Timeliness[] = ['dueSoon', 'notDueYet'];

/** Returns true for open work whose last day is in the week of a day. */
function isInWeek({ timeliness, lastDay }: ProgressItem, day: IsoDate): boolean {
  const { from, until } = getWeek(day);
  return FUTURE_TIMELINESS.includes(timeliness) && lastDay !== null && from <= lastDay && lastDay <= until;
}

/** What each filter shows on a day. */
const PROGRESS_FILTERS: Record<ProgressFilterId, (item: ProgressItem, day: IsoDate) => boolean> = {
  todo: (item) => item.timeliness === 'overdue' || item.timeliness === 'needsReview' || isNear(item),
  thisWeek: (item, day) => item.timeliness === 'overdue' || isInWeek(item, day),
  overdue: ({ timeliness }) => timeliness === 'overdue',
  dueSoon: ({ timeliness }) => timeliness === 'dueSoon',
  needsReview: ({ timeliness }) => timeliness === 'needsReview',
  open: ({ timeliness }) => OPEN_TIMELINESS.includes(timeliness),
  remarks: ({ remarks }) => remarks.length > 0,
  done: ({ timeliness }) => DONE_TIMELINESS.includes(timeliness),
  all: () => true,
};
export const PROGRESS_FILTER_IDS = Object.keys(PROGRESS_FILTERS) as ProgressFilterId[];

/** Keys of the filter by person that no name can be. */
export const ANYBODY = '*';
export const NOBODY = '';

export type ProgressFilter = {
  id: ProgressFilterId;
  /** Code of a document; '' for all. */
  document: string;
  leadUnit: string;
  person: string;
  search: string;
};
export const TODO_FILTER: ProgressFilter = {
  id: 'todo',
  document: '',
  leadUnit: '',
  person: ANYBODY,
  search: '',
};

export type EventGroupId = 'overdue' | 'coming' | 'needsReview' | 'later';
const EVENT_GROUP_IDS: readonly EventGroupId[] = ['overdue', 'coming', 'needsReview', 'later'];

function getGroup(item: ProgressItem): EventGroupId {
  if (item.timeliness === 'overdue') return 'overdue';
  if (item.timeliness === 'needsReview') return 'needsReview';
  return isNear(item) ? 'coming' : 'later';
}

function compareByDay(a: ProgressItem, b: ProgressItem): number {
  const [one, other] = [a.lastDay ?? '9999', b.lastDay ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}

export type EventGroups = { group: EventGroupId; items: ProgressItem[] }[];

/** What a filter shows, overdue first, then by day; each in its group. The search needs no diacritics. */
export function groupFilteredItems(
  { items, on }: ProgressView,
  { id, document, leadUnit, person, search }: ProgressFilter,
): EventGroups {
  const words = toMatchKey(search);
  const wanted = items.filter(
    (item) =>
      PROGRESS_FILTERS[id](item, on) &&
      (document === '' || item.document === document) &&
      (person === ANYBODY || item.person === person) &&
      (leadUnit === '' || item.task?.leadUnit === leadUnit) &&
      (words === '' ||
        toMatchKey(
          `${item.row.task} ${item.task?.content ?? ''} ${item.row.products} ${item.person}`,
        ).includes(words)),
  );
  return EVENT_GROUP_IDS.map((group) => ({
    group,
    items: wanted.filter((item) => getGroup(item) === group).sort(compareByDay),
  })).filter((each) => each.items.length > 0);
}

export const countFilteredItems = ({ items, on }: ProgressView, id: ProgressFilterId): number =>
  items.filter((item) => PROGRESS_FILTERS[id](item, on)).length;

/** Counts the open work that falls due in the week of the view's day; what is late already is counted by itself. */
export const countThisWeek = ({ items, on }: ProgressView): number =>
  items.filter((item) => isInWeek(item, on)).length;

/**
 * Where tasks are selected on *Phụ lục*, all their occurrences are; what is recorded then is the next open one of
 * each task. Keys in the order of `events`.
 */
export function findNextPerTask({ items }: ProgressView, events: readonly string[]): string[] {
  const wanted = new Set(events);
  const next = new Map<string, ProgressItem>();
  for (const item of items.filter(({ row }) => wanted.has(row.key))) {
    const { task } = item.row;
    const other = next.get(task);
    if (
      !other ||
      (OPEN_TIMELINESS.includes(item.timeliness) &&
        (!OPEN_TIMELINESS.includes(other.timeliness) || compareByDay(item, other) < 0))
    )
      next.set(task, item);
  }
  const keys = new Set([...next.values()].map(({ row }) => row.key));
  return events.filter((key) => keys.has(key));
}
