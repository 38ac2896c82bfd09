import { cleanText } from '../shared/text';
import { findSenses, type StatusSense } from './status-lexicon';
import { normalizeStatusSpelling } from './status-spelling';
import type { StoredState } from './types';

/** What a status typed in free words says. */
export type StatusReading = {
  /** The state to store; null where the words do not plainly say whether the work has begun or is done. */
  state: StoredState | null;
  /** Timeliness that was typed though it follows from the dates: reported, not stored. */
  claim?: 'early' | 'onTime' | 'late' | 'dueSoon' | 'notDueYet';
  /** The words say that the task does not apply, or what became of it instead. */
  instead?: 'notPerformed' | 'paused' | 'cancelled' | 'postponed' | 'extended';
};

/** What one clause says of the task. `unclear`: it speaks of being done, yet does not plainly say so. */
type ClauseMeaning = 'done' | 'doing' | 'notStarted' | 'nothingArisen' | 'unclear' | 'silent';

const TIMELINESS_CLAIMS = ['late', 'early', 'onTime', 'dueSoon', 'notDueYet'] as const;
const ALTERNATIVE_STATES = ['notPerformed', 'cancelled', 'paused', 'postponed', 'extended'] as const;

/** "12/3/2026", "ngày 12/3", "15.10.2026", "2026-10-15", "tháng 3/2026", "quý I/2026". */
const DATE =
  /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{1,2}-\d{1,2}|ngày\s+\d{1,2}(?:\s?[/.-]\s?\d{1,2}|\s+tháng\s+\d{1,2})?|(?:tháng|quý)\s+(?:\d{1,2}|[ivx]+)(?:\s?[/.-]\s?\d{4}|\s+năm\s+\d{4})?/giu;
/** "15/KH-MNHS": the number of a document. */
const DOCUMENT_NUMBER =
  /(?:số\s*:?\s*)?\d+\s?\/\s?(?:\d{4}\s?\/\s?)?\p{Lu}[\p{L}\d]*(?:\s?[-–]\s?[\p{L}\d&]+)*/gu;
const PERCENTAGE = /(\d+(?:[.,]\d+)?)\s*%/g;
/** "3/5", "7 trên 10", "2 trong 3". */
const RATIO =
  /(\d+)\s*(?:\/|trên|trong)(?:\s+(?:số|tổng số))?\s*(\d+)(\s+(?:lớp|nội dung|khối|tổ|mục|việc|nhiệm vụ|trường|học sinh|hs|gv|người|chỉ tiêu|lop|noi dung)(?!\p{L}))?/giu;

const MAX_DAY = 31;
const MAX_MONTH = 12;

/** The word that stands for a share of the work: all of it, a part, or more than there is. */
function describeShare(part: number, total: number): string {
  if (part > total) return ' xximpossible ';
  return part === total && total > 0 ? ' xxfull ' : ' xxshare ';
}

/** "HT 15-9", "xong 15.9": a day, where no year makes it plain. */
const DAY_BEHIND_COMPLETION = /(?<=(?:ht|xong|thành)\s+)\d{1,2}\s?[-.]\s?\d{1,2}(?![\s\d]*[%\d])/giu;
/** "Xong 2 lớp", "hoàn thành khối 1": so many of more, or one of them. */
const COUNTED =
  /(?<=(?:ht|xong|thành|tất)\s+)(?:được\s+)?(?:\d+\s+(?:lớp|lop|nội dung|noi dung|khối|tổ|mục|việc|phần|phan|điểm|đợt|bước|hạng mục|môn|cái)|(?:lớp|lop|khối|khoi|tổ|điểm|môn|phần|đợt|bước)\s+\d+)(?!\p{L})/giu;

function describeRatio(part: number, total: number, isSlash: boolean): string {
  const isDate = isSlash && part > total && part <= MAX_DAY && total <= MAX_MONTH && total > 0;
  return isDate ? ' xxdate ' : describeShare(part, total);
}

/** Replaces dates, numbers of documents, percentages and ratios by words that the lexicon knows. */
function replaceNumbers(text: string): string {
  return text
    .replace(DATE, ' xxdate ')
    .replace(DAY_BEHIND_COMPLETION, ' xxdate ')
    .replace(COUNTED, ' xxcount ')
    .replace(PERCENTAGE, (_, share: string) => describeShare(Number(share.replace(',', '.')), 100))
    .replace(DOCUMENT_NUMBER, ' ')
    .replace(RATIO, (match, part: string, total: string, counted: string | undefined) =>
      describeRatio(Number(part), Number(total), match.includes('/') && counted === undefined),
    );
}

const TICKED = /(?:[☑☒✅]|\[\s*[xXvV✓]\s*\])\s*/u;
const UNTICKED = /(?:[☐□]|\[\s*\])\s*/u;

/** Keeps the ticked choices of a form: "☐ Hoàn thành ☒ Chưa hoàn thành". */
function keepTickedChoices(text: string): string {
  if (!UNTICKED.test(text)) return text;
  const [, ...choices] = text
    .split(/(?=[☑☒✅☐□]|\[\s*[xXvV✓]?\s*\])/u)
    .reduce<string[]>((parts, part) => [...parts, part], ['']);
  return choices
    .filter((choice) => TICKED.test(choice))
    .map((choice) => choice.replace(TICKED, ''))
    .join('; ');
}

const CLAUSE_END = /[.;,\n()!•–]|\s-\s|(?<!\p{L})(?:nhưng|tuy nhiên|song|mà|nhung)(?!\p{L})/giu;

function splitClauses(text: string): string[] {
  return text
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

const COMPLETION: ReadonlySet<StatusSense> = new Set(['done', 'act', 'full', 'ht', 'reached']);
/** Before a word of completion: it has not come yet. */
const OPEN_BEFORE: ReadonlySet<StatusSense> = new Set([
  'future',
  'target',
  'request',
  'before',
  'question',
  'trouble',
]);
/** Behind a word of completion: it is taken back, or depends on something. */
const OPEN_AFTER: ReadonlySet<StatusSense> = new Set([
  'request',
  'extended',
  'returned',
  'trouble',
  'impossible',
  'paused',
  'postponed',
  'cancelled',
]);
/** Words of what is still awaited of the proof of a task. */
const AWAITED_BEFORE_PROOF: ReadonlySet<StatusSense> = new Set(['not', 'notYet', 'doing']);
const PARTIAL: ReadonlySet<StatusSense> = new Set(['part', 'share']);
const BARE_LEAD: ReadonlySet<StatusSense> = new Set([
  'subject',
  'now',
  'full',
  'early',
  'onTime',
  'late',
  'reached',
  'act',
  'neutral',
  'filler',
  'over',
]);
/** What may follow "HT" where it means "hoàn thành". */
const AFTER_HT: ReadonlySet<StatusSense> = new Set([
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
]);
/** Words between "đã" and the word of completion at most: "đã lắp đặt xong". */
const MAX_WORDS_BETWEEN = 4;

const hasAny = (senses: readonly StatusSense[], wanted: ReadonlySet<StatusSense>): boolean =>
  senses.some((sense) => wanted.has(sense));

/** Index of the word that a negation or "đã" belongs to, fillers left out. */
function skipFillers(senses: readonly StatusSense[], from: number): number {
  let at = from;
  while (senses[at] === 'filler' || senses[at] === 'already') at += 1;
  return at;
}

/** Reads the negations of a clause. Null where they say nothing of the task ("không có vướng mắc"). */
function readNegation(senses: readonly StatusSense[]): ClauseMeaning | null {
  const isAboutCompletion = senses.some((sense) => COMPLETION.has(sense));
  for (const [at, sense] of senses.entries()) {
    if (sense !== 'not' && sense !== 'notYet') continue;
    const next = skipFillers(senses, at + 1);
    const target = senses[next];
    if (target === 'onTime' || target === 'trouble') continue;
    if (senses.slice(next, next + 3).includes('trouble')) continue;
    const isBehind = senses.slice(0, at).some((one) => COMPLETION.has(one));
    if (isBehind) {
      if (next < senses.length && target === 'other' && sense === 'not') continue;
      return 'unclear';
    }
    if (sense === 'not') return isAboutCompletion ? 'unclear' : null;
    if (target === 'done' || target === 'ht' || target === 'full' || target === 'reached')
      return target === 'reached' ? 'unclear' : 'doing';
    return isAboutCompletion && senses.slice(next).includes('done') ? 'doing' : 'notStarted';
  }
  return null;
}

/** Index of the first word that says "done", "đã" included where the word needs it; -1 where there is none. */
function findCompletion(senses: readonly StatusSense[]): number {
  return senses.findIndex((sense, at) => {
    if (sense === 'done' || sense === 'full' || sense === 'impossible') return true;
    if (sense === 'act') {
      let before = at - 1;
      while (senses[before] === 'filler') before -= 1;
      return senses[before] === 'already' || (at === 0 && senses[1] === 'over');
    }
    if (sense === 'reached') {
      return at === 0 || (at === 1 && senses[0] === 'already');
    }
    if (sense === 'ht') {
      const lead = senses.slice(0, at);
      return (
        lead.every((one) => one === 'already' || one === 'subject' || one === 'now') &&
        (senses[at + 1] === undefined || AFTER_HT.has(senses[at + 1]!))
      );
    }
    return false;
  });
}

/** Whether "đã" stands before the word of completion and near to it. */
function isAfterAlready(senses: readonly StatusSense[], at: number): boolean {
  const already = senses.lastIndexOf('already', at);
  return already >= 0 && at - already - 1 <= MAX_WORDS_BETWEEN;
}

/** Leaves out "không có vướng mắc": trouble that there was not. */
function removeNegatedObstacle(senses: readonly StatusSense[]): StatusSense[] {
  const at = senses.findIndex((sense) => sense === 'not' || sense === 'notYet');
  return at < 0 ? [...senses] : senses.filter((sense, index) => sense !== 'trouble' || index < at);
}

function isPlainlyDone(senses: readonly StatusSense[], at: number): boolean {
  const before = senses.slice(0, at);
  const after = removeNegatedObstacle(senses.slice(at + 1));
  if (senses[at] === 'impossible' || hasAny(before, OPEN_BEFORE) || hasAny(after, OPEN_AFTER)) return false;
  // "Đã báo cáo HT": to the headmaster.
  if (senses[at] === 'act' && after.includes('ht')) return false;
  const already = isAfterAlready(senses, at);
  if (!already && !before.every((sense) => BARE_LEAD.has(sense))) return false;
  // "Hoàn thành khi có kinh phí", "xong trước 30/11": a condition and a deadline.
  const next = after.findIndex((sense) => sense === 'future' || sense === 'before');
  if (next >= 0 && !already) return false;
  return !(senses[at] === 'reached' && after[0] === 'other');
}

function readClause(clause: string): ClauseMeaning {
  const senses = findSenses(clause);
  if (senses.includes('past')) return 'silent';
  if (senses.includes('question')) return 'unclear';
  if (senses.includes('nothingArisen')) return senses.includes('trouble') ? 'silent' : 'nothingArisen';
  const negation = readNegation(senses);
  const at = findCompletion(senses);
  // "Chưa gửi minh chứng", "đang chờ Phòng phản hồi": of what follows the work, not of the work.
  if (senses.includes('proof') && at < 0 && senses.some((one) => AWAITED_BEFORE_PROOF.has(one)))
    return 'silent';
  if (negation !== null) return negation;
  if (senses.includes('doing')) return 'doing';
  if (at >= 0) {
    // "Tỷ lệ 100%" and "chỉ tiêu: 100%" say what was asked for.
    if (senses[at] === 'full' && senses.slice(0, at).includes('target')) return 'silent';
    // "Xong được mấy lớp": as far as it went.
    if (senses[at + 1] === 'filler' && /(?:^|\s)được(?:\s|$)/u.test(clause) && !senses.includes('full'))
      return 'unclear';
    if (hasAny(senses, PARTIAL)) return hasAny(senses.slice(0, at), OPEN_BEFORE) ? 'unclear' : 'doing';
    return isPlainlyDone(senses, at) ? 'done' : 'unclear';
  }
  if (senses.includes('notDueYet')) return 'notStarted';
  if (senses.includes('share')) return 'doing';
  if (hasAny(senses, PARTIAL)) return 'doing';
  return senses.includes('returned') || senses.includes('extended') ? 'unclear' : 'silent';
}

/** "Hoàn thành: không", "HT: Nguyễn Văn An": what stands behind the colon answers what stands before it. */
function readLabelled(clause: string): ClauseMeaning {
  const [label = '', ...rest] = clause.split(':');
  const answer = rest.join(' ').trim();
  if (rest.length === 0) return readClause(clause);
  const asked = findSenses(label);
  const isCompletion = asked.some((sense) => sense === 'done' || sense === 'ht' || sense === 'act');
  if (!isCompletion || asked.includes('subject')) return readClause(`${label} ${answer}`);
  const given = findSenses(answer);
  if (given.length === 0) return 'unclear';
  const isAnswered = given.every(
    (sense) =>
      sense === 'full' ||
      sense === 'yes' ||
      sense === 'over' ||
      sense === 'already' ||
      sense === 'date' ||
      sense === 'onTime' ||
      sense === 'early' ||
      sense === 'late',
  );
  return isAnswered || given.includes('done') ? readClause(`${label} ${answer}`) : 'unclear';
}

function combineMeanings(meanings: readonly ClauseMeaning[]): StoredState | null {
  if (meanings.includes('nothingArisen') && !meanings.includes('done')) return 'nothingArisen';
  if (meanings.includes('doing')) return 'inProgress';
  const isDone = meanings.includes('done');
  const isOpen = meanings.includes('notStarted');
  if (isDone && isOpen) return 'inProgress';
  if (meanings.includes('unclear')) return null;
  if (isOpen) return 'notStarted';
  return isDone ? 'done' : null;
}

/**
 * Reads a status as clerks type it ("Đã hoàn thành", "Hoàn thành quá hạn", "Sẽ hoàn thành trong tháng 12", "HT 3/5").
 * Only what plainly says done is done: negations, plans, parts, requests and questions are not, and words that cannot
 * be read give null, never a guess. Words of timeliness are only reported: early and late follow from the dates.
 */
export function parseStatus(text: string): StatusReading {
  const plain = keepTickedChoices(replaceNumbers(normalizeStatusSpelling(cleanText(text))));
  const clauses = splitClauses(plain);
  const senses = new Set(clauses.flatMap(findSenses));
  const claim =
    senses.has('onTime') && isLateByNegation(clauses)
      ? 'late'
      : TIMELINESS_CLAIMS.find((sense) => senses.has(sense));
  const instead = ALTERNATIVE_STATES.find((sense) => senses.has(sense));
  const meanings = clauses.map(readLabelled);
  const nowAt = clauses.findIndex(
    (clause, at) => meanings[at] === 'done' && findSenses(clause).includes('now'),
  );
  const state = /\?/.test(text) ? null : combineMeanings(nowAt < 0 ? meanings : meanings.slice(nowAt));
  return {
    state:
      instead && (state === 'done' || instead === 'notPerformed' || state === 'notStarted') ? null : state,
    ...(claim ? { claim } : {}),
    ...(instead ? { instead } : {}),
  };
}

/** "Hoàn thành không đúng hạn" was late. */
function isLateByNegation(clauses: readonly string[]): boolean {
  return clauses.some((clause) => {
    const senses = findSenses(clause);
    return senses.some(
      (sense, at) =>
        (sense === 'not' || sense === 'notYet') && senses[skipFillers(senses, at + 1)] === 'onTime',
    );
  });
}
