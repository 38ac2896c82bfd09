import {
  joinWords,
  type PlacedLine,
  type PlacedWord,
  splitIntoChunks,
  type TextMetrics,
} from '../../readers/placed-text';
import { findColumnIndex } from './find-column-boundaries';
import { isSectionLabel } from './parse-row-label';

/** A cell of a laid-out row: its printed lines as words. */
export type TableLayoutCell<Word> = { column: number; columnSpan: number; lines: Word[][] };

export const LABEL_COLUMN = 0;

/** Groups the words of a line by column. */
export function groupByColumn<Word extends PlacedWord>(
  line: PlacedLine<Word>,
  boundaries: readonly number[],
): Map<number, Word[]> {
  const columns = new Map<number, Word[]>();
  for (const word of line.words) {
    const column = findColumnIndex(word, boundaries);
    const words = columns.get(column);
    if (words) words.push(word);
    else columns.set(column, [word]);
  }
  return columns;
}

/**
 * Returns the label of "I. Lĩnh vực …" written across from the label column on.
 *
 * @returns null for other lines
 */
export function getTitleLabel(
  line: PlacedLine,
  boundaries: readonly number[],
  metrics: TextMetrics,
): string | null {
  const [first, second] = line.words;
  if (!first || !second || findColumnIndex(first, boundaries) !== LABEL_COLUMN || !isSectionLabel(first.text))
    return null;
  return second.x0 - first.x1 <= metrics.maxWordGap && splitIntoChunks(line, metrics).length === 1
    ? first.text
    : null;
}

/** Returns true if a section's title spans the columns: its words stand no farther apart than words do. */
function isSpanningTitle(
  lines: readonly PlacedLine[],
  boundaries: readonly number[],
  metrics: TextMetrics,
): boolean {
  if (getTitleLabel(lines[0]!, boundaries, metrics) !== null)
    return lines.every((line) => splitIntoChunks(line, metrics).length === 1);
  const byColumn = lines.map((line) => groupByColumn(line, boundaries));
  const label = byColumn.map((columns) => joinWords(columns.get(LABEL_COLUMN) ?? [])).join('');
  if (!isSectionLabel(label)) return false;
  return byColumn.every((columns) => {
    const words = [...columns].flatMap(([column, own]) => (column === LABEL_COLUMN ? [] : own));
    return words.length === 0 || splitIntoChunks({ words, x0: 0, x1: 0, y: 0 }, metrics).length === 1;
  });
}

/** Builds label and title of a section from lines whose title may begin in the label column. */
function buildTitleCells<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
  metrics: TextMetrics,
): TableLayoutCell<Word>[] {
  const label: TableLayoutCell<Word> = { column: LABEL_COLUMN, columnSpan: 1, lines: [] };
  const title: TableLayoutCell<Word> = { column: LABEL_COLUMN + 1, columnSpan: boundaries.length, lines: [] };
  const run = getTitleLabel(lines[0]!, boundaries, metrics) !== null;
  lines.forEach((line, index) => {
    const own = run
      ? line.words.slice(0, index === 0 ? 1 : 0)
      : line.words.filter((word) => findColumnIndex(word, boundaries) === LABEL_COLUMN);
    const rest = line.words.filter((word) => !own.includes(word));
    if (own.length > 0) label.lines.push(own);
    if (rest.length > 0) title.lines.push(rest);
  });
  return [label, title].filter((cell) => cell.lines.length > 0);
}

/** Returns true for the row of a section: a label and one title across the table. */
export function isTitleLayoutRow<Word extends PlacedWord>(
  cells: readonly TableLayoutCell<Word>[],
  columns: number,
): boolean {
  return cells.some((cell) => cell.column === LABEL_COLUMN + 1 && cell.columnSpan === columns - 1);
}

/**
 * Builds the rest of a section's title at the top of a page, which has no label.
 *
 * @returns null if the lines are something else
 */
export function buildTitleContinuation<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
  metrics: TextMetrics,
): TableLayoutCell<Word>[] | null {
  return lines.every((line) => splitIntoChunks(line, metrics).length === 1)
    ? [{ column: LABEL_COLUMN + 1, columnSpan: boundaries.length, lines: lines.map((line) => line.words) }]
    : null;
}

/** Builds the cells of one row from the lines printed in it. */
export function layoutRow<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
  metrics: TextMetrics,
  header: boolean,
): TableLayoutCell<Word>[] {
  if (!header && isSpanningTitle(lines, boundaries, metrics))
    return buildTitleCells(lines, boundaries, metrics);
  const cells = new Map<number, TableLayoutCell<Word>>();
  for (const line of lines)
    for (const [column, words] of groupByColumn(line, boundaries)) {
      const cell = cells.get(column);
      if (cell) cell.lines.push(words);
      else cells.set(column, { column, columnSpan: 1, lines: [words] });
    }
  return [...cells.values()].sort((a, b) => a.column - b.column);
}
