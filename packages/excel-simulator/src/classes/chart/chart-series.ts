import type { CellValue } from '../../model/types';
import { getCell } from '../../model/workbook';
import {
  readBooleanArg,
  readColorArg,
  readHandleArg,
  readIntegerArg,
  readOptionalIntegerArg,
  readOptionalTextArg,
  readTextArg,
} from '../../protocol/arguments';
import { ensureCalculated, getCellRange, requireSheet } from '../../protocol/batch-context';
import { toPlainValue } from '../../protocol/cells/cell-values';
import { findFormulaRanges } from '../../protocol/cells/find-formula-ranges';
import {
  defineClass,
  defineCountProperty,
  defineGetCount,
  defineGetItemAt,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError, createItemNotFoundError } from '../../protocol/host-error';
import {
  type ChartHandle,
  type ChartPart,
  type HostObject,
  type ObjectOf,
  toChartHandle,
} from '../../protocol/host-objects';
import { requireChart, requireChartSeries } from '../../protocol/sheets/require-chart';
import type { Argument, BatchContext, Member } from '../../protocol/types';
import { formatChartReference } from './build-chart-series';

type Collection = ObjectOf<'ChartSeriesCollection'>;
type Series = ObjectOf<'ChartSeries'>;

function listSeries(self: Collection, context: BatchContext): HostObject[] {
  return requireChart(self, context).chart.series.map((_, index) => ({
    class: 'ChartSeries',
    ...toChartHandle(self),
    index,
  }));
}

export const chartSeriesCollectionClass = defineClass<'ChartSeriesCollection'>({
  name: 'ChartSeriesCollection',
  items: listSeries,
  members: {
    count: defineCountProperty(listSeries),
    add: defineObjectMethod((self, [name, index], context) => {
      const { series } = requireChart(self, context).chart;
      const at = readOptionalIntegerArg(index, 'index', 0, series.length) ?? series.length;
      const text = readOptionalTextArg(name, 'name') ?? `Series${series.length + 1}`;
      series.splice(at, 0, { name: text, valuesFormula: '' });
      return { class: 'ChartSeries', ...toChartHandle(self), index: at };
    }),
    getCount: defineGetCount(listSeries),
    getItemAt: defineGetItemAt(listSeries),
  },
});

function toChartReference(context: BatchContext, value: Argument): string {
  const range = readHandleArg(value, 'sourceData', 'Range');
  return formatChartReference(requireSheet(context, range.sheetId), getCellRange(range));
}

/** Returns the name of a series: the text of its name cell where it has one. */
function getSeriesName(self: Series, context: BatchContext): string {
  ensureCalculated(context);
  const { name, nameFormula } = requireChartSeries(self, context);
  const [place] = nameFormula
    ? findFormulaRanges(context, nameFormula, requireSheet(context, self.sheetId))
    : [];
  if (!place) return name;
  const { top, left } = place.area;
  return String(toPlainValue(getCell(requireSheet(context, place.sheetId), top, left).value));
}

/** Returns the contents of the cells of a series, in order. */
function getSeriesValues(
  handleOfSeries: ChartHandle & { index: number },
  context: BatchContext,
): CellValue[] {
  ensureCalculated(context);
  const { valuesFormula } = requireChartSeries(handleOfSeries, context);
  const home = requireSheet(context, handleOfSeries.sheetId);
  return findFormulaRanges(context, valuesFormula, home).flatMap(({ sheetId, area }) => {
    const sheet = requireSheet(context, sheetId);
    const values: CellValue[] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1)
        values.push(getCell(sheet, row, column).value);
    }
    return values;
  });
}

export const chartSeriesClass = defineClass<'ChartSeries'>({
  name: 'ChartSeries',
  ensure: (self, context) => void requireChartSeries(self, context),
  members: {
    name: defineProperty(getSeriesName, (self, value, context) => {
      const series = requireChartSeries(self, context);
      series.name = readTextArg(value, 'name');
      delete series.nameFormula;
    }),
    gapWidth: defineProperty(
      (self, context) => requireChart(self, context).chart.gapWidth ?? 150,
      (self, value, context) => {
        const { chart } = requireChart(self, context);
        if (!/^(?:Bar|Column)/.test(chart.type))
          throw createInvalidArgumentError("'gapWidth' is for bars and columns.");
        chart.gapWidth = readIntegerArg(value, 'gapWidth', 0, 500);
      },
    ),
    hasDataLabels: defineProperty(
      (self, context) => requireChartSeries(self, context).dataLabels ?? false,
      (self, value, context) => {
        requireChartSeries(self, context).dataLabels = readBooleanArg(value, 'hasDataLabels');
      },
    ),
    format: defineNavigation((self) => ({
      class: 'ChartSeriesFormat',
      ...toChartHandle(self),
      element: { kind: 'series', index: self.index },
    })),
    dataLabels: defineNavigation((self) => ({
      class: 'ChartDataLabels',
      ...toChartHandle(self),
      index: self.index,
    })),
    points: defineNavigation((self) => ({
      class: 'ChartPointsCollection',
      ...toChartHandle(self),
      index: self.index,
    })),
    setValues: defineMethod((self, [sourceData], context) => {
      requireChartSeries(self, context).valuesFormula = toChartReference(context, sourceData);
    }),
    setXAxisValues: defineMethod((self, [sourceData], context) => {
      requireChartSeries(self, context).categoriesFormula = toChartReference(context, sourceData);
    }),
    delete: defineMethod((self, _args, context) => {
      requireChart(self, context).chart.series.splice(self.index, 1);
    }),
  },
});

function listPoints(self: ObjectOf<'ChartPointsCollection'>, context: BatchContext): HostObject[] {
  return getSeriesValues(self, context).map((_, point) => ({
    class: 'ChartPoint',
    ...toChartHandle(self),
    index: self.index,
    point,
  }));
}

export const chartPointsCollectionClass = defineClass<'ChartPointsCollection'>({
  name: 'ChartPointsCollection',
  items: listPoints,
  members: {
    count: defineCountProperty(listPoints),
    getCount: defineGetCount(listPoints),
    getItemAt: defineGetItemAt(listPoints),
  },
});

export const chartPointClass = defineClass<'ChartPoint'>({
  name: 'ChartPoint',
  members: {
    value: defineProperty((self, context) => {
      const value = getSeriesValues(self, context)[self.point];
      return value === undefined ? null : toPlainValue(value);
    }),
    format: defineNavigation((self) => ({
      class: 'ChartPointFormat',
      ...toChartHandle(self),
      element: { kind: 'point', index: self.index, point: self.point },
    })),
  },
});

type FormattedElement = ChartHandle & { element: ChartPart };

function defineFill<C extends 'ChartSeriesFormat' | 'ChartPointFormat'>(): Member<C> {
  return defineNavigation<C>((self) => {
    const { element, ...place } = self as unknown as FormattedElement;
    return { class: 'ChartFill', ...toChartHandle(place), element };
  });
}

export const chartSeriesFormatClass = defineClass<'ChartSeriesFormat'>({
  name: 'ChartSeriesFormat',
  members: {
    fill: defineFill(),
    line: defineNavigation((self) => ({
      class: 'ChartLineFormat',
      ...toChartHandle(self),
      element: self.element,
    })),
  },
});

export const chartPointFormatClass = defineClass<'ChartPointFormat'>({
  name: 'ChartPointFormat',
  members: { fill: defineFill() },
});

/** Sets or removes the color of a series or of one of its points. */
function setElementColor(self: FormattedElement, color: string | undefined, context: BatchContext): void {
  const { element } = self;
  const series = requireChartSeries({ ...toChartHandle(self), index: element.index }, context);
  if (element.kind === 'series') {
    if (color === undefined) delete series.color;
    else series.color = color;
    return;
  }
  const { [element.point]: _, ...others } = series.pointColors ?? {};
  series.pointColors = color === undefined ? others : { ...others, [element.point]: color };
}

export const chartFillClass = defineClass<'ChartFill'>({
  name: 'ChartFill',
  members: {
    setSolidColor: defineMethod((self, [color], context) => {
      setElementColor(self, readColorArg(color, 'color'), context);
    }),
    clear: defineMethod((self, _args, context) => setElementColor(self, undefined, context)),
  },
});

export const chartLineFormatClass = defineClass<'ChartLineFormat'>({
  name: 'ChartLineFormat',
  members: {
    color: defineProperty(
      (self, context) => {
        const series = requireChartSeries({ ...toChartHandle(self), index: self.element.index }, context);
        if (!series) throw createItemNotFoundError('The series is no longer in the chart.');
        return series.color ?? '';
      },
      (self, value, context) => setElementColor(self, readColorArg(value, 'color'), context),
    ),
    clear: defineMethod((self, _args, context) => setElementColor(self, undefined, context)),
  },
});
