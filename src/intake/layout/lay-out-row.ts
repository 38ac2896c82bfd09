import { columnOf } from './columns';
import { chunksOf, textOf, type Metrics, type PlacedLine, type PlacedWord } from './placed-text';
import { isSectionLabel } from './row-label';

/** A cell of a laid-out row: its printed lines as words. */
export type LaidCell<Word> = { column: number; columnSpan: number; lines: Word[][] };

export const labelColumn = 0;

/** The words of a line by column. */
export function wordsByColumn<Word extends PlacedWord>(
  line: PlacedLine<Word>,
  boundaries: readonly number[],
): Map<number, Word[]> {
  const columns = new Map<number, Word[]>();
  for (const word of line.words) {
    const column = columnOf(word, boundaries);
    const words = columns.get(column);
    if (words) words.push(word);
    else columns.set(column, [word]);
  }
  return columns;
}

/** "I. Lĩnh vực …" written across from the label column on: its label; null for other lines. */
export function labelOfTitle(
  line: PlacedLine,
  boundaries: readonly number[],
  metrics: Metrics,
): string | null {
  const [first, second] = line.words;
  if (!first || !second || columnOf(first, boundaries) !== labelColumn || !isSectionLabel(first.text))
    return null;
  return second.x0 - first.x1 <= metrics.blank && chunksOf(line, metrics).length === 1 ? first.text : null;
}

/** A section's title runs on across the columns: its words stand no farther apart than words do. */
function isAcross(lines: readonly PlacedLine[], boundaries: readonly number[], metrics: Metrics): boolean {
  if (labelOfTitle(lines[0]!, boundaries, metrics) !== null)
    return lines.every((line) => chunksOf(line, metrics).length === 1);
  const byColumn = lines.map((line) => wordsByColumn(line, boundaries));
  const label = byColumn.map((columns) => textOf(columns.get(labelColumn) ?? [])).join('');
  if (!isSectionLabel(label)) return false;
  return byColumn.every((columns) => {
    const words = [...columns].flatMap(([column, own]) => (column === labelColumn ? [] : own));
    return words.length === 0 || chunksOf({ words, x0: 0, x1: 0, y: 0 }, metrics).length === 1;
  });
}

/** Label and title of a section, from lines whose title may begin in the label column. */
function titleCells<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
  metrics: Metrics,
): LaidCell<Word>[] {
  const label: LaidCell<Word> = { column: labelColumn, columnSpan: 1, lines: [] };
  const title: LaidCell<Word> = { column: labelColumn + 1, columnSpan: boundaries.length, lines: [] };
  const run = labelOfTitle(lines[0]!, boundaries, metrics) !== null;
  lines.forEach((line, index) => {
    const own = run
      ? line.words.slice(0, index === 0 ? 1 : 0)
      : line.words.filter((word) => columnOf(word, boundaries) === labelColumn);
    const rest = line.words.filter((word) => !own.includes(word));
    if (own.length > 0) label.lines.push(own);
    if (rest.length > 0) title.lines.push(rest);
  });
  return [label, title].filter((cell) => cell.lines.length > 0);
}

/** Is this row a section's: a label and one title across the table? */
export function isTitleRow<Word extends PlacedWord>(
  cells: readonly LaidCell<Word>[],
  columns: number,
): boolean {
  return cells.some((cell) => cell.column === labelColumn + 1 && cell.columnSpan === columns - 1);
}

/** The rest of a section's title at the top of a page, which no label leads; null where it is something else. */
export function restOfTitle<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
  metrics: Metrics,
): LaidCell<Word>[] | null {
  return lines.every((line) => chunksOf(line, metrics).length === 1)
    ? [{ column: labelColumn + 1, columnSpan: boundaries.length, lines: lines.map((line) => line.words) }]
    : null;
}

/** The cells of one row, from the lines printed in it. */
export function layOutRow<Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
  metrics: Metrics,
  header: boolean,
): LaidCell<Word>[] {
  if (!header && isAcross(lines, boundaries, metrics)) return titleCells(lines, boundaries, metrics);
  const cells = new Map<number, LaidCell<Word>>();
  for (const line of lines)
    for (const [column, words] of wordsByColumn(line, boundaries)) {
      const cell = cells.get(column);
      if (cell) cell.lines.push(words);
      else cells.set(column, { column, columnSpan: 1, lines: [words] });
    }
  return [...cells.values()].sort((a, b) => a.column - b.column);
}
