import type { Task } from '../../annex/types';
import { buildOccurrences } from '../../progress/build-occurrences';
import type { Deadline } from '../../progress/types';
import type { IsoDate } from '../../shared/dates';
import type { CalendarSettings } from '../../timing/calendar/calendar-settings';
import { getLastDayInTime } from '../../timing/calendar/working-days';
import type { DeadlineKind } from './ledger-entry';

export type LedgerDeadline = { kind: DeadlineKind; due: IsoDate };

/** How the annex's timings are read: its year, the day it was issued, the office's calendar. */
type DeadlineContext = { year: number; from: IsoDate; calendar: CalendarSettings };

function toLedgerDeadline(deadline: Deadline, calendar: CalendarSettings): LedgerDeadline {
  return deadline.kind === 'dated'
    ? { kind: 'dated', due: getLastDayInTime(deadline.due, deadline.bound, calendar) }
    : { kind: deadline.kind, due: '' };
}

/** Deadlines of a task: of the whole, and of each occurrence by its key. */
export type TaskDeadlines = { overall: LedgerDeadline; occurrences: ReadonlyMap<string, LedgerDeadline> };

/**
 * The deadlines that the master's timing gives a task. A task that falls due several times is done as a whole when the
 * last of them is; one unread deadline leaves the whole unread. Read as performed, so that a unit that performs what
 * the master's own copy refuses has a deadline too.
 */
export function resolveTaskDeadlines(task: Task, { year, from, calendar }: DeadlineContext): TaskDeadlines {
  const found = buildOccurrences(
    { ...task, applicability: 'performed' },
    { year, calendar, ...(from === '' ? {} : { from }) },
  ).map((occurrence) => [occurrence.key, toLedgerDeadline(occurrence.deadline, calendar)] as const);
  const all = found.map(([, deadline]) => deadline);
  const dated = all.filter(({ kind }) => kind === 'dated').sort((a, b) => (a.due < b.due ? -1 : 1));
  const overall =
    all.find(({ kind }) => kind === 'unread') ?? dated.at(-1) ?? ({ kind: 'none', due: '' } as const);
  return { overall: overall, occurrences: new Map(found) };
}
