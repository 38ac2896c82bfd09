import { isFirstNumeral, type NumberLabel } from '../../annex/numbering';
import {
  joinWords,
  type PlacedLine,
  type PlacedWord,
  splitIntoChunks,
  type TextMetrics,
} from '../../readers/placed-text';
import { appendAll } from '../../shared/append-all';
import { findMax, findMin } from '../../shared/min-max';
import { toMatchKey } from '../../shared/text';
import { detectColumnRole } from './detect-column-role';
import { parseRowLabel } from './parse-row-label';

/** The printed lines of a table's heading, and where its columns' headers stand. */
export type HeaderBand = {
  /** Indices of its lines on the page: from first to last. */
  first: number;
  last: number;
  clusters: { x0: number; x1: number; text: string }[];
  /** Keys of its words, by which its repetitions on later pages are known. */
  words: readonly string[];
};

const MIN_HEADER_COLUMNS = 3;
const MAX_HEADER_LINES = 9;
/** No header is wider than this part of its table. */
const MAX_HEADER_WIDTH_RATIO = 0.45;

function buildHeaderClusters(lines: readonly PlacedLine[], metrics: TextMetrics): HeaderBand['clusters'] {
  const chunks = lines
    .flatMap((line) => splitIntoChunks(line, metrics))
    .map((chunk) => ({ x0: chunk.x0, x1: chunk.x1, texts: [joinWords(chunk.words)] }))
    .sort((a, b) => a.x0 - b.x0);
  const clusters: typeof chunks = [];
  for (const chunk of chunks) {
    const last = clusters.at(-1);
    if (last && chunk.x0 < last.x1) {
      last.x1 = Math.max(last.x1, chunk.x1);
      appendAll(last.texts, chunk.texts);
    } else clusters.push(chunk);
  }
  return clusters.map(({ x0, x1, texts }) => ({ x0, x1, text: texts.join(' ') }));
}

const getWordKeys = (line: PlacedLine): string[] =>
  toMatchKey(joinWords(line.words)).split(' ').filter(Boolean);

function detectRoles(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => detectColumnRole(text) ?? []));
}

function isOverlapping(a: { x0: number; x1: number }, b: { x0: number; x1: number }): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1;
}

/**
 * Finds the heading of a table on a page without rules: a line that names several columns, and the lines above and
 * below that belong to the same cells.
 *
 * @param separators positions of rules that separate rows: the heading stands between two of them
 * @returns null if no line names several columns
 */
export function findHeaderBand<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  metrics: TextMetrics,
  separators: readonly number[] = [],
): HeaderBand | null {
  const tried = new Set<string>();
  let best: (HeaderBand & { named: number }) | null = null;
  for (const [index, line] of lines.entries()) {
    if (isTitleEnd(line)) continue;
    if (detectRoles(splitIntoChunks(line, metrics).map((chunk) => joinWords(chunk.words))).size === 0)
      continue;
    const [first, last] = findRuledExtent(lines, index, separators) ?? guessExtent(lines, index, metrics);
    if (tried.has(`${first}-${last}`)) continue;
    tried.add(`${first}-${last}`);
    const clusters = buildHeaderClusters(lines.slice(first, last + 1), metrics);
    const roles = detectRoles(clusters.map((cluster) => cluster.text));
    if (clusters.length < MIN_HEADER_COLUMNS || roles.size < MIN_HEADER_COLUMNS || !roles.has('content'))
      continue;
    if (roles.size <= (best?.named ?? 0)) continue;
    const words = lines.slice(first, last + 1).flatMap(getWordKeys);
    best = { first, last, clusters, words, named: roles.size };
  }
  return best;
}

/** Returns true for the reference to its plan that ends a title: "(Ban hành kèm theo … của Trường …)". */
const isTitleEnd = (line: PlacedLine): boolean => /\)$/.test(joinWords(line.words));

type LineExtent = [first: number, last: number];

/** Finds the lines between the rules above and below; null if no rules are near. */
function findRuledExtent(
  lines: readonly PlacedLine[],
  best: number,
  separators: readonly number[],
): LineExtent | null {
  const { y } = lines[best]!;
  const above = separators.filter((at) => at < y).at(-1);
  const below = separators.find((at) => at >= y);
  if (above === undefined || below === undefined) return null;
  const first = lines.findIndex((line) => line.y > above);
  const last = lines.findLastIndex((line) => line.y <= below);
  return last - first < MAX_HEADER_LINES ? [first, last] : null;
}

function getFirstLabelReadings(line: PlacedLine): NumberLabel['readings'] {
  return parseRowLabel(line.words[0]!.text)?.readings.filter(isFirstNumeral) ?? [];
}

/** Guesses the lines of a heading around the one that names most: near, and no wider than headers are. */
function guessExtent(lines: readonly PlacedLine[], best: number, metrics: TextMetrics): LineExtent {
  const width = findMax(lines.map((line) => line.x1)) - findMin(lines.map((line) => line.x0));
  const isNear = (upper: number, lower: number): boolean =>
    lines[lower]!.y - lines[upper]!.y <= 1.8 * metrics.pitch;
  let [first, last] = [best, best];
  const size = lines[best]!.words[0]!.size ?? 0;
  const fits = (line: PlacedLine): boolean => {
    if (Math.abs((line.words[0]!.size ?? size) - size) > 0.1 * size) return false;
    const clusters = buildHeaderClusters(lines.slice(first, last + 1), metrics);
    return splitIntoChunks(line, metrics).every(
      (chunk) =>
        chunk.x1 - chunk.x0 < MAX_HEADER_WIDTH_RATIO * width &&
        clusters.filter((cluster) => isOverlapping(cluster, chunk)).length <= 1,
    );
  };
  while (
    first > 0 &&
    last - first < MAX_HEADER_LINES &&
    isNear(first - 1, first) &&
    !isTitleEnd(lines[first - 1]!) &&
    fits(lines[first - 1]!)
  )
    first--;
  // Centred headers reach as far below their middle as above it; a section's row ends any heading.
  const above = lines[best]!.y - lines[first]!.y;
  const sectionAt = lines.findIndex(
    (line, index) =>
      index > best && getFirstLabelReadings(line).some(({ kind }) => kind === 'roman' || kind === 'capital'),
  );
  while (last + 1 < lines.length && last - first < MAX_HEADER_LINES && isNear(last, last + 1)) {
    const next = lines[last + 1]!;
    if (getFirstLabelReadings(next).length > 0 || !fits(next)) break;
    const centred = next.y - lines[best]!.y <= above + 0.6 * metrics.pitch;
    const beforeSection = sectionAt > last && sectionAt - first <= MAX_HEADER_LINES;
    if (!centred && !beforeSection && !(above === 0 && !/[.;:]$/.test(joinWords(next.words)))) break;
    last++;
  }
  return [first, last];
}

/**
 * Returns where the headers stand on a page that prints the heading again; those of the first page if this
 * cannot be detected.
 */
export function getRepeatedClusters(
  lines: readonly PlacedLine[],
  metrics: TextMetrics,
  header: HeaderBand,
): HeaderBand['clusters'] {
  const clusters = buildHeaderClusters(lines, metrics);
  return clusters.length === header.clusters.length ? clusters : header.clusters;
}

/**
 * Counts the lines of a later page, from `start` on, that print the heading again; 0 for a chance similarity.
 * Compares words, because in a skewed scan they are on different lines.
 */
export function countRepeatedHeaderLines(
  lines: readonly PlacedLine[],
  start: number,
  header: HeaderBand,
): number {
  const left = [...header.words];
  const take = (key: string): boolean => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  let count = 0;
  while (start + count < lines.length) {
    const before = [...left];
    if (!getWordKeys(lines[start + count]!).every(take)) {
      left.length = 0;
      appendAll(left, before);
      break;
    }
    count++;
  }
  return 2 * left.length <= header.words.length ? count : 0;
}
