import type { Days, MonthOfPeriod } from './pieces';
import { partAt } from './read-points';
import { figuresAt, joinedFiguresAt, monthNumberAt, romanAt } from './read-numbers';
import { is, isMark, skip, type Scan } from './scan';

export type DaysRead = { days: Days; month: MonthOfPeriod | null; end: number; monthFrom: number };

const REF_WORDS = ['of', 'every', 'this', 'ordinal', 'each'] as const;

const COUNTED = ['unit:day', 'unit:week', 'unit:year', 'unit:hour', 'times'] as const;

type Place = 'start' | 'middle' | 'end';

const MONTH_OF_QUARTER = {
  start: 'quarterFirst',
  middle: 'quarterMiddle',
  end: 'quarterLast',
} as const satisfies Record<Place, MonthOfPeriod>;

/**
 * The month of a period without a number of its own: "của tháng", "tháng sau", "tháng cuối quý", "tháng đầu của quý
 * tiếp theo", "tháng cuối kỳ báo cáo". null where a month, quarter or year is numbered: that is a date.
 */
export function monthOfPeriodAt(s: Scan, i: number): { month: MonthOfPeriod; end: number } | null {
  const unit = skip(s, i, 'of', 'every', 'plural');
  const byMonth = is(s, unit, 'unit:month');
  if (!byMonth && !is(s, unit, 'unit:quarter')) return null;
  let at = byMonth ? (s.ends[unit] ?? unit + 1) : unit;
  let end = at;
  let place: Place | null = null;
  let quarter = false;
  let next = false;
  if (byMonth && monthNumberAt(s, at)) return null;
  for (;;) {
    if (is(s, at, 'unit:quarter') || is(s, at, 'unit:term')) {
      const after = s.ends[at] ?? at + 1;
      const roman = is(s, at, 'unit:quarter') ? romanAt(s, after) : null;
      if (roman && !roman.spelled) return null;
      quarter = true;
      at = after;
    } else if (is(s, at, 'start') || is(s, at, 'middle') || is(s, at, 'end')) {
      place = is(s, at, 'start') ? 'start' : is(s, at, 'middle') ? 'middle' : 'end';
      at = s.ends[at] ?? at + 1;
    } else if (is(s, at, 'next') && !is(s, at, 'until')) {
      next = true;
      at = s.ends[at] ?? at + 1;
    } else if (REF_WORDS.some((word) => is(s, at, word))) {
      at = s.ends[at] ?? at + 1;
      continue;
    } else break;
    end = at;
  }
  if (!quarter) return { month: next ? 'next' : 'each', end };
  if (next) return { month: 'nextQuarterFirst', end };
  return { month: MONTH_OF_QUARTER[place ?? (byMonth ? 'start' : 'end')], end };
}

/** "15 hàng tháng" */
function isDayOfEveryMonth(s: Scan, i: number): boolean {
  return (
    s.tokens[i]?.type === 'number' && is(s, i + 1, 'every') && is(s, s.ends[i + 1] ?? i + 2, 'unit:month')
  );
}

/** "ngày 08", "ngày 15 và 30", "từ ngày 01 đến ngày 05" (the last counts), "ngày cuối cùng"; `bounded`: "trước 08". */
export function daysAt(s: Scan, i: number, bounded: boolean): DaysRead | null {
  const at = skip(s, i, 'plural', 'unit:day');
  if (at === i && !bounded && !isDayOfEveryMonth(s, i)) return null;
  const part = partAt(s, i);
  if (part && (part.part === 'end' || typeof part.part === 'object')) {
    const month = monthOfPeriodAt(s, part.end);
    if (!month || (typeof part.part === 'object' && 'week' in part.part)) return null;
    const days: Days = part.part === 'end' ? 'last' : [(part.part as { days: number }).days];
    return { days, month: month.month, end: month.end, monthFrom: part.end };
  }
  const first = figuresAt(s, at);
  if (!first || first.value < 1 || first.value > 31 || joinedFiguresAt(s, at)) return null;
  let days = [first.value];
  let end = first.end;
  for (;;) {
    const linked = isMark(s, end, '-') || is(s, end, 'until');
    const separated = isMark(s, end, ',', '/', '&', '+') || is(s, end, 'and');
    if (!linked && !separated) break;
    const next = figuresAt(s, skip(s, end + 1, 'whole', 'unit:day'));
    if (!next || next.value < 1 || next.value > 31) break;
    if (joinedFiguresAt(s, next.end - 1)) break;
    days = linked ? [next.value] : [...days, next.value];
    end = next.end;
  }
  if (COUNTED.some((role) => is(s, end, role))) return null;
  const month = monthOfPeriodAt(s, end);
  if (!month && is(s, end, 'unit:month')) return null;
  return { days, month: month?.month ?? null, end: month?.end ?? end, monthFrom: end };
}
