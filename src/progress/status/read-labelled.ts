import { type Clause, type ClauseMeaning, createClause } from './clause';
import { findSenses } from './lexicon';
import { readClause } from './read-clause';
import { ACTS, hasAny, isNegation, makeSet, OPEN_ACTS, OPEN_ALONE, OPEN_BEFORE, PARTIAL } from './senses';

/** "Không có ma túy", "không phát hiện vi phạm" beside an inspection: what it found. */
export const NOTHING_FOUND =
  /^không (?:có|phát hiện|thấy|ghi nhận) (?!.*(?:đủ|đạt|được|kịp|xong|minh chứng|biên bản|kinh phí|người|hồ sơ))/iu;

export const INSPECTION =
  /(?<!\p{L})(?:kiểm tra|rà soát|giám sát|thanh tra|khảo sát|đối chiếu|thống kê|kiểm kê)(?!\p{L})/iu;

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

/** "6 loại A", "12 hộ cận nghèo": not so many of the things to do. */
const FOUND =
  /^\d+\s+(?!(?:lớp|nội dung|khối|tổ|mục|việc|nhiệm vụ|phần|bước|hạng mục|tiêu chí|lop|noi dung)(?!\p{L}))\p{L}/iu;

/** "Hoàn thành: không", "HT: Nguyễn Văn An": what stands behind the colon answers what stands before it. */
export function readLabelled(clause: Clause): ClauseMeaning {
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
  // "Rà soát xong: 12 hộ": what came of it.
  const isFinished = OPEN_ACTS.has(asked[0] ?? 'done') && asked.at(-1) === 'done';
  if (isFinished && meaning === 'silent' && FOUND.test(answer)) return 'done';
  return given.includes('done') || meaning === 'doing' || meaning === 'notStarted' || meaning === 'done'
    ? meaning
    : 'unclear';
}
