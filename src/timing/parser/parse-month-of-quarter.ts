import { hasTerm, type ScannedPhrase } from '../lexer/scan-phrase';
import type { Clause } from './clause';
import { parseMonthReferenceAt } from './parse-days';
import { parseDigitsAt, parseSpelledNumberAt } from './parse-numbers';

/** Returns true for "hai tháng đầu quý", which counts months. */
const isCounted = (s: ScannedPhrase, i: number): boolean =>
  [parseDigitsAt, parseSpelledNumberAt].some((parse) => i > 0 && parse(s, i - 1)?.end === i);

/**
 * Parses a month of every quarter without a day: "tháng thứ hai của quý", "tháng cuối quý sau".
 *
 * @returns null for anything else
 */
export function parseMonthOfQuarterAt(s: ScannedPhrase, i: number): Clause | null {
  if (!hasTerm(s, i, 'unit:month') || isCounted(s, i)) return null;
  const reference = parseMonthReferenceAt(s, i);
  if (!reference?.position || !reference.ofQuarter) return null;
  const { month, end } = reference;
  return {
    kind: 'days',
    days: 'last',
    month,
    from: i,
    end,
    evidence: [{ from: i, end, meaning: 'monthOfPeriod', value: month }],
  };
}
