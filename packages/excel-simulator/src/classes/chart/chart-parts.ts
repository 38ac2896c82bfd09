import type { ChartModel } from '../../model/types';
import {
  createUnsupportedError,
  readBooleanArg,
  readChoiceArg,
  readNumberArg,
  readOptionalChoiceArg,
  readTextArg,
} from '../../protocol/arguments';
import {
  defineClass,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import {
  type ChartAxisKind,
  type ChartHandle,
  type ObjectOf,
  toChartHandle,
} from '../../protocol/host-objects';
import { requireChart, requireChartSeries } from '../../protocol/sheets/require-chart';
import type { BatchContext, Member } from '../../protocol/types';

const getChartModel = (self: ChartHandle, context: BatchContext): ChartModel =>
  requireChart(self, context).chart;

export const chartTitleClass = defineClass<'ChartTitle'>({
  name: 'ChartTitle',
  members: {
    format: defineNavigation((self) => ({ class: 'ChartTitleFormat', ...toChartHandle(self) })),
    text: defineProperty(
      (self, context) => getChartModel(self, context).title,
      (self, value, context) => {
        const chart = getChartModel(self, context);
        chart.title = readTextArg(value, 'text');
        chart.showTitle = true;
      },
    ),
    visible: defineProperty(
      (self, context) => getChartModel(self, context).showTitle,
      (self, value, context) => {
        getChartModel(self, context).showTitle = readBooleanArg(value, 'visible');
      },
    ),
  },
});

export const chartLegendClass = defineClass<'ChartLegend'>({
  name: 'ChartLegend',
  members: {
    visible: defineProperty(
      (self, context) => getChartModel(self, context).legend.visible,
      (self, value, context) => {
        getChartModel(self, context).legend.visible = readBooleanArg(value, 'visible');
      },
    ),
    position: defineProperty(
      (self, context) => getChartModel(self, context).legend.position,
      (self, value, context) => {
        getChartModel(self, context).legend.position = readChoiceArg(value, 'position', [
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

function defineAxis(kind: ChartAxisKind): Member<'ChartAxes'> {
  return defineNavigation((self) => ({ class: 'ChartAxis', ...toChartHandle(self), axis: kind }));
}

export const chartAxesClass = defineClass<'ChartAxes'>({
  name: 'ChartAxes',
  members: {
    categoryAxis: defineAxis('category'),
    valueAxis: defineAxis('value'),
    getItem: defineObjectMethod((self, [type, group]) => {
      const kind = readChoiceArg(type, 'type', ['Category', 'Value', 'Series']);
      if (
        kind === 'Series' ||
        readOptionalChoiceArg(group, 'group', ['Primary', 'Secondary']) === 'Secondary'
      ) {
        throw createUnsupportedError('ChartAxes.getItem for series or secondary axes');
      }
      return { class: 'ChartAxis', ...toChartHandle(self), axis: kind === 'Category' ? 'category' : 'value' };
    }),
  },
});

/** Defines one end of the value axis; '' makes Excel choose it. */
function defineAxisBound(
  name: 'maximum' | 'minimum',
  key: 'valueMaximum' | 'valueMinimum',
): Member<'ChartAxis'> {
  return defineProperty(
    (self, context) => (self.axis === 'value' ? (getChartModel(self, context).axes[key] ?? '') : ''),
    (self, value, context) => {
      if (self.axis !== 'value') throw createUnsupportedError(`ChartAxis.${name} of a category axis`);
      const { axes } = getChartModel(self, context);
      if (value === '') delete axes[key];
      else axes[key] = readNumberArg(value, name);
    },
  );
}

export const chartAxisClass = defineClass<'ChartAxis'>({
  name: 'ChartAxis',
  members: {
    type: defineProperty((self) => (self.axis === 'category' ? 'Category' : 'Value')),
    maximum: defineAxisBound('maximum', 'valueMaximum'),
    minimum: defineAxisBound('minimum', 'valueMinimum'),
    title: defineNavigation((self) => ({ class: 'ChartAxisTitle', ...toChartHandle(self), axis: self.axis })),
  },
});

function getTitleKey(self: ObjectOf<'ChartAxisTitle'>): 'categoryTitle' | 'valueTitle' {
  return self.axis === 'category' ? 'categoryTitle' : 'valueTitle';
}

export const chartAxisTitleClass = defineClass<'ChartAxisTitle'>({
  name: 'ChartAxisTitle',
  members: {
    text: defineProperty(
      (self, context) => getChartModel(self, context).axes[getTitleKey(self)] ?? '',
      (self, value, context) => {
        getChartModel(self, context).axes[getTitleKey(self)] = readTextArg(value, 'text');
      },
    ),
    visible: defineProperty(
      (self, context) => getChartModel(self, context).axes[getTitleKey(self)] !== undefined,
      (self, value, context) => {
        const { axes } = getChartModel(self, context);
        if (readBooleanArg(value, 'visible')) axes[getTitleKey(self)] ??= 'Axis Title';
        else delete axes[getTitleKey(self)];
      },
    ),
  },
});

export const chartDataLabelsClass = defineClass<'ChartDataLabels'>({
  name: 'ChartDataLabels',
  members: {
    format: defineNavigation((self) => ({
      class: 'ChartDataLabelFormat',
      ...toChartHandle(self),
      index: self.index,
    })),
    numberFormat: defineProperty(
      (self, context) => {
        const { series } = getChartModel(self, context);
        return series[self.index ?? 0]?.dataLabelFormat ?? 'General';
      },
      (self, value, context) => {
        const format = readTextArg(value, 'numberFormat');
        getChartModel(self, context).series.forEach((one, index) => {
          if (self.index === null || self.index === index) one.dataLabelFormat = format;
        });
      },
    ),
    showValue: defineProperty(
      (self, context) =>
        self.index === null
          ? getChartModel(self, context).series.every(({ dataLabels }) => dataLabels === true)
          : (requireChartSeries({ ...toChartHandle(self), index: self.index }, context).dataLabels ?? false),
      (self, value, context) => {
        const shown = readBooleanArg(value, 'showValue');
        const { series } = getChartModel(self, context);
        series.forEach((one, index) => {
          if (self.index === null || self.index === index) one.dataLabels = shown;
        });
      },
    ),
  },
});
