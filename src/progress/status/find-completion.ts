import type { StatusSense } from './phrases';
import { ACTS, hasAny, makeSet, OPEN_BEFORE, PREPARING } from './senses';

/** What may stand between "đã" and its verb. */
const ADVERBS = makeSet(
  'filler',
  'and',
  'onTime',
  'fully',
  'neutral',
  'act',
  'fix',
  'send',
  'repair',
  'early',
);

/** "Nộp rồi", "gửi hôm qua". */
const HAPPENED = makeSet('over', 'recent');

/** As above, where the verb is not known: "đăng rồi". */
const OVER = makeSet('over');

const BEFORE_HAPPENED = makeSet('already', 'other', 'subject', 'act', 'fix', 'send', 'weak');

const BEFORE_DATED = makeSet('subject', 'act', 'fix', 'send', 'full', 'and', 'filler', 'target');

const NOT_DATED = makeSet(
  'before',
  'later',
  'future',
  'need',
  'order',
  'request',
  'condition',
  'prep',
  'plan',
  'part',
  'share',
  'join',
);

/** What may follow "HT" where it means "hoàn thành". */
const AFTER_HT = makeSet(
  'full',
  'share',
  'part',
  'date',
  'early',
  'onTime',
  'late',
  'subject',
  'neutral',
  'done',
  'over',
  'proof',
  'target',
  'fully',
  'recent',
);

/** Behind "HT": the headmaster signs. */
const SIGNED = makeSet('filler', 'doing', 'not', 'notYet');

/** Words between "đã" and the word of completion at most: "đã lắp đặt xong". */
const MAX_WORDS_BETWEEN = 8;

/** Between "đã" and "gửi": what is sent is not finished, or not sent yet. */
const NO_WAY_TO_SENDING = makeSet(
  'plan',
  'future',
  'later',
  'condition',
  'target',
  'unreal',
  'order',
  'need',
  'request',
  'part',
  'not',
  'notYet',
);

const ARRIVAL = makeSet('authority', 'office', 'date');

/** Whether "đã" governs the verb at a place: only adverbs and what was done with whom stand between. */
function isGovernedByAlready(senses: readonly StatusSense[], at: number): boolean {
  const already = senses.lastIndexOf('already', at);
  if (already < 0) return false;
  const between = senses.slice(already + 1, at);
  if (between.every((sense) => ADVERBS.has(sense))) return true;
  // "Đã họp và thống nhất", "đã rà soát hồ sơ và gửi": a second verb.
  if (senses[at - 1] === 'and') return true;
  // "Đã lập danh sách gửi phường", "đã họp xét, gửi hồ sơ ngày 28/5": on its way to where it belongs.
  if (senses[at] === 'send' && !hasAny(between, NO_WAY_TO_SENDING) && hasAny(senses.slice(at + 1), ARRIVAL))
    return true;
  return between.includes('join') && !hasAny(between, PREPARING) && !hasAny(between, OPEN_BEFORE);
}

/** "Nộp phòng 14/6, có phiếu nhận": a day, and what proves that it has come. */
function isDated(senses: readonly StatusSense[], at: number, isProven: boolean): boolean {
  const after = senses.slice(at + 1);
  return (
    (isProven
      ? after.includes('date') || after.includes('onTime')
      : after.includes('date') && after.includes('onTime')) &&
    !hasAny(senses, NOT_DATED) &&
    senses.slice(0, at).every((one) => BEFORE_DATED.has(one))
  );
}

/** "Thu đủ BHYT", "41 thầy cô dự đủ": an act, and all of it. */
function isFulfilled(senses: readonly StatusSense[], at: number): boolean {
  const before = senses.slice(0, at);
  return ACTS.has(before.at(-1) ?? 'done') && !hasAny(before, OPEN_BEFORE);
}

/** Index of the first word that says "done", "đã" included where the word needs it; -1 where there is none. */
export function findCompletion(
  senses: readonly StatusSense[],
  isConcrete: boolean,
  isProven: boolean,
): number {
  return senses.findIndex((sense, at) => {
    switch (sense) {
      case 'done':
      case 'full':
      case 'impossible':
        return true;
      case 'act':
      case 'fix':
      case 'send':
      case 'other':
        return (
          ((sense !== 'other' || isConcrete) && isGovernedByAlready(senses, at)) ||
          (sense !== 'other' && isDated(senses, at, isProven)) ||
          (hasAny(senses.slice(at), sense === 'other' ? OVER : HAPPENED) &&
            senses.slice(0, at).every((one) => BEFORE_HAPPENED.has(one)))
        );
      case 'weak':
        return isConcrete && isGovernedByAlready(senses, at);
      case 'repair':
        return senses[at - 1] === 'already' && isConcrete && !senses.includes('date');
      case 'fully':
        return (
          (isAfterAlready(senses, at) || isFulfilled(senses, at)) && !hasAny(senses.slice(0, at), PREPARING)
        );
      case 'reached':
        return at === 0 || (at === 1 && senses[0] === 'already');
      case 'ht':
        return (
          senses
            .slice(0, at)
            .every((one) => one === 'already' || one === 'subject' || one === 'now' || one === 'yes') &&
          (senses[at + 1] === undefined ||
            AFTER_HT.has(senses[at + 1]!) ||
            (senses[at - 1] === 'already' && !SIGNED.has(senses[at + 1]!)))
        );
      default:
        return false;
    }
  });
}

/** Whether "đã" stands before the word of completion and near to it. */
export function isAfterAlready(senses: readonly StatusSense[], at: number): boolean {
  const already = senses.lastIndexOf('already', at);
  return already >= 0 && at - already - 1 <= MAX_WORDS_BETWEEN;
}
