import { scan, is } from './scan';
import { fullYearAt, schoolYearAt } from './read-years';
import type { TimingOptions } from './types';

/** The year phrases are read in, and whether it is the first of a school year. */
export type YearContext = { year: number | null; schoolYear: boolean };

const headers = new Map<string, YearContext | null>();

/** Year a column header names: "… trong năm 2024", "năm học 2024-2025"; null where it names none. */
function yearOfHeader(header: string): YearContext | null {
  const s = scan(header);
  for (let i = 0; i < s.tokens.length; i += 1) {
    const school = is(s, i, 'unit:schoolYear') ? schoolYearAt(s, i) : null;
    if (school && school.point.year !== null) return { year: school.point.year, schoolYear: true };
    const year = fullYearAt(s, i);
    if (year !== null) return { year, schoolYear: false };
  }
  return null;
}

/** Header before edition; a header is read once. */
export function yearContext({ header, year }: TimingOptions): YearContext {
  if (header === undefined) return { year, schoolYear: false };
  let known = headers.get(header);
  if (known === undefined) headers.set(header, (known = yearOfHeader(header)));
  return known ?? { year, schoolYear: false };
}
