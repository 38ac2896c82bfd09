import type { ChartModel, ChartSeriesModel } from '../../model/types';
import type { FormulaCodec } from '../formula-codec';
import { fromEscapedText } from '../opc/escaped-text';
import { childNamed, childrenNamed, descendant, numeric, type XmlElement } from '../opc/xml';
import type { Palette } from '../styles/colors';
import { twoWay } from '../styles/vocabulary';
import { readFont, readTitleFont } from './chart-fonts';
import { CHART_KINDS, hasAxes, LEGEND_POSITIONS, USUAL_GAP, type ChartKind } from './kinds';
import { solidColor } from './solid-color';

const POSITIONS = twoWay(LEGEND_POSITIONS);

/** What a chart's part says; id, name and place stand in the drawing. */
export type ChartContent = Omit<ChartModel, 'id' | 'name' | 'left' | 'top' | 'width' | 'height'>;

type Tools = { formulas: FormulaCodec; palette: Palette };

/** `val` of a child: charts say almost everything so. */
function value(element: XmlElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.attributes['val'];
}
function isOn(element: XmlElement | undefined, name: string, missing = false): boolean {
  const child = childNamed(element, name);
  const text = child?.attributes['val'];
  return child === undefined ? missing : text === undefined || text === '1' || text === 'true';
}

function richText(title: XmlElement | undefined): string {
  return childrenNamed(descendant(title, 'c:tx', 'c:rich'), 'a:p')
    .map((paragraph) =>
      paragraph.children
        .filter(({ name }) => name === 'a:r' || name === 'a:fld')
        .map((run) => childNamed(run, 'a:t')?.text ?? '')
        .join(''),
    )
    .join('\n');
}

/** A number format that follows the cells'. */
function isLinked(format: XmlElement | undefined): boolean {
  return ['1', 'true'].includes(format?.attributes['sourceLinked'] ?? '');
}

function cachedText(reference: XmlElement | undefined): string {
  return fromEscapedText(childNamed(descendant(reference, 'c:strCache', 'c:pt'), 'c:v')?.text ?? '');
}

function titleText(title: XmlElement | undefined): string {
  return descendant(title, 'c:tx', 'c:strRef')
    ? cachedText(descendant(title, 'c:tx', 'c:strRef'))
    : richText(title);
}

/** A reference as a formula; numbers and texts written into the chart as an array. */
function sourceFormula(source: XmlElement | undefined, { formulas }: Tools): string | undefined {
  const reference = source?.children.find(({ name }) => name.endsWith('Ref'));
  const text = childNamed(reference, 'c:f')?.text;
  if (text) return formulas.fromFile(text);
  const literal = source?.children.find(({ name }) => name === 'c:numLit' || name === 'c:strLit');
  if (!literal) return undefined;
  const isText = literal.name === 'c:strLit';
  const values = childrenNamed(literal, 'c:pt').map((point) =>
    fromEscapedText(childNamed(point, 'c:v')?.text ?? ''),
  );
  return `={${values.map((one) => (isText ? `"${one.replaceAll('"', '""')}"` : one)).join(',')}}`;
}

function readSeries(element: XmlElement, kind: ChartKind, tools: Tools): ChartSeriesModel {
  const tx = childNamed(element, 'c:tx');
  const reference = childNamed(tx, 'c:strRef');
  const nameFormula = childNamed(reference, 'c:f')?.text;
  const properties = childNamed(element, 'c:spPr');
  const isLine = kind.element === 'c:lineChart';
  const color = solidColor(isLine ? childNamed(properties, 'a:ln') : properties, tools.palette);
  const points: Record<number, string> = {};
  for (const point of childrenNamed(element, 'c:dPt')) {
    const own = solidColor(childNamed(point, 'c:spPr'), tools.palette);
    if (own) points[Number(value(point, 'c:idx') ?? 0)] = own;
  }
  const categories = sourceFormula(childNamed(element, 'c:cat'), tools);
  const labels = childNamed(element, 'c:dLbls');
  const labelFont = readFont(labels, tools.palette);
  const format = childNamed(labels, 'c:numFmt');
  const labelFormat = isLinked(format) ? undefined : format?.attributes['formatCode'];
  return {
    name: reference ? cachedText(reference) : fromEscapedText(childNamed(tx, 'c:v')?.text ?? ''),
    ...(nameFormula ? { nameFormula: tools.formulas.fromFile(nameFormula) } : {}),
    valuesFormula: sourceFormula(childNamed(element, 'c:val'), tools) ?? '',
    ...(categories === undefined ? {} : { categoriesFormula: categories }),
    ...(color ? { color } : {}),
    ...(Object.keys(points).length > 0 ? { pointColors: points } : {}),
    ...(isOn(childNamed(element, 'c:dLbls'), 'c:showVal') ? { dataLabels: true } : {}),
    ...(labelFont ? { dataLabelFont: labelFont } : {}),
    ...(labelFormat ? { dataLabelFormat: labelFormat } : {}),
  };
}

function kindOf(plot: XmlElement, series: readonly XmlElement[]): ChartKind | undefined {
  const hasNoMarkers = (one: XmlElement): boolean =>
    value(childNamed(one, 'c:marker'), 'c:symbol') === 'none';
  const isExploded = (one: XmlElement): boolean => Number(value(one, 'c:explosion') ?? 0) > 0;
  return CHART_KINDS.find(
    (kind) =>
      kind.element === plot.name &&
      (kind.grouping === undefined ||
        kind.grouping === (value(plot, 'c:grouping') ?? (kind.direction ? 'clustered' : 'standard'))) &&
      (kind.direction === undefined || kind.direction === (value(plot, 'c:barDir') ?? 'col')) &&
      (kind.markers === undefined || kind.markers === !(series.length > 0 && series.every(hasNoMarkers))) &&
      (kind.exploded === undefined || kind.exploded === series.some(isExploded)),
  );
}

/** What is not a plot among a plot area's children. */
const isPlot = ({ name }: XmlElement): boolean => /Chart$/.test(name);

/** A chart's part; null for kinds the model does not have: combined, three-dimensional, scattered… */
export function readChart(root: XmlElement, tools: Tools): ChartContent | null {
  const chart = childNamed(root, 'c:chart');
  const area = childNamed(chart, 'c:plotArea');
  const plots = area?.children.filter(isPlot) ?? [];
  const plot = plots[0];
  if (!chart || !plot || plots.length > 1) return null;
  const series = childrenNamed(plot, 'c:ser');
  const kind = kindOf(plot, series);
  if (!kind) return null;
  const title = childNamed(chart, 'c:title');
  const legend = childNamed(chart, 'c:legend');
  const valueAxis = hasAxes(kind) ? childNamed(area, 'c:valAx') : undefined;
  const categoryAxis = hasAxes(kind)
    ? (childNamed(area, 'c:catAx') ?? childNamed(area, 'c:dateAx'))
    : undefined;
  const scaling = childNamed(valueAxis, 'c:scaling');
  const minimum = numeric(childNamed(scaling, 'c:min'), 'val');
  const maximum = numeric(childNamed(scaling, 'c:max'), 'val');
  const axisTitle = (axis: XmlElement | undefined): string | undefined =>
    childNamed(axis, 'c:title') && titleText(childNamed(axis, 'c:title'));
  const categoryTitle = axisTitle(categoryAxis);
  const valueTitle = axisTitle(valueAxis);
  const read = series.map((one) => readSeries(one, kind, tools));
  const titleFont = readTitleFont(title, tools.palette);
  const font = readFont(root, tools.palette);
  const gapWidth = numeric(childNamed(plot, 'c:gapWidth'), 'val');
  // Without a title of its own, a chart of one series shows that series' name, unless told not to.
  const isNamedBySeries = !title && read.length === 1 && !isOn(chart, 'c:autoTitleDeleted');
  return {
    type: kind.type,
    title:
      title && childNamed(title, 'c:tx')
        ? titleText(title)
        : title || isNamedBySeries
          ? (read[0]?.name ?? '')
          : '',
    showTitle: title !== undefined || isNamedBySeries,
    ...(titleFont ? { titleFont } : {}),
    ...(font ? { font } : {}),
    ...(gapWidth === undefined || gapWidth === USUAL_GAP ? {} : { gapWidth }),
    legend: {
      visible: legend !== undefined,
      position: POSITIONS.toApi(value(legend, 'c:legendPos') ?? 'r') ?? 'Right',
      ...(legend ? {} : { position: 'Bottom' }),
    },
    series: read,
    axes: {
      ...(categoryTitle === undefined ? {} : { categoryTitle }),
      ...(valueTitle === undefined ? {} : { valueTitle }),
      ...(minimum === undefined ? {} : { valueMinimum: minimum }),
      ...(maximum === undefined ? {} : { valueMaximum: maximum }),
    },
  };
}
