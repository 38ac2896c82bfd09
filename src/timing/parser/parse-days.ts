import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { MonthDays, MonthReference } from './clause';
import { type MonthPosition, parseMonthPositionAt } from './month-position';
import { parseDigitsAt, parseJoinedNumbersAt, parseMonthNumberAt, parseRomanAt } from './parse-numbers';
import { parsePartAt } from './parse-points';

type ParsedDays = { days: MonthDays; month: MonthReference | null; end: number; monthFrom: number };

/** `position`: the words say which month of the period; `ofQuarter`: of a quarter, not of some period. */
type ParsedMonthReference = {
  month: MonthReference;
  end: number;
  position: MonthPosition | null;
  ofQuarter: boolean;
};

const REFERENCE_TERMS = ['of', 'every', 'plural', 'this', 'ordinal', 'each'] as const;

const COUNTED_UNITS = ['unit:day', 'unit:week', 'unit:year', 'unit:hour', 'times'] as const;

const MONTH_REFERENCES = {
  start: 'quarterFirst',
  middle: 'quarterMiddle',
  end: 'quarterLast',
} as const satisfies Record<MonthPosition, MonthReference>;

const NEXT_MONTH_REFERENCES = {
  start: 'nextQuarterFirst',
  middle: 'nextQuarterMiddle',
  end: 'nextQuarterLast',
} as const satisfies Record<MonthPosition, MonthReference>;

/**
 * Parses the month of a period without a number of its own: "của tháng", "tháng sau", "tháng cuối quý",
 * "tháng đầu của quý tiếp theo", "tháng cuối kỳ báo cáo".
 *
 * @returns null if a month, quarter or year is numbered: that is a date
 */
export function parseMonthReferenceAt(s: ScannedPhrase, i: number): ParsedMonthReference | null {
  const unit = skipTerms(s, i, 'of', 'every', 'plural');
  const byMonth = hasTerm(s, unit, 'unit:month');
  if (!byMonth && !hasTerm(s, unit, 'unit:quarter')) return null;
  let at = byMonth ? (s.ends[unit] ?? unit + 1) : unit;
  let end = at;
  let place: MonthPosition | null = null;
  let quarter = false;
  let ofQuarter = false;
  let next = false;
  if (byMonth && parseMonthNumberAt(s, at)) return null;
  for (;;) {
    const position = parseMonthPositionAt(s, at);
    if (hasTerm(s, at, 'unit:quarter') || hasTerm(s, at, 'unit:term')) {
      const after = s.ends[at] ?? at + 1;
      const roman = hasTerm(s, at, 'unit:quarter') ? parseRomanAt(s, after) : null;
      if (roman && !roman.spelled) return null;
      quarter = true;
      ofQuarter ||= hasTerm(s, at, 'unit:quarter');
      at = after;
    } else if (hasTerm(s, at, 'next') && !hasTerm(s, at, 'until')) {
      next = true;
      at = s.ends[at] ?? at + 1;
    } else if (position) {
      place = position.position;
      at = position.end;
    } else if (REFERENCE_TERMS.some((word) => hasTerm(s, at, word))) {
      at = s.ends[at] ?? at + 1;
      continue;
    } else break;
    end = at;
  }
  const found = { end, position: place, ofQuarter };
  if (!quarter) return { ...found, month: next ? 'next' : 'each' };
  if (next) return { ...found, month: NEXT_MONTH_REFERENCES[place ?? 'start'] };
  return { ...found, month: MONTH_REFERENCES[place ?? (byMonth ? 'start' : 'end')] };
}

/** Returns true for "15 hàng tháng". */
function isDayOfEveryMonth(s: ScannedPhrase, i: number): boolean {
  return (
    s.tokens[i]?.kind === 'number' &&
    hasTerm(s, i + 1, 'every') &&
    hasTerm(s, s.ends[i + 1] ?? i + 2, 'unit:month')
  );
}

/**
 * Parses "ngày 08", "ngày 15 và 30", "từ ngày 01 đến ngày 05" (the last counts), "ngày cuối cùng"; `bounded`:
 * "trước 08".
 *
 * @returns null if no day follows
 */
export function parseDaysAt(s: ScannedPhrase, i: number, bounded: boolean): ParsedDays | null {
  const at = skipTerms(s, i, 'plural', 'unit:day');
  if (at === i && !bounded && !isDayOfEveryMonth(s, i)) return null;
  const part = parsePartAt(s, i);
  if (part && (part.part === 'end' || typeof part.part === 'object')) {
    const month = parseMonthReferenceAt(s, part.end);
    if (!month || (typeof part.part === 'object' && 'week' in part.part)) return null;
    const days: MonthDays = part.part === 'end' ? 'last' : [(part.part as { days: number }).days];
    return { days, month: month.month, end: month.end, monthFrom: part.end };
  }
  const first = parseDigitsAt(s, at);
  if (!first || first.value < 1 || first.value > 31 || parseJoinedNumbersAt(s, at)) return null;
  let days = [first.value];
  let end = first.end;
  for (;;) {
    const linked = isMark(s, end, '-') || hasTerm(s, end, 'until');
    const separated = isMark(s, end, ',', '/', '&', '+') || hasTerm(s, end, 'and');
    if (!linked && !separated) break;
    const next = parseDigitsAt(s, skipTerms(s, end + 1, 'whole', 'unit:day'));
    if (!next || next.value < 1 || next.value > 31) break;
    if (parseJoinedNumbersAt(s, next.end - 1)) break;
    days = linked ? [next.value] : [...days, next.value];
    end = next.end;
  }
  if (COUNTED_UNITS.some((role) => hasTerm(s, end, role))) return null;
  const month = parseMonthReferenceAt(s, end);
  if (!month && hasTerm(s, end, 'unit:month')) return null;
  return { days, month: month?.month ?? null, end: month?.end ?? end, monthFrom: end };
}
