import { contentKey, profileOf, similarity, type Profile } from './similarity';
import { cleanText } from './text';
import type { Task } from './types';

/** The printed parts of a task that a revised annex can change. */
export const PRINTED_FIELDS = [
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

export type PrintedField = (typeof PRINTED_FIELDS)[number];

/** What told that two rows are one task, from the strictest to the loosest. */
export type MatchBasis = 'number-and-content' | 'content' | 'number' | 'wording';

export type TaskMatch =
  | { kind: 'same'; before: Task; after: Task; basis: MatchBasis; score: number }
  | { kind: 'changed'; before: Task; after: Task; basis: MatchBasis; score: number; fields: PrintedField[] }
  | { kind: 'added'; after: Task }
  | { kind: 'gone'; before: Task };

/** Similarity of contents (0 to 1) from which rows are taken for one task. */
export type ReconcileBars = {
  /** Under the same section and TT. Below it the number was given to another task. */
  number: number;
  /** Under different numbers. */
  wording: number;
};

export const DEFAULT_BARS: ReconcileBars = { number: 0.4, wording: 0.7 };

type Row = { task: Task; key: string; profile: Profile; partner: Row | null };

type Pair = { before: Row; after: Row; basis: MatchBasis; score: number };

function rowOf(task: Task): Row {
  return {
    task,
    key: contentKey(task.content),
    profile: profileOf(task.content),
    partner: null,
  };
}

const free = (rows: Row[]): Row[] => rows.filter((row) => row.partner === null);

function groupBy(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/**
 * Matches the tasks of a revised annex with those of the one before. Passes run over all rows, strictest first, so
 * that a loose match never takes a row that an exact one wants: number and content; content alone (first within the
 * section); number with like content; closest wording. Rows of equal content are paired in their order.
 * Answers in the order of `after`, with what is gone after its predecessor in `before`.
 */
export function reconcile(
  before: readonly Task[],
  after: readonly Task[],
  bars: ReconcileBars = DEFAULT_BARS,
): TaskMatch[] {
  const old = before.map(rowOf);
  const fresh = after.map(rowOf);
  const pairs: Pair[] = [];
  const pair = (one: Row, other: Row, basis: MatchBasis, score: number): void => {
    one.partner = other;
    other.partner = one;
    pairs.push({ before: one, after: other, basis, score });
  };

  const pairByKey = (basis: MatchBasis, key: (row: Row) => string): void => {
    const wanted = groupBy(free(old), key);
    for (const row of free(fresh)) {
      const candidate = row.key === '' ? undefined : wanted.get(key(row))?.shift();
      if (candidate) pair(candidate, row, basis, 1);
    }
  };
  pairByKey('number-and-content', ({ task, key }) => `${task.id}\n${key}`);
  pairByKey('content', ({ task, key }) => `${task.section}\n${key}`);
  pairByKey('content', ({ key }) => key);

  const byNumber = groupBy(free(old), ({ task }) => task.id);
  for (const row of free(fresh)) {
    const candidate = byNumber.get(row.task.id)?.find(({ partner }) => partner === null);
    if (!candidate) continue;
    const score = row.key === candidate.key ? 1 : similarity(candidate.profile, row.profile);
    if (score >= bars.number) pair(candidate, row, 'number', score);
  }

  for (const { one, other, score } of closestPairs(free(old), free(fresh), bars.wording)) {
    if (one.partner === null && other.partner === null) pair(one, other, 'wording', score);
  }
  return inOrder(old, fresh, pairs);
}

/** Rows looked at for each row without a partner: those that share the most words with it. */
const MOST_CANDIDATES = 25;

/** Pairs at or above the bar, best first. */
function closestPairs(old: Row[], fresh: Row[], bar: number): { one: Row; other: Row; score: number }[] {
  const byWord = new Map<string, Row[]>();
  for (const row of old) {
    for (const word of new Set(row.key.split(' '))) {
      const rows = byWord.get(word);
      if (rows) rows.push(row);
      else byWord.set(word, [row]);
    }
  }
  // A word that many rows have tells little; in a short annex every word counts.
  const common = Math.max(50, old.length / 10);
  const pairs: { one: Row; other: Row; score: number }[] = [];
  for (const other of fresh) {
    const shared = new Map<Row, number>();
    for (const word of new Set(other.key.split(' '))) {
      const rows = byWord.get(word) ?? [];
      if (rows.length <= common) for (const row of rows) shared.set(row, (shared.get(row) ?? 0) + 1);
    }
    const candidates = [...shared].sort((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES);
    for (const [one] of candidates) {
      const score = similarity(one.profile, other.profile);
      if (score >= bar) pairs.push({ one, other, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score);
}

function changedFields(before: Task, after: Task): PrintedField[] {
  return PRINTED_FIELDS.filter((field) => cleanText(before[field]) !== cleanText(after[field]));
}

function inOrder(old: Row[], fresh: Row[], pairs: Pair[]): TaskMatch[] {
  const pairOf = new Map(pairs.map((pair) => [pair.after, pair]));
  const goneAfter = new Map<Row | null, Row[]>();
  let last: Row | null = null;
  for (const row of old) {
    if (row.partner) last = row.partner;
    else goneAfter.set(last, [...(goneAfter.get(last) ?? []), row]);
  }
  const gone = (after: Row | null): TaskMatch[] =>
    (goneAfter.get(after) ?? []).map(({ task }) => ({ kind: 'gone', before: task }));

  return [
    ...gone(null),
    ...fresh.flatMap((row): TaskMatch[] => {
      const match = pairOf.get(row);
      if (!match) return [{ kind: 'added', after: row.task }];
      const { basis, score } = match;
      const [was, is] = [match.before.task, row.task];
      const fields = changedFields(was, is);
      const result: TaskMatch =
        fields.length === 0
          ? { kind: 'same', before: was, after: is, basis, score }
          : { kind: 'changed', before: was, after: is, basis, score, fields };
      return [result, ...gone(row)];
    }),
  ];
}
