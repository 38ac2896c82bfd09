import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import { parseDigitsAt, parseMonthNumberAt, parseSpelledNumberAt } from './parse-numbers';
import { parsePartOrPointsAt } from './parse-points';

/** Skips the hour: "17h00", "17 giờ 00 phút". Only the day counts. */
export function skipHour(s: ScannedPhrase, i: number): number {
  const hour = parseDigitsAt(s, i);
  if (!hour || !hasTerm(s, hour.end, 'unit:hour')) return i;
  const after = s.ends[hour.end] ?? hour.end + 1;
  const minutes = parseDigitsAt(s, after);
  const end = minutes && s.tokens[after]?.key.length === 2 ? minutes.end : after;
  return s.tokens[end]?.key === 'phut' ? end + 1 : end;
}

/** Skips the weekday: "thứ sáu", "thứ 6", "chủ nhật" add nothing to a date or to "hàng tuần". */
export function skipWeekday(s: ScannedPhrase, i: number): number {
  if (s.tokens[i]?.key === 'chu' && s.tokens[i + 1]?.key === 'nhat') return i + 2;
  if (!hasTerm(s, i, 'weekday')) return i;
  const day = parseDigitsAt(s, i + 1) ?? parseSpelledNumberAt(s, i + 1);
  return day && day.value >= 2 && day.value <= 7 ? day.end : i;
}

/** Skips the number of a round: "đợt 1 trong tháng 3", "lần 2 ngày 15" are no days by themselves. */
export function skipRound(s: ScannedPhrase, i: number): number {
  const isRound = hasTerm(s, i - 1, 'times') || hasTerm(s, i - 1, 'unit:term');
  if (!isRound || s.tokens[i]?.kind !== 'number' || s.tokens[i - 2]?.kind === 'number') return i;
  const of = skipTerms(s, i + 1, 'of');
  const number = s.ends[of] ?? of + 1;
  const isDated =
    (hasTerm(s, of, 'unit:month') && parseMonthNumberAt(s, number) !== null) ||
    (hasTerm(s, of, 'unit:day') && parseDigitsAt(s, number) !== null);
  return isDated ? i + 1 : i;
}

/**
 * Skips the name of a document: "5043/KH-UBND ngày 15/6/2023" holds numbers that are no deadline. Returns the
 * index after it.
 */
export function skipDocumentNumber(s: ScannedPhrase, i: number, base: number | null): number {
  if (s.tokens[i]?.kind !== 'number' || !isMark(s, i + 1, '/')) return i;
  let at = i + 2;
  if (s.tokens[at]?.kind === 'number' && isMark(s, at + 1, '/')) at += 2;
  const sign = s.tokens[at];
  if (sign?.kind !== 'word' || s.terms[at]?.some((role) => role.startsWith('unit:') || role === 'times'))
    return i;
  while (s.tokens[at]?.kind === 'word' || s.tokens[at]?.kind === 'number' || isMark(s, at, '-', '&')) {
    if (at > i + 2 && s.tokens[at]?.spaced) break;
    at += 1;
  }
  const dated = hasTerm(s, at, 'unit:day') ? parsePartOrPointsAt(s, at, base) : null;
  return dated ? dated.end : at;
}
