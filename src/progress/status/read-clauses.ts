import { type Clause, type ClauseMeaning, createClause } from './clause';
import { isAnnounced, isRemark } from './is-remark';
import { INSPECTION, NOTHING_FOUND, readLabelled } from './read-labelled';
import { removeHarmlessNegations } from './remove-harmless';
import {
  ACTS,
  COMPLETION,
  hasAny,
  isNegation,
  makeSet,
  OPEN_ACTS,
  OPEN_ALONE,
  OPEN_BEFORE,
  PARTIAL,
} from './senses';

/** What softens a contrast: "nhưng trễ", "nhưng không đúng hạn". */
const HARMLESS_CONTRAST = makeSet('late', 'early', 'onTime', 'proof');

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

const ISSUING =
  /^(?:(?:hoàn chỉnh|hoàn thiện|chỉnh sửa|sửa|bổ sung|soạn|soạn thảo|xây dựng|lập|chốt|thống nhất|in|ký)(?: và| rồi)? )?(?:ban hành|công bố|niêm yết|công khai|trao|tổ chức|thông qua nghị quyết)(?!\p{L})/u;

/** Whether a clause says what came of the preparations before it: "ban hành quy chế". */
const isOutcome = ({ text, senses }: Clause): boolean =>
  (senses[0] === 'send' ||
    ISSUING.test(text) ||
    (ACTS.has(senses[0] ?? 'done') && senses.includes('fully'))) &&
  !hasAny(senses, OPEN_BEFORE);

const FINISHES = makeSet('done', 'full', 'fully');

/** What an act is done to. */
const OBJECTS = makeSet('act', 'fix', 'send', 'other', 'neutral', 'join', 'ongoing');

/** "Tổng vệ sinh xong trước khai giảng". */
function isFinishedAct({ senses }: Clause): boolean {
  const end = senses.find((sense) => !OBJECTS.has(sense));
  return (
    (OPEN_ACTS.has(senses[0] ?? 'done') || senses[0] === 'ongoing') && end !== undefined && FINISHES.has(end)
  );
}

/** "Đã lấy ý kiến, ban hành quy chế", "đã phun thuốc, vệ sinh xong": "đã" reaches over the comma. */
function inheritAlready(clause: Clause, before: Clause | undefined): Clause {
  const begun = before?.senses.findIndex((sense) => sense !== 'subject' && sense !== 'now') ?? -1;
  if (!before || before.senses[begun] !== 'already' || clause.isContrast) return clause;
  const begunAct = before.senses.slice(begun + 1).find((sense) => sense !== 'filler') ?? 'done';
  const isReached =
    ((begunAct === 'prep' || begunAct === 'repair' || begunAct === 'weak') && isOutcome(clause)) ||
    (OPEN_ACTS.has(begunAct) && isFinishedAct(clause));
  return isReached ? createClause(`đã ${clause.text}`, false) : clause;
}

/** "Đã triển khai (, hoàn thành 100%)": what a later clause says is finished. */
const isBegun = ({ senses }: Clause): boolean =>
  senses[0] === 'already' && senses[1] === 'ongoing' && senses.slice(2).every((sense) => HARMLESS.has(sense));

const isFinish = ({ senses }: Clause, meaning: ClauseMeaning | undefined): boolean =>
  meaning === 'done' && (senses.includes('done') || senses.includes('full'));

/** What a contrast may say of work that is done: "nhưng trễ", "nhưng vẫn đủ 100%". */
const RESTATES = makeSet('done', 'full', 'fully', 'late', 'early', 'onTime', 'proof');

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

/** "Bước 1 xong, bước 2 xong. Đã hoàn thành toàn bộ": a part that what is said of the whole covers. */
const isDonePart = ({ senses }: Clause): boolean =>
  senses.includes('part') &&
  hasAny(senses, COMPLETION) &&
  !senses.some(isNegation) &&
  !hasAny(senses, OPEN_ALONE);

const isWhole = ({ senses }: Clause): boolean =>
  senses.includes('done') && (senses.includes('full') || senses.includes('fully'));

const RESULT_LABEL = /^kết quả\s*:?\s*/iu;

/** "Xong 100% (tháng trước 7/10)": how far it was. */
const isEarlierShare = ({ senses }: Clause): boolean =>
  senses[0] === 'recent' && senses.includes('share') && senses.length <= 3;

/** Leaves a clause open that is no remark of a known kind: what is not understood might take a claim back. */
function accountFor(
  meaning: ClauseMeaning | 'setAside',
  clause: Clause,
  before: readonly Clause[],
): ClauseMeaning {
  if (meaning === 'setAside') return 'silent';
  if ((meaning === 'silent' || meaning === 'done') && isAnnounced(clause, before)) return 'unclear';
  return meaning === 'silent' && !isRemark(clause) ? 'unclear' : meaning;
}

/** Reads what each clause says, in the light of those before and behind it. */
export function readClauses(clauses: readonly Clause[]): ClauseMeaning[] {
  const meanings = clauses.map((clause, at) => {
    const isResult = clauses.slice(0, at).some(({ senses }) => senses.includes('result'));
    const read =
      isResult && (clause.senses[0] === 'target' || clause.senses[0] === 'subject')
        ? { ...clause, senses: [...clause.senses, 'result' as const] }
        : clause;
    const isInspected = clauses.slice(0, at).some(({ text }) => INSPECTION.test(text));
    if (isInspected && NOTHING_FOUND.test(clause.text.replace(RESULT_LABEL, ''))) return 'silent';
    return weighContrast(clause, readLabelled(inheritAlready(read, clauses[at - 1])));
  });
  // "Tuy thiếu kinh phí nhưng đã hoàn thành": what was overcome.
  const weighed = meanings.map((meaning, at) => {
    const isOvercome = isConcession(clauses[at]!) && meanings.slice(at + 1).includes('done');
    const next = clauses[at + 1];
    const isOutweighed =
      next?.isContrast === true && meanings[at + 1] === 'done' && isOnlyDifficulty(clauses[at]!);
    const isFinished =
      isBegun(clauses[at]!) && clauses.some((one, index) => index > at && isFinish(one, meanings[index]));
    const isCovered =
      isDonePart(clauses[at]!) &&
      clauses.some((one, index) => index > at && meanings[index] === 'done' && isWhole(one));
    const isEarlier = meanings[at - 1] === 'done' && isEarlierShare(clauses[at]!);
    const isTakenBack =
      clauses[at]!.isContrast &&
      meaning === 'done' &&
      meanings[at - 1] === 'done' &&
      !hasAny(clauses[at]!.senses, RESTATES);
    if (isTakenBack) return 'unclear';
    return isEarlier || isOvercome || isOutweighed || isFinished || isCovered ? 'setAside' : meaning;
  });
  return weighed.map((meaning, at) => accountFor(meaning, clauses[at]!, clauses.slice(0, at)));
}
