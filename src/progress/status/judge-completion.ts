import type { Clause } from './clause';
import { isAfterAlready } from './find-completion';
import type { StatusSense } from './phrases';
import { ACTS, hasAny, makeSet, OPEN_ACTS, OPEN_AFTER, OPEN_BEFORE, PREPARING } from './senses';

const AUTHORITIES = makeSet('authority', 'office');

/** Behind a word of completion without "đã": a condition and a deadline. */
const OPEN_AFTER_BARE = makeSet('condition', 'before');

/** Behind "đã gửi", "đã báo cáo": within the school. */
const OPEN_AFTER_SENDING = makeSet('leader', 'ht');

/** What an act may be done to, where it is finished. */
const BARE_OBJECT = makeSet(
  'other',
  'date',
  'authority',
  'office',
  'leader',
  'proof',
  'early',
  'according',
  'repair',
  'target',
  'recent',
);

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
  'weak',
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

/** Words of headings and of requirements: "tiêu chí hoàn thành"; "chấm xong" is finished, whatever the verb. */
const IN_HEADINGS =
  /(?<!\p{L})(?:hoàn thành|đạt yêu cầu|đạt chuẩn|thành công|hoan thanh|dat|complete|done)(?!\p{L})/iu;

const SUCCESSFUL = /(?<!\p{L})(?:tổ chức|diễn ra|kết thúc)(?:\s+[\p{L}\d]+){0,4}\s+thành công(?!\p{L})/iu;

/** "T12 xong", "II xong": one of several; "cô Xong": a name. */
const NO_ACT =
  /^(?:t?\d+|[ivx]+)\s|^(?:cô|thầy|anh|chị|ông|bà|em)(?: \p{L}+)? xong(?: rồi)?$|^(?:tổ|khối|lớp|nhóm|điểm|bên|phần|phía) (?:\p{L}+ ){1,2}xong/iu;

/** Words of a bare act with its object before "xong" at most. */
const MAX_BARE_ACT = 12;
/** As above, where the word of completion may name a part of the work. */
const MAX_KNOWN_ACT = 5;

/** "Đã chuẩn bị xong", but not "đã họp và hoàn thành". */
export function isOnlyPrepared(senses: readonly StatusSense[], at: number): boolean {
  const begun = isAfterAlready(senses, at) ? senses.lastIndexOf('already', at) : 0;
  const prepared = senses.findLastIndex(
    (sense, index) => index >= begun && index <= at && PREPARING.has(sense),
  );
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

/** Before "đã": what stands behind has not happened, or is not sure. */
const TAKES_ALREADY_BACK = makeSet('future', 'later', 'question', 'unreal', 'only', 'need', 'before');

/** "Khi đã có kinh phí", "giao tổ Văn ...": at the beginning of a clause. */
const OPENS_CONDITION = makeSet('condition', 'request');

/** "Tuần này đã hoàn thành": a time, no condition. */
const SPAN = /^(?:trong )?(?:tuần này|tháng này|quý này|trong năm|cuối (?:năm|tháng|quý|tuần)|hết năm)/iu;

/** "Đã đo đạc để làm": for what is still to come. */
const IN_ORDER_TO =
  /(?<!\p{L})để (?:làm|chuẩn bị|thực hiện|xây|mua|lắp|sửa|tổ chức|trình|xin|tính|lên|triển khai|ký|nộp)(?!\p{L})/iu;

/** What the words around a word of completion make of it; `unproven`: they take nothing back, yet claim nothing. */
type CompletionJudgement = 'done' | 'unproven' | 'open';

/** Judges whether something around the word of completion at a place takes it back, puts it off or is its condition. */
export function judgeCompletion(
  { text }: Clause,
  senses: readonly StatusSense[],
  at: number,
): CompletionJudgement {
  const begun = senses.lastIndexOf('already', at);
  const already = isAfterAlready(senses, at);
  // "Kế hoạch đã ban hành", "mọi ý kiến đã được giải đáp": what stands before "đã" names the work.
  const isOfSubject = (sense: StatusSense, index: number): boolean =>
    already &&
    index < begun &&
    !(TAKES_ALREADY_BACK.has(sense) || (index === 0 && OPENS_CONDITION.has(sense) && !SPAN.test(text)));
  // "Ban hành kế hoạch xong": what the act was done to.
  const isObject = (sense: StatusSense, index: number): boolean =>
    sense === 'target' && (index < begun || ACTS.has(senses[index - 1] ?? 'other'));
  const isSecond = begun >= 0 && senses[at - 1] === 'and';
  const before = isSecond
    ? []
    : senses.slice(0, at).filter((sense, index) => !isOfSubject(sense, index) && !isObject(sense, index));
  const after = senses.slice(at + 1);
  const isFixing = senses.slice(0, at + 1).includes('fix');
  const openAfter = isFixing ? removeFixed(after) : after;
  if (senses[at] === 'impossible' || hasAny(before, OPEN_BEFORE) || hasAny(openAfter, OPEN_AFTER))
    return 'open';
  if (OPEN_ACTS.has(senses[at]!) && (after.includes('order') || IN_ORDER_TO.test(text))) return 'open';
  if (senses[at] === 'done' && !already && isOfPreparing(after)) return 'open';
  if (senses[at] === 'send' && (hasAny(after, OPEN_AFTER_SENDING) || isSentForReview(after))) return 'open';
  // "Trồng cây xong": what the act was done to.
  const isBareAct = isOpenAct(text, senses, at);
  if (already) return 'done';
  if (hasAny(after, OPEN_AFTER_BARE)) return 'open';
  const odd = before.filter((sense) => !BARE_LEAD.has(sense));
  if (odd.every((sense) => isBareAct && BARE_OBJECT.has(sense))) return 'done';
  return odd.every((sense) => BARE_OBJECT.has(sense)) ? 'unproven' : 'open';
}

/** Whether a bare act is finished: "trồng cây xong", "chi đủ học bổng 9/9 em", "giải ngân đạt 100%". */
function isOpenAct(text: string, senses: readonly StatusSense[], at: number): boolean {
  if (senses[at] === 'full')
    return (
      (OPEN_ACTS.has(senses[0]!) && senses[1] === 'fully') ||
      senses[at - 1] === 'reached' ||
      (text.includes('xxall') && at <= MAX_KNOWN_ACT)
    );
  if (senses[at] === 'fully' || OPEN_ACTS.has(senses[at]!)) return true;
  if (senses[at] !== 'done' || at > MAX_BARE_ACT) return false;
  if (ACTS.has(senses[0]!) && at <= MAX_KNOWN_ACT) return true;
  return (
    (!IN_HEADINGS.test(text) || SUCCESSFUL.test(text)) && !NO_ACT.test(text) && senses[at - 1] !== 'date'
  );
}

/** "Hoàn thành việc lập kế hoạch", "hoàn thành đăng ký": of what comes before the work. */
function isOfPreparing(after: readonly StatusSense[]): boolean {
  const object = after.find((sense) => sense !== 'subject' && sense !== 'filler' && sense !== 'and');
  return object === 'plan' || object === 'order' || object === 'unreal';
}

/** Whether somebody above the school is the one who did it: "UBND phường đã gửi công văn". */
export function isDoneByAuthority(senses: readonly StatusSense[]): boolean {
  return senses[0] === 'authority' || (senses[0] === 'office' && senses[1] === 'already');
}
