import type { StatusSense } from './phrases';
import { COMPLETION, hasAny, isNegation, makeSet, skipFillers } from './senses';

/** What there may be none of: "không có vướng mắc". */
const BENIGN_WITHOUT = makeSet('trouble', 'returned', 'late', 'repair', 'request', 'extended');

/** Words within which a negation finds what there was none of. */
const MAX_NEGATED_WORDS = 5;

/** Leaves out "không có vướng mắc" and "không đúng hạn": what there was not, and what says nothing of completion. */
export function removeHarmlessNegations(senses: readonly StatusSense[]): StatusSense[] {
  const kept: StatusSense[] = [];
  for (let at = 0; at < senses.length; at += 1) {
    const next = skipFillers(senses, at + 1);
    if (!isNegation(senses[at]) && senses[at] !== 'nothingArisen') kept.push(senses[at]!);
    else if (senses[next] === 'onTime') at = next;
    else {
      const object = senses
        .slice(next, next + MAX_NEGATED_WORDS)
        .findLastIndex((sense) => BENIGN_WITHOUT.has(sense));
      const isDirect = object >= 0 && !hasAny(senses.slice(next, next + object), COMPLETION);
      if (isDirect) {
        kept.push('neutral');
        at = next + object;
      } else kept.push(senses[at]!);
    }
  }
  return kept;
}

/** What work may be done by: "theo đúng hướng dẫn của Phòng". */
const GROUNDS = makeSet(
  'request',
  'order',
  'target',
  'repair',
  'leader',
  'trouble',
  'onTime',
  'authority',
  'future',
  'subject',
  'other',
);

/** Words behind "theo" that still belong to it. */
const MAX_GROUNDS = 3;

/** Leaves out what the work was done by, which asks for nothing. */
export function removeGrounds(senses: readonly StatusSense[]): StatusSense[] {
  return senses.map((sense, at) => {
    const ground = senses.lastIndexOf('according', at);
    const isGround =
      ground >= 0 &&
      at - ground <= MAX_GROUNDS &&
      senses.slice(ground + 1, at + 1).every((one) => GROUNDS.has(one));
    return isGround || sense === 'according' ? 'neutral' : sense;
  });
}

/** "Mới nộp hôm qua": just done, where "mới" alone says no more than that. */
export function markJustDone(senses: readonly StatusSense[]): StatusSense[] {
  const isRecent = senses.includes('recent');
  return senses.map((sense, at) =>
    sense === 'only' && isRecent && COMPLETION.has(senses[at + 1] ?? 'other') ? 'already' : sense,
  );
}
