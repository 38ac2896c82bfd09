import { matchKey } from '../../annex/text';
import { headerRole } from '../assemble/header-role';
import { chunksOf, textOf, type Metrics, type PlacedLine, type PlacedWord } from './placed-text';
import { rowLabel } from './row-label';

/** The printed lines of a table's heading, and where its columns' headers stand. */
export type HeaderBand = {
  /** Indices of its lines on the page: from first to last. */
  first: number;
  last: number;
  clusters: { x0: number; x1: number; text: string }[];
  /** Keys of its lines, by which its repetitions on later pages are known. */
  keys: ReadonlySet<string>;
};

const fewestColumns = 3;
const mostLines = 8;

const clustersOf = (lines: readonly PlacedLine[], metrics: Metrics): HeaderBand['clusters'] => {
  const chunks = lines
    .flatMap((line) => chunksOf(line, metrics))
    .map((chunk) => ({ x0: chunk.x0, x1: chunk.x1, texts: [textOf(chunk.words)] }))
    .sort((a, b) => a.x0 - b.x0);
  const clusters: typeof chunks = [];
  for (const chunk of chunks) {
    const last = clusters.at(-1);
    if (last && chunk.x0 < last.x1) {
      last.x1 = Math.max(last.x1, chunk.x1);
      last.texts.push(...chunk.texts);
    } else clusters.push(chunk);
  }
  return clusters.map(({ x0, x1, texts }) => ({ x0, x1, text: texts.join(' ') }));
};

const rolesIn = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => headerRole(text)?.role ?? []));

const overlapping = (a: { x0: number; x1: number }, b: { x0: number; x1: number }): boolean =>
  a.x0 < b.x1 && b.x0 < a.x1;

/**
 * Finds the heading of a table on a page without rules: a line that names several columns, and the lines above and
 * below that belong to the same cells. null where no line does.
 */
export const findHeader = <Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  metrics: Metrics,
): HeaderBand | null => {
  const hits = lines.map((line) => rolesIn(chunksOf(line, metrics).map((chunk) => textOf(chunk.words))).size);
  const best = hits.indexOf(Math.max(...hits));
  if (best < 0 || hits[best]! < 2) return null;

  const isNear = (upper: number, lower: number): boolean =>
    lines[lower]!.y - lines[upper]!.y <= 1.8 * metrics.pitch;
  const startsRow = (line: PlacedLine): boolean => rowLabel(line.words[0]!.text) !== null;
  /** Every part stands under or over one header and is hardly wider. */
  const fits = (line: PlacedLine, clusters: HeaderBand['clusters']): boolean =>
    chunksOf(line, metrics).every((chunk) => {
      const over = clusters.filter((cluster) => overlapping(cluster, chunk));
      if (over.length > 1) return false;
      const narrow = chunk.x1 - chunk.x0 <= 12 * metrics.blank;
      return over.length === 0
        ? narrow
        : chunk.x1 - chunk.x0 <= over[0]!.x1 - over[0]!.x0 + 4 * metrics.blank;
    });

  let [first, last] = [best, best];
  const band = (): HeaderBand['clusters'] => clustersOf(lines.slice(first, last + 1), metrics);
  while (first > 0 && last - first < mostLines && isNear(first - 1, first) && fits(lines[first - 1]!, band()))
    first--;
  // Centred headers reach as far below their middle as above it.
  const above = lines[best]!.y - lines[first]!.y;
  while (last + 1 < lines.length && last - first < mostLines && isNear(last, last + 1)) {
    const next = lines[last + 1]!;
    const centred = next.y - lines[best]!.y <= above + 0.6 * metrics.pitch;
    if (startsRow(next) || !fits(next, band()) || !(centred || headerLike(next, above))) break;
    last++;
  }
  const clusters = band();
  const roles = rolesIn(clusters.map((cluster) => cluster.text));
  if (clusters.length < fewestColumns || roles.size < fewestColumns || !roles.has('content')) return null;
  return {
    first,
    last,
    clusters,
    keys: new Set(lines.slice(first, last + 1).map((line) => matchKey(textOf(line.words)))),
  };
};

/** Below a heading that starts at its first line, anything that is no sentence may still belong to it. */
const headerLike = (line: PlacedLine, above: number): boolean =>
  above === 0 && !/[.;:]$/.test(textOf(line.words));

/** Lines of a later page that repeat the heading: how many from `start` on. */
export const repeatedHeader = (lines: readonly PlacedLine[], start: number, header: HeaderBand): number => {
  let count = 0;
  while (start + count < lines.length && header.keys.has(matchKey(textOf(lines[start + count]!.words))))
    count++;
  return count;
};
