import { isAfterAlready } from './find-completion';
import type { StatusSense } from './phrases';
import { ACTS, hasAny, makeSet, OPEN_AFTER, OPEN_BEFORE, PREPARING } from './senses';

const AUTHORITIES = makeSet('authority', 'office');

/** Behind a word of completion without "đã": a condition and a deadline. */
const OPEN_AFTER_BARE = makeSet('condition', 'before');

/** Behind "đã gửi", "đã báo cáo": within the school. */
const OPEN_AFTER_SENDING = makeSet('leader', 'ht');

const BARE_LEAD = makeSet(
  'subject',
  'now',
  'full',
  'early',
  'onTime',
  'late',
  'reached',
  'act',
  'fix',
  'send',
  'join',
  'ongoing',
  'neutral',
  'filler',
  'over',
  'fully',
  'recent',
  'result',
  'and',
  'yes',
);

/** Words of a bare act with its object before "xong" at most. */
const MAX_BARE_ACT = 5;

/** "Đã chuẩn bị xong", but not "đã họp và hoàn thành". */
export function isOnlyPrepared(senses: readonly StatusSense[], at: number): boolean {
  const prepared = senses.findLastIndex((sense, index) => index <= at && PREPARING.has(sense));
  return prepared >= 0 && !senses.slice(prepared, at).some((sense) => sense === 'and' || sense === 'already');
}

/** What may be repaired. */
const DEFECTS = makeSet('trouble', 'returned');

/** What may be answered. */
const REMARKS = makeSet('repair', 'request');

/** Leaves out what was dealt with: "đã khắc phục xong các tồn tại", "đã trả lời 3 ý kiến góp ý". */
function removeFixed(after: readonly StatusSense[]): StatusSense[] {
  const from = after.findIndex((sense) => DEFECTS.has(sense) || REMARKS.has(sense));
  if (from < 0) return [...after];
  const isDealtWith = (sense: StatusSense, at: number) =>
    at === from || (at === from + 1 && after[from] === 'request' && sense === 'repair');
  return after.filter((sense, at) => !isDealtWith(sense, at));
}

/** "Đã gửi phường duyệt": what was sent awaits an answer. */
function isSentForReview(after: readonly StatusSense[]): boolean {
  return after.some(
    (sense, at) => AUTHORITIES.has(sense) && (after[at + 1] === 'filler' || after[at + 1] === 'act'),
  );
}

/** Whether nothing around the word of completion at a place takes it back, puts it off or depends on something. */
export function isPlainlyDone(senses: readonly StatusSense[], at: number): boolean {
  const begun = senses.lastIndexOf('already', at);
  // "Kế hoạch đã ban hành": what was fulfilled.
  const isSecond = begun >= 0 && senses[at - 1] === 'and';
  const before = isSecond
    ? []
    : senses.slice(0, at).filter((sense, index) => sense !== 'target' || index > begun);
  const after = senses.slice(at + 1);
  const already = isAfterAlready(senses, at);
  const isFixing = senses.slice(0, at + 1).includes('fix');
  const openAfter = isFixing ? removeFixed(after) : after;
  if (senses[at] === 'impossible' || hasAny(before, OPEN_BEFORE) || hasAny(openAfter, OPEN_AFTER))
    return false;
  if (ACTS.has(senses[at]!) && after.includes('order')) return false;
  if (senses[at] === 'send' && (hasAny(after, OPEN_AFTER_SENDING) || isSentForReview(after))) return false;
  // "Trồng cây xong": what the act was done to.
  const isBareAct = senses[at] === 'done' && ACTS.has(senses[0]!) && at <= MAX_BARE_ACT;
  if (!already && !before.every((sense) => BARE_LEAD.has(sense) || (isBareAct && sense === 'other')))
    return false;
  return already || !hasAny(after, OPEN_AFTER_BARE);
}

/** Whether somebody above the school is the one who did it: "UBND phường đã gửi công văn". */
export function isDoneByAuthority(senses: readonly StatusSense[]): boolean {
  return senses[0] === 'authority' || (senses[0] === 'office' && senses[1] === 'already');
}
