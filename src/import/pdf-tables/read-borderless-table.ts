import { buildCellContent } from '../../readers/pdf/build-cell-content';
import {
  buildTextLines,
  createTextLine,
  type PdfTextLine,
  type PdfWord,
} from '../../readers/pdf/build-text-lines';
import type { Lattice } from '../../readers/pdf/find-lattices';
import type { Rule, Rules } from '../../readers/pdf/geometry';
import type { Glyph } from '../../readers/pdf/read-page-content';
import {
  computeMedian,
  joinWords,
  createPlacedLine as placedLine,
  type TextMetrics,
  toConfidence,
} from '../../readers/placed-text';
import type { RawTable } from '../../readers/raw-document';
import { findMax, findMin } from '../../shared/min-max';
import { layoutTable, type TableLayout, type TableLayoutHints } from '../table-layout/layout-table';

type BorderlessPage = {
  number: number;
  glyphs: readonly Glyph[];
  rules: Rules;
  lattices: readonly Lattice[];
};

/** Gaps between words of one cell stay below this many letter heights, and usual gaps; between columns they are wider. */
const MAX_GAP_TO_HEIGHT = 0.75;
const MAX_GAP_TO_USUAL = 2.2;

/** Measures the usual letter height and distance of lines, over all pages. */
function measurePages(pages: readonly { lines: PdfTextLine[] }[]): TextMetrics & { size: number } {
  const size = computeMedian(pages.flatMap(({ lines }) => lines.map((line) => line.size))) || 12;
  const steps = pages.flatMap(({ lines }) => lines.slice(1).map((line, index) => line.y - lines[index]!.y));
  const pitch = computeMedian(steps.filter((step) => step > 0.8 * size && step < 2 * size)) || 1.2 * size;
  const gaps = pages
    .flatMap(({ lines }) => lines)
    .flatMap(({ words }) => words.slice(1).map((word, index) => word.x0 - words[index]!.x1))
    .filter((gap) => gap > 0);
  return {
    size,
    maxWordGap: Math.max(MAX_GAP_TO_HEIGHT * size, MAX_GAP_TO_USUAL * computeMedian(gaps)),
    pitch,
  };
}

/** Places where long rules stand, merged. */
function findRulePositions(rules: readonly Rule[], longEnough: number): number[] {
  const places: number[] = [];
  for (const { at } of rules.filter((rule) => rule.to - rule.from >= longEnough).sort((a, b) => a.at - b.at))
    if (places.length === 0 || at - places.at(-1)! > 6) places.push(at);
  return places;
}

const MIN_TALL_RULE = 60;

/** Finds the rules across the table, and the two ends of the rules between its columns. */
function findSeparators({ horizontal, vertical }: Rules, width: number): number[] {
  const tall = vertical.filter((rule) => rule.to - rule.from >= MIN_TALL_RULE);
  const ends =
    tall.length < 3 ? [] : [findMin(tall.map((rule) => rule.from)), findMax(tall.map((rule) => rule.to))];
  const across = findRulePositions(horizontal, 0.6 * width);
  return [...across, ...ends.filter((end) => across.every((at) => Math.abs(at - end) > 6))].sort(
    (a, b) => a - b,
  );
}

/** Collects the columns that rules show: those of a lattice with several columns, or vertical rules alone. */
function collectRuledBoundaries(pages: readonly BorderlessPage[]): number[] {
  const widest = pages
    .flatMap((page) => page.lattices)
    .reduce<Lattice | null>((best, next) => (next.xs.length > (best?.xs.length ?? 4) ? next : best), null);
  if (widest) return widest.xs;
  const byPage = pages.map((page) => findRulePositions(page.rules.vertical, MIN_TALL_RULE));
  return byPage.reduce((best, next) => (next.length > best.length ? next : best), []);
}

type BorderlessTable = { table: RawTable; y: number; outside: TableLayout<PdfWord>['outside'] };

/**
 * Reads the table of pages that draw no rules, or rules in one direction only; see `layoutTable`.
 *
 * @returns null if no heading is found
 */
export function readBorderlessTable(pages: readonly BorderlessPage[], file: string): BorderlessTable | null {
  const withLines = pages.map((page) => ({
    page,
    lines: buildTextLines(page.glyphs.filter((glyph) => glyph.turn === 0)),
  }));
  const metrics = measurePages(withLines);
  const left = findMin(withLines.flatMap(({ lines }) => lines.map((line) => line.x0)));
  const right = findMax(withLines.flatMap(({ lines }) => lines.map((line) => line.x1)));
  const hints: TableLayoutHints = { ruledBoundaries: collectRuledBoundaries(pages) };
  const layout = layoutTable(
    withLines.map(({ page, lines }) => ({
      lines: lines.map((line) => placedLine(line.words, line.y)),
      separators: findSeparators(page.rules, right - left),
    })),
    metrics,
    hints,
  );
  if (!layout) return null;
  const getPageNumber = (index: number): number => pages[index]!.number;
  return {
    outside: layout.outside,
    y: layout.rows[0]!.lines[0]!.y,
    table: {
      kind: 'table',
      rowCount: layout.rows.length,
      columnCount: layout.columnCount,
      place: { file, page: getPageNumber(layout.rows[0]!.page), table: 1 },
      rows: layout.rows.map((row, index) => ({
        place: { file, page: getPageNumber(row.page), table: 1, row: index + 1 },
        ...(row.header && { header: true }),
        ...(row.startsPage && { startsPage: true }),
        ...(row.continues && { continues: true }),
        ...(!row.header && {
          confidence: toConfidence(row.penalty),
          sourceLines: row.lines.map((line) => joinWords(line.words)),
        }),
      })),
      cells: layout.rows.flatMap((row, index) =>
        row.cells.map(({ column, columnSpan, lines }) => ({
          row: index,
          column,
          rowSpan: 1,
          columnSpan,
          ...buildCellContent(lines.map(createTextLine), layout.boundaries[column + columnSpan - 1]),
        })),
      ),
    },
  };
}
