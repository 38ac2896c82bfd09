import { hasTerm, scanPhrase } from '../lexer/scan-phrase';
import type { TimingOptions } from '../types';
import { parseFullYearAt, parseSchoolYearAt } from './parse-years';

/** The year phrases are read in, and whether it is the first of a school year. */
export type YearContext = { year: number | null; schoolYear: boolean };

const HEADER_YEARS = new Map<string, YearContext | null>();

/** Parses the year a column header names: "… trong năm 2024", "năm học 2024-2025". */
function parseHeaderYear(header: string): YearContext | null {
  const s = scanPhrase(header);
  for (let i = 0; i < s.tokens.length; i += 1) {
    const school = hasTerm(s, i, 'unit:schoolYear') ? parseSchoolYearAt(s, i) : null;
    if (school && school.point.year !== null) return { year: school.point.year, schoolYear: true };
    const year = parseFullYearAt(s, i);
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
