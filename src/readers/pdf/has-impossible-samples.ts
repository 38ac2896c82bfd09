import { toLetters } from './to-letters';

/**
 * The most bits that anything in a PDF gives one number: a coordinate of a mesh; a colour has 16. pdf.js gathers as
 * many as the file says, bit by bit for each pixel: a million of them hang it.
 */
const MAX_DEPTH_BITS = 32;

const DEPTH = /\/(?:BitsPer(?:Component|Sample|Coordinate|Flag)|BPC)\s*(\d+)(?:\s+(\d+)\s+R\b)?/g;

/** A table of colours has 33 samples each way of four; pdf.js makes room for all that a file claims, and Node dies of it. */
const MAX_SAMPLES = 4_000_000;
const TABLE_SIZE = /\/Size\s*\[([\d\s.]*)\]/g;

/**
 * Returns true if a picture, function or mesh of a PDF claims more bits for a number than any has, or a function more
 * samples.
 */
export function hasImpossibleSamples(bytes: Uint8Array): boolean {
  const text = toLetters(bytes);
  for (const [, number, generation] of text.matchAll(DEPTH)) {
    const bits = generation === undefined ? Number(number) : findNumber(text, `${number} ${generation} obj`);
    if (bits > MAX_DEPTH_BITS) return true;
  }
  for (const [, sizes] of text.matchAll(TABLE_SIZE))
    if (
      sizes!
        .trim()
        .split(/\s+/)
        .reduce((product, size) => product * Number(size), 1) > MAX_SAMPLES
    )
      return true;
  return false;
}

/** The number that is an object of its own; 0 for one that is packed into a stream. */
function findNumber(text: string, heading: string): number {
  // Of several versions the last one counts; a longer number may end alike.
  const at = text.lastIndexOf(`\n${heading}`);
  return at < 0
    ? 0
    : Number(/^\s*(\d+)/.exec(text.slice(at + heading.length + 1, at + heading.length + 20))?.[1] ?? 0);
}
