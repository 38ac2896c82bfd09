import { is, isMark, type Scan } from './scan';
import type { Piece, PieceOf } from './pieces';

/** How a piece is parted from the one before. */
export type Gap = 'none' | 'and' | 'comma' | 'strong' | 'bracket';

/** A piece with what stands around it: how it is parted, and the words that say what the deadline is for. */
export type Placed = {
  piece: Piece;
  gap: Gap;
  label: string;
  /** The label stands before the piece. */
  leading: boolean;
  /** Words around that the grammar could do nothing with. */
  unread: number;
  /** A colon follows: the piece itself says what the next deadline is for. */
  colon: boolean;
};

const LABEL_ROLES = ['word', 'this', 'times', 'report'] as const;

function isLabelWord(s: Scan, i: number): boolean {
  const terms = s.terms[i] ?? [];
  return (
    s.tokens[i]?.type === 'word' && (terms.length === 0 || LABEL_ROLES.some((role) => terms.includes(role)))
  );
}

const STRONG = [';', '\n', '.', '(', ')'];

function gapOf(s: Scan, from: number, end: number): Gap {
  let gap: Gap = 'none';
  for (let i = from; i < end; i += 1) {
    if (isMark(s, i, '(')) gap = 'bracket';
    else if (isMark(s, i, ';', '\n') && gap !== 'bracket') gap = 'strong';
    else if (isMark(s, i, ',', '+', '&', '/', '-') && gap === 'none') gap = 'comma';
    else if (is(s, i, 'and') && gap === 'none') gap = 'and';
  }
  return gap;
}

function wordsBetween(s: Scan, from: number, end: number): { label: string; count: number } {
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

/** After the last mark that parts deadlines between two places. */
function segmentStart(s: Scan, from: number, end: number): number {
  let start = from;
  for (let i = from; i < end; i += 1) if (isMark(s, i, ',', ...STRONG)) start = i + 1;
  return start;
}

/** Pieces with their surroundings. Words before a piece are its label; words after it where nothing else claims them. */
export function placePieces(s: Scan, pieces: readonly Piece[]): Placed[] {
  return pieces.map((piece, k) => {
    const before = pieces[k - 1]?.end ?? 0;
    const after = pieces[k + 1]?.from ?? s.tokens.length;
    const from = k > 0 ? segmentStart(s, before, piece.from) : before;
    const inside = wordsBetween(s, from, piece.from);
    // "Sơ kết (tháng 6)": the words before the bracket, unless the piece before them stands between.
    const opened = isMark(s, from - 1, '(') && inside.count === 0 && k > 0;
    const own = opened ? wordsBetween(s, segmentStart(s, before, from - 1), from - 1) : inside;
    let end = piece.end;
    while (end < after && !isMark(s, end, ',', ';', '\n')) end += 1;
    const trailing = wordsBetween(s, piece.end, end);
    const parted = end < after || k === pieces.length - 1;
    const label = own.label !== '' ? own.label : parted || k === 0 ? trailing.label : '';
    const colon = isMark(s, piece.end, ':') && k < pieces.length - 1;
    return {
      piece,
      gap: gapOf(s, before, piece.from),
      label,
      leading: own.label !== '',
      unread: own.count + trailing.count,
      colon,
    };
  });
}

export function isPoints(placed: Placed): placed is Placed & { piece: PieceOf<'points'> } {
  return placed.piece.is === 'points';
}
export function isDays(placed: Placed): placed is Placed & { piece: PieceOf<'days'> } {
  return placed.piece.is === 'days';
}
export function isEvery(placed: Placed): placed is Placed & { piece: PieceOf<'every'> } {
  return placed.piece.is === 'every';
}
