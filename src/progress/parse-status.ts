import { cleanText } from '../shared/text';
import { findSenses } from './status-lexicon';
import { replaceNumbers } from './status-numbers';
import type { StatusSense } from './status-phrases';
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
type ClauseMeaning = 'done' | 'doing' | 'upkeep' | 'notStarted' | 'nothingArisen' | 'unclear' | 'silent';

const TIMELINESS_CLAIMS = ['late', 'early', 'onTime', 'dueSoon', 'notDueYet'] as const;
const ALTERNATIVE_STATES = ['notPerformed', 'cancelled', 'paused', 'postponed', 'extended'] as const;

/** Signs that answer by themselves, where no word stands beside them. */
const TICK_ALONE = /^(?:[✓✔☑✅]\ufe0f?\s*)+$/u;
/** Signs of what is not done, or still under way. */
const CROSS = /[❌✗✘❎⏳⌛🔄🚧⚠⏸]\ufe0f?/gu;
const TICKED = /(?:[☑☒✅]|\[\s*[xXvV✓]\s*\])\s*/u;
const UNTICKED = /(?:[☐□]|\[\s*\])\s*/u;

/** Keeps the ticked choices of a form: "☐ Hoàn thành ☒ Chưa hoàn thành". */
function keepTickedChoices(text: string): string {
  if (!UNTICKED.test(text)) return text;
  const choices = text.split(/(?=[☑☒✅☐□]|\[\s*[xXvV✓]?\s*\])/u);
  return choices
    .filter((choice) => TICKED.test(choice))
    .map((choice) => choice.replace(TICKED, ''))
    .join('; ');
}

type Clause = { text: string; senses: StatusSense[]; isContrast: boolean };

const CONTRAST =
  /(?<!\p{L})(?:nhưng|tuy nhiên|(?<!song )song(?! song)|mà|nhung|tuy nhien|but|however|thế nhưng|ngặt nỗi|có điều|chỉ có điều|trong khi|trái lại)(?!\p{L})/giu;
const CLAUSE_END = /[.;,\n()!•–|]|\s-\s|\s(?=(?:tuy|dù|mặc dù|mặc dầu|dẫu)\s)/u;
const CONTRAST_MARK = '\u0001';

/** "Dù mưa lớn vẫn tổ chức xong": where the concession ends. */
const END_OF_CONCESSION =
  /(?<=(?:^|[.;,]\s*)(?:tuy|dù|mặc dù|mặc dầu|dẫu)\s[^.;,]*\s)vẫn(?=\s+(?!chưa|còn|đang|chờ|thiếu|phải|cần|không))/giu;

function splitClauses(text: string): Clause[] {
  return text
    .replace(END_OF_CONCESSION, ';')
    .replace(CONTRAST, `;${CONTRAST_MARK}`)
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause.replace(CONTRAST_MARK, '') !== '')
    .map((clause, at) => {
      const plain = clause.replace(CONTRAST_MARK, '').trim();
      return {
        text: plain,
        senses: findSenses(plain),
        isContrast: at > 0 && clause.startsWith(CONTRAST_MARK),
      };
    });
}

const makeSet = (...senses: StatusSense[]): ReadonlySet<StatusSense> => new Set(senses);

const COMPLETION = makeSet('done', 'act', 'fix', 'send', 'full', 'ht', 'reached');
const ACTS = makeSet('act', 'fix', 'send');
const AUTHORITIES = makeSet('authority', 'office');
const PREPARING = makeSet('prep', 'plan');
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
/** Before a word of completion: it has not come yet. */
const OPEN_BEFORE = makeSet(
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
const OPEN_AFTER = makeSet(
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
/** Behind a word of completion without "đã": a condition and a deadline. */
const OPEN_AFTER_BARE = makeSet('condition', 'before');
/** Behind "đã gửi", "đã báo cáo": within the school. */
const OPEN_AFTER_SENDING = makeSet('leader', 'ht');
/** By itself beside a claim: something is still to come. */
const OPEN_ALONE = makeSet(
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
/** What there may be none of: "không có vướng mắc". */
const BENIGN_WITHOUT = makeSet('trouble', 'returned', 'late', 'repair', 'request', 'extended');
const AWAITED_BEFORE_PROOF = makeSet('not', 'notYet', 'doing', 'future');
const TAKEN_BACK = makeSet('returned', 'repair');
const PARTIAL = makeSet('part', 'share');
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
/** "Nộp rồi", "gửi hôm qua". */
const HAPPENED = makeSet('over', 'recent');
const BEFORE_HAPPENED = makeSet('already', 'other', 'subject', 'act', 'fix', 'send');
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
/** "Đạt chỉ tiêu", "đạt và vượt kế hoạch". */
const OF_REACHING = makeSet('neutral', 'target', 'and', 'early', 'subject', 'date', 'over');
/** What softens a contrast: "nhưng trễ", "nhưng không đúng hạn". */
const HARMLESS_CONTRAST = makeSet('late', 'early', 'onTime', 'proof');
/** Behind "HT": the headmaster signs. */
const SIGNED = makeSet('filler', 'doing', 'not', 'notYet');
/** Words between "đã" and the word of completion at most: "đã lắp đặt xong". */
const MAX_WORDS_BETWEEN = 8;
/** Words of a bare act with its object before "xong" at most. */
const MAX_BARE_ACT = 5;
/** What says nothing of how far the work is. */
const HARMLESS = makeSet(
  'full',
  'neutral',
  'other',
  'fully',
  'act',
  'target',
  'date',
  'onTime',
  'according',
  'subject',
);
/** Words within which a negation finds what there was none of. */
const MAX_NEGATED_WORDS = 5;

const hasAny = (senses: readonly StatusSense[], wanted: ReadonlySet<StatusSense>): boolean =>
  senses.some((sense) => wanted.has(sense));

/** Index of the word that a negation belongs to, fillers left out. */
function skipFillers(senses: readonly StatusSense[], from: number): number {
  let at = from;
  while (senses[at] === 'filler' || senses[at] === 'already' || senses[at] === 'fully') at += 1;
  return at;
}

const isNegation = (sense: StatusSense | undefined): boolean => sense === 'not' || sense === 'notYet';

/** Leaves out "không có vướng mắc" and "không đúng hạn": what there was not, and what says nothing of completion. */
function removeHarmlessNegations(senses: readonly StatusSense[]): StatusSense[] {
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
  'other',
);
/** Words behind "theo" that still belong to it. */
const MAX_GROUNDS = 3;

/** Leaves out what the work was done by, which asks for nothing. */
function removeGrounds(senses: readonly StatusSense[]): StatusSense[] {
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
function markJustDone(senses: readonly StatusSense[]): StatusSense[] {
  const isRecent = senses.includes('recent');
  return senses.map((sense, at) =>
    sense === 'only' && isRecent && COMPLETION.has(senses[at + 1] ?? 'other') ? 'already' : sense,
  );
}

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

/** "Đã gắn camera 8 lớp": a number of things. */
const COUNT = /(?<![\p{L}\d])\d{1,6}\s+\p{L}{2,}/u;

/** Index of the first word that says "done", "đã" included where the word needs it; -1 where there is none. */
function findCompletion(senses: readonly StatusSense[], isConcrete: boolean): number {
  return senses.findIndex((sense, at) => {
    switch (sense) {
      case 'done':
      case 'full':
      case 'impossible':
        return true;
      case 'act':
      case 'fix':
      case 'send':
        return (
          isGovernedByAlready(senses, at) ||
          (hasAny(senses.slice(at), HAPPENED) && senses.slice(0, at).every((one) => BEFORE_HAPPENED.has(one)))
        );
      case 'other':
        return senses[at - 1] === 'already' && isConcrete;
      case 'repair':
        return senses[at - 1] === 'already' && isConcrete && !senses.includes('date');
      case 'fully':
        return isAfterAlready(senses, at) && !hasAny(senses.slice(0, at), PREPARING);
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
function isAfterAlready(senses: readonly StatusSense[], at: number): boolean {
  const already = senses.lastIndexOf('already', at);
  return already >= 0 && at - already - 1 <= MAX_WORDS_BETWEEN;
}

/** "Đã chuẩn bị xong", but not "đã họp và hoàn thành". */
function isOnlyPrepared(senses: readonly StatusSense[], at: number): boolean {
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
  return after.some((sense, at) => AUTHORITIES.has(sense) && after[at + 1] === 'filler');
}

function isPlainlyDone(senses: readonly StatusSense[], at: number): boolean {
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
function isDoneByAuthority(senses: readonly StatusSense[]): boolean {
  return senses[0] === 'authority' || (senses[0] === 'office' && senses[1] === 'already');
}

function readWithoutCompletion(senses: readonly StatusSense[]): ClauseMeaning {
  if (senses.includes('notDueYet')) return 'notStarted';
  if (senses.includes('share')) return senses.includes('result') ? 'silent' : 'doing';
  if (hasAny(senses, PARTIAL)) return 'doing';
  // "Sẽ gửi minh chứng sau": what follows the work.
  if (hasAny(senses, OPEN_ALONE)) return 'unclear';
  return senses.includes('plan') && !senses.includes('already') ? 'unclear' : 'silent';
}

function readCompletion(clause: Clause, senses: readonly StatusSense[], at: number): ClauseMeaning {
  // "Tỷ lệ 100%" and "chỉ tiêu: 100%" say what was asked for.
  if (senses[at] === 'full' && senses.slice(0, at).includes('target')) return 'silent';
  // "Đạt giải Ba": what came of it.
  if (
    senses[at] === 'reached' &&
    senses[at + 1] !== undefined &&
    !hasAny(senses, makeSet('full', 'share', 'part'))
  )
    return senses.slice(at + 1).every((sense) => OF_REACHING.has(sense)) ? 'done' : 'silent';
  // "Xong được mấy lớp": as far as it went.
  if (
    senses[at + 1] === 'filler' &&
    /(?:^|\s)(?:được|đc)(?:\s|$)/u.test(clause.text) &&
    !senses.includes('full')
  )
    return 'unclear';
  if (hasAny(senses, PARTIAL)) {
    const isResult = senses.includes('result') && !senses.includes('part') && isAfterAlready(senses, at);
    if (!isResult) return hasAny(senses.slice(0, at), OPEN_BEFORE) ? 'unclear' : 'doing';
  }
  // "Đã chuẩn bị xong", "nhận 210/210 học sinh": what came before the work, or with it.
  if (isOnlyPrepared(senses, at)) return hasAny(senses, OPEN_AFTER) ? 'unclear' : 'silent';
  if (!isPlainlyDone(senses, at)) return 'unclear';
  return isDoneByAuthority(senses) ? 'silent' : 'done';
}

/** "Không có ma túy", "không phát hiện vi phạm" beside an inspection: what it found. */
const NOTHING_FOUND =
  /^không (?:có|phát hiện|thấy|ghi nhận) (?!.*(?:đủ|đạt|được|kịp|xong|minh chứng|biên bản|kinh phí|người|hồ sơ))/iu;
const INSPECTION =
  /(?<!\p{L})(?:kiểm tra|rà soát|giám sát|thanh tra|khảo sát|đối chiếu|thống kê|kiểm kê)(?!\p{L})/iu;

function readClause(clause: Clause): ClauseMeaning {
  if (clause.senses.includes('past')) return 'silent';
  if (clause.senses.includes('question')) return 'unclear';
  const senses = removeHarmlessNegations(removeGrounds(markJustDone(clause.senses)));
  if (senses.includes('nothingArisen')) return 'nothingArisen';
  const negation = readNegation(senses);
  const at = findCompletion(senses, senses.includes('date') || COUNT.test(clause.text));
  // "Chưa gửi minh chứng", "đang chờ Phòng phản hồi": of what follows the work, not of the work.
  if (senses.includes('proof') && at < 0 && hasAny(senses, AWAITED_BEFORE_PROOF))
    return hasAny(senses, TAKEN_BACK) ? 'unclear' : 'silent';
  if (negation !== null) return negation;
  if (senses.includes('doing') || (senses.includes('ongoing') && !senses.includes('done'))) return 'doing';
  if (at < 0 && (senses.includes('upkeep') || senses.includes('recurring'))) return 'upkeep';
  if (senses.includes('recurring')) return 'unclear';
  return at < 0 ? readWithoutCompletion(senses) : readCompletion(clause, senses, at);
}

/** A word that answers the label before it: "Hoàn thành: có", "Thực hiện: rồi". */
const ANSWERS = makeSet(
  'full',
  'yes',
  'over',
  'already',
  'date',
  'onTime',
  'early',
  'late',
  'fully',
  'neutral',
);

const createClause = (text: string, isContrast: boolean): Clause => ({
  text,
  senses: findSenses(text),
  isContrast,
});

/** "Hoàn thành: không", "HT: Nguyễn Văn An": what stands behind the colon answers what stands before it. */
function readLabelled(clause: Clause): ClauseMeaning {
  const [label = '', ...rest] = clause.text.split(':');
  const answer = rest.join(' ').trim();
  if (rest.length === 0) return readClause(clause);
  const whole = createClause(`${label} ${answer}`, clause.isContrast);
  const asked = findSenses(label);
  const given = findSenses(answer);
  if (INSPECTION.test(label) && NOTHING_FOUND.test(answer)) return readClause(createClause(label, false));
  const isCompletion = asked.some((sense) => sense === 'done' || sense === 'ht' || ACTS.has(sense));
  if (!isCompletion || asked.at(-1) === 'proof' || asked.includes('subject') || asked.includes('already')) {
    const meaning = readClause(whole);
    const isOpenLabel = hasAny(asked, OPEN_BEFORE) || hasAny(asked, PARTIAL) || hasAny(asked, OPEN_ALONE);
    const isLost = meaning === 'unclear' || meaning === 'silent';
    return isLost &&
      !isOpenLabel &&
      !asked.some(isNegation) &&
      readClause(createClause(answer, false)) === 'done'
      ? 'done'
      : meaning;
  }
  if (hasAny(asked, OPEN_BEFORE)) return 'unclear';
  const isAnswered = given.length > 0 && given.every((sense) => ANSWERS.has(sense));
  if (isAnswered) return 'done';
  const meaning = readClause(createClause(answer, false));
  return given.includes('done') || meaning === 'doing' || meaning === 'notStarted' || meaning === 'done'
    ? meaning
    : 'unclear';
}

/** What a clause says behind "nhưng": being late takes nothing back, anything that is not understood might. */
function weighContrast(clause: Clause, meaning: ClauseMeaning): ClauseMeaning {
  const senses = removeHarmlessNegations(clause.senses);
  return clause.isContrast &&
    meaning === 'silent' &&
    !hasAny(clause.senses, HARMLESS_CONTRAST) &&
    senses.some((sense) => sense !== 'neutral')
    ? 'unclear'
    : meaning;
}

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

/** "Đã lấy ý kiến, ban hành quy chế": "đã" reaches over the comma to what was issued or sent. */
function inheritAlready(clause: Clause, before: Clause | undefined): Clause {
  const [first] = clause.senses;
  const isReached =
    before?.senses[0] === 'already' &&
    before.senses[1] === 'prep' &&
    !clause.isContrast &&
    (first === 'send' ||
      ISSUING.test(clause.text) ||
      (ACTS.has(first ?? 'other') && clause.senses.includes('fully'))) &&
    !hasAny(clause.senses, OPEN_BEFORE);
  return isReached ? createClause(`đã ${clause.text}`, false) : clause;
}

const ISSUING = /^(?:ban hành|công bố|niêm yết|công khai|trao|tổ chức) /u;

/** "Đã triển khai (, hoàn thành 100%)": what a later clause says is finished. */
const isBegun = ({ senses }: Clause): boolean =>
  senses[0] === 'already' && senses[1] === 'ongoing' && senses.slice(2).every((sense) => HARMLESS.has(sense));

const isFinish = ({ senses }: Clause, meaning: ClauseMeaning | undefined): boolean =>
  meaning === 'done' && senses.includes('done');

const isConcession = (clause: Clause): boolean => clause.senses[0] === 'concession';

/** "Khó khăn về kinh phí (nhưng đã hoàn thành)": trouble, and nothing that is left to do. */
function isOnlyDifficulty({ senses }: Clause): boolean {
  return (
    senses.includes('trouble') &&
    !hasAny(senses, PARTIAL) &&
    !senses.some(isNegation) &&
    senses.every((sense) => sense === 'trouble' || !OPEN_ALONE.has(sense))
  );
}

function readClauses(clauses: readonly Clause[]): ClauseMeaning[] {
  const meanings = clauses.map((clause, at) => {
    const isResult = clauses.slice(0, at).some(({ senses }) => senses.includes('result'));
    const read =
      isResult && (clause.senses[0] === 'target' || clause.senses[0] === 'subject')
        ? { ...clause, senses: [...clause.senses, 'result' as const] }
        : clause;
    const isInspected = clauses.slice(0, at).some(({ text }) => INSPECTION.test(text));
    if (isInspected && NOTHING_FOUND.test(clause.text)) return 'silent';
    return weighContrast(clause, readLabelled(inheritAlready(read, clauses[at - 1])));
  });
  // "Tuy thiếu kinh phí nhưng đã hoàn thành": what was overcome.
  return meanings.map((meaning, at) => {
    const isOvercome = isConcession(clauses[at]!) && meanings.slice(at + 1).includes('done');
    const next = clauses[at + 1];
    const isOutweighed =
      next?.isContrast === true && meanings[at + 1] === 'done' && isOnlyDifficulty(clauses[at]!);
    const isFinished =
      isBegun(clauses[at]!) && clauses.some((one, index) => index > at && isFinish(one, meanings[index]));
    return isOvercome || isOutweighed || isFinished ? 'silent' : meaning;
  });
}

/** A text of nothing but "đã" or "rồi" answers the heading of its column. */
const ANSWERS_ALONE = makeSet('already', 'over');
/** What may stand beside such an answer: "dạ rồi ạ". */
const POLITE = makeSet('subject', 'neutral');

function isAnswerAlone(clauses: readonly Clause[]): boolean {
  const senses = clauses.flatMap((clause) => clause.senses);
  return (
    hasAny(senses, ANSWERS_ALONE) && senses.every((sense) => ANSWERS_ALONE.has(sense) || POLITE.has(sense))
  );
}

/** Leaves out what a later clause says is over: "trước đây chưa làm, nay đã hoàn thành". */
function dropSuperseded(clauses: readonly Clause[]): readonly Clause[] {
  const meanings = readClauses(clauses);
  const nowAt = clauses.findIndex((clause, at) => meanings[at] === 'done' && clause.senses.includes('now'));
  return nowAt < 0 ? clauses : clauses.slice(nowAt);
}

/**
 * Reads a status as clerks type it ("Đã hoàn thành", "Hoàn thành quá hạn", "Sẽ hoàn thành trong tháng 12", "HT 3/5").
 * Only what plainly says done is done: negations, plans, parts, requests and questions are not, and words that cannot
 * be read give null, never a guess. Words of timeliness are only reported: early and late follow from the dates.
 */
export function parseStatus(text: string): StatusReading {
  const typed = cleanText(text);
  if (TICK_ALONE.test(typed)) return { state: 'done' };
  const clauses = dropSuperseded(
    splitClauses(
      keepTickedChoices(replaceNumbers(normalizeStatusSpelling(typed.replace(CROSS, ' xxcrossed ')))),
    ),
  );
  const senses = new Set(clauses.flatMap((clause) => clause.senses));
  const claim =
    senses.has('onTime') && isLateByNegation(clauses)
      ? 'late'
      : TIMELINESS_CLAIMS.find((sense) => senses.has(sense));
  const instead = ALTERNATIVE_STATES.find((sense) => senses.has(sense));
  const state = typed.includes('?')
    ? null
    : isAnswerAlone(clauses)
      ? 'done'
      : combineMeanings(readClauses(clauses));
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
