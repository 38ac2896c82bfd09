import {
  joinWords,
  type PlacedLine,
  type PlacedWord,
  splitIntoChunks,
  type TextMetrics,
} from '../../readers/placed-text';
import { toMatchKey } from '../../shared/text';
import { isSectionLabel } from './parse-row-label';

/** Lines of a page and the boundaries of its columns. */
type ColumnedLines<Word extends PlacedWord> = {
  lines: PlacedLine<Word>[];
  boundaries: readonly number[];
};

/** What stands alone in a column, by key, and the words its lines begin with. */
type KnownColumn = { texts: Set<string>; openings: Set<string>; longest: number };

function findCrossedBoundaries(chunk: PlacedLine, boundaries: readonly number[]): number[] {
  return boundaries.flatMap((at, index) => (chunk.x0 < at - 0.5 && chunk.x1 > at + 0.5 ? [index] : []));
}

function findChunkColumn(chunk: PlacedLine, boundaries: readonly number[]): number {
  const middle = (chunk.x0 + chunk.x1) / 2;
  const column = boundaries.findIndex((at) => middle < at);
  return column < 0 ? boundaries.length : column;
}

function collectKnownColumns<Word extends PlacedWord>(
  parts: readonly ColumnedLines<Word>[],
  metrics: TextMetrics,
): Map<number, KnownColumn> {
  const known = new Map<number, KnownColumn>();
  for (const { lines, boundaries } of parts)
    for (const chunk of lines.flatMap((line) => splitIntoChunks(line, metrics))) {
      if (findCrossedBoundaries(chunk, boundaries).length > 0) continue;
      const column = findChunkColumn(chunk, boundaries);
      const one = known.get(column) ?? { texts: new Set(), openings: new Set(), longest: 0 };
      known.set(column, one);
      one.texts.add(toMatchKey(joinWords(chunk.words)));
      one.openings.add(toMatchKey(chunk.words[0]!.text));
      one.longest = Math.max(one.longest, chunk.x1 - chunk.x0);
    }
  return known;
}

/** How much a wrong cut costs in trust, in lines (see `splitRows`). */
const CUT_PENALTIES = { known: 0.2, guessed: 1.5 };

type ChunkCut = { at: number; score: number; penalty: number };

/** Finds where to cut words that run over a boundary: before what the next column is known to hold. */
function findBestCut(
  chunk: PlacedLine,
  boundary: number,
  width: number,
  left: KnownColumn | undefined,
  right: KnownColumn | undefined,
): ChunkCut | null {
  let best: ChunkCut | null = null;
  for (let at = 1; at < chunk.words.length; at++) {
    const [before, after] = [chunk.words.slice(0, at), chunk.words.slice(at)];
    const exact = right?.texts.has(toMatchKey(joinWords(after))) ?? false;
    const opens = right?.openings.has(toMatchKey(after[0]!.text)) ?? false;
    let score = -0.25 * Math.abs(after[0]!.x0 - boundary);
    if (exact) score += 3;
    else if (opens) score += /^\p{Lu}/u.test(after[0]!.text) ? 2.2 : 0.6;
    if (right && after.at(-1)!.x1 - after[0]!.x0 > Math.max(right.longest, width) + 2) score -= 3;
    if (left && before.at(-1)!.x1 - before[0]!.x0 > left.longest + 2) score -= 2;
    if (!best || score > best.score)
      best = { at, score, penalty: exact ? CUT_PENALTIES.known : CUT_PENALTIES.guessed };
  }
  return best;
}

/**
 * Repairs columns that blanks squeeze together: where one fills its width, only a single blank is left before
 * the next, and not at its place. Cuts such lines by what the columns hold elsewhere, and gives them a
 * penalty.
 */
export function repairCrossings<Word extends PlacedWord>(
  parts: readonly ColumnedLines<Word>[],
  metrics: TextMetrics,
): PlacedLine<Word>[][] {
  const known = collectKnownColumns(parts, metrics);
  return parts.map(({ lines, boundaries }) =>
    lines.map((line) => {
      if (isSectionLabel(line.words[0]!.text)) return line;
      let repaired: PlacedLine<Word> = line;
      for (const chunk of splitIntoChunks(line, metrics)) {
        const [index, ...others] = findCrossedBoundaries(chunk, boundaries);
        if (index === undefined || others.length > 0) continue;
        const boundary = boundaries[index]!;
        const width = (boundaries[index + 1] ?? boundary) - boundary;
        const cut = findBestCut(chunk, boundary, width, known.get(index), known.get(index + 1));
        if (!cut) continue;
        const after = new Set<PlacedWord>(chunk.words.slice(cut.at));
        const before = new Set<PlacedWord>(chunk.words.slice(0, cut.at));
        repaired = {
          ...repaired,
          penalty: Math.max(repaired.penalty ?? 0, cut.penalty),
          words: repaired.words.map((word) => {
            const middle = (word.x0 + word.x1) / 2;
            if (before.has(word) && middle >= boundary)
              return { ...word, x0: boundary - 0.2, x1: boundary - 0.1 };
            if (after.has(word) && middle < boundary)
              return { ...word, x0: boundary + 0.1, x1: boundary + 0.2 };
            return word;
          }),
        };
      }
      return repaired;
    }),
  );
}
