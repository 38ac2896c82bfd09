import type { ChartFontModel } from '../../model/types';
import { readBooleanArg, readColorArg, readNumberArg, readTextArg } from '../../protocol/arguments';
import { defineClass, defineNavigation, defineProperty } from '../../protocol/define-class';
import { createInvalidArgumentError } from '../../protocol/host-error';
import { type ObjectOf, toChartHandle } from '../../protocol/host-objects';
import { requireChart, requireChartSeries } from '../../protocol/sheets/require-chart';
import type { BatchContext } from '../../protocol/types';

type Self = ObjectOf<'ChartFont'>;

export const chartAreaFormatClass = defineClass<'ChartAreaFormat'>({
  name: 'ChartAreaFormat',
  members: {
    font: defineNavigation((self) => ({ class: 'ChartFont', ...toChartHandle(self), texts: 'all' })),
  },
});

export const chartTitleFormatClass = defineClass<'ChartTitleFormat'>({
  name: 'ChartTitleFormat',
  members: {
    font: defineNavigation((self) => ({ class: 'ChartFont', ...toChartHandle(self), texts: 'title' })),
  },
});

export const chartDataLabelFormatClass = defineClass<'ChartDataLabelFormat'>({
  name: 'ChartDataLabelFormat',
  members: {
    font: defineNavigation((self) => ({
      class: 'ChartFont',
      ...toChartHandle(self),
      texts: { labelsOf: self.index },
    })),
  },
});

/** The font of a new chart in Excel where nothing is set. */
const DEFAULT_CHART_FONT: Required<ChartFontModel> = {
  name: 'Calibri',
  size: 10,
  color: '#595959',
  bold: false,
};
const DEFAULT_TITLE_SIZE = 14;

/**
 * Returns the font of the texts: what is set for them, else what is set for the chart, else Excel's default.
 */
function getChartFont(self: Self, context: BatchContext): Required<ChartFontModel> {
  const { chart } = requireChart(self, context);
  const chartFont = { ...DEFAULT_CHART_FONT, ...chart.font };
  if (self.texts === 'all') return chartFont;
  if (self.texts === 'title') {
    return { ...chartFont, size: chart.font?.size ?? DEFAULT_TITLE_SIZE, ...chart.titleFont };
  }
  const { labelsOf } = self.texts;
  const series =
    labelsOf === null
      ? chart.series[0]
      : requireChartSeries({ ...toChartHandle(self), index: labelsOf }, context);
  return { ...chartFont, ...series?.dataLabelFont };
}

function setChartFont(self: Self, change: ChartFontModel, context: BatchContext): void {
  const { chart } = requireChart(self, context);
  if (self.texts === 'all') {
    // A font set for the chart applies to every part, whatever was set there before.
    chart.font = { ...chart.font, ...change };
    if (chart.titleFont) chart.titleFont = { ...chart.titleFont, ...change };
    for (const series of chart.series) {
      if (series.dataLabelFont) series.dataLabelFont = { ...series.dataLabelFont, ...change };
    }
  } else if (self.texts === 'title') {
    chart.titleFont = { ...chart.titleFont, ...change };
  } else {
    const { labelsOf } = self.texts;
    chart.series.forEach((series, index) => {
      if (labelsOf === null || labelsOf === index) {
        series.dataLabelFont = { ...series.dataLabelFont, ...change };
      }
    });
  }
}

function readFontSizeArg(value: Parameters<typeof readNumberArg>[0]): number {
  const size = readNumberArg(value, 'size');
  if (size < 1 || size > 409) throw createInvalidArgumentError("'size' must be from 1 to 409.");
  return size;
}

export const chartFontClass = defineClass<'ChartFont'>({
  name: 'ChartFont',
  members: {
    name: defineProperty(
      (self, context) => getChartFont(self, context).name,
      (self, value, context) => setChartFont(self, { name: readTextArg(value, 'name') }, context),
    ),
    size: defineProperty(
      (self, context) => getChartFont(self, context).size,
      (self, value, context) => setChartFont(self, { size: readFontSizeArg(value) }, context),
    ),
    color: defineProperty(
      (self, context) => getChartFont(self, context).color,
      (self, value, context) => setChartFont(self, { color: readColorArg(value, 'color') }, context),
    ),
    bold: defineProperty(
      (self, context) => getChartFont(self, context).bold,
      (self, value, context) => setChartFont(self, { bold: readBooleanArg(value, 'bold') }, context),
    ),
  },
});
