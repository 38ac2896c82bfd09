import type { Term } from './lexicon';
import { spelledNumber } from './numerals';
import type { Piece, PieceOf } from './pieces';
import { allOfYearAt, periodListAt, reportAt, timesAt, type FrequencyRead } from './read-frequency';
import { partAt, pointsAt } from './read-points';
import { is, skip, type Scan } from './scan';

export function every(
  from: number,
  end: number,
  frequencies: PieceOf<'every'>['frequencies'],
): PieceOf<'every'> {
  return {
    is: 'every',
    frequencies,
    from,
    end,
    evidence: [{ from, end, meaning: 'frequency', value: frequencies.join('+') }],
  };
}

export function everyOf(
  from: number,
  { frequencies, end, interval, minCount }: FrequencyRead,
): PieceOf<'every'> {
  return {
    ...every(from, end, frequencies),
    ...(interval !== undefined ? { interval } : {}),
    ...(minCount !== undefined ? { minCount } : {}),
  };
}

/** "cuối tháng", "đầu mỗi quý": a part of every month or quarter. */
function partOfEveryAt(s: Scan, i: number): Piece | null {
  const part = partAt(s, i);
  const days = s.tokens[i]?.type === 'number' || is(s, i, 'unit:day');
  if (!part || days || pointsAt(s, part.end, null)) return null;
  const at = skip(s, part.end, 'every', 'plural', 'of');
  const unit = is(s, at, 'unit:month') ? 'monthly' : is(s, at, 'unit:quarter') ? 'quarterly' : null;
  if (!unit) return is(s, at, 'unit:week') ? every(i, s.ends[at] ?? at + 1, ['weekly']) : null;
  return { ...every(i, s.ends[at] ?? at + 1, [unit]), part: part.part };
}

const STARTERS: readonly Term[] = [
  'every',
  'plural',
  'of',
  'full',
  'yearly',
  'atLeast',
  'report',
  'unit:week',
  'unit:month',
  'unit:quarter',
  'unit:year',
  'unit:semester',
  'unit:schoolYear',
  'start',
  'middle',
  'end',
  'firstHalf',
  'secondHalf',
  'decade1',
  'decade2',
  'decade3',
];

/** What says how often: "hàng tháng", "01 lần/quý", "quý, 6 tháng, năm", "cuối mỗi quý". */
export function everyAt(s: Scan, i: number): Piece | null {
  const token = s.tokens[i];
  const counts = token?.type === 'number' || spelledNumber(token?.key ?? '') !== null;
  if (!counts && !s.terms[i]?.some((role) => STARTERS.includes(role))) return null;
  const report = reportAt(s, i);
  if (report) {
    const made = everyOf(i, report);
    return report.frequencies.length > 1 ? made : { ...made, report: true };
  }
  const read = timesAt(s, i) ?? periodListAt(s, i) ?? allOfYearAt(s, i);
  return read ? everyOf(i, read) : partOfEveryAt(s, i);
}
