import { findMax, findMin } from '../shared/min-max';
/**
 * A word with its position: on a page of a PDF (in points) or in text aligned with blanks (in columns and lines of
 * characters). y grows downwards.
 */
export type PlacedWord = {
  text: string;
  x0: number;
  x1: number;
  /** Letter height, where it is known. */
  size?: number;
};
export type PlacedLine<Word extends PlacedWord = PlacedWord> = {
  words: Word[];
  x0: number;
  x1: number;
  y: number;
  /** How uncertain its columns are, in lines (see `splitRows`). */
  penalty?: number;
};
export type PlacedPage<Word extends PlacedWord = PlacedWord> = { lines: PlacedLine<Word>[] };

/** Usual distances in a text. */
export type TextMetrics = {
  /** Wider gaps between words of a line separate columns. */
  maxWordGap: number;
  /** Distance from one line of a paragraph to the next. */
  pitch: number;
};

export function createPlacedLine<Word extends PlacedWord>(words: Word[], y: number): PlacedLine<Word> {
  return {
    words,
    y,
    x0: findMin(words.map((word) => word.x0)),
    x1: findMax(words.map((word) => word.x1)),
  };
}

export const joinWords = (words: readonly PlacedWord[]): string => words.map((word) => word.text).join(' ');

/** Splits a line at its wide gaps. */
export function splitIntoChunks<Word extends PlacedWord>(
  line: PlacedLine<Word>,
  metrics: TextMetrics,
): PlacedLine<Word>[] {
  const chunks: Word[][] = [];
  for (const word of line.words) {
    const last = chunks.at(-1);
    if (last && word.x0 - last.at(-1)!.x1 <= metrics.maxWordGap) last.push(word);
    else chunks.push([word]);
  }
  return chunks.map((words) => createPlacedLine(words, line.y));
}

/** Returns the median, or 0 if there are no values. */
export function computeMedian(values: readonly number[]): number {
  return values.length === 0 ? 0 : [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Returns the confidence in a row whose parts fit together with this penalty (in lines): 1 without any. */
export const toConfidence = (penalty: number): number => 1 / (1 + Math.max(0, penalty));
