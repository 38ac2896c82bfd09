import { booleanArg, choiceArg, numberArg, optionalChoice, textArg } from '../arguments';
import { chartOf, seriesAt } from '../charts-of';
import { type Member, defineClass, navigation, object, property } from '../class-table';
import type { BatchContext } from '../context';
import { unsupported } from '../arguments';
import type { ChartAxisKind, ChartHandle, ObjectOf } from '../objects';
import type { ChartModel } from '../../model/types';

const handle = ({ sheetId, chartId }: ChartHandle): ChartHandle => ({ sheetId, chartId });
const own = (self: ChartHandle, context: BatchContext): ChartModel => chartOf(self, context).chart;

export const chartTitle = defineClass<'ChartTitle'>({
  name: 'ChartTitle',
  members: {
    format: navigation((self) => ({ class: 'ChartTitleFormat', ...handle(self) })),
    text: property(
      (self, context) => own(self, context).title,
      (self, value, context) => {
        const chart = own(self, context);
        chart.title = textArg(value, 'text');
        chart.showTitle = true;
      },
    ),
    visible: property(
      (self, context) => own(self, context).showTitle,
      (self, value, context) => {
        own(self, context).showTitle = booleanArg(value, 'visible');
      },
    ),
  },
});

export const chartLegend = defineClass<'ChartLegend'>({
  name: 'ChartLegend',
  members: {
    visible: property(
      (self, context) => own(self, context).legend.visible,
      (self, value, context) => {
        own(self, context).legend.visible = booleanArg(value, 'visible');
      },
    ),
    position: property(
      (self, context) => own(self, context).legend.position,
      (self, value, context) => {
        own(self, context).legend.position = choiceArg(value, 'position', [
          'Top',
          'Bottom',
          'Left',
          'Right',
          'Corner',
        ]);
      },
    ),
  },
});

function axis(kind: ChartAxisKind): Member<'ChartAxes'> {
  return navigation((self) => ({ class: 'ChartAxis', ...handle(self), axis: kind }));
}

export const chartAxes = defineClass<'ChartAxes'>({
  name: 'ChartAxes',
  members: {
    categoryAxis: axis('category'),
    valueAxis: axis('value'),
    getItem: object((self, [type, group]) => {
      const kind = choiceArg(type, 'type', ['Category', 'Value', 'Series']);
      if (kind === 'Series' || optionalChoice(group, 'group', ['Primary', 'Secondary']) === 'Secondary') {
        throw unsupported('ChartAxes.getItem for series or secondary axes');
      }
      return { class: 'ChartAxis', ...handle(self), axis: kind === 'Category' ? 'category' : 'value' };
    }),
  },
});

/** An end of the value axis; '' gives it back to Excel to choose. */
function bound(name: 'maximum' | 'minimum', key: 'valueMaximum' | 'valueMinimum'): Member<'ChartAxis'> {
  return property(
    (self, context) => (self.axis === 'value' ? (own(self, context).axes[key] ?? '') : ''),
    (self, value, context) => {
      if (self.axis !== 'value') throw unsupported(`ChartAxis.${name} of a category axis`);
      const { axes } = own(self, context);
      if (value === '') delete axes[key];
      else axes[key] = numberArg(value, name);
    },
  );
}

export const chartAxis = defineClass<'ChartAxis'>({
  name: 'ChartAxis',
  members: {
    type: property((self) => (self.axis === 'category' ? 'Category' : 'Value')),
    maximum: bound('maximum', 'valueMaximum'),
    minimum: bound('minimum', 'valueMinimum'),
    title: navigation((self) => ({ class: 'ChartAxisTitle', ...handle(self), axis: self.axis })),
  },
});

function titleKey(self: ObjectOf<'ChartAxisTitle'>): 'categoryTitle' | 'valueTitle' {
  return self.axis === 'category' ? 'categoryTitle' : 'valueTitle';
}

export const chartAxisTitle = defineClass<'ChartAxisTitle'>({
  name: 'ChartAxisTitle',
  members: {
    text: property(
      (self, context) => own(self, context).axes[titleKey(self)] ?? '',
      (self, value, context) => {
        own(self, context).axes[titleKey(self)] = textArg(value, 'text');
      },
    ),
    visible: property(
      (self, context) => own(self, context).axes[titleKey(self)] !== undefined,
      (self, value, context) => {
        const { axes } = own(self, context);
        if (booleanArg(value, 'visible')) axes[titleKey(self)] ??= 'Axis Title';
        else delete axes[titleKey(self)];
      },
    ),
  },
});

export const chartDataLabels = defineClass<'ChartDataLabels'>({
  name: 'ChartDataLabels',
  members: {
    format: navigation((self) => ({ class: 'ChartDataLabelFormat', ...handle(self), index: self.index })),
    numberFormat: property(
      (self, context) => {
        const { series } = own(self, context);
        return series[self.index ?? 0]?.dataLabelFormat ?? 'General';
      },
      (self, value, context) => {
        const format = textArg(value, 'numberFormat');
        own(self, context).series.forEach((one, index) => {
          if (self.index === null || self.index === index) one.dataLabelFormat = format;
        });
      },
    ),
    showValue: property(
      (self, context) =>
        self.index === null
          ? own(self, context).series.every(({ dataLabels }) => dataLabels === true)
          : (seriesAt({ ...handle(self), index: self.index }, context).dataLabels ?? false),
      (self, value, context) => {
        const shown = booleanArg(value, 'showValue');
        const { series } = own(self, context);
        series.forEach((one, index) => {
          if (self.index === null || self.index === index) one.dataLabels = shown;
        });
      },
    ),
  },
});
