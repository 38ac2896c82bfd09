import type { ChartFontModel } from '../../model/types';
import { booleanArg, colorArg, numberArg, textArg } from '../arguments';
import { chartOf, seriesAt } from '../charts-of';
import { defineClass, navigation, property } from '../class-table';
import type { BatchContext } from '../context';
import { invalidArgument } from '../host-error';
import type { ChartHandle, ObjectOf } from '../objects';

type Self = ObjectOf<'ChartFont'>;

const handle = ({ sheetId, chartId }: ChartHandle): ChartHandle => ({ sheetId, chartId });

export const chartAreaFormat = defineClass<'ChartAreaFormat'>({
  name: 'ChartAreaFormat',
  members: { font: navigation((self) => ({ class: 'ChartFont', ...handle(self), texts: 'all' })) },
});

export const chartTitleFormat = defineClass<'ChartTitleFormat'>({
  name: 'ChartTitleFormat',
  members: { font: navigation((self) => ({ class: 'ChartFont', ...handle(self), texts: 'title' })) },
});

export const chartDataLabelFormat = defineClass<'ChartDataLabelFormat'>({
  name: 'ChartDataLabelFormat',
  members: {
    font: navigation((self) => ({ class: 'ChartFont', ...handle(self), texts: { labelsOf: self.index } })),
  },
});

/** What a new chart of Excel has where nothing is set. */
const USUAL: Required<ChartFontModel> = { name: 'Calibri', size: 10, color: '#595959', bold: false };
const USUAL_TITLE_SIZE = 14;

/** What is set for the texts themselves, else for the whole chart, else Excel's own. */
function fontOf(self: Self, context: BatchContext): Required<ChartFontModel> {
  const { chart } = chartOf(self, context);
  const whole = { ...USUAL, ...chart.font };
  if (self.texts === 'all') return whole;
  if (self.texts === 'title') {
    return { ...whole, size: chart.font?.size ?? USUAL_TITLE_SIZE, ...chart.titleFont };
  }
  const { labelsOf } = self.texts;
  const own = labelsOf === null ? chart.series[0] : seriesAt({ ...handle(self), index: labelsOf }, context);
  return { ...whole, ...own?.dataLabelFont };
}

function setFont(self: Self, change: ChartFontModel, context: BatchContext): void {
  const { chart } = chartOf(self, context);
  if (self.texts === 'all') {
    // Set for the whole, it holds for every part, whatever was set there before.
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

function sizeArg(value: Parameters<typeof numberArg>[0]): number {
  const size = numberArg(value, 'size');
  if (size < 1 || size > 409) throw invalidArgument("'size' must be from 1 to 409.");
  return size;
}

export const chartFont = defineClass<'ChartFont'>({
  name: 'ChartFont',
  members: {
    name: property(
      (self, context) => fontOf(self, context).name,
      (self, value, context) => setFont(self, { name: textArg(value, 'name') }, context),
    ),
    size: property(
      (self, context) => fontOf(self, context).size,
      (self, value, context) => setFont(self, { size: sizeArg(value) }, context),
    ),
    color: property(
      (self, context) => fontOf(self, context).color,
      (self, value, context) => setFont(self, { color: colorArg(value, 'color') }, context),
    ),
    bold: property(
      (self, context) => fontOf(self, context).bold,
      (self, value, context) => setFont(self, { bold: booleanArg(value, 'bold') }, context),
    ),
  },
});
