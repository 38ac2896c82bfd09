import { areaOf, type BatchContext, ensureCalculated, sheetOf } from '../context';
import { areasOfFormula } from '../references';
import { booleanArg, colorArg, handleArg, integerArg, textArg } from '../arguments';
import { chartReference } from '../chart-source';
import { chartOf, seriesAt } from '../charts-of';
import { plainValue } from '../cell-values';
import {
  type Argument,
  type Member,
  countOf,
  countProperty,
  defineClass,
  itemAt,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import { invalidArgument, itemNotFound } from '../host-error';
import type { ChartHandle, ChartPart, HostObject, ObjectOf } from '../objects';
import { cellAt } from '../../model/workbook';
import { optionalText, optionalInteger } from '../arguments';
import type { CellValue } from '../../model/types';

type Collection = ObjectOf<'ChartSeriesCollection'>;
type Series = ObjectOf<'ChartSeries'>;

const handle = ({ sheetId, chartId }: ChartHandle): ChartHandle => ({ sheetId, chartId });

function items(self: Collection, context: BatchContext): HostObject[] {
  return chartOf(self, context).chart.series.map((_, index) => ({
    class: 'ChartSeries',
    ...handle(self),
    index,
  }));
}

export const chartSeriesCollection = defineClass<'ChartSeriesCollection'>({
  name: 'ChartSeriesCollection',
  items,
  members: {
    count: countProperty(items),
    add: object((self, [name, index], context) => {
      const { series } = chartOf(self, context).chart;
      const at = optionalInteger(index, 'index', 0, series.length) ?? series.length;
      const text = optionalText(name, 'name') ?? `Series${series.length + 1}`;
      series.splice(at, 0, { name: text, valuesFormula: '' });
      return { class: 'ChartSeries', ...handle(self), index: at };
    }),
    getCount: countOf(items),
    getItemAt: itemAt(items),
  },
});

function referenceTo(context: BatchContext, value: Argument): string {
  const range = handleArg(value, 'sourceData', 'Range');
  return chartReference(sheetOf(context, range.sheetId), areaOf(range));
}

/** The name's cell leads, as long as the series has one. */
function nameOf(self: Series, context: BatchContext): string {
  ensureCalculated(context);
  const { name, nameFormula } = seriesAt(self, context);
  const [place] = nameFormula ? areasOfFormula(context, nameFormula, sheetOf(context, self.sheetId)) : [];
  if (!place) return name;
  const { top, left } = place.area;
  return String(plainValue(cellAt(sheetOf(context, place.sheetId), top, left).value));
}

/** What the cells of a series hold, in their order. */
function valuesOf(handleOfSeries: ChartHandle & { index: number }, context: BatchContext): CellValue[] {
  ensureCalculated(context);
  const { valuesFormula } = seriesAt(handleOfSeries, context);
  const home = sheetOf(context, handleOfSeries.sheetId);
  return areasOfFormula(context, valuesFormula, home).flatMap(({ sheetId, area }) => {
    const sheet = sheetOf(context, sheetId);
    const values: CellValue[] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1)
        values.push(cellAt(sheet, row, column).value);
    }
    return values;
  });
}

export const chartSeries = defineClass<'ChartSeries'>({
  name: 'ChartSeries',
  ensure: (self, context) => void seriesAt(self, context),
  members: {
    name: property(nameOf, (self, value, context) => {
      const series = seriesAt(self, context);
      series.name = textArg(value, 'name');
      delete series.nameFormula;
    }),
    gapWidth: property(
      (self, context) => chartOf(self, context).chart.gapWidth ?? 150,
      (self, value, context) => {
        const { chart } = chartOf(self, context);
        if (!/^(?:Bar|Column)/.test(chart.type)) throw invalidArgument("'gapWidth' is for bars and columns.");
        chart.gapWidth = integerArg(value, 'gapWidth', 0, 500);
      },
    ),
    hasDataLabels: property(
      (self, context) => seriesAt(self, context).dataLabels ?? false,
      (self, value, context) => {
        seriesAt(self, context).dataLabels = booleanArg(value, 'hasDataLabels');
      },
    ),
    format: navigation((self) => ({
      class: 'ChartSeriesFormat',
      ...handle(self),
      element: { part: 'series', index: self.index },
    })),
    dataLabels: navigation((self) => ({ class: 'ChartDataLabels', ...handle(self), index: self.index })),
    points: navigation((self) => ({ class: 'ChartPointsCollection', ...handle(self), index: self.index })),
    setValues: method((self, [sourceData], context) => {
      seriesAt(self, context).valuesFormula = referenceTo(context, sourceData);
    }),
    setXAxisValues: method((self, [sourceData], context) => {
      seriesAt(self, context).categoriesFormula = referenceTo(context, sourceData);
    }),
    delete: method((self, _args, context) => {
      chartOf(self, context).chart.series.splice(self.index, 1);
    }),
  },
});

function points(self: ObjectOf<'ChartPointsCollection'>, context: BatchContext): HostObject[] {
  return valuesOf(self, context).map((_, point) => ({
    class: 'ChartPoint',
    ...handle(self),
    index: self.index,
    point,
  }));
}

export const chartPointsCollection = defineClass<'ChartPointsCollection'>({
  name: 'ChartPointsCollection',
  items: points,
  members: { count: countProperty(points), getCount: countOf(points), getItemAt: itemAt(points) },
});

export const chartPoint = defineClass<'ChartPoint'>({
  name: 'ChartPoint',
  members: {
    value: property((self, context) => {
      const value = valuesOf(self, context)[self.point];
      return value === undefined ? null : plainValue(value);
    }),
    format: navigation((self) => ({
      class: 'ChartPointFormat',
      ...handle(self),
      element: { part: 'point', index: self.index, point: self.point },
    })),
  },
});

type Formatted = ChartHandle & { element: ChartPart };

function fill<C extends 'ChartSeriesFormat' | 'ChartPointFormat'>(): Member<C> {
  return navigation<C>((self) => {
    const { element, ...place } = self as unknown as Formatted;
    return { class: 'ChartFill', ...handle(place), element };
  });
}

export const chartSeriesFormat = defineClass<'ChartSeriesFormat'>({
  name: 'ChartSeriesFormat',
  members: {
    fill: fill(),
    line: navigation((self) => ({ class: 'ChartLineFormat', ...handle(self), element: self.element })),
  },
});

export const chartPointFormat = defineClass<'ChartPointFormat'>({
  name: 'ChartPointFormat',
  members: { fill: fill() },
});

/** Gives a series or one of its points a colour, or takes it away. */
function paint(self: Formatted, color: string | undefined, context: BatchContext): void {
  const { element } = self;
  const series = seriesAt({ ...handle(self), index: element.index }, context);
  if (element.part === 'series') {
    if (color === undefined) delete series.color;
    else series.color = color;
    return;
  }
  const { [element.point]: _, ...others } = series.pointColors ?? {};
  series.pointColors = color === undefined ? others : { ...others, [element.point]: color };
}

export const chartFill = defineClass<'ChartFill'>({
  name: 'ChartFill',
  members: {
    setSolidColor: method((self, [color], context) => {
      paint(self, colorArg(color, 'color'), context);
    }),
    clear: method((self, _args, context) => paint(self, undefined, context)),
  },
});

export const chartLineFormat = defineClass<'ChartLineFormat'>({
  name: 'ChartLineFormat',
  members: {
    color: property(
      (self, context) => {
        const series = seriesAt({ ...handle(self), index: self.element.index }, context);
        if (!series) throw itemNotFound('The series is no longer in the chart.');
        return series.color ?? '';
      },
      (self, value, context) => paint(self, colorArg(value, 'color'), context),
    ),
    clear: method((self, _args, context) => paint(self, undefined, context)),
  },
});
