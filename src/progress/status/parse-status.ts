import { memoize } from '../../shared/memoize';
import { cleanText } from '../../shared/text';
import type { StoredState } from '../types';
import { type Clause, type ClauseMeaning, keepTickedChoices, splitClauses } from './clause';
import { isLimited } from './is-limited';
import { normalizeStatusSpelling } from './normalize-spelling';
import { readClauses } from './read-clauses';
import { replaceNumbers } from './replace-numbers';
import { restateResults } from './restate-results';
import { hasAny, isNegation, makeSet, skipFillers } from './senses';
import { setAsideRemarks } from './set-aside-remarks';

/** What a status typed in free words says. */
export type StatusReading = Readonly<{
  /** The state to store; null where the words do not plainly say whether the work has begun or is done. */
  state: StoredState | null;
  /** Timeliness that was typed though it follows from the dates: reported, not stored. */
  claim?: 'early' | 'onTime' | 'late' | 'dueSoon' | 'notDueYet';
  /** The words say that the task does not apply, or what became of it instead. */
  instead?: 'notPerformed' | 'paused' | 'cancelled' | 'postponed' | 'extended';
}>;

const TIMELINESS_CLAIMS = ['late', 'early', 'onTime', 'dueSoon', 'notDueYet'] as const;

const ALTERNATIVE_STATES = ['notPerformed', 'cancelled', 'paused', 'postponed', 'extended'] as const;

/** Signs that answer by themselves, where no word stands beside them. */
const TICK_ALONE = /^(?:[✓✔☑✅]\ufe0f?\s*)+$/u;

/** Signs of what is not done, or still under way. */
const CROSS = /[❌✗✘❎⏳⌛🔄🚧⚠⏸]\ufe0f?/gu;

function combineMeanings(meanings: readonly ClauseMeaning[]): StoredState | null {
  if (meanings.includes('nothingArisen') && !meanings.includes('done')) return 'nothingArisen';
  const isDone = meanings.includes('done');
  if (meanings.includes('doing') || (meanings.includes('upkeep') && !isDone)) return 'inProgress';
  const isOpen = meanings.includes('notStarted');
  if (isDone && isOpen) return 'inProgress';
  if (meanings.includes('unclear')) return null;
  if (isOpen) return 'notStarted';
  return isDone ? 'done' : null;
}

/** A text of nothing but "đã" or "rồi" answers the heading of its column. */
const ANSWERS_ALONE = makeSet('already', 'over');

/** What may stand beside such an answer: "dạ rồi ạ". */
const POLITE = makeSet('subject', 'neutral');

/** "Ok - 28/2", "rồi ạ, …": an answer that a day or the rest explains. */
const OK_ON_DAY = /^(?:ok|okie|oke|okê)[\s.,:-]+xxdate$/iu;

function isAnswerAlone(clauses: readonly Clause[]): boolean {
  const senses = clauses.flatMap((clause) => clause.senses);
  if (OK_ON_DAY.test(clauses.map(({ text }) => text).join(' '))) return true;
  return (
    hasAny(senses, ANSWERS_ALONE) && senses.every((sense) => ANSWERS_ALONE.has(sense) || POLITE.has(sense))
  );
}

type ReadClauses = { clauses: readonly Clause[]; meanings: readonly ClauseMeaning[] };

/** Where a clause speaks of an earlier time: "lúc đầu", "lần 1 bị trả lại", "hôm qua còn thiếu". */
const EARLIER =
  /^(?:lúc đầu|ban đầu|lúc trước|lần đầu|hôm qua|hôm trước|tuần trước|tháng trước|đợt trước|trước đó|trước đây|mới đầu|thoạt đầu|lan dau|luc dau|ban dau|hom qua|tuan truoc|thang truoc)(?!\p{L})|(?:lần đầu|lần một|lan dau)$/iu;

/** "Hoãn vì bão", "phường yêu cầu sửa": what was overcome where the work was done, or handed in again, later. */
const DELAYED = makeSet('paused', 'postponed');
const DONE_AFTER_DELAY =
  /(?<!\p{L})(?:đã|da)\s+(?:tổ chức|thực hiện|hoàn thành|diễn ra|làm xong|to chuc|hoan thanh|thuc hien)(?!\p{L})/iu;
const SENT_BACK =
  /^(?:(?:bị|phường|phòng|xã|sở|cấp trên)\s+)+(?:yêu cầu (?:sửa|làm lại|bổ sung|chỉnh sửa)|trả(?: lại| về)?|bắt sửa)/iu;
const HANDED_IN_AGAIN =
  /(?<!\p{L})(?:đã|da)\s.*(?:nộp lại|gửi lại|sửa xong|bổ sung (?:đủ|xong)|làm lại xong)/iu;

/** Whether a clause speaks of an earlier time, or of a hindrance, that is over with the one behind it. */
function isEarlierFailure(
  { text, senses }: Clause,
  meaning: ClauseMeaning | undefined,
  later: Clause,
): boolean {
  if (meaning === 'done') return false;
  return (
    EARLIER.test(text) ||
    senses.includes('past') ||
    (hasAny(senses, DELAYED) && DONE_AFTER_DELAY.test(later.text)) ||
    (SENT_BACK.test(text) && HANDED_IN_AGAIN.test(later.text))
  );
}

/** Reads clauses without what a later one says is over: "trước đây chưa làm, nay đã hoàn thành". */
function readCurrentClauses(all: readonly Clause[]): ReadClauses {
  const meanings = readClauses(all);
  const nowAt = all.findIndex(
    (clause, at) =>
      meanings[at] === 'done' &&
      (clause.senses.includes('now') || (at > 0 && isEarlierFailure(all[at - 1]!, meanings[at - 1], clause))),
  );
  if (nowAt <= 0) return { clauses: all, meanings };
  const clauses = all.slice(nowAt);
  return { clauses, meanings: readClauses(clauses) };
}

/** "HT-CHT", "Có/Không": the choices of a form, none taken. */
const CHOICES =
  /^(?:ht|hoàn thành|đã hoàn thành|đã|có|đạt|xong|đã xong|rồi|hoan thanh|da|co|dat)\s*(?:[-–/|]\s*(?:cht|kht|kth|chưa hoàn thành|không hoàn thành|chưa|không|chưa đạt|không đạt|chưa xong|đang|đang thực hiện|không thực hiện|chua hoan thanh|chua|khong|chua dat)\s*)+$/iu;

const prepareText = (text: string): string =>
  replaceNumbers(restateResults(setAsideRemarks(normalizeStatusSpelling(text))));

/**
 * Reads a status as clerks type it ("Đã hoàn thành", "Hoàn thành quá hạn", "Sẽ hoàn thành trong tháng 12", "HT 3/5").
 * Only what plainly says done is done: negations, plans, parts, requests and questions are not, and words that cannot
 * be read give null, never a guess. Words of timeliness are only reported: early and late follow from the dates.
 */
export const parseStatus = memoize(readStatus);

/** Characters; a longer text is a report, is left to the officer, and would take the patterns minutes. */
const MAX_STATUS_LENGTH = 600;

function readStatus(text: string): StatusReading {
  const typed = cleanText(text);
  if (typed.length > MAX_STATUS_LENGTH) return { state: null };
  if (TICK_ALONE.test(typed)) return { state: 'done' };
  if (CHOICES.test(typed)) return { state: null };
  const { clauses, meanings } = readCurrentClauses(
    splitClauses(keepTickedChoices(prepareText(typed.replace(CROSS, ' xxcrossed ')))),
  );
  const senses = new Set(clauses.flatMap((clause) => clause.senses));
  const claim =
    senses.has('onTime') && isLateByNegation(clauses)
      ? 'late'
      : TIMELINESS_CLAIMS.find((sense) => senses.has(sense));
  const instead = ALTERNATIVE_STATES.find((sense) => senses.has(sense));
  const read = typed.includes('?') ? null : isAnswerAlone(clauses) ? 'done' : combineMeanings(meanings);
  const state = read === 'done' && isLimited(normalizeStatusSpelling(typed)) ? null : read;
  return {
    state:
      instead && (state === 'done' || instead === 'notPerformed' || state === 'notStarted') ? null : state,
    ...(claim ? { claim } : {}),
    ...(instead ? { instead } : {}),
  };
}

/** "Hoàn thành không đúng hạn" was late. */
function isLateByNegation(clauses: readonly Clause[]): boolean {
  return clauses.some(({ senses }) =>
    senses.some((sense, at) => isNegation(sense) && senses[skipFillers(senses, at + 1)] === 'onTime'),
  );
}
