import { hasTerm, isMark, type ScannedPhrase } from '../lexer/scan-phrase';
import type { Clause, ClauseByKind } from '../parser/clause';

/** How a clause is separated from the one before. */
type ClauseSeparator = 'none' | 'and' | 'comma' | 'strong' | 'bracket';

/** A clause with its surroundings: its separator, and the text that says what the deadline is for. */
export type PlacedClause = {
  clause: Clause;
  separator: ClauseSeparator;
  label: string;
  /** The label stands before the piece. */
  leading: boolean;
  /** Words around that the grammar could do nothing with. */
  unreadCount: number;
  /** A colon follows: the piece itself says what the next deadline is for. */
  colon: boolean;
};

const LABEL_TERMS = ['word', 'this', 'times', 'report'] as const;

function isLabelWord(s: ScannedPhrase, i: number): boolean {
  const terms = s.terms[i] ?? [];
  return (
    s.tokens[i]?.kind === 'word' && (terms.length === 0 || LABEL_TERMS.some((role) => terms.includes(role)))
  );
}

const STRONG_SEPARATORS = [';', '\n', '.', '(', ')'];

function findSeparator(s: ScannedPhrase, from: number, end: number): ClauseSeparator {
  let gap: ClauseSeparator = 'none';
  for (let i = from; i < end; i += 1) {
    if (isMark(s, i, '(')) gap = 'bracket';
    else if (isMark(s, i, ';', '\n') && gap !== 'bracket') gap = 'strong';
    else if (isMark(s, i, ',', '+', '&', '/', '-') && gap === 'none') gap = 'comma';
    else if (hasTerm(s, i, 'and') && gap === 'none') gap = 'and';
  }
  return gap;
}

function getLabelBetween(s: ScannedPhrase, from: number, end: number): { label: string; count: number } {
  let first = -1;
  let last = -1;
  let count = 0;
  for (let i = from; i < end; i = s.ends[i] ?? i + 1) {
    if (!isLabelWord(s, i)) continue;
    if (first < 0) first = i;
    last = (s.ends[i] ?? i + 1) - 1;
    count += 1;
  }
  const label = first < 0 ? '' : s.text.slice(s.tokens[first]?.at ?? 0, s.tokens[last]?.end ?? 0);
  return { label, count };
}

/** Returns the index after the last mark that separates deadlines between two places. */
function findSegmentStart(s: ScannedPhrase, from: number, end: number): number {
  let start = from;
  for (let i = from; i < end; i += 1) if (isMark(s, i, ',', ...STRONG_SEPARATORS)) start = i + 1;
  return start;
}

/**
 * Describes the surroundings of each clause. Words before a clause are its label, and words after it that
 * nothing else claims.
 */
export function placeClauses(s: ScannedPhrase, clauses: readonly Clause[]): PlacedClause[] {
  return clauses.map((clause, k) => {
    const before = clauses[k - 1]?.end ?? 0;
    const after = clauses[k + 1]?.from ?? s.tokens.length;
    const from = k > 0 ? findSegmentStart(s, before, clause.from) : before;
    const inside = getLabelBetween(s, from, clause.from);
    // "Sơ kết (tháng 6)": the words before the bracket, unless the piece before them stands between.
    const opened = isMark(s, from - 1, '(') && inside.count === 0 && k > 0;
    const leading = opened ? getLabelBetween(s, findSegmentStart(s, before, from - 1), from - 1) : inside;
    let end = clause.end;
    while (end < after && !isMark(s, end, ',', ';', '\n')) end += 1;
    const trailing = getLabelBetween(s, clause.end, end);
    const parted = end < after || k === clauses.length - 1;
    const label = leading.label !== '' ? leading.label : parted || k === 0 ? trailing.label : '';
    const colon = isMark(s, clause.end, ':') && k < clauses.length - 1;
    return {
      clause,
      separator: findSeparator(s, before, clause.from),
      label,
      leading: leading.label !== '',
      unreadCount: leading.count + trailing.count,
      colon,
    };
  });
}

export function isPointsClause(
  placed: PlacedClause,
): placed is PlacedClause & { clause: ClauseByKind<'points'> } {
  return placed.clause.kind === 'points';
}
export function isDaysClause(
  placed: PlacedClause,
): placed is PlacedClause & { clause: ClauseByKind<'days'> } {
  return placed.clause.kind === 'days';
}
export function isFrequencyClause(
  placed: PlacedClause,
): placed is PlacedClause & { clause: ClauseByKind<'every'> } {
  return placed.clause.kind === 'every';
}
