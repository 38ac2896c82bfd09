import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { Clause } from '../parser/clause';
import { parseDigitsAt, parseMonthNumberAt, parseRomanAt } from '../parser/parse-numbers';
import { skipWeekday } from '../parser/skip-ignored';

const CALENDAR_UNITS = [
  'unit:week',
  'unit:month',
  'unit:quarter',
  'unit:year',
  'unit:semester',
  'unit:schoolYear',
] as const;
const UNDATED_KINDS: readonly Clause['kind'][] = [
  'onRequest',
  'conditional',
  'perPlan',
  'continuous',
  'relative',
];

const isCalendarUnit = (s: ScannedPhrase, i: number): boolean =>
  CALENDAR_UNITS.some((unit) => hasTerm(s, i, unit)) && (s.tokens[i]?.key.length ?? 0) > 2;

/** Returns true for words that can only be a time: "cuối quý", "hằng tháng", "quý III", "tháng 6". */
function isTimeAt(s: ScannedPhrase, i: number): boolean {
  const after = s.ends[i] ?? i + 1;
  // "Quy trình đầu tiên năm 2027" begins nothing.
  if (s.tokens[i]?.key === 'dau' && s.tokens[i + 1]?.key === 'tien') return false;
  const part = hasTerm(s, i, 'start') || hasTerm(s, i, 'middle') || hasTerm(s, i, 'end');
  if (part || hasTerm(s, i, 'every')) return isCalendarUnit(s, skipTerms(s, after, 'of', 'every', 'plural'));
  if (!isCalendarUnit(s, i)) return false;
  if (hasTerm(s, i, 'unit:month'))
    return parseMonthNumberAt(s, after) !== null || hasTerm(s, after, 'ordinal');
  if (hasTerm(s, i, 'unit:semester')) return parseRomanAt(s, after) !== null;
  if (hasTerm(s, i, 'unit:quarter')) return parseRomanAt(s, after)?.spelled === false;
  return hasTerm(s, i, 'unit:week') && parseDigitsAt(s, after) !== null;
}

/** Returns true for "hè", "khai giảng". */
const isEventAt = (s: ScannedPhrase, i: number): boolean =>
  s.terms[i]?.some((term) => term.startsWith('event:')) ?? false;

/** Returns true for what follows a comma in a clause without a date, and so is no part of it. */
function isBehindMark(s: ScannedPhrase, { kind, from }: Clause, i: number): boolean {
  if (!UNDATED_KINDS.includes(kind)) return false;
  for (let at = from; at < i; at += 1) if (isMark(s, at, ',', ';', '\n')) return true;
  return false;
}

/** Words before an exception, or for a day that may move: "riêng tháng 6 nộp sớm", "dời sang tháng 5 nếu mưa". */
const EXCEPTION_WORDS = [
  ['rieng'],
  ['tru'],
  ['ngoai', 'tru'],
  ['khong', 'ke'],
  ['doi', 'sang'],
  ['lui', 'sang'],
  ['lui', 'lai'],
  ['chuyen', 'sang'],
  ['hoan', 'sang'],
] as const;

const isExceptionAt = (s: ScannedPhrase, i: number): boolean =>
  EXCEPTION_WORDS.some((words) => words.every((word, at) => s.tokens[i + at]?.key === word));

/** Returns true for "thứ Sáu cuối tháng", whose day the calendar of each month decides. */
function isWeekdayOfMonthAt(s: ScannedPhrase, i: number): boolean {
  const end = skipWeekday(s, i);
  if (end === i || !(hasTerm(s, end, 'start') || hasTerm(s, end, 'end'))) return false;
  return hasTerm(s, skipTerms(s, s.ends[end] ?? end + 1, 'of', 'every', 'plural'), 'unit:month');
}

/**
 * Finds words of time that no clause has read: between the clauses, or after a comma inside a clause without a
 * date ("mỗi khi có thay đổi, chốt cuối quý").
 */
export function hasUnreadTime(s: ScannedPhrase, clauses: readonly Clause[]): boolean {
  return s.tokens.some((_, i) => {
    if (isExceptionAt(s, i) || isWeekdayOfMonthAt(s, i)) return true;
    const clause = clauses.find(({ from, end }) => i >= from && i < end);
    if (!clause) return isTimeAt(s, i);
    return isBehindMark(s, clause, i) && (isTimeAt(s, i) || isEventAt(s, i));
  });
}
