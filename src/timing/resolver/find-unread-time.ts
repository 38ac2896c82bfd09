import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { Clause } from '../parser/clause';
import { parseDigitsAt, parseMonthNumberAt, parseRomanAt } from '../parser/parse-numbers';

const CALENDAR_UNITS = ['unit:week', 'unit:month', 'unit:quarter', 'unit:year', 'unit:semester'] as const;
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
  if (hasTerm(s, i, 'unit:month')) return parseMonthNumberAt(s, after) !== null;
  if (hasTerm(s, i, 'unit:quarter')) return parseRomanAt(s, after)?.spelled === false;
  return hasTerm(s, i, 'unit:week') && parseDigitsAt(s, after) !== null;
}

/**
 * Finds words of time that no clause has read: between the clauses, or after a comma inside a clause without a
 * date ("mỗi khi có thay đổi, chốt cuối quý").
 */
export function hasUnreadTime(s: ScannedPhrase, clauses: readonly Clause[]): boolean {
  const isRead = (i: number): boolean =>
    clauses.some(({ kind, from, end }) => {
      if (i < from || i >= end) return false;
      if (!UNDATED_KINDS.includes(kind)) return true;
      for (let at = from; at < i; at += 1) if (isMark(s, at, ',', ';', '\n')) return false;
      return true;
    });
  return s.tokens.some((_, i) => !isRead(i) && isTimeAt(s, i));
}
