import type { CalendarSettings } from '../calendar/calendar-settings';
import type { ScannedPhrase } from '../lexer/scan-phrase';
import type { YearContext } from '../parser/year-context';
import { composeRecurring, isRecurring } from './compose-recurring';
import { isFrequencyClause, isPointsClause, type PlacedClause } from './place-clauses';
import { type ReadingDraft, sortDates } from './reading-draft';
import { resolveDeadlines } from './resolve-deadlines';

/**
 * Composes stages of which only the last recurs: "quý IV/2026: khởi động; quý II/2027: báo cáo; cập nhật hằng quý".
 * The fixed dates stay, and the recurrence starts after them.
 *
 * @returns null for any other phrase
 */
export function composeStages(
  s: ScannedPhrase,
  clauses: readonly PlacedClause[],
  context: YearContext,
  calendar: Pick<CalendarSettings, 'vague' | 'events'>,
): ReadingDraft | null {
  const last = clauses.findLastIndex(({ separator }) => separator === 'strong');
  const [fixed, repeated] = [clauses.slice(0, Math.max(0, last)), clauses.slice(last)];
  if (last < 1 || repeated[0]?.label === '' || !repeated.some(isFrequencyClause)) return null;
  const staged = fixed.every(
    (each) => isPointsClause(each) && each.label !== '' && !each.clause.plural && !each.clause.bare,
  );
  if (!staged || isRecurring(fixed) || !isRecurring(repeated)) return null;
  const dated = resolveDeadlines(s, fixed, context, calendar);
  const due = sortDates(dated.parts.flatMap((part) => part.due));
  const end = due.at(-1);
  if (end === undefined) return null;
  const again = composeRecurring(
    repeated,
    resolveDeadlines(s, repeated, context, calendar),
    false,
    context,
    calendar.vague,
  );
  return {
    kind: 'mixed',
    due: sortDates([...due, ...again.due.filter((date) => date > end)]),
    recurrence: again.recurrence,
    parts: dated.parts,
    warnings: [...dated.warnings, ...again.warnings, { code: 'open-ended' }],
  };
}
