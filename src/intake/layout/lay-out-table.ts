import { columnBoundaries } from './columns';
import type { HeaderBand } from './header-band';
import { isTitleRow, labelColumn, layOutRow, restOfTitle, wordsByColumn, type LaidCell } from './lay-out-row';
import { mendCrossings } from './mend-crossings';
import { partPages, type PagePart, type PageToLay } from './page-parts';
import { lineOf, textOf, type Metrics, type PlacedLine, type PlacedWord } from './placed-text';
import { isBrokenLabel } from './row-label';
import { labelsAndPieces } from './row-labels';
import { splitRows, type RowBand } from './split-rows';

export type LaidRow<Word extends PlacedWord> = {
  cells: LaidCell<Word>[];
  header?: boolean;
  startsPage: boolean;
  /** The row before goes on here. */
  continues: boolean;
  /** How ill its parts fit together, in lines (see `splitRows`). */
  strain: number;
  /** Index of its page, and its printed lines. */
  page: number;
  lines: PlacedLine<Word>[];
};
export type LaidTable<Word extends PlacedWord> = {
  columnCount: number;
  /** Between its columns, on the page that has most of it. */
  boundaries: number[];
  rows: LaidRow<Word>[];
  /** Lines before and after the table, by page. */
  outside: { page: number; line: PlacedLine<Word> }[];
};

export type LayOutHints = {
  /** Where rules may part columns; taken when there is one between each two headers. */
  ruledBoundaries?: number[];
  /** Columns stand elsewhere on each page (text laid out with blanks). */
  columnsByPage?: boolean;
};

/** One rule between each two headers, or null. */
function ruledBetween(clusters: HeaderBand['clusters'], places: readonly number[]): number[] | null {
  const found = clusters.slice(1).map((right, index) => {
    const left = clusters[index]!;
    return places.filter((place) => place > (left.x0 + left.x1) / 2 && place < (right.x0 + right.x1) / 2);
  });
  return found.every((between) => between.length === 1) ? found.flat() : null;
}

/** Two rules may be no more than the table's own upper and lower end. */
const mereFrame = 2;

/** The lines of a body between the rules that part its rows; all of them where there are no rules. */
function bandsOf<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  separators: readonly number[],
): { lines: PlacedLine<Word>[]; ruled: boolean }[] {
  const bands: { lines: PlacedLine<Word>[]; ruled: boolean }[] = [];
  let from = -Infinity;
  for (const to of [...separators, Infinity]) {
    const own = lines.filter((line) => line.y > from && line.y <= to);
    if (own.length > 0) bands.push({ lines: own, ruled: separators.length > mereFrame });
    from = to;
  }
  return bands;
}

/**
 * "VI" at a page end and "II" at the top of the next page are one label: gives it back to the row it began in.
 * Returns the lines without it, or null where no label is broken.
 */
function takeLabelBack<Word extends PlacedWord>(
  before: LaidRow<Word> | undefined,
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
): PlacedLine<Word>[] | null {
  const label = before?.cells.find((cell) => cell.column === labelColumn);
  const words = lines.flatMap((line) => wordsByColumn(line, boundaries).get(labelColumn) ?? []);
  const upper = label?.lines.map(textOf).join('') ?? '';
  if (!label || words.length !== 1 || !isBrokenLabel(upper, textOf(words))) return null;
  label.lines.push(words);
  return lines.flatMap((line) => {
    const rest = line.words.filter((word) => !words.includes(word));
    return rest.length > 0 ? [lineOf(rest, line.y)] : [];
  });
}

/**
 * Lays a table out again that has no rules, or rules in one direction only: columns by its heading and by the white
 * space between words, rows by the labels in the first column. null where no page has a heading.
 */
export function layOutTable<Word extends PlacedWord>(
  pages: readonly PageToLay<Word>[],
  metrics: Metrics,
  hints: LayOutHints = {},
): LaidTable<Word> | null {
  const parted = partPages(pages, metrics);
  if (!parted) return null;
  const { heading, headingLines, parts, outside } = parted;
  const common =
    ruledBetween(heading.clusters, hints.ruledBoundaries ?? []) ??
    columnBoundaries(
      heading.clusters,
      parts.flatMap(({ lines }) => lines),
      metrics,
    );
  const boundariesOf = ({ clusters, lines }: PagePart<Word>): number[] =>
    hints.columnsByPage ? columnBoundaries(clusters, lines, metrics, false) : common;

  const columned = parts.map((part) => ({ ...part, boundaries: boundariesOf(part) }));
  const lines = hints.columnsByPage ? mendCrossings(columned, metrics) : parts.map((part) => part.lines);

  const rows: LaidRow<Word>[] = [];
  const usual = { startsPage: false, continues: false, strain: 0 };
  rows.push({
    ...usual,
    header: true,
    cells: layOutRow(headingLines, columned[0]?.boundaries ?? common, metrics, true),
    page: parts[0]?.page ?? 0,
    lines: headingLines,
  });
  columned.forEach((part, index) => {
    const { boundaries } = part;
    let startsPage = index > 0;
    for (const band of bandsOf(lines[index]!, pages[part.page]!.separators ?? [])) {
      const { labels, pieces } = labelsAndPieces(band.lines, boundaries, metrics);
      const bands: RowBand[] =
        band.ruled && labels.length <= 1
          ? [{ to: Infinity, label: labels.length === 1 ? 0 : null, strain: 0 }]
          : splitRows(pieces, labels, metrics, startsPage);
      let above = -Infinity;
      for (const { to, label, strain } of bands) {
        const all = band.lines.filter((line) => line.y > above && line.y <= to);
        above = to;
        if (all.length === 0) continue;
        const before = rows.at(-1);
        const rest = startsPage ? takeLabelBack(before, all, boundaries) : null;
        const own = rest ?? all;
        const continues = startsPage && (label === null || rest !== null);
        const title =
          continues && before && isTitleRow(before.cells, heading.clusters.length)
            ? restOfTitle(own, boundaries, metrics)
            : null;
        rows.push({
          ...usual,
          cells: title ?? layOutRow(own, boundaries, metrics, false),
          startsPage,
          continues,
          strain: Math.max(0, strain) + Math.max(...own.map((line) => line.doubt ?? 0)),
          page: part.page,
          lines: own,
        });
        startsPage = false;
      }
    }
  });
  return { columnCount: heading.clusters.length, boundaries: common, rows, outside };
}
