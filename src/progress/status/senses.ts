import type { StatusSense } from './phrases';

/** Senses that one question is asked about. */
export const makeSet = (...senses: StatusSense[]): ReadonlySet<StatusSense> => new Set(senses);

/** Words of completion, some behind "đã" only. */
export const COMPLETION = makeSet('done', 'act', 'fix', 'send', 'full', 'ht', 'reached');

/** Verbs that name the work. */
export const ACTS = makeSet('act', 'fix', 'send');

/** Verbs that may name the work: known ones, and any word that is in no other class. */
export const OPEN_ACTS = makeSet('act', 'fix', 'send', 'weak', 'other');

/** Verbs of what comes before the work. */
export const PREPARING = makeSet('prep', 'plan');

/** Before a word of completion: it has not come yet. */
export const OPEN_BEFORE = makeSet(
  'future',
  'later',
  'condition',
  'target',
  'unreal',
  'order',
  'need',
  'only',
  'request',
  'before',
  'question',
  'trouble',
);

/** Behind a word of completion: it is taken back, or depends on something. */
export const OPEN_AFTER = makeSet(
  'future',
  'later',
  'need',
  'request',
  'extended',
  'returned',
  'repair',
  'trouble',
  'impossible',
  'paused',
  'postponed',
  'cancelled',
);

/** By itself beside a claim: something is still to come. */
export const OPEN_ALONE = makeSet(
  'future',
  'later',
  'need',
  'only',
  'request',
  'returned',
  'extended',
  'trouble',
  'order',
  'paused',
  'postponed',
  'cancelled',
  'notDueYet',
);

/** So much of more. */
export const PARTIAL = makeSet('part', 'share');

export const hasAny = (senses: readonly StatusSense[], wanted: ReadonlySet<StatusSense>): boolean =>
  senses.some((sense) => wanted.has(sense));

/** Index of the word that a negation belongs to, fillers left out. */
export function skipFillers(senses: readonly StatusSense[], from: number): number {
  let at = from;
  while (senses[at] === 'filler' || senses[at] === 'already' || senses[at] === 'fully') at += 1;
  return at;
}

export const isNegation = (sense: StatusSense | undefined): boolean => sense === 'not' || sense === 'notYet';
