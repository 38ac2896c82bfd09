import type { ChartFontModel, ChartModel, ChartSeriesModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formula-codec';
import { toEscapedText } from '../opc/escaped-text';
import { NAMESPACES } from '../opc/namespaces';
import { escapeText, tag, type AttributeValue } from '../opc/xml';
import { argb } from '../styles/colors';
import { twoWay } from '../styles/vocabulary';
import { isNumeric, numberCache, textCache } from './chart-cache';
import { runProperties, textProperties } from './chart-fonts';
import { hasAxes, kindOfType, LEGEND_POSITIONS, USUAL_GAP, type ChartKind } from './kinds';

const POSITIONS = twoWay(LEGEND_POSITIONS);
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

type Tools = { workbook: WorkbookModel; formulas: FormulaCodec };

const val = (name: string, value: AttributeValue): string => tag(name, { val: value });

const text = (value: string): string => escapeText(toEscapedText(value));

function fill(color: string | undefined): string {
  const rgb = argb(color)?.slice(2);
  return rgb ? tag('a:solidFill', {}, tag('a:srgbClr', { val: rgb })) : '';
}

function titleMarkup(words: string, font?: ChartFontModel): string {
  return tag(
    'c:title',
    {},
    tag(
      'c:tx',
      {},
      tag(
        'c:rich',
        {},
        tag('a:bodyPr'),
        tag('a:lstStyle'),
        ...words
          .split('\n')
          .map((line) =>
            tag(
              'a:p',
              {},
              line === '' ? '' : tag('a:r', {}, runProperties(font), tag('a:t', {}, escapeText(line))),
            ),
          ),
      ),
    ),
    val('c:overlay', false),
  );
}

/** Values between braces, as an array in a formula has them. */
function literals(formula: string): string[] | null {
  const inside = /^=\{(.*)\}$/s.exec(formula)?.[1];
  return inside === undefined
    ? null
    : (inside.match(/"(?:[^"]|"")*"|[^,;]+/g) ?? []).map((one) =>
        one.startsWith('"') ? one.slice(1, -1).replaceAll('""', '"') : one.trim(),
      );
}

function literalMarkup(name: string, values: readonly string[]): string {
  return tag(
    name,
    {},
    name === 'c:numLit' ? tag('c:formatCode', {}, 'General') : '',
    val('c:ptCount', values.length),
    ...values.map((one, idx) => tag('c:pt', { idx }, tag('c:v', {}, text(one)))),
  );
}

function valuesMarkup(formula: string, { workbook, formulas }: Tools): string {
  if (formula === '') return '';
  const list = literals(formula);
  if (list) return tag('c:val', {}, literalMarkup('c:numLit', list));
  return tag(
    'c:val',
    {},
    tag('c:numRef', {}, tag('c:f', {}, escapeText(formulas.toFile(formula))), numberCache(workbook, formula)),
  );
}

function categoriesMarkup(formula: string | undefined, { workbook, formulas }: Tools): string {
  if (!formula) return '';
  const list = literals(formula);
  if (list) {
    const areNumbers = !formula.includes('"');
    return tag('c:cat', {}, literalMarkup(areNumbers ? 'c:numLit' : 'c:strLit', list));
  }
  const f = tag('c:f', {}, escapeText(formulas.toFile(formula)));
  return tag(
    'c:cat',
    {},
    isNumeric(workbook, formula)
      ? tag('c:numRef', {}, f, numberCache(workbook, formula))
      : tag('c:strRef', {}, f, textCache(workbook, formula)),
  );
}

function nameMarkup(series: ChartSeriesModel, formulas: FormulaCodec): string {
  if (series.nameFormula === undefined)
    return series.name === '' ? '' : tag('c:tx', {}, tag('c:v', {}, text(series.name)));
  const cache = tag(
    'c:strCache',
    {},
    val('c:ptCount', 1),
    tag('c:pt', { idx: 0 }, tag('c:v', {}, text(series.name))),
  );
  return tag(
    'c:tx',
    {},
    tag('c:strRef', {}, tag('c:f', {}, escapeText(formulas.toFile(series.nameFormula))), cache),
  );
}

/** Order of the labels' children: numFmt, txPr, what is shown. */
function labelsMarkup({ dataLabels, dataLabelFont, dataLabelFormat }: ChartSeriesModel): string {
  return dataLabels || dataLabelFont || dataLabelFormat !== undefined
    ? tag(
        'c:dLbls',
        {},
        dataLabelFormat === undefined
          ? ''
          : tag('c:numFmt', { formatCode: dataLabelFormat, sourceLinked: false }),
        textProperties(dataLabelFont),
        val('c:showLegendKey', false),
        val('c:showVal', dataLabels ?? false),
        val('c:showCatName', false),
        val('c:showSerName', false),
        val('c:showPercent', false),
        val('c:showBubbleSize', false),
      )
    : '';
}

/** Order of a series' children, each kind's own: …tx, spPr, (invertIfNegative | marker | explosion), dPt, dLbls, cat, val. */
function seriesMarkup(series: ChartSeriesModel, index: number, kind: ChartKind, tools: Tools): string {
  const isLine = kind.element === 'c:lineChart';
  const isBar = kind.element === 'c:barChart';
  const isArea = kind.element === 'c:areaChart';
  const solid = fill(series.color);
  const shape = solid === '' ? '' : tag('c:spPr', {}, isLine ? tag('a:ln', { w: 28_575 }, solid) : solid);
  const pointMarkup = ([point, color]: [string, string]): string =>
    tag(
      'c:dPt',
      {},
      val('c:idx', Number(point)),
      isBar ? val('c:invertIfNegative', false) : '',
      isArea ? '' : val('c:bubble3D', false),
      tag('c:spPr', {}, fill(color)),
    );
  return tag(
    'c:ser',
    {},
    val('c:idx', index),
    val('c:order', index),
    nameMarkup(series, tools.formulas),
    shape,
    isBar ? val('c:invertIfNegative', false) : '',
    isLine && !kind.markers ? tag('c:marker', {}, val('c:symbol', 'none')) : '',
    kind.exploded ? val('c:explosion', 25) : '',
    ...Object.entries(series.pointColors ?? {}).map(pointMarkup),
    labelsMarkup(series),
    categoriesMarkup(series.categoriesFormula, tools),
    valuesMarkup(series.valuesFormula, tools),
    isLine ? val('c:smooth', false) : '',
  );
}

function plotMarkup(chart: ChartModel, kind: ChartKind, tools: Tools): string {
  const series = chart.series.map((one, index) => seriesMarkup(one, index, kind, tools));
  const isStacked = kind.grouping === 'stacked' || kind.grouping === 'percentStacked';
  const axes = hasAxes(kind) ? [val('c:axId', CATEGORY_AXIS), val('c:axId', VALUE_AXIS)] : [];
  const grouping = kind.grouping ? val('c:grouping', kind.grouping) : '';
  const varyColors = val('c:varyColors', !hasAxes(kind));
  switch (kind.element) {
    case 'c:barChart':
      return tag(
        kind.element,
        {},
        val('c:barDir', kind.direction),
        grouping,
        varyColors,
        ...series,
        val('c:gapWidth', chart.gapWidth ?? USUAL_GAP),
        isStacked ? val('c:overlap', 100) : '',
        ...axes,
      );
    case 'c:lineChart':
      return tag(kind.element, {}, grouping, varyColors, ...series, val('c:marker', true), ...axes);
    case 'c:areaChart':
      return tag(kind.element, {}, grouping, varyColors, ...series, ...axes);
    case 'c:pieChart':
      return tag(kind.element, {}, varyColors, ...series, val('c:firstSliceAng', 0));
    case 'c:doughnutChart':
      return tag(kind.element, {}, varyColors, ...series, val('c:firstSliceAng', 0), val('c:holeSize', 50));
  }
}

const GRIDLINES = tag('c:majorGridlines', {}, tag('c:spPr', {}, tag('a:ln', { w: 9525 }, fill('#D9D9D9'))));

/** Order of an axis: axId, scaling, delete, axPos, majorGridlines, title, numFmt, marks, labels, crossing. */
function axesMarkup({ axes }: ChartModel, kind: ChartKind): string {
  const isSideways = kind.direction === 'bar';
  const common = (
    id: number,
    position: string,
    scaling: string,
    gridlines: string,
    title: string | undefined,
  ): string[] => [
    val('c:axId', id),
    scaling,
    val('c:delete', false),
    val('c:axPos', position),
    gridlines,
    title === undefined ? '' : titleMarkup(title),
    tag('c:numFmt', {
      formatCode: id === VALUE_AXIS && kind.grouping === 'percentStacked' ? '0%' : 'General',
      sourceLinked: true,
    }),
    val('c:majorTickMark', 'out'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'nextTo'),
    val('c:crossAx', id === CATEGORY_AXIS ? VALUE_AXIS : CATEGORY_AXIS),
    val('c:crosses', 'autoZero'),
  ];
  const upright = val('c:orientation', 'minMax');
  const scaling = tag(
    'c:scaling',
    {},
    upright,
    axes.valueMaximum === undefined ? '' : val('c:max', axes.valueMaximum),
    axes.valueMinimum === undefined ? '' : val('c:min', axes.valueMinimum),
  );
  return (
    tag(
      'c:catAx',
      {},
      ...common(CATEGORY_AXIS, isSideways ? 'l' : 'b', tag('c:scaling', {}, upright), '', axes.categoryTitle),
      val('c:auto', true),
      val('c:lblAlgn', 'ctr'),
      val('c:lblOffset', 100),
      val('c:noMultiLvlLbl', false),
    ) +
    tag(
      'c:valAx',
      {},
      ...common(VALUE_AXIS, isSideways ? 'b' : 'l', scaling, GRIDLINES, axes.valueTitle),
      val('c:crossBetween', kind.element === 'c:areaChart' ? 'midCat' : 'between'),
    )
  );
}

/** A chart's part. A kind the codec has no word for is drawn as columns. */
export function chartMarkup(chart: ChartModel, tools: Tools): string {
  const kind = kindOfType(chart.type) ?? kindOfType('ColumnClustered')!;
  return tag(
    'c:chartSpace',
    { 'xmlns:c': NAMESPACES.c, 'xmlns:a': NAMESPACES.a, 'xmlns:r': NAMESPACES.r },
    val('c:roundedCorners', false),
    tag(
      'c:chart',
      {},
      chart.showTitle ? titleMarkup(chart.title, chart.titleFont) : '',
      val('c:autoTitleDeleted', !chart.showTitle),
      tag(
        'c:plotArea',
        {},
        tag('c:layout'),
        plotMarkup(chart, kind, tools),
        hasAxes(kind) ? axesMarkup(chart, kind) : '',
      ),
      chart.legend.visible
        ? tag(
            'c:legend',
            {},
            val('c:legendPos', POSITIONS.toFile(chart.legend.position) ?? 'r'),
            val('c:overlay', false),
          )
        : '',
      val('c:plotVisOnly', true),
      val('c:dispBlanksAs', 'gap'),
    ),
    textProperties(chart.font),
  );
}
