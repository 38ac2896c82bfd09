import { getMaximum } from '../../model/collections';
import { toNameKey } from '../../model/formula-references';
import { getRangeBox } from '../../model/geometry';
import type { ChartModel } from '../../model/types';
import {
  isHostObject,
  readChoiceArg,
  readNumberArg,
  readOptionalChoiceArg,
  readTextArg,
} from '../../protocol/arguments';
import { ensureCalculated, getCellRange, requireSheet } from '../../protocol/batch-context';
import { settleRowHeights } from '../../protocol/cells/autofit';
import { readAnyRangeArg, readRangeArg } from '../../protocol/cells/resolve-address';
import {
  defineClass,
  defineCountProperty,
  defineEvent,
  defineFindPair,
  defineGetCount,
  defineGetItemAt,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { EVENT_TYPES } from '../../protocol/events';
import { createInvalidArgumentError } from '../../protocol/host-error';
import { type HostObject, type ObjectOf, toChartHandle } from '../../protocol/host-objects';
import { ensureAllowed } from '../../protocol/sheets/ensure-writable';
import { requireChart } from '../../protocol/sheets/require-chart';
import type { Argument, BatchContext, Member } from '../../protocol/types';
import { buildChartSeries } from './build-chart-series';
import { CHART_TYPES } from './chart-types';

type Collection = ObjectOf<'ChartCollection'>;
type Chart = ObjectOf<'Chart'>;

function toChartObject(sheetId: string, { id }: ChartModel): Chart {
  return {
    class: 'Chart',
    sheetId,
    chartId: id,
  };
}

function listCharts(self: Collection, context: BatchContext): HostObject[] {
  return requireSheet(context, self.sheetId).charts.map((chart) => toChartObject(self.sheetId, chart));
}

function findChart(self: Collection, key: Argument, context: BatchContext): HostObject | null {
  const text = readTextArg(key, 'name');
  const chart = requireSheet(context, self.sheetId).charts.find(
    ({ id, name }) => id === text || toNameKey(name) === toNameKey(text),
  );
  return chart ? toChartObject(self.sheetId, chart) : null;
}

const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;

/**
 * Creates the id of the sheet's next chart ("{00000001-0002-…}"). A number is not used again while a later
 * chart exists.
 */
function createChartId(context: BatchContext): { id: string; number: number } {
  const used = context.workbook.sheets.flatMap(({ charts }) =>
    charts.map(({ id }) => parseInt(id.slice(1, 9), 16)),
  );
  const number = getMaximum(used.filter(Number.isFinite), 0) + 1;
  const hex = number.toString(16).toUpperCase().padStart(8, '0');
  return { id: `{${hex}-0000-0000-0000-000000000000}`, number };
}

/** Size of a new chart in Excel: five by three inches. */
const DEFAULT_BOX = { left: 60, top: 60, width: 360, height: 216 };

/** Returns the title of a new chart: the name of its only series, or Excel's default title. */
function getDefaultTitle(chart: Pick<ChartModel, 'series'>): string {
  return chart.series.length === 1 ? (chart.series[0]?.name ?? '') : 'Chart Title';
}

function emitChartEvent(type: number, sheetId: string, chartId: string, context: BatchContext): void {
  context.events.push({ type, target: sheetId, message: { chartId, source: 'Local', worksheetId: sheetId } });
}

export const chartCollectionClass = defineClass<'ChartCollection'>({
  name: 'ChartCollection',
  items: listCharts,
  members: {
    count: defineCountProperty(listCharts),
    add: defineObjectMethod((self, [type, sourceData, seriesBy], context) => {
      ensureCalculated(context);
      settleRowHeights(context);
      const sheet = requireSheet(context, self.sheetId);
      ensureAllowed(sheet, 'allowEditObjects');
      const chartType = readChoiceArg(type, 'type', CHART_TYPES);
      const source = readAnyRangeArg(context, sourceData, 'sourceData', self.sheetId);
      const by = readOptionalChoiceArg(seriesBy, 'seriesBy', SERIES_BY) ?? 'Auto';
      const series = buildChartSeries(requireSheet(context, source.sheetId), getCellRange(source), by);
      const { id, number } = createChartId(context);
      const chart: ChartModel = {
        id,
        name: `Chart ${number}`,
        type: chartType,
        title: getDefaultTitle({ series }),
        showTitle: true,
        legend: { visible: series.length > 1 || /Pie|Doughnut/.test(chartType), position: 'Bottom' },
        ...DEFAULT_BOX,
        series,
        axes: {},
      };
      sheet.charts.push(chart);
      emitChartEvent(EVENT_TYPES.chartAdded, sheet.id, id, context);
      return toChartObject(sheet.id, chart);
    }),
    getCount: defineGetCount(listCharts),
    ...defineFindPair<'ChartCollection'>(
      'getItem',
      (self, [name], context) => findChart(self, name, context),
      'There is no such chart.',
    ),
    getItemAt: defineGetItemAt(listCharts),
    onAdded: defineEvent(EVENT_TYPES.chartAdded, 'Added', (self) => self.sheetId),
    onDeleted: defineEvent(EVENT_TYPES.chartDeleted, 'Deleted', (self) => self.sheetId),
  },
});

function defineBoxProperty(name: 'left' | 'top' | 'width' | 'height'): Member<'Chart'> {
  return defineProperty(
    (self, context) => requireChart(self, context).chart[name],
    (self, value, context) => {
      const size = readNumberArg(value, name);
      if (size < 0) throw createInvalidArgumentError(`'${name}' must not be negative.`);
      requireChart(self, context).chart[name] = size;
    },
  );
}

export const chartClass = defineClass<'Chart'>({
  name: 'Chart',
  identify: (self) => ({ Id: self.chartId }),
  ensure: (self, context) => void requireChart(self, context),
  members: {
    id: defineProperty((self) => self.chartId),
    name: defineProperty(
      (self, context) => requireChart(self, context).chart.name,
      (self, value, context) => {
        requireChart(self, context).chart.name = readTextArg(value, 'name');
      },
    ),
    chartType: defineProperty(
      (self, context) => requireChart(self, context).chart.type,
      (self, value, context) => {
        requireChart(self, context).chart.type = readChoiceArg(value, 'chartType', CHART_TYPES);
      },
    ),
    left: defineBoxProperty('left'),
    top: defineBoxProperty('top'),
    width: defineBoxProperty('width'),
    height: defineBoxProperty('height'),
    axes: defineNavigation((self) => ({ class: 'ChartAxes', ...toChartHandle(self) })),
    format: defineNavigation((self) => ({ class: 'ChartAreaFormat', ...toChartHandle(self) })),
    dataLabels: defineNavigation((self) => ({
      class: 'ChartDataLabels',
      ...toChartHandle(self),
      index: null,
    })),
    legend: defineNavigation((self) => ({ class: 'ChartLegend', ...toChartHandle(self) })),
    series: defineNavigation((self) => ({ class: 'ChartSeriesCollection', ...toChartHandle(self) })),
    title: defineNavigation((self) => ({ class: 'ChartTitle', ...toChartHandle(self) })),
    worksheet: defineNavigation((self) => ({ class: 'Worksheet', sheetId: self.sheetId })),
    activate: defineMethod(() => undefined),
    delete: defineMethod((self, _args, context) => {
      const { sheet, chart } = requireChart(self, context);
      ensureAllowed(sheet, 'allowEditObjects');
      sheet.charts.splice(sheet.charts.indexOf(chart), 1);
      emitChartEvent(EVENT_TYPES.chartDeleted, sheet.id, chart.id, context);
    }),
    setData: defineMethod((self, [sourceData, seriesBy], context) => {
      ensureCalculated(context);
      const { chart } = requireChart(self, context);
      const source = readAnyRangeArg(context, sourceData, 'sourceData', self.sheetId);
      const by = readOptionalChoiceArg(seriesBy, 'seriesBy', SERIES_BY) ?? 'Auto';
      chart.series = buildChartSeries(requireSheet(context, source.sheetId), getCellRange(source), by);
    }),
    setPosition: defineMethod((self, [startCell, endCell], context) => {
      const { sheet, chart } = requireChart(self, context);
      settleRowHeights(context);
      const first = getCellRange(readRangeArg(context, startCell, 'startCell', sheet.id));
      const from = getRangeBox(sheet, { ...first, bottom: first.top, right: first.left });
      chart.left = from.left;
      chart.top = from.top;
      if (endCell === null || endCell === undefined || endCell === '') return;
      if (isHostObject(endCell, 'Range') && endCell.sheetId !== sheet.id) {
        throw createInvalidArgumentError('Both cells must be on the chart’s sheet.');
      }
      const last = getCellRange(readRangeArg(context, endCell, 'endCell', sheet.id));
      const to = getRangeBox(sheet, { ...last, top: last.bottom, left: last.right });
      chart.width = to.left + to.width - from.left;
      chart.height = to.top + to.height - from.top;
    }),
  },
});
