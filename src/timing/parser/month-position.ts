import { parseSpelledNumber } from '../lexer/numerals';
import { hasTerm, type ScannedPhrase } from '../lexer/scan-phrase';
import { parseDigitsAt } from './parse-numbers';

export type MonthPosition = 'start' | 'middle' | 'end';

const POSITIONS = ['start', 'middle', 'end'] as const satisfies readonly MonthPosition[];

/** Returns which month of a quarter "thứ hai", "thứ 2" is; null for other words. */
function parseOrdinalAt(s: ScannedPhrase, i: number): MonthPosition | null {
  if (!hasTerm(s, i, 'ordinal')) return null;
  const key = s.tokens[i + 1]?.key ?? '';
  const count = parseDigitsAt(s, i + 1)?.value ?? (key === 'nhat' ? 1 : parseSpelledNumber(key));
  return count === null ? null : (POSITIONS[count - 1] ?? null);
}

/**
 * Parses which month of a quarter a word names: "đầu", "giữa", "cuối cùng", "thứ hai".
 *
 * @returns null for other words
 */
export function parseMonthPositionAt(
  s: ScannedPhrase,
  i: number,
): { position: MonthPosition; end: number } | null {
  const named = POSITIONS.find((term) => hasTerm(s, i, term));
  if (named) return { position: named, end: s.ends[i] ?? i + 1 };
  const ordinal = parseOrdinalAt(s, i);
  return ordinal ? { position: ordinal, end: i + 2 } : null;
}
