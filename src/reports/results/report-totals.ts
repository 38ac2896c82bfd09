import type { Task } from '../../annex/types';
import { countTimeliness, type TimelinessCounts } from '../../progress/count-timeliness';
import {
  type DeadlineRules,
  getEffectiveDeadline,
  getRowLastDay,
  getTimeliness,
} from '../../progress/timeliness';
import type { LogRow } from '../../progress/types';
import { countDaysBetween, type IsoDate, parseIsoDate } from '../../shared/dates';
import { groupTasksBySection } from '../group-tasks-by-section';
import type { ReportSpan } from './report-span';

export type ReportData = {
  tasks: readonly Task[];
  /** The log of progress, or what stands for it where the workbook has none. */
  rows: readonly LogRow[];
  rules: DeadlineRules;
  span: ReportSpan;
  /** The last day that is known: that of the report, or that of its data. Nothing after it counts. */
  on: IsoDate;
  /** Who is in charge, by id of the task. */
  people?: ReadonlyMap<string, string>;
};

type TaskCounts = { total: number; performed: number; notPerformed: number; undecided: number };

export type ReportLine = { task: Task; row: LogRow; lastDay: IsoDate | null; daysLate: number };

export type GroupTotals = TaskCounts & {
  /** Tasks of which at least one occurrence is overdue. */
  overdueTasks: number;
  /** Of the occurrences of the span, as they stood at its end. */
  timelinessCounts: TimelinessCounts;
};

export type SectionTotals = GroupTotals & { number: string; title: string };

export type ReportTotals = {
  overall: GroupTotals;
  sections: SectionTotals[];
  done: ReportLine[];
  overdue: ReportLine[];
  /** Recorded as done without a day: whether inside the span nobody knows. */
  undated: ReportLine[];
  needsReview: ReportLine[];
  undecided: Task[];
  notPerformed: Task[];
};

function countTasks(tasks: readonly Task[]): TaskCounts {
  const having = (applicability: Task['applicability']): number =>
    tasks.filter((task) => task.applicability === applicability).length;
  return {
    total: tasks.length,
    performed: having('performed'),
    notPerformed: having('notPerformed'),
    undecided: having('undecided'),
  };
}

/** Reverts a completion that is later than the day: on that day the row was not done yet. */
function revertLaterCompletion(row: LogRow, day: IsoDate): LogRow {
  return row.typed.state === 'done' && row.typed.doneOn > day
    ? { ...row, typed: { ...row.typed, state: 'inProgress', doneOn: '' } }
    : row;
}

/**
 * Returns true if an occurrence belongs to a span: it is due in it, still open from before, or done in it. One
 * without a deadline belongs to every span until it is done; one that cannot be read belongs to every span, so that
 * nobody forgets it.
 */
function isInSpan(row: LogRow, { from, to }: ReportSpan, rules: DeadlineRules): boolean {
  if (row.untracked) return false;
  const { state, doneOn } = row.typed;
  if (state === 'done' && doneOn !== '' && doneOn < from) return false;
  const isDoneInside = state === 'done' && doneOn >= from && doneOn <= to;
  if (isDoneInside || getEffectiveDeadline(row).kind !== 'dated') return true;
  const last = getRowLastDay(row, rules);
  if (last === null || last > to) return false;
  // An occurrence from before that did not arise is settled.
  return last >= from || state !== 'nothingArisen';
}

function compareByLastDay(a: ReportLine, b: ReportLine): number {
  return (a.lastDay ?? '9999') < (b.lastDay ?? '9999')
    ? -1
    : (a.lastDay ?? '9999') > (b.lastDay ?? '9999')
      ? 1
      : 0;
}

/** Returns the last day that figures of a span hold: its end, or the last day known where that is earlier. */
export const getLastReportedDay = ({ to }: ReportSpan, on: IsoDate): IsoDate => (on < to ? on : to);

/** Figures of a span at its last day reported. Only tasks that are performed count. */
export function computeReportTotals({ tasks, rows, rules, span, on }: ReportData): ReportTotals {
  const end = getLastReportedDay(span, on);
  const performed = new Map(
    tasks.filter(({ applicability }) => applicability === 'performed').map((task) => [task.id, task]),
  );
  const own = rows
    .filter((row) => performed.has(row.task))
    .map((row) => revertLaterCompletion(row, end))
    .filter((row) => isInSpan(row, span, rules));
  const lines = own.map((row): ReportLine => {
    const lastDay = getRowLastDay(row, rules);
    return {
      task: performed.get(row.task)!,
      row,
      lastDay,
      daysLate: lastDay === null ? 0 : Math.max(0, countDaysBetween(lastDay, end)),
    };
  });
  const standing = (one: ReportLine) => getTimeliness(one.row, end, rules);
  const count = (counted: readonly Task[], ofCounted: readonly LogRow[]): GroupTotals => {
    const overdue = ofCounted.filter((row) => getTimeliness(row, end, rules) === 'overdue');
    return {
      ...countTasks(counted),
      overdueTasks: new Set(overdue.map(({ task }) => task)).size,
      timelinessCounts: countTimeliness(ofCounted, end, rules),
    };
  };
  const sections = groupTasksBySection(tasks).map(({ number, title, tasks: inSection }): SectionTotals => {
    const ids = new Set(inSection.map(({ id }) => id));
    const ofSection = own.filter(({ task }) => ids.has(task));
    return { number, title, ...count(inSection, ofSection) };
  });
  return {
    overall: count(tasks, own),
    sections,
    done: lines.filter(({ row }) => row.typed.state === 'done').sort(compareByLastDay),
    overdue: lines.filter((one) => standing(one) === 'overdue').sort(compareByLastDay),
    undated: lines.filter(({ row: { typed } }) => typed.state === 'done' && !parseIsoDate(typed.doneOn)),
    needsReview: lines.filter((one) => standing(one) === 'needsReview'),
    undecided: tasks.filter(({ applicability }) => applicability === 'undecided'),
    notPerformed: tasks.filter(({ applicability }) => applicability === 'notPerformed'),
  };
}

/** Occurrences that fall due in a span and are not done: what lies ahead. */
export function findDueInSpan({ tasks, rows, rules, on }: ReportData, span: ReportSpan): ReportLine[] {
  const performed = new Map(
    tasks.filter(({ applicability }) => applicability === 'performed').map((task) => [task.id, task]),
  );
  return rows
    .flatMap((row): ReportLine[] => {
      const task = performed.get(row.task);
      const lastDay = getRowLastDay(row, rules);
      const { state } = revertLaterCompletion(row, on).typed;
      if (!task || row.untracked || lastDay === null || state === 'done' || state === 'nothingArisen')
        return [];
      return lastDay >= span.from && lastDay <= span.to ? [{ task, row, lastDay, daysLate: 0 }] : [];
    })
    .sort(compareByLastDay);
}
