import type { ChartSpec } from '../sheet-spec';
import { COLORS, DEFAULT_FONT, STATE_COLORS } from '../styles';
import { PAGE_FONT_SIZE } from './page-grid';

/** Labels of figures above 0 only. */
const POSITIVE_LABEL_FORMAT = '#,##0;;';

/** Done, late and still open, of a month. */
export const MONTH_COLORS = [STATE_COLORS.done, COLORS.redText, STATE_COLORS.notStarted] as const;

/** Colour of the figures on a column: light on dark, dark on light; the thin parts have no room for one. */
const LABEL_COLORS: Readonly<Record<string, string | null>> = {
  [STATE_COLORS.nothingArisen]: null,
  [STATE_COLORS.undecided]: null,
  [STATE_COLORS.done]: COLORS.white,
  [STATE_COLORS.inProgress]: COLORS.white,
  [COLORS.redText]: COLORS.white,
};

/**
 * Creates a chart of the page. Every column is equally high, so that its parts have space for their counts and what
 * is done can be compared.
 */
export function createPageChart(
  chart: Omit<ChartSpec, 'position' | 'type' | 'style'>,
): Omit<ChartSpec, 'position'> {
  return {
    ...chart,
    type: 'ColumnStacked100',
    style: {
      font: DEFAULT_FONT,
      fontSize: PAGE_FONT_SIZE,
      titleSize: PAGE_FONT_SIZE + 0.5,
      titleColor: COLORS.navy,
      // Many states below each other leave the columns their height.
      legend: chart.colors.length > 4 ? 'Right' : 'Bottom',
      gapWidth: 45,
      labelFormat: POSITIVE_LABEL_FORMAT,
      labelColors: chart.colors.map((color) =>
        color in LABEL_COLORS ? (LABEL_COLORS[color] ?? null) : COLORS.ink,
      ),
    },
  };
}
