import { DEFAULT_EVENTS, DEFAULT_VAGUE_DAYS } from '../calendar/calendar-settings';
import { getSourceText, type ScannedPhrase } from '../lexer/scan-phrase';
import type { Clause } from '../parser/clause';
import type { ParsedClauses } from '../parser/parse-clauses';
import { isInYearWindow } from '../parser/parse-dates';
import type { YearContext } from '../parser/year-context';
import type { TimingEvidence, TimingOptions, TimingReading, TimingWarningCode } from '../types';
import { composeFixed, composeUndated } from './compose-fixed';
import { composeRecurring, isRecurring } from './compose-recurring';
import { composeStages } from './compose-stages';
import { type ExtractedYears, extractYears } from './extract-years';
import { hasUnreadTime } from './find-unread-time';
import { hasDoubtfulWords } from './has-doubtful-words';
import { markLabels } from './mark-labels';
import { dropVagueDuplicates, mergeDays } from './merge-days';
import { extractSchoolYear, mergePeriods } from './merge-periods';
import { placeClauses } from './place-clauses';
import { getConfidence } from './reading-draft';
import { resolveDeadlines } from './resolve-deadlines';

/** More unread words than a sentence around a deadline has: perhaps it is no timing at all. */
const MAX_UNREAD_TOKENS = 12;

function collectEvidence(s: ScannedPhrase, clauses: readonly Clause[]): TimingEvidence[] {
  return clauses.flatMap((clause) =>
    clause.evidence.map(({ from, end, meaning, value }) => ({
      phrase: getSourceText(s, from, end),
      meaning,
      value,
    })),
  );
}

/** Returns true for "tháng sau kỳ báo cáo" without a frequency: a quarter is likely, but the office sets its periods. */
function isOfUnknownPeriod(s: ScannedPhrase, clauses: readonly Clause[]): boolean {
  return (
    !clauses.some(({ kind }) => kind === 'every') &&
    clauses.some(
      ({ kind, from, end }) =>
        kind === 'days' && s.terms.slice(from, end).some((terms) => terms.includes('unit:term')),
    )
  );
}

/** Composes the clauses of a phrase: first labels and years, then what repeats, has dates, or has none. */
export function composeReading(
  s: ScannedPhrase,
  found: ParsedClauses,
  context: YearContext,
  options: TimingOptions,
): TimingReading {
  const calendar = options.calendar ?? { vague: DEFAULT_VAGUE_DAYS, events: DEFAULT_EVENTS };
  // Labels, years and days need a neighbour; most phrases have one piece only.
  const alone = found.clauses.length < 2;
  const placed = alone ? placeClauses(s, found.clauses) : markLabels(s, placeClauses(s, found.clauses));
  const absorbed: ExtractedYears = alone
    ? { clauses: placed, year: null, shift: 0, yearly: false }
    : extractYears(placed);
  const schoolYearClauses = alone ? { clauses: placed, year: null } : extractSchoolYear(absorbed.clauses);
  const year =
    schoolYearClauses.year ?? absorbed.year ?? (context.year === null ? null : context.year + absorbed.shift);
  const clauses = alone
    ? placed
    : dropVagueDuplicates(mergePeriods(mergeDays(schoolYearClauses.clauses, year)));
  const schoolYear = schoolYearClauses.year !== null || (context.schoolYear && absorbed.year === null);
  const dated = resolveDeadlines(s, clauses, { year, schoolYear }, calendar);
  const stages = composeStages(s, clauses, { year, schoolYear }, calendar);
  const draft =
    stages ??
    (isRecurring(clauses)
      ? composeRecurring(clauses, dated, absorbed.yearly, { year, schoolYear }, calendar.vague)
      : dated.parts.length > 0
        ? composeFixed(clauses, dated)
        : composeUndated(clauses));
  const { from } = options;
  if (draft.kind === 'recurring' && from !== undefined) draft.due = draft.due.filter((date) => date >= from);
  const notes = [...draft.warnings];
  const outside = draft.due.filter((date) => !isInYearWindow(Number(date.slice(0, 4)), context.year));
  if (outside.length > 0) notes.push({ code: 'outside-window', phrase: outside.join(', ') });
  const read = draft.kind !== 'unknown';
  const hasNote = (code: TimingWarningCode): boolean => notes.some((note) => note.code === code);
  if (read && !hasNote('misprint') && s.tokens.some((token) => token.corrected))
    notes.push({ code: 'misprint' });
  if (
    read &&
    !hasNote('vague-words') &&
    draft.due.length > 0 &&
    s.terms.some((terms) => terms.includes('about'))
  ) {
    notes.push({ code: 'vague-words' });
  }
  if (draft.kind === 'recurring' && isOfUnknownPeriod(s, found.clauses))
    notes.push({ code: 'vague-words', phrase: 'kỳ' });
  const unread = placed.reduce((sum, each) => sum + each.unreadCount, 0) > MAX_UNREAD_TOKENS;
  const hasFrequency = found.clauses.some(({ kind }) => kind === 'every');
  const isDoubtful =
    unread ||
    found.overlooked ||
    hasUnreadTime(s, found.clauses) ||
    hasDoubtfulWords(s.text, draft, hasFrequency);
  if (read && isDoubtful) notes.push({ code: 'unread-words' });
  return {
    text: s.text,
    kind: draft.kind,
    due: draft.due,
    start: draft.start,
    bound: draft.bound,
    recurrence: draft.recurrence,
    confidence: getConfidence(notes),
    warnings: notes,
    evidence: collectEvidence(s, found.clauses),
    parts: draft.parts,
  };
}
