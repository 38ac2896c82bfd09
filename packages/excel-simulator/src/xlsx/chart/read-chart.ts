import {
  findChild,
  findChildren,
  findDescendant,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import type { ChartModel, ChartSeriesModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import type { Palette } from '../styles/colors';
import { createTwoWayMap } from '../styles/style-mappings';
import { readChartFont, readTitleFont } from './chart-fonts';
import { CHART_KINDS, type ChartKind, DEFAULT_GAP_WIDTH, hasAxes, LEGEND_POSITIONS } from './chart-kinds';
import { readSolidColor } from './read-solid-color';

const LEGEND_POSITION_MAP = createTwoWayMap(LEGEND_POSITIONS);

/** What a chart's part says; id, name and place stand in the drawing. */
export type ChartContent = Omit<ChartModel, 'id' | 'name' | 'left' | 'top' | 'width' | 'height'>;

type ChartReaderTools = { formulas: FormulaCodec; palette: Palette };

/** `val` of a child: charts say almost everything so. */
function readVal(element: XmlElement | undefined, name: string): string | undefined {
  return findChild(element, name)?.attributes['val'];
}
function isOn(element: XmlElement | undefined, name: string, missing = false): boolean {
  const child = findChild(element, name);
  const text = child?.attributes['val'];
  return child === undefined ? missing : text === undefined || text === '1' || text === 'true';
}

function readRichText(title: XmlElement | undefined): string {
  return findChildren(findDescendant(title, 'c:tx', 'c:rich'), 'a:p')
    .map((paragraph) =>
      paragraph.children
        .filter(({ name }) => name === 'a:r' || name === 'a:fld')
        .map((run) => findChild(run, 'a:t')?.text ?? '')
        .join(''),
    )
    .join('\n');
}

/** A number format that follows the cells'. */
function isLinked(format: XmlElement | undefined): boolean {
  return ['1', 'true'].includes(format?.attributes['sourceLinked'] ?? '');
}

function readCachedText(reference: XmlElement | undefined): string {
  return unescapeXString(findChild(findDescendant(reference, 'c:strCache', 'c:pt'), 'c:v')?.text ?? '');
}

function readTitleText(title: XmlElement | undefined): string {
  return findDescendant(title, 'c:tx', 'c:strRef')
    ? readCachedText(findDescendant(title, 'c:tx', 'c:strRef'))
    : readRichText(title);
}

/** A reference as a formula; numbers and texts written into the chart as an array. */
function readSourceFormula(
  source: XmlElement | undefined,
  { formulas }: ChartReaderTools,
): string | undefined {
  const reference = source?.children.find(({ name }) => name.endsWith('Ref'));
  const text = findChild(reference, 'c:f')?.text;
  if (text) return formulas.fromFile(text);
  const literal = source?.children.find(({ name }) => name === 'c:numLit' || name === 'c:strLit');
  if (!literal) return undefined;
  const isText = literal.name === 'c:strLit';
  const values = findChildren(literal, 'c:pt').map((point) =>
    unescapeXString(findChild(point, 'c:v')?.text ?? ''),
  );
  return `={${values.map((one) => (isText ? `"${one.replaceAll('"', '""')}"` : one)).join(',')}}`;
}

function readSeries(element: XmlElement, kind: ChartKind, tools: ChartReaderTools): ChartSeriesModel {
  const tx = findChild(element, 'c:tx');
  const reference = findChild(tx, 'c:strRef');
  const nameFormula = findChild(reference, 'c:f')?.text;
  const properties = findChild(element, 'c:spPr');
  const isLine = kind.element === 'c:lineChart';
  const color = readSolidColor(isLine ? findChild(properties, 'a:ln') : properties, tools.palette);
  const points: Record<number, string> = {};
  for (const point of findChildren(element, 'c:dPt')) {
    const own = readSolidColor(findChild(point, 'c:spPr'), tools.palette);
    if (own) points[Number(readVal(point, 'c:idx') ?? 0)] = own;
  }
  const categories = readSourceFormula(findChild(element, 'c:cat'), tools);
  const labels = findChild(element, 'c:dLbls');
  const labelFont = readChartFont(labels, tools.palette);
  const format = findChild(labels, 'c:numFmt');
  const labelFormat = isLinked(format) ? undefined : format?.attributes['formatCode'];
  return {
    name: reference ? readCachedText(reference) : unescapeXString(findChild(tx, 'c:v')?.text ?? ''),
    ...(nameFormula ? { nameFormula: tools.formulas.fromFile(nameFormula) } : {}),
    valuesFormula: readSourceFormula(findChild(element, 'c:val'), tools) ?? '',
    ...(categories === undefined ? {} : { categoriesFormula: categories }),
    ...(color ? { color } : {}),
    ...(Object.keys(points).length > 0 ? { pointColors: points } : {}),
    ...(isOn(findChild(element, 'c:dLbls'), 'c:showVal') ? { dataLabels: true } : {}),
    ...(labelFont ? { dataLabelFont: labelFont } : {}),
    ...(labelFormat ? { dataLabelFormat: labelFormat } : {}),
  };
}

function detectChartKind(plot: XmlElement, series: readonly XmlElement[]): ChartKind | undefined {
  const hasNoMarkers = (one: XmlElement): boolean =>
    readVal(findChild(one, 'c:marker'), 'c:symbol') === 'none';
  const isExploded = (one: XmlElement): boolean => Number(readVal(one, 'c:explosion') ?? 0) > 0;
  return CHART_KINDS.find(
    (kind) =>
      kind.element === plot.name &&
      (kind.grouping === undefined ||
        kind.grouping === (readVal(plot, 'c:grouping') ?? (kind.direction ? 'clustered' : 'standard'))) &&
      (kind.direction === undefined || kind.direction === (readVal(plot, 'c:barDir') ?? 'col')) &&
      (kind.markers === undefined || kind.markers === !(series.length > 0 && series.every(hasNoMarkers))) &&
      (kind.exploded === undefined || kind.exploded === series.some(isExploded)),
  );
}

/** Returns true for the plots among the children of a plot area. */
const isPlot = ({ name }: XmlElement): boolean => /Chart$/.test(name);

/**
 * Reads the part of a chart.
 * @returns null for kinds that the model does not have: combined, three-dimensional, scattered…
 */
export function readChart(root: XmlElement, tools: ChartReaderTools): ChartContent | null {
  const chart = findChild(root, 'c:chart');
  const area = findChild(chart, 'c:plotArea');
  const plots = area?.children.filter(isPlot) ?? [];
  const plot = plots[0];
  if (!chart || !plot || plots.length > 1) return null;
  const series = findChildren(plot, 'c:ser');
  const kind = detectChartKind(plot, series);
  if (!kind) return null;
  const title = findChild(chart, 'c:title');
  const legend = findChild(chart, 'c:legend');
  const valueAxis = hasAxes(kind) ? findChild(area, 'c:valAx') : undefined;
  const categoryAxis = hasAxes(kind)
    ? (findChild(area, 'c:catAx') ?? findChild(area, 'c:dateAx'))
    : undefined;
  const scaling = findChild(valueAxis, 'c:scaling');
  const minimum = readNumberAttribute(findChild(scaling, 'c:min'), 'val');
  const maximum = readNumberAttribute(findChild(scaling, 'c:max'), 'val');
  const axisTitle = (axis: XmlElement | undefined): string | undefined =>
    findChild(axis, 'c:title') && readTitleText(findChild(axis, 'c:title'));
  const categoryTitle = axisTitle(categoryAxis);
  const valueTitle = axisTitle(valueAxis);
  const read = series.map((one) => readSeries(one, kind, tools));
  const titleFont = readTitleFont(title, tools.palette);
  const font = readChartFont(root, tools.palette);
  const gapWidth = readNumberAttribute(findChild(plot, 'c:gapWidth'), 'val');
  // Without a title of its own, a chart of one series shows that series' name, unless it is switched off.
  const isNamedBySeries = !title && read.length === 1 && !isOn(chart, 'c:autoTitleDeleted');
  return {
    type: kind.type,
    title:
      title && findChild(title, 'c:tx')
        ? readTitleText(title)
        : title || isNamedBySeries
          ? (read[0]?.name ?? '')
          : '',
    showTitle: title !== undefined || isNamedBySeries,
    ...(titleFont ? { titleFont } : {}),
    ...(font ? { font } : {}),
    ...(gapWidth === undefined || gapWidth === DEFAULT_GAP_WIDTH ? {} : { gapWidth }),
    legend: {
      visible: legend !== undefined,
      position: LEGEND_POSITION_MAP.toApi(readVal(legend, 'c:legendPos') ?? 'r') ?? 'Right',
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
