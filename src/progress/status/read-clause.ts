import type { Clause, ClauseMeaning } from './clause';
import { findCompletion, isAfterAlready } from './find-completion';
import { isDoneByAuthority, isOnlyPrepared, judgeCompletion } from './judge-completion';
import type { StatusSense } from './phrases';
import { markJustDone, removeGrounds, removeHarmlessNegations } from './remove-harmless';
import {
  COMPLETION,
  hasAny,
  isNegation,
  makeSet,
  OPEN_AFTER,
  OPEN_ALONE,
  OPEN_BEFORE,
  PARTIAL,
  skipFillers,
} from './senses';

const AWAITED_BEFORE_PROOF = makeSet('not', 'notYet', 'doing', 'future');

const TAKEN_BACK = makeSet('returned', 'repair');

/** How much was reached: "đạt 100%". */
const EXTENTS = makeSet('full', 'share', 'part');
/** "Đạt chỉ tiêu", "đạt và vượt kế hoạch". */
const OF_REACHING = makeSet('neutral', 'target', 'and', 'early', 'subject', 'date', 'over');

/** Reads the negations of a clause. Null where there is none. */
function readNegation(senses: readonly StatusSense[]): ClauseMeaning | null {
  const at = senses.findIndex(isNegation);
  if (at < 0) return null;
  const next = skipFillers(senses, at + 1);
  const target = senses[next];
  const isBehind = hasAny(senses.slice(0, at), COMPLETION);
  if (senses[at] === 'not' || isBehind) return 'unclear';
  if (target === 'done' || target === 'ht' || target === 'full') return 'doing';
  if (target === 'reached') return 'unclear';
  return senses.slice(next).includes('done') ? 'doing' : 'notStarted';
}

/** Whether an act that as often is only a step may be the whole work: its day or its paper is given. */
const isConcrete = ({ isProven }: Clause, senses: readonly StatusSense[]): boolean =>
  senses.includes('date') || isProven === true;

/** "Thực hành sau": still to come. */
const AT_LAST_LATER = /(?<!\p{L})sau$/iu;

function readWithoutCompletion(text: string, senses: readonly StatusSense[]): ClauseMeaning {
  if (senses.includes('notDueYet')) return 'notStarted';
  if (senses.includes('share')) return senses.includes('result') ? 'silent' : 'doing';
  if (hasAny(senses, PARTIAL)) return 'doing';
  if (AT_LAST_LATER.test(text) && !senses.includes('proof')) return 'unclear';
  // "Sẽ gửi minh chứng sau": what follows the work.
  if (hasAny(senses, OPEN_ALONE)) return 'unclear';
  return senses.includes('plan') && !senses.includes('already') ? 'unclear' : 'silent';
}

/** "Đã gửi hồ sơ cho phường thẩm định": it awaits an answer. */
const FOR_REVIEW =
  /(?<!\p{L})(?:phường|phòng|xã|ubnd|sở|phuong|phong)\s+(?:thẩm định|thẩm tra|kiểm tra|xem|duyệt|phê duyệt|góp ý|cho ý kiến|công nhận|ký|tham dinh|kiem tra|duyet)(?!\p{L})/iu;

function readCompletion(clause: Clause, senses: readonly StatusSense[], at: number): ClauseMeaning {
  // "Tỷ lệ 100%" and "chỉ tiêu: 100%" say what was asked for.
  if (senses[at] === 'full' && senses.slice(0, at).includes('target')) return 'silent';
  // "Đạt giải Ba": what came of it.
  if (senses[at] === 'reached' && senses[at + 1] !== undefined && !hasAny(senses, EXTENTS))
    return senses.slice(at + 1).every((sense) => OF_REACHING.has(sense)) ? 'done' : 'silent';
  // "Xong được mấy lớp": as far as it went.
  if (
    senses[at + 1] === 'filler' &&
    /(?:^|\s)(?:được|đc)(?:\s|$)/u.test(clause.text) &&
    !senses.includes('full')
  )
    return 'unclear';
  // "Xong 04 lớp bơi": all that were to be, or so many of more.
  if (clause.text.includes('xxcount') && !senses.includes('share')) return 'unclear';
  if (hasAny(senses, PARTIAL)) {
    const isResult = senses.includes('result') && !senses.includes('part') && isAfterAlready(senses, at);
    if (!isResult) return hasAny(senses.slice(0, at), OPEN_BEFORE) ? 'unclear' : 'doing';
  }
  // "Đã chuẩn bị xong", "nhận 210/210 học sinh": what came before the work, or with it.
  if (isOnlyPrepared(senses, at)) return hasAny(senses, OPEN_AFTER) ? 'unclear' : 'silent';
  const judgement = judgeCompletion(clause, senses, at);
  if (judgement === 'open' || (senses[at] === 'send' && FOR_REVIEW.test(clause.text))) return 'unclear';
  return judgement === 'unproven' || isDoneByAuthority(senses) ? 'silent' : 'done';
}

/** "Triển khai xong", "đã triển khai đến 100% giáo viên". */
const isCarriedThrough = (senses: readonly StatusSense[]): boolean =>
  senses.includes('done') || (senses[0] === 'already' && senses.includes('full'));

/** "Đang niêm yết đến 15/1": it ends on a day. */
const UNTIL = /(?<!\p{L})(?:đến|tới|hết|den)\s+(?:hết\s+)?xxdate/iu;

/** Reads what a clause says of the task by its senses: negations first, then what is under way, then completion. */
export function readClause(clause: Clause): ClauseMeaning {
  if (clause.senses.includes('past')) return 'silent';
  if (clause.senses.includes('question')) return 'unclear';
  const senses = removeHarmlessNegations(removeGrounds(markJustDone(clause.senses)));
  if (senses.includes('nothingArisen')) return 'nothingArisen';
  const negation = readNegation(senses);
  const at = findCompletion(senses, isConcrete(clause, senses), clause.isProven === true);
  // "Chưa gửi minh chứng", "đang chờ Phòng phản hồi": of what follows the work, not of the work.
  if (senses.includes('proof') && at < 0 && hasAny(senses, AWAITED_BEFORE_PROOF))
    return hasAny(senses, TAKEN_BACK) ? 'unclear' : 'silent';
  if (negation !== null) return negation;
  if (senses.includes('doing') || (senses.includes('ongoing') && !isCarriedThrough(senses))) return 'doing';
  if (senses.includes('upkeep') && UNTIL.test(clause.text)) return 'doing';
  if (at < 0 && (senses.includes('upkeep') || senses.includes('recurring'))) return 'upkeep';
  if (senses.includes('recurring')) return 'unclear';
  return at < 0 ? readWithoutCompletion(clause.text, senses) : readCompletion(clause, senses, at);
}
