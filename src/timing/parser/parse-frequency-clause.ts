import type { Term } from '../lexer/lexicon';
import { parseSpelledNumber } from '../lexer/numerals';
import { hasTerm, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { Clause, ClauseByKind } from './clause';
import {
  parseAllOfYearAt,
  type ParsedFrequency,
  parsePeriodListAt,
  parseReportAt,
  parseTimesAt,
} from './parse-frequency';
import { parsePartAt, parsePointsAt } from './parse-points';

export function createFrequencyClause(
  from: number,
  end: number,
  frequencies: ClauseByKind<'every'>['frequencies'],
): ClauseByKind<'every'> {
  return {
    kind: 'every',
    frequencies,
    from,
    end,
    evidence: [{ from, end, meaning: 'frequency', value: frequencies.join('+') }],
  };
}

export function toFrequencyClause(
  from: number,
  { frequencies, end, interval, minCount, schoolYear }: ParsedFrequency,
): ClauseByKind<'every'> {
  return {
    ...createFrequencyClause(from, end, frequencies),
    ...(interval !== undefined ? { interval } : {}),
    ...(minCount !== undefined ? { minCount } : {}),
    ...(schoolYear ? { schoolYear: true as const } : {}),
  };
}

/**
 * Parses a part of every month or quarter: "cuối tháng", "đầu mỗi quý".
 *
 * @returns null for anything else
 */
function parsePartOfEveryAt(s: ScannedPhrase, i: number): Clause | null {
  const part = parsePartAt(s, i);
  const days = s.tokens[i]?.kind === 'number' || hasTerm(s, i, 'unit:day');
  if (!part || days || parsePointsAt(s, part.end, null)) return null;
  const at = skipTerms(s, part.end, 'every', 'plural', 'of');
  const unit = hasTerm(s, at, 'unit:month') ? 'monthly' : hasTerm(s, at, 'unit:quarter') ? 'quarterly' : null;
  if (!unit)
    return hasTerm(s, at, 'unit:week') ? createFrequencyClause(i, s.ends[at] ?? at + 1, ['weekly']) : null;
  return { ...createFrequencyClause(i, s.ends[at] ?? at + 1, [unit]), part: part.part };
}

const FREQUENCY_STARTERS: readonly Term[] = [
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

/**
 * Parses a frequency: "hàng tháng", "01 lần/quý", "quý, 6 tháng, năm", "cuối mỗi quý".
 *
 * @returns null if there is none
 */
export function parseFrequencyClauseAt(s: ScannedPhrase, i: number): Clause | null {
  const token = s.tokens[i];
  const counts = token?.kind === 'number' || parseSpelledNumber(token?.key ?? '') !== null;
  if (!counts && !s.terms[i]?.some((role) => FREQUENCY_STARTERS.includes(role))) return null;
  const report = parseReportAt(s, i);
  if (report) {
    const made = toFrequencyClause(i, report);
    return report.frequencies.length > 1 ? made : { ...made, report: true };
  }
  const read = parseTimesAt(s, i) ?? parsePeriodListAt(s, i) ?? parseAllOfYearAt(s, i);
  return read ? toFrequencyClause(i, read) : parsePartOfEveryAt(s, i);
}
