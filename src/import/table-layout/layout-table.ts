import {
  createPlacedLine,
  joinWords,
  type PlacedLine,
  type PlacedWord,
  type TextMetrics,
} from '../../readers/placed-text';
import { findMax } from '../../shared/min-max';
import { collectRowLabels } from './collect-row-labels';
import { findColumnBoundaries } from './find-column-boundaries';
import type { HeaderBand } from './find-header-band';
import {
  buildTitleContinuation,
  groupByColumn,
  isTitleLayoutRow,
  LABEL_COLUMN,
  layoutRow,
  type TableLayoutCell,
} from './layout-row';
import { isBrokenLabel } from './parse-row-label';
import { repairCrossings } from './repair-crossings';
import { type RowBand, splitRows } from './split-rows';
import { type LayoutPage, splitTablePages, type TablePagePart } from './split-table-pages';

export type TableLayoutRow<Word extends PlacedWord> = {
  cells: TableLayoutCell<Word>[];
  header?: boolean;
  startsPage: boolean;
  /** The row before goes on here. */
  continues: boolean;
  /** How ill its parts fit together, in lines (see `splitRows`). */
  penalty: number;
  /** Index of its page, and its printed lines. */
  page: number;
  lines: PlacedLine<Word>[];
};
export type TableLayout<Word extends PlacedWord> = {
  columnCount: number;
  /** Between its columns, on the page that has most of it. */
  boundaries: number[];
  rows: TableLayoutRow<Word>[];
  /** Lines before and after the table, by page. */
  outside: { page: number; line: PlacedLine<Word> }[];
};

export type TableLayoutHints = {
  /** Where rules may part columns; taken when there is one between each two headers. */
  ruledBoundaries?: number[];
  /** Columns stand elsewhere on each page (text aligned with blanks). */
  columnsByPage?: boolean;
};

/** Returns one rule between each two headers, or null. */
function pickRuledBoundaries(clusters: HeaderBand['clusters'], places: readonly number[]): number[] | null {
  const found = clusters.slice(1).map((right, index) => {
    const left = clusters[index]!;
    return places.filter((place) => place > (left.x0 + left.x1) / 2 && place < (right.x0 + right.x1) / 2);
  });
  return found.every((between) => between.length === 1) ? found.flat() : null;
}

/** Two rules may be no more than the table's own upper and lower end. */
const FRAME_RULE_COUNT = 2;

/** Splits the lines of a body at the rules between its rows; all lines are one band if there are no rules. */
function splitAtSeparators<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  separators: readonly number[],
): { lines: PlacedLine<Word>[]; ruled: boolean }[] {
  const bands: { lines: PlacedLine<Word>[]; ruled: boolean }[] = [];
  let from = -Infinity;
  for (const to of [...separators, Infinity]) {
    const rowLines = lines.filter((line) => line.y > from && line.y <= to);
    if (rowLines.length > 0) bands.push({ lines: rowLines, ruled: separators.length > FRAME_RULE_COUNT });
    from = to;
  }
  return bands;
}

/**
 * Returns a broken label to the row it began in: "VI" at a page end and "II" at the top of the next page are
 * one.
 *
 * @returns the lines without it, or null if no label is broken
 */
function reattachLabel<Word extends PlacedWord>(
  before: TableLayoutRow<Word> | undefined,
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
): PlacedLine<Word>[] | null {
  const label = before?.cells.find((cell) => cell.column === LABEL_COLUMN);
  const words = lines.flatMap((line) => groupByColumn(line, boundaries).get(LABEL_COLUMN) ?? []);
  const upper = label?.lines.map(joinWords).join('') ?? '';
  if (!label || words.length !== 1 || !isBrokenLabel(upper, joinWords(words))) return null;
  label.lines.push(words);
  return lines.flatMap((line) => {
    const rest = line.words.filter((word) => !words.includes(word));
    return rest.length > 0 ? [createPlacedLine(rest, line.y)] : [];
  });
}

/**
 * Reconstructs a table without rules, or with rules in one direction only: columns by its heading and by the
 * white space between words, rows by the labels in the first column.
 *
 * @returns null if no page has a heading
 */
export function layoutTable<Word extends PlacedWord>(
  pages: readonly LayoutPage<Word>[],
  metrics: TextMetrics,
  hints: TableLayoutHints = {},
): TableLayout<Word> | null {
  const parted = splitTablePages(pages, metrics);
  if (!parted) return null;
  const { heading, headingLines, parts, outside } = parted;
  const common =
    pickRuledBoundaries(heading.clusters, hints.ruledBoundaries ?? []) ??
    findColumnBoundaries(
      heading.clusters,
      parts.flatMap(({ lines }) => lines),
      metrics,
    );
  const getBoundaries = ({ clusters, lines }: TablePagePart<Word>): number[] =>
    hints.columnsByPage ? findColumnBoundaries(clusters, lines, metrics, false) : common;

  const columned = parts.map((part) => ({ ...part, boundaries: getBoundaries(part) }));
  const lines = hints.columnsByPage ? repairCrossings(columned, metrics) : parts.map((part) => part.lines);

  const rows: TableLayoutRow<Word>[] = [];
  const usual = { startsPage: false, continues: false, penalty: 0 };
  rows.push({
    ...usual,
    header: true,
    cells: layoutRow(headingLines, columned[0]?.boundaries ?? common, metrics, true),
    page: parts[0]?.page ?? 0,
    lines: headingLines,
  });
  columned.forEach((part, index) => {
    const { boundaries } = part;
    let startsPage = index > 0;
    for (const band of splitAtSeparators(lines[index]!, pages[part.page]!.separators ?? [])) {
      const { labels, fragments } = collectRowLabels(band.lines, boundaries, metrics);
      const bands: RowBand[] =
        band.ruled && labels.length <= 1
          ? [{ to: Infinity, label: labels.length === 1 ? 0 : null, penalty: 0 }]
          : splitRows(fragments, labels, metrics, startsPage);
      let above = -Infinity;
      for (const { to, label, penalty } of bands) {
        const all = band.lines.filter((line) => line.y > above && line.y <= to);
        above = to;
        if (all.length === 0) continue;
        const before = rows.at(-1);
        const rest = startsPage ? reattachLabel(before, all, boundaries) : null;
        const rowLines = rest ?? all;
        const continues = startsPage && (label === null || rest !== null);
        const title =
          continues && before && isTitleLayoutRow(before.cells, heading.clusters.length)
            ? buildTitleContinuation(rowLines, boundaries, metrics)
            : null;
        rows.push({
          ...usual,
          cells: title ?? layoutRow(rowLines, boundaries, metrics, false),
          startsPage,
          continues,
          penalty: Math.max(0, penalty) + findMax(rowLines.map((line) => line.penalty ?? 0)),
          page: part.page,
          lines: rowLines,
        });
        startsPage = false;
      }
    }
  });
  return { columnCount: heading.clusters.length, boundaries: common, rows, outside };
}
