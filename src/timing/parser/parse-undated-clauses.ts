import { hasTerm, isMark, type ScannedPhrase, skipTerms } from '../lexer/scan-phrase';
import type { Clause } from './clause';
import { parseDatedClauseAt } from './parse-dated-clause';
import { parsePeriodListAt } from './parse-frequency';
import { createFrequencyClause, parseFrequencyClauseAt, toFrequencyClause } from './parse-frequency-clause';
import {
  isHomograph,
  parseDigitsAt,
  parseJoinedNumbersAt,
  parseMonthNumberAt,
  parseSpelledNumberAt,
} from './parse-numbers';
import { skipDocumentNumber, skipHour, skipWeekday } from './skip-ignored';

type UndatedKind = 'onRequest' | 'perPlan' | 'relative' | 'conditional' | 'continuous' | 'onward' | 'label';

function createUndatedClause(kind: UndatedKind, from: number, end: number): Clause {
  return {
    kind: kind,
    from,
    end,
    evidence: [{ from, end, meaning: kind === 'onward' ? 'rangeStart' : kind }],
  };
}

const DEADLINE_STARTERS = [
  'every',
  'continuous',
  'onRequest',
  'when',
  'before',
  'by',
  'from',
  'after',
] as const;

/** Returns true if the words after a comma or "và" begin another deadline. */
function isDeadlineStart(s: ScannedPhrase, i: number, base: number | null): boolean {
  const at = skipTerms(s, i, 'filler', 'of', 'about');
  return (
    DEADLINE_STARTERS.some((role) => hasTerm(s, at, role)) ||
    parseFrequencyClauseAt(s, at) !== null ||
    parseDatedClauseAt(s, at, base) !== null
  );
}

/**
 * Finds the end of a clause at the next deadline: "khi có yêu cầu của Phòng Nội vụ, Sở Nội vụ" is one, "theo
 * kế hoạch, trước 15/6" two.
 */
function findClauseEnd(s: ScannedPhrase, i: number, base: number | null): number {
  let at = i;
  while (at < s.tokens.length) {
    if (isMark(s, at, ';', '\n', ')', '(')) return at;
    const passed = Math.max(skipDocumentNumber(s, at, base), parseJoinedNumbersAt(s, at)?.end ?? at);
    if (passed > at) {
      at = passed;
      continue;
    }
    const separated = isMark(s, at, ',', '.', '+', '&', '/') || hasTerm(s, at, 'and');
    if (separated && isDeadlineStart(s, at + 1, base)) return at;
    if ((hasTerm(s, at, 'before') || hasTerm(s, at, 'by')) && parseDatedClauseAt(s, at, base)) return at;
    at += 1;
  }
  return at;
}

const DURATION_UNITS = ['unit:day', 'unit:week', 'unit:month', 'unit:hour', 'unit:year'] as const;
const DURATION_STARTERS = ['from', 'after', 'beforeEvent'] as const;

/**
 * Parses a duration counted from an event: "05 ngày làm việc kể từ…", "trong vòng 10 ngày", "sau 03 ngày".
 *
 * @returns null for anything else
 */
export function parseDurationAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  const at = skipTerms(s, i, 'by', 'before', 'within', 'filler', 'about', 'until');
  const count = parseDigitsAt(s, at) ?? (isHomograph(s, at) ? null : parseSpelledNumberAt(s, at));
  if (!count) return null;
  const unit = count.end;
  if (!DURATION_UNITS.some((role) => hasTerm(s, unit, role))) return null;
  if (hasTerm(s, unit, 'unit:hour') && parseDatedClauseAt(s, skipHour(s, at), base)) return null;
  const after = s.ends[unit] ?? unit + 1;
  if (hasTerm(s, unit, 'unit:month') && parseMonthNumberAt(s, after)) return null;
  const counted = skipTerms(s, after, 'working');
  const inMonths = hasTerm(s, unit, 'unit:month') || hasTerm(s, unit, 'unit:year');
  // "Báo cáo 6 tháng trước ngày 15/6": a period and its date.
  if (inMonths && hasTerm(s, counted, 'before') && parseDatedClauseAt(s, counted, base)) return null;
  const within = at > i && !(at === i + 1 && hasTerm(s, i, 'of') && inMonths);
  const counting = DURATION_STARTERS.some((role) => hasTerm(s, counted, role));
  const measured =
    counted > after || counting || (within && !hasTerm(s, counted, 'start') && !hasTerm(s, counted, 'end'));
  return measured ? createUndatedClause('relative', i, findClauseEnd(s, counted, base)) : null;
}

/**
 * Returns true if what is followed is a request ("theo đúng yêu cầu") rather than a document: the first word
 * of either decides.
 */
function isRequest(s: ScannedPhrase, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    if (hasTerm(s, at, 'planNoun')) return false;
    if (hasTerm(s, at, 'asAsked') || hasTerm(s, at, 'onRequest')) return true;
  }
  return false;
}

function parseAccordingToAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  const after = s.ends[i] ?? i + 1;
  const end = findClauseEnd(s, after, base);
  if (end === after) return null;
  if (isRequest(s, after, end)) return createUndatedClause('onRequest', i, end);
  if (hasTerm(s, after, 'every') && parseFrequencyClauseAt(s, after)) return null;
  const periods = parsePeriodListAt(s, after);
  if (periods) return toFrequencyClause(i, periods);
  const unit = hasTerm(s, after, 'unit:month')
    ? 'monthly'
    : hasTerm(s, after, 'unit:quarter')
      ? 'quarterly'
      : null;
  if (unit && (s.ends[after] ?? 0) >= end) return createFrequencyClause(i, end, [unit]);
  if (hasTerm(s, after, 'unit:semester'))
    return createFrequencyClause(i, s.ends[after] ?? after + 1, ['semester']);
  return hasTerm(s, after, 'periodic') ? null : createUndatedClause('perPlan', i, end);
}

/**
 * Parses a clause without a date of its own.
 *
 * @returns null if there is none
 */
export function parseUndatedClauseAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  const after = s.ends[i] ?? i + 1;
  if (hasTerm(s, i, 'conditional'))
    return createUndatedClause('conditional', i, findClauseEnd(s, after, base));
  if (hasTerm(s, i, 'onward')) return createUndatedClause('onward', i, after);
  if (hasTerm(s, i, 'continuous')) return createUndatedClause('continuous', i, after);
  if (hasTerm(s, i, 'follows')) return parseAccordingToAt(s, i, base);
  if (hasTerm(s, i, 'when')) return createUndatedClause('onRequest', i, findClauseEnd(s, after, base));
  if (hasTerm(s, i, 'onRequest')) return createUndatedClause('onRequest', i, findClauseEnd(s, after, base));
  if (hasTerm(s, i, 'perPlan')) return createUndatedClause('perPlan', i, findClauseEnd(s, after, base));
  if (hasTerm(s, i, 'for')) return createUndatedClause('label', i, findClauseEnd(s, after, base));
  return null;
}

function hasDigits(s: ScannedPhrase, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (parseJoinedNumbersAt(s, at)) return true;
  return false;
}

/**
 * Parses an event without a date: "sau khi…", "sau hội nghị", "trước kỳ họp". Dated ones are parsed before.
 *
 * @returns null if there is none
 */
export function parseEventClauseAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  if (!hasTerm(s, i, 'after') && !hasTerm(s, i, 'beforeEvent')) return null;
  const after = s.ends[i] ?? i + 1;
  if (hasTerm(s, i, 'beforeEvent') && (skipHour(s, after) > after || skipWeekday(s, after) > after))
    return null;
  const end = findClauseEnd(s, after, base);
  // "Trước hội nghị 15/6" has a date after all.
  const dated = hasTerm(s, i, 'beforeEvent') && hasDigits(s, after, end);
  return end > after && !dated ? createUndatedClause('relative', i, end) : null;
}
