import { getStatedReason } from '../annex/read-applicability';
import { type MatchBasis, reconcileTasks, type TaskMatch } from '../annex/reconcile-tasks';
import type { Applicability, Task } from '../annex/types';

/** What an office decided about a task in a year and would decide again. */
export type TaskDecision = {
  applicability: Applicability;
  reason: string;
  note: string;
  /** Words by which an unclear timing was settled; '' where it was not. */
  resolvedTiming: string;
};

export type DecidedTask = { task: Task; decision: TaskDecision };

/** A decision of last year offered for a task of this year; nothing is taken over unseen. */
export type CarryOver = {
  task: string;
  from: string;
  /** The same words (years aside), or reworded: to be looked at more closely. */
  match: 'exact' | 'reworded';
  basis: MatchBasis;
  /** Similarity of contents, 0 to 1. */
  score: number;
  decision: TaskDecision;
};

/** Finds the pairs of two annexes, strictest first, so that a loose match never takes a row an exact one wants. */
type TaskMatcher = (before: readonly Task[], after: readonly Task[]) => readonly TaskMatch[];

/** Years, and numbers and dates of documents, change every year and tell nothing about what the task is. */
const YEAR_SPECIFIC_TEXT =
  /\d+\/(?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:-[\p{L}\d&]+)*|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?<!\d)(?:19|20)\d\d(?!\d)/gu;
const SPELLED_DATE = /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm/giu;

function removeYears(task: Task): Task {
  return {
    ...task,
    content: task.content.replace(YEAR_SPECIFIC_TEXT, ' ').replace(SPELLED_DATE, ' '),
  };
}

function hasDecision({ applicability, reason, note, resolvedTiming: settledTiming }: TaskDecision): boolean {
  return applicability !== 'undecided' || reason !== '' || note !== '' || settledTiming !== '';
}

function isNewDecision(task: Task, decision: TaskDecision): boolean {
  return (
    (decision.applicability !== 'undecided' && decision.applicability !== task.applicability) ||
    (getStatedReason(decision.reason) !== '' && decision.reason !== task.reason) ||
    (decision.note !== '' && decision.note !== task.note) ||
    decision.resolvedTiming !== ''
  );
}

/**
 * Last year's decisions as proposals for this year's tasks, in this year's order. Only matches with something decided
 * that this year's row does not already say are offered.
 */
export function proposeCarryOvers(
  lastYear: readonly DecidedTask[],
  thisYear: readonly Task[],
  match: TaskMatcher = reconcileTasks,
): CarryOver[] {
  const decided = new Map(lastYear.map(({ task, decision }) => [task.id, decision]));
  const matches = match(
    lastYear.map(({ task }) => removeYears(task)),
    thisYear.map(removeYears),
  );
  const tasks = new Map(thisYear.map((task) => [task.id, task]));
  return matches.flatMap((each): CarryOver[] => {
    if (each.kind !== 'same' && each.kind !== 'changed') return [];
    const { before, after, basis, score } = each;
    const [decision, task] = [decided.get(before.id), tasks.get(after.id)];
    if (!decision || !task || !hasDecision(decision) || !isNewDecision(task, decision)) return [];
    const exact = basis === 'number-and-content' || basis === 'content';
    return [{ task: after.id, from: before.id, match: exact ? 'exact' : 'reworded', basis, score, decision }];
  });
}
