import { figuresAt, spelledAt } from './read-numbers';
import { partOrPointsAt } from './read-points';
import { is, isMark, type Scan } from './scan';

/** "17h00", "17 giờ 00 phút": the hour is said, the day counts. */
export function hourEnd(s: Scan, i: number): number {
  const hour = figuresAt(s, i);
  if (!hour || !is(s, hour.end, 'unit:hour')) return i;
  const after = s.ends[hour.end] ?? hour.end + 1;
  const minutes = figuresAt(s, after);
  const end = minutes && s.tokens[after]?.key.length === 2 ? minutes.end : after;
  return s.tokens[end]?.key === 'phut' ? end + 1 : end;
}

/** "thứ sáu", "thứ 6", "chủ nhật": the day of the week beside a date or "hàng tuần" adds nothing. */
export function weekdayEnd(s: Scan, i: number): number {
  if (s.tokens[i]?.key === 'chu' && s.tokens[i + 1]?.key === 'nhat') return i + 2;
  if (!is(s, i, 'weekday')) return i;
  const day = figuresAt(s, i + 1) ?? spelledAt(s, i + 1);
  return day && day.value >= 2 && day.value <= 7 ? day.end : i;
}

/** Names of documents ("5043/KH-UBND ngày 15/6/2023") hold figures that are no dates; the index after one. */
export function documentEnd(s: Scan, i: number, base: number | null): number {
  if (s.tokens[i]?.type !== 'number' || !isMark(s, i + 1, '/')) return i;
  let at = i + 2;
  if (s.tokens[at]?.type === 'number' && isMark(s, at + 1, '/')) at += 2;
  const sign = s.tokens[at];
  if (sign?.type !== 'word' || s.terms[at]?.some((role) => role.startsWith('unit:') || role === 'times'))
    return i;
  while (s.tokens[at]?.type === 'word' || s.tokens[at]?.type === 'number' || isMark(s, at, '-', '&')) {
    if (at > i + 2 && s.tokens[at]?.spaced) break;
    at += 1;
  }
  const dated = is(s, at, 'unit:day') ? partOrPointsAt(s, at, base) : null;
  return dated ? dated.end : at;
}
