import { areaBox } from '../../model/geometry';
import { nameKey } from '../../model/formula-refs';
import type { ChartModel } from '../../model/types';
import { rangeArg, anyRangeArg } from '../addresses';
import { choiceArg, isObjectOf, numberArg, optionalChoice, textArg } from '../arguments';
import { seriesOf } from '../chart-source';
import { CHART_TYPES } from '../chart-types';
import { chartOf } from '../charts-of';
import {
  type Argument,
  type Member,
  countOf,
  countProperty,
  defineClass,
  event,
  itemAt,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import { type BatchContext, areaOf, ensureCalculated, sheetOf } from '../context';
import { EVENT } from '../events';
import { invalidArgument, itemNotFound } from '../host-error';
import type { ChartHandle, HostObject, ObjectOf } from '../objects';
import { ensureAllowed } from '../protection';

type Collection = ObjectOf<'ChartCollection'>;
type Chart = ObjectOf<'Chart'>;

function chartObject(sheetId: string, { id }: ChartModel): Chart {
  return {
    class: 'Chart',
    sheetId,
    chartId: id,
  };
}
const handle = ({ sheetId, chartId }: ChartHandle): ChartHandle => ({ sheetId, chartId });

function items(self: Collection, context: BatchContext): HostObject[] {
  return sheetOf(context, self.sheetId).charts.map((chart) => chartObject(self.sheetId, chart));
}

function find(self: Collection, key: Argument, context: BatchContext): HostObject | null {
  const text = textArg(key, 'name');
  const chart = sheetOf(context, self.sheetId).charts.find(
    ({ id, name }) => id === text || nameKey(name) === nameKey(text),
  );
  return chart ? chartObject(self.sheetId, chart) : null;
}

function required(chart: HostObject | null): HostObject {
  if (!chart) throw itemNotFound('There is no such chart.');
  return chart;
}

const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;

/** "{00000001-0002-…}": the sheet's charts count on; a number is not used again while a later chart is there. */
function nextChart(context: BatchContext): { id: string; number: number } {
  const used = context.workbook.sheets.flatMap(({ charts }) =>
    charts.map(({ id }) => parseInt(id.slice(1, 9), 16)),
  );
  const number = Math.max(0, ...used.filter(Number.isFinite)) + 1;
  const hex = number.toString(16).toUpperCase().padStart(8, '0');
  return { id: `{${hex}-0000-0000-0000-000000000000}`, number };
}

/** A new chart of Excel: five by three inches. */
const DEFAULT_BOX = { left: 60, top: 60, width: 360, height: 216 };

/** One series lends the chart its name; more get the standing title. */
function titleOf(chart: Pick<ChartModel, 'series'>): string {
  return chart.series.length === 1 ? (chart.series[0]?.name ?? '') : 'Chart Title';
}

function told(type: number, sheetId: string, chartId: string, context: BatchContext): void {
  context.events.push({ type, target: sheetId, message: { chartId, source: 'Local', worksheetId: sheetId } });
}

export const chartCollection = defineClass<'ChartCollection'>({
  name: 'ChartCollection',
  items,
  members: {
    count: countProperty(items),
    add: object((self, [type, sourceData, seriesBy], context) => {
      ensureCalculated(context);
      const sheet = sheetOf(context, self.sheetId);
      ensureAllowed(sheet, 'allowEditObjects');
      const chartType = choiceArg(type, 'type', CHART_TYPES);
      const source = anyRangeArg(context, sourceData, 'sourceData', self.sheetId);
      const by = optionalChoice(seriesBy, 'seriesBy', SERIES_BY) ?? 'Auto';
      const series = seriesOf(sheetOf(context, source.sheetId), areaOf(source), by);
      const { id, number } = nextChart(context);
      const chart: ChartModel = {
        id,
        name: `Chart ${number}`,
        type: chartType,
        title: titleOf({ series }),
        showTitle: true,
        legend: { visible: series.length > 1 || /Pie|Doughnut/.test(chartType), position: 'Bottom' },
        ...DEFAULT_BOX,
        series,
        axes: {},
      };
      sheet.charts.push(chart);
      told(EVENT.chartAdded, sheet.id, id, context);
      return chartObject(sheet.id, chart);
    }),
    getCount: countOf(items),
    getItem: object((self, [name], context) => required(find(self, name, context))),
    getItemOrNullObject: object((self, [name], context) => find(self, name, context)),
    getItemAt: itemAt(items),
    onAdded: event(EVENT.chartAdded, 'Added', (self) => self.sheetId),
    onDeleted: event(EVENT.chartDeleted, 'Deleted', (self) => self.sheetId),
  },
});

function box(name: 'left' | 'top' | 'width' | 'height'): Member<'Chart'> {
  return property(
    (self, context) => chartOf(self, context).chart[name],
    (self, value, context) => {
      const size = numberArg(value, name);
      if (size < 0) throw invalidArgument(`'${name}' must not be negative.`);
      chartOf(self, context).chart[name] = size;
    },
  );
}

export const chart = defineClass<'Chart'>({
  name: 'Chart',
  identify: (self) => ({ Id: self.chartId }),
  ensure: (self, context) => void chartOf(self, context),
  members: {
    id: property((self) => self.chartId),
    name: property(
      (self, context) => chartOf(self, context).chart.name,
      (self, value, context) => {
        chartOf(self, context).chart.name = textArg(value, 'name');
      },
    ),
    chartType: property(
      (self, context) => chartOf(self, context).chart.type,
      (self, value, context) => {
        chartOf(self, context).chart.type = choiceArg(value, 'chartType', CHART_TYPES);
      },
    ),
    left: box('left'),
    top: box('top'),
    width: box('width'),
    height: box('height'),
    axes: navigation((self) => ({ class: 'ChartAxes', ...handle(self) })),
    format: navigation((self) => ({ class: 'ChartAreaFormat', ...handle(self) })),
    dataLabels: navigation((self) => ({ class: 'ChartDataLabels', ...handle(self), index: null })),
    legend: navigation((self) => ({ class: 'ChartLegend', ...handle(self) })),
    series: navigation((self) => ({ class: 'ChartSeriesCollection', ...handle(self) })),
    title: navigation((self) => ({ class: 'ChartTitle', ...handle(self) })),
    worksheet: navigation((self) => ({ class: 'Worksheet', sheetId: self.sheetId })),
    activate: method(() => undefined),
    delete: method((self, _args, context) => {
      const { sheet, chart } = chartOf(self, context);
      ensureAllowed(sheet, 'allowEditObjects');
      sheet.charts.splice(sheet.charts.indexOf(chart), 1);
      told(EVENT.chartDeleted, sheet.id, chart.id, context);
    }),
    setData: method((self, [sourceData, seriesBy], context) => {
      ensureCalculated(context);
      const { chart } = chartOf(self, context);
      const source = anyRangeArg(context, sourceData, 'sourceData', self.sheetId);
      const by = optionalChoice(seriesBy, 'seriesBy', SERIES_BY) ?? 'Auto';
      chart.series = seriesOf(sheetOf(context, source.sheetId), areaOf(source), by);
    }),
    setPosition: method((self, [startCell, endCell], context) => {
      const { sheet, chart } = chartOf(self, context);
      const first = areaOf(rangeArg(context, startCell, 'startCell', sheet.id));
      const from = areaBox(sheet, { ...first, bottom: first.top, right: first.left });
      chart.left = from.left;
      chart.top = from.top;
      if (endCell === null || endCell === undefined || endCell === '') return;
      if (isObjectOf(endCell, 'Range') && endCell.sheetId !== sheet.id) {
        throw invalidArgument('Both cells must be on the chart’s sheet.');
      }
      const last = areaOf(rangeArg(context, endCell, 'endCell', sheet.id));
      const to = areaBox(sheet, { ...last, top: last.bottom, left: last.right });
      chart.width = to.left + to.width - from.left;
      chart.height = to.top + to.height - from.top;
    }),
  },
});
