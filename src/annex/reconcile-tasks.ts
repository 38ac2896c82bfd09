import { groupBy } from '../shared/group-by';
import { cleanText } from '../shared/text';
import {
  buildTrigramProfile,
  computeSimilarity,
  toContentKey,
  type TrigramProfile,
} from './compute-similarity';
import type { Task } from './types';

/** The printed parts of a task that a revised annex can change. */
const COMPARED_FIELDS = [
  'section',
  'sectionTitle',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
  'note',
] as const satisfies readonly (keyof Task)[];

export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** The evidence that two rows are one task, from the strictest to the loosest. */
export type MatchBasis = 'number-and-content' | 'content' | 'number' | 'wording';

export type TaskMatch =
  | { kind: 'same'; before: Task; after: Task; basis: MatchBasis; score: number }
  | { kind: 'changed'; before: Task; after: Task; basis: MatchBasis; score: number; fields: ComparedField[] }
  | { kind: 'added'; after: Task }
  | { kind: 'gone'; before: Task };

/** Similarity of contents (0 to 1) from which rows are taken for one task. */
export type MatchThresholds = {
  /** Under the same section and TT. Below it the number was given to another task. */
  number: number;
  /** Under different numbers. */
  wording: number;
};

export const DEFAULT_MATCH_THRESHOLDS: MatchThresholds = { number: 0.4, wording: 0.7 };

type MatchRow = { task: Task; key: string; profile: TrigramProfile; partner: MatchRow | null };

type MatchPair = { before: MatchRow; after: MatchRow; basis: MatchBasis; score: number };

function createMatchRow(task: Task): MatchRow {
  return {
    task,
    key: toContentKey(task.content),
    profile: buildTrigramProfile(task.content),
    partner: null,
  };
}

const getUnmatched = (rows: MatchRow[]): MatchRow[] => rows.filter((row) => row.partner === null);

/**
 * Matches the tasks of a revised annex with those of the one before. Passes run over all rows, strictest
 * first, so that a loose match never takes a row that an exact one needs: number and content; content alone
 * (first within the section); number with similar content; closest wording. Rows of equal content are paired
 * in their order. Returns matches in the order of `after`; a removed task follows its predecessor in
 * `before`.
 */
export function reconcileTasks(
  before: readonly Task[],
  after: readonly Task[],
  thresholds: MatchThresholds = DEFAULT_MATCH_THRESHOLDS,
): TaskMatch[] {
  const old = before.map(createMatchRow);
  const added = after.map(createMatchRow);
  const pairs: MatchPair[] = [];
  const pair = (one: MatchRow, other: MatchRow, basis: MatchBasis, score: number): void => {
    one.partner = other;
    other.partner = one;
    pairs.push({ before: one, after: other, basis, score });
  };

  const pairByKey = (basis: MatchBasis, key: (row: MatchRow) => string): void => {
    const wanted = groupBy(getUnmatched(old), key);
    for (const row of getUnmatched(added)) {
      const candidate = row.key === '' ? undefined : wanted.get(key(row))?.shift();
      if (candidate) pair(candidate, row, basis, 1);
    }
  };
  pairByKey('number-and-content', ({ task, key }) => `${task.id}\n${key}`);
  pairByKey('content', ({ task, key }) => `${task.section}\n${key}`);
  pairByKey('content', ({ key }) => key);

  const byNumber = groupBy(getUnmatched(old), ({ task }) => task.id);
  for (const row of getUnmatched(added)) {
    const candidate = byNumber.get(row.task.id)?.find(({ partner }) => partner === null);
    if (!candidate) continue;
    const score = row.key === candidate.key ? 1 : computeSimilarity(candidate.profile, row.profile);
    if (score >= thresholds.number) pair(candidate, row, 'number', score);
  }

  for (const { one, other, score } of findClosestPairs(
    getUnmatched(old),
    getUnmatched(added),
    thresholds.wording,
  )) {
    if (one.partner === null && other.partner === null) pair(one, other, 'wording', score);
  }
  return orderMatches(old, added, pairs);
}

/** Rows looked at for each row without a partner: those that share the most words with it. */
const MAX_CANDIDATES = 25;

/** Finds pairs at or above the threshold, best first. */
function findClosestPairs(
  old: MatchRow[],
  added: MatchRow[],
  threshold: number,
): { one: MatchRow; other: MatchRow; score: number }[] {
  const byWord = new Map<string, MatchRow[]>();
  for (const row of old) {
    for (const word of new Set(row.key.split(' '))) {
      const rows = byWord.get(word);
      if (rows) rows.push(row);
      else byWord.set(word, [row]);
    }
  }
  // A word that many rows share identifies little; in a short annex every word counts.
  const common = Math.max(50, old.length / 10);
  const pairs: { one: MatchRow; other: MatchRow; score: number }[] = [];
  for (const other of added) {
    const shared = new Map<MatchRow, number>();
    for (const word of new Set(other.key.split(' '))) {
      const rows = byWord.get(word) ?? [];
      if (rows.length <= common) for (const row of rows) shared.set(row, (shared.get(row) ?? 0) + 1);
    }
    const candidates = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MAX_CANDIDATES);
    for (const [one] of candidates) {
      const score = computeSimilarity(one.profile, other.profile);
      if (score >= threshold) pairs.push({ one, other, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score);
}

function findChangedFields(before: Task, after: Task): ComparedField[] {
  return COMPARED_FIELDS.filter((field) => cleanText(before[field]) !== cleanText(after[field]));
}

function orderMatches(old: MatchRow[], added: MatchRow[], pairs: MatchPair[]): TaskMatch[] {
  const pairByRow = new Map(pairs.map((pair) => [pair.after, pair]));
  const removedAfter = new Map<MatchRow | null, MatchRow[]>();
  let last: MatchRow | null = null;
  for (const row of old) {
    if (row.partner) last = row.partner;
    else removedAfter.set(last, [...(removedAfter.get(last) ?? []), row]);
  }
  const getRemovedAfter = (after: MatchRow | null): TaskMatch[] =>
    (removedAfter.get(after) ?? []).map(({ task }) => ({ kind: 'gone', before: task }));

  return [
    ...getRemovedAfter(null),
    ...added.flatMap((row): TaskMatch[] => {
      const match = pairByRow.get(row);
      if (!match) return [{ kind: 'added', after: row.task }];
      const { basis, score } = match;
      const [was, is] = [match.before.task, row.task];
      const fields = findChangedFields(was, is);
      const result: TaskMatch =
        fields.length === 0
          ? { kind: 'same', before: was, after: is, basis, score }
          : { kind: 'changed', before: was, after: is, basis, score, fields };
      return [result, ...getRemovedAfter(row)];
    }),
  ];
}
