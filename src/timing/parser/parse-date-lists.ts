import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import { createDatePoint, createMonthPoint, parseNumericDateAt } from './parse-dates';
import { getNumberWarnings, type ParsedPoints, parseMonthsAt, skipSeparators } from './parse-lists';
import { parseDigitsAt, parseJoinedNumbersAt } from './parse-numbers';
import { applyYear, parseYearAfter } from './parse-years';

/**
 * Parses each day in each month: "ngày 15 tháng 6 năm 2024", "ngày 15 và 30 tháng 6", "20 tháng 3, 6, 9, 12".
 *
 * @returns null if there is none
 */
function parseDaysOfMonthsAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const first = parseDigitsAt(s, i);
  if (!first || first.value > 39) return null;
  const days = [first];
  let end = first.end;
  for (;;) {
    const at = skipTerms(s, skipSeparators(s, end), 'unit:day');
    const next = at > end ? parseDigitsAt(s, at) : null;
    if (!next || next.value > 39 || parseJoinedNumbersAt(s, at)) break;
    days.push(next);
    end = next.end;
  }
  const linked = days.length === 1 && (isMark(s, end, '-') || hasTerm(s, end, 'until'));
  const lastDay = linked ? parseDigitsAt(s, skipTerms(s, end + 1, 'whole', 'unit:day')) : null;
  const unit = skipTerms(s, lastDay ? lastDay.end : end, 'of');
  if (!hasTerm(s, skipTerms(s, unit, 'plural'), 'unit:month')) return null;
  const months = parseMonthsAt(s, unit, base);
  if (!months || months.range) return null;
  if (lastDay) {
    const month = months.points[0];
    if (!month || months.points.length !== 1) return null;
    const ends = [first, lastDay].map((day) => ({
      ...createDatePoint(day.value, month.n, month.year, base, getNumberWarnings(day)),
      shift: month.shift,
    }));
    return { points: ends, end: months.end, range: true };
  }
  const points = months.points.flatMap((month) =>
    days.map((day) => ({
      ...createDatePoint(day.value, month.n, month.year, base, [
        ...getNumberWarnings(day),
        ...(month.warnings ?? []),
      ]),
      shift: month.shift,
    })),
  );
  return months.plural ? { points, end: months.end, plural: true } : { points, end: months.end };
}

/**
 * Parses days that share the month written after the last: "01-15/6/2024", "15, 30/6".
 *
 * @returns null if there are none
 */
function parseDaysBeforeSlashAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const first = parseDigitsAt(s, i);
  if (!first || first.value > 31) return null;
  const linked = isMark(s, first.end, '-') || hasTerm(s, first.end, 'until');
  const at = skipTerms(s, linked ? first.end + 1 : skipSeparators(s, first.end), 'whole', 'unit:day');
  if (at === first.end) return null;
  const rest = parseNumericDateAt(s, at, base, true);
  const last = rest?.points[0];
  if (!rest || last?.calendarUnit !== 'date' || last.day === undefined || rest.points.length !== 1)
    return null;
  if (linked && first.value >= last.day) return null;
  const points = [createDatePoint(first.value, last.n, last.year, base, getNumberWarnings(first)), last];
  return linked ? { points, end: rest.end, range: true } : { points, end: rest.end };
}

/**
 * Parses months that share the year written after the last: "10-11/2024".
 *
 * @returns null if there are none
 */
function parseMonthsBeforeYearAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const first = parseDigitsAt(s, i);
  if (!first || first.value < 1 || first.value > 12 || !isMark(s, first.end, '-')) return null;
  const rest = parseNumericDateAt(s, first.end + 1, base, false);
  const last = rest?.points[0];
  if (!rest || last?.calendarUnit !== 'month' || last.impossible || first.value >= last.n) return null;
  return {
    points: [createMonthPoint(first.value, last.year, getNumberWarnings(first)), last],
    end: rest.end,
    range: true,
  };
}

export function parseDatesAt(s: ScannedPhrase, i: number, base: number | null): ParsedPoints | null {
  const named = skipTerms(s, skipTerms(s, i, 'plural'), 'unit:day');
  const read =
    parseNumericDateAt(s, named, base, named > i) ??
    parseDaysOfMonthsAt(s, named, base) ??
    parseDaysBeforeSlashAt(s, named, base) ??
    (named === i ? parseMonthsBeforeYearAt(s, i, base) : null);
  if (!read) return null;
  const last = read.points.at(-1);
  const year = last?.calendarUnit === 'date' && last.year === null ? parseYearAfter(s, read.end, base) : null;
  if (year && last && year.end > read.end) {
    const points = read.points.map((made) => (made === last ? applyYear(made, year) : made));
    return { ...read, points, end: year.end, ...(named > i ? { dayNamed: true } : {}) };
  }
  return named > i ? { ...read, dayNamed: true } : read;
}
