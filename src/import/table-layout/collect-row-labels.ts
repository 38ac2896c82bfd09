import { joinWords, type PlacedLine, type TextMetrics } from '../../readers/placed-text';
import { getTitleLabel, groupByColumn, LABEL_COLUMN } from './layout-row';
import { isBrokenLabel, parseRowLabel } from './parse-row-label';
import type { CellFragment, LabelPosition } from './split-rows';

type FoundRowLabel = LabelPosition & { text: string };

/** Collects what stands in the label column and in the other columns, from the top down. */
export function collectRowLabels(
  lines: readonly PlacedLine[],
  boundaries: readonly number[],
  metrics: TextMetrics,
): { labels: FoundRowLabel[]; fragments: CellFragment[] } {
  const labels: FoundRowLabel[] = [];
  const fragments: CellFragment[] = [];
  for (const line of lines) {
    const title = getTitleLabel(line, boundaries, metrics);
    if (title !== null) {
      labels.push({ text: title, first: line.y, last: line.y });
      fragments.push({ column: LABEL_COLUMN + 1, y: line.y, text: joinWords(line.words.slice(1)) });
      continue;
    }
    for (const [column, words] of groupByColumn(line, boundaries)) {
      const text = joinWords(words);
      if (column !== LABEL_COLUMN) {
        fragments.push({ column, y: line.y, text });
        continue;
      }
      const above = labels.at(-1);
      if (above && line.y - above.last <= 2.2 * metrics.pitch && isBrokenLabel(above.text, text)) {
        above.text += text;
        above.last = line.y;
      } else if (parseRowLabel(text)) labels.push({ text, first: line.y, last: line.y });
    }
  }
  return { labels, fragments };
}
