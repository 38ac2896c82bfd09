import { ENGLISH_MONTHS } from './lexicon';
import { spelledNumber } from './numerals';
import type { Piece } from './pieces';
import { clauseAt, durationAt, eventClauseAt } from './read-clauses';
import { bareMonthsAt, beforeEndAt, datedAt } from './read-dated';
import { every, everyAt } from './read-every';
import { documentEnd, weekdayEnd } from './read-passed';
import { is, isMark, isOddWord, type Scan } from './scan';

/** Most words of a phrase cannot begin anything: no term, no number in words, no English month. */
function canBegin(s: Scan, i: number): boolean {
  const token = s.tokens[i];
  if (!token || token.type === 'mark') return false;
  if (token.type === 'number' || (s.terms[i]?.length ?? 0) > 0) return true;
  return spelledNumber(token.key) !== null || ENGLISH_MONTHS[token.key] !== undefined;
}

function pieceAt(s: Scan, i: number, base: number | null): Piece | null {
  if (!canBegin(s, i)) return null;
  if (is(s, i, 'after') && s.ends[i] !== undefined && s.ends[i] > i + 1)
    return beforeEndAt(s, i, base) ?? eventClauseAt(s, i, base);
  return (
    everyAt(s, i) ??
    durationAt(s, i, base) ??
    datedAt(s, i, base) ??
    clauseAt(s, i, base) ??
    eventClauseAt(s, i, base)
  );
}

/** "đợt 1:", "số 12": the number names something. */
function isNumberOfLabel(s: Scan, i: number): boolean {
  return s.tokens[i - 1]?.type === 'word' || isMark(s, i + 1, ':');
}

export type PiecesRead = {
  pieces: Piece[];
  /** A number, or a word that is none, belongs to no piece: perhaps something was overlooked. */
  overlooked: boolean;
};

/** All that the grammar finds, left to right; tokens that belong to nothing lie between the pieces. */
export function readPieces(s: Scan, base: number | null): PiecesRead {
  const pieces: Piece[] = [];
  let overlooked = false;
  let i = 0;
  while (i < s.tokens.length) {
    const passed = Math.max(documentEnd(s, i, base), weekdayEnd(s, i));
    if (passed > i) {
      i = passed;
      continue;
    }
    const piece = pieceAt(s, i, base) ?? bareMonthsAt(s, i, base);
    if (piece && piece.end > i) {
      pieces.push(piece);
      i = piece.end;
      continue;
    }
    const end = s.ends[i] ?? i + 1;
    const oddNumber = s.tokens[i]?.type === 'number' && !is(s, end, 'times') && !isNumberOfLabel(s, i);
    overlooked ||= oddNumber || isOddWord(s, i);
    if (is(s, i, 'periodic')) pieces.push(every(i, end, ['unspecified']));
    i = end;
  }
  return { pieces, overlooked };
}
