import { DEFAULT_EVENTS, DEFAULT_VAGUE_DAYS } from '../calendar/settings';
import { composeFixed, composeUndated } from './compose-fixed';
import { composeRecurring, repeats } from './compose-recurring';
import type { YearContext } from './context';
import { deadlinesOf } from './deadlines';
import { confidenceOf } from './draft';
import { placePieces } from './group';
import type { Piece } from './pieces';
import { inWindow } from './read-dates';
import type { PiecesRead } from './read-pieces';
import { wordsOf, type Scan } from './scan';
import { dropRoughOnes, joinDays } from './tidy-days';
import { markLabels } from './tidy-labels';
import { joinStretches, tellSchoolYear } from './tidy-stretches';
import { absorbYears, type YearsAbsorbed } from './tidy-years';
import type { Evidence, TimingDoubt, TimingOptions, TimingReading } from './types';

/** More unread words than a sentence around a deadline has: perhaps it is no timing at all. */
const MANY_WORDS = 12;

function evidenceOf(s: Scan, pieces: readonly Piece[]): Evidence[] {
  return pieces.flatMap((piece) =>
    piece.evidence.map(({ from, end, meaning, value }) => ({
      words: wordsOf(s, from, end),
      meaning,
      value,
    })),
  );
}

/** Puts the pieces of a phrase together: labels and years aside first, then what repeats, has dates, or has none. */
export function compose(
  s: Scan,
  found: PiecesRead,
  context: YearContext,
  options: TimingOptions,
): TimingReading {
  const calendar = options.calendar ?? { vague: DEFAULT_VAGUE_DAYS, events: DEFAULT_EVENTS };
  // Labels, years and days need a neighbour; most phrases have one piece only.
  const alone = found.pieces.length < 2;
  const placed = alone ? placePieces(s, found.pieces) : markLabels(s, placePieces(s, found.pieces));
  const absorbed: YearsAbsorbed = alone
    ? { pieces: placed, year: null, shift: 0, yearly: false }
    : absorbYears(placed);
  const told = alone ? { pieces: placed, year: null } : tellSchoolYear(absorbed.pieces);
  const year = told.year ?? absorbed.year ?? (context.year === null ? null : context.year + absorbed.shift);
  const pieces = alone ? placed : dropRoughOnes(joinStretches(joinDays(told.pieces, year)));
  const schoolYear = told.year !== null || (context.schoolYear && absorbed.year === null);
  const dated = deadlinesOf(s, pieces, { year, schoolYear }, calendar);
  const draft = repeats(pieces)
    ? composeRecurring(pieces, dated, absorbed.yearly, year, calendar.vague)
    : dated.parts.length > 0
      ? composeFixed(pieces, dated)
      : composeUndated(pieces);
  const { from } = options;
  if (draft.kind === 'recurring' && from !== undefined) draft.due = draft.due.filter((date) => date >= from);
  const notes = [...draft.notes];
  const outside = draft.due.filter((date) => !inWindow(Number(date.slice(0, 4)), context.year));
  if (outside.length > 0) notes.push({ doubt: 'outside-window', words: outside.join(', ') });
  const read = draft.kind !== 'unknown';
  const hasNote = (doubt: TimingDoubt): boolean => notes.some((note) => note.doubt === doubt);
  if (read && !hasNote('misprint') && s.tokens.some((token) => token.misread))
    notes.push({ doubt: 'misprint' });
  if (
    read &&
    !hasNote('vague-words') &&
    draft.due.length > 0 &&
    s.terms.some((terms) => terms.includes('about'))
  ) {
    notes.push({ doubt: 'vague-words' });
  }
  const unread = placed.reduce((sum, each) => sum + each.unread, 0) > MANY_WORDS;
  if (read && (unread || found.overlooked)) notes.push({ doubt: 'unread-words' });
  return {
    text: s.text,
    kind: draft.kind,
    due: draft.due,
    start: draft.start,
    bound: draft.bound,
    recurrence: draft.recurrence,
    confidence: confidenceOf(notes),
    notes,
    evidence: evidenceOf(s, found.pieces),
    parts: draft.parts,
  };
}
