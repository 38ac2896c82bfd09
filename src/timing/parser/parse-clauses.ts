import { lookUp } from '../../shared/look-up';
import { ENGLISH_MONTHS } from '../lexer/lexicon';
import { parseSpelledNumber } from '../lexer/numerals';
import { hasTerm, isMark, isSuspectWord, type ScannedPhrase } from '../lexer/scan-phrase';
import type { Clause } from './clause';
import { parseBareMonthsAt, parseBeforeEndAt, parseDatedClauseAt } from './parse-dated-clause';
import { createFrequencyClause, parseFrequencyClauseAt } from './parse-frequency-clause';
import { parseMonthOfQuarterAt } from './parse-month-of-quarter';
import { parseDurationAt, parseEventClauseAt, parseUndatedClauseAt } from './parse-undated-clauses';
import { skipDocumentNumber, skipRound, skipWeekday } from './skip-ignored';

/** Returns true if a token can begin a clause: it has a term, spells a number, or is an English month. */
function canStartClause(s: ScannedPhrase, i: number): boolean {
  const token = s.tokens[i];
  if (!token || token.kind === 'mark') return false;
  if (token.kind === 'number' || (s.terms[i]?.length ?? 0) > 0) return true;
  return parseSpelledNumber(token.key) !== null || lookUp(ENGLISH_MONTHS, token.key) !== undefined;
}

function parseClauseAt(s: ScannedPhrase, i: number, base: number | null): Clause | null {
  if (!canStartClause(s, i)) return null;
  if (hasTerm(s, i, 'after') && s.ends[i] !== undefined && s.ends[i] > i + 1)
    return parseBeforeEndAt(s, i, base) ?? parseEventClauseAt(s, i, base);
  return (
    parseMonthOfQuarterAt(s, i) ??
    parseFrequencyClauseAt(s, i) ??
    parseDurationAt(s, i, base) ??
    parseDatedClauseAt(s, i, base) ??
    parseUndatedClauseAt(s, i, base) ??
    parseEventClauseAt(s, i, base)
  );
}

/** Returns true for a number that names something: "đợt 1:", "số 12". */
function isLabelNumber(s: ScannedPhrase, i: number): boolean {
  return s.tokens[i - 1]?.kind === 'word' || isMark(s, i + 1, ':');
}

export type ParsedClauses = {
  clauses: Clause[];
  /** A number, or a word that is none, belongs to no piece: perhaps something was overlooked. */
  overlooked: boolean;
};

/** Parses all clauses that the grammar finds, left to right; tokens that belong to none lie between them. */
export function parseClauses(s: ScannedPhrase, base: number | null): ParsedClauses {
  const clauses: Clause[] = [];
  let overlooked = false;
  let i = 0;
  while (i < s.tokens.length) {
    const passed = Math.max(skipDocumentNumber(s, i, base), skipWeekday(s, i), skipRound(s, i));
    if (passed > i) {
      i = passed;
      continue;
    }
    const clause = parseClauseAt(s, i, base) ?? parseBareMonthsAt(s, i, base);
    if (clause && clause.end > i) {
      clauses.push(clause);
      i = clause.end;
      continue;
    }
    const end = s.ends[i] ?? i + 1;
    const oddNumber = s.tokens[i]?.kind === 'number' && !hasTerm(s, end, 'times') && !isLabelNumber(s, i);
    overlooked ||= oddNumber || isSuspectWord(s, i);
    if (hasTerm(s, i, 'periodic')) clauses.push(createFrequencyClause(i, end, ['unspecified']));
    i = end;
  }
  return { clauses, overlooked };
}
