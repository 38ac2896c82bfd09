import { labelColumn, labelOfTitle, wordsByColumn } from './lay-out-row';
import { textOf, type Metrics, type PlacedLine } from './placed-text';
import { isBrokenLabel, rowLabel } from './row-label';
import type { LabelAt, Piece } from './split-rows';

export type FoundLabel = LabelAt & { text: string };

/** What stands in the label column and what beside it, top down. */
export function labelsAndPieces(
  lines: readonly PlacedLine[],
  boundaries: readonly number[],
  metrics: Metrics,
): { labels: FoundLabel[]; pieces: Piece[] } {
  const labels: FoundLabel[] = [];
  const pieces: Piece[] = [];
  for (const line of lines) {
    const title = labelOfTitle(line, boundaries, metrics);
    if (title !== null) {
      labels.push({ text: title, first: line.y, last: line.y });
      pieces.push({ column: labelColumn + 1, y: line.y, text: textOf(line.words.slice(1)) });
      continue;
    }
    for (const [column, words] of wordsByColumn(line, boundaries)) {
      const text = textOf(words);
      if (column !== labelColumn) {
        pieces.push({ column, y: line.y, text });
        continue;
      }
      const above = labels.at(-1);
      if (above && line.y - above.last <= 2.2 * metrics.pitch && isBrokenLabel(above.text, text)) {
        above.text += text;
        above.last = line.y;
      } else if (rowLabel(text)) labels.push({ text, first: line.y, last: line.y });
    }
  }
  return { labels, pieces };
}
