import { columnOf } from './columns';
import { chunksOf, textOf, type Metrics, type PlacedLine, type PlacedWord } from './placed-text';
import { isSectionLabel } from './row-label';

/** A cell of a laid-out row: its printed lines as words. */
export type LaidCell<Word> = { column: number; columnSpan: number; lines: Word[][] };

export const labelColumn = 0;

/** The words of a line by column. */
export const wordsByColumn = <Word extends PlacedWord>(
  line: PlacedLine<Word>,
  boundaries: readonly number[],
): Map<number, Word[]> => {
  const columns = new Map<number, Word[]>();
  for (const word of line.words) {
    const column = columnOf(word, boundaries);
    const words = columns.get(column);
    if (words) words.push(word);
    else columns.set(column, [word]);
  }
  return columns;
};

/** A section's title runs on across the columns: its words stand no farther apart than words do. */
const isAcross = (lines: readonly Map<number, PlacedWord[]>[], metrics: Metrics): boolean => {
  const label = lines.map((columns) => textOf(columns.get(labelColumn) ?? [])).join('');
  if (!isSectionLabel(label)) return false;
  return lines.every((columns) => {
    const words = [...columns].flatMap(([column, own]) => (column === labelColumn ? [] : own));
    return words.length === 0 || chunksOf({ words, x0: 0, x1: 0, y: 0 }, metrics).length === 1;
  });
};

/** The cells of one row, from the lines printed in it. */
export const layOutRow = <Word extends PlacedWord>(
  lines: readonly PlacedLine<Word>[],
  boundaries: readonly number[],
  metrics: Metrics,
  header: boolean,
): LaidCell<Word>[] => {
  const cells = new Map<number, LaidCell<Word>>();
  const add = (column: number, columnSpan: number, words: Word[]): void => {
    const cell = cells.get(column);
    if (cell) cell.lines.push(words);
    else cells.set(column, { column, columnSpan, lines: [words] });
  };
  const byColumn = lines.map((line) => wordsByColumn(line, boundaries));
  const across = !header && isAcross(byColumn, metrics);
  for (const columns of byColumn) {
    if (across) {
      const title = [...columns].flatMap(([column, words]) => (column === labelColumn ? [] : words));
      if (title.length > 0) add(labelColumn + 1, boundaries.length, title);
    }
    for (const [column, words] of columns) if (column === labelColumn || !across) add(column, 1, words);
  }
  return [...cells.values()].sort((a, b) => a.column - b.column);
};
