import { hasTerm, type ScannedPhrase, scanPhrase } from '../lexer/scan-phrase';
import type { TimingOptions } from '../types';
import { parseFullYearAt, parseSchoolYearAt, parseYearRangeAt } from './parse-years';

/** The year phrases are read in, and whether it is the first of a school year. */
export type YearContext = { year: number | null; schoolYear: boolean };

const HEADER_YEARS = new Map<string, YearContext | null>();

/** Returns true for the last year of a horizon: "đến năm 2030", "tầm nhìn 2045". */
function isHorizon(s: ScannedPhrase, i: number): boolean {
  let before = i - 1;
  while (before >= 0 && (hasTerm(s, before, 'unit:year') || hasTerm(s, before, 'whole'))) before -= 1;
  const from = Math.max(0, before - 3);
  for (let at = from; at <= before; at += 1) {
    const endsHere = s.ends[at] === before + 1;
    if (endsHere && (hasTerm(s, at, 'until') || hasTerm(s, at, 'for'))) return true;
  }
  return false;
}

/** Parses the year a column header names: "… trong năm 2024", "năm học 2024-2025". */
function parseHeaderYear(header: string): YearContext | null {
  const s = scanPhrase(header);
  for (let i = 0; i < s.tokens.length; i += 1) {
    const school = hasTerm(s, i, 'unit:schoolYear') ? parseSchoolYearAt(s, i) : null;
    if (school && school.point.year !== null) return { year: school.point.year, schoolYear: true };
    const range = parseYearRangeAt(s, i);
    if (range && range.to > range.from + 1) {
      // "giai đoạn 2026 - 2030" names no year of the plan.
      i = range.end - 1;
      continue;
    }
    const year = isHorizon(s, i) ? null : parseFullYearAt(s, i);
    if (year !== null) return { year, schoolYear: false };
  }
  return null;
}

/** Returns the year of the header, else of the edition. Each header is parsed once. */
export function getYearContext({ header, year }: TimingOptions): YearContext {
  if (header === undefined) return { year, schoolYear: false };
  let known = HEADER_YEARS.get(header);
  if (known === undefined) HEADER_YEARS.set(header, (known = parseHeaderYear(header)));
  return known ?? { year, schoolYear: false };
}
