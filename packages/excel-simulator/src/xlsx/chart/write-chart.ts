import { NAMESPACES } from '@phuluc/ooxml/xml/namespaces';
import { type AttributeValue, escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { escapeXString } from '@phuluc/ooxml/xstring';
import type { ChartFontModel, ChartModel, ChartSeriesModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import { toArgb } from '../styles/colors';
import { createTwoWayMap } from '../styles/style-mappings';
import { isNumericReference, writeNumberCache, writeTextCache } from './chart-cache';
import { writeRunProperties, writeTextProperties } from './chart-fonts';
import { type ChartKind, DEFAULT_GAP_WIDTH, findChartKind, hasAxes, LEGEND_POSITIONS } from './chart-kinds';

const LEGEND_POSITION_MAP = createTwoWayMap(LEGEND_POSITIONS);
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

type ChartWriterTools = { workbook: WorkbookModel; formulas: FormulaCodec };

const writeVal = (name: string, value: AttributeValue): string => writeElement(name, { val: value });

const escapeChartText = (value: string): string => escapeText(escapeXString(value));

function writeSolidFill(color: string | undefined): string {
  const rgb = toArgb(color)?.slice(2);
  return rgb ? writeElement('a:solidFill', {}, writeElement('a:srgbClr', { val: rgb })) : '';
}

function writeTitle(words: string, font?: ChartFontModel): string {
  return writeElement(
    'c:title',
    {},
    writeElement(
      'c:tx',
      {},
      writeElement(
        'c:rich',
        {},
        writeElement('a:bodyPr'),
        writeElement('a:lstStyle'),
        words
          .split('\n')
          .map((line) =>
            writeElement(
              'a:p',
              {},
              line === ''
                ? ''
                : writeElement(
                    'a:r',
                    {},
                    writeRunProperties(font),
                    writeElement('a:t', {}, escapeText(line)),
                  ),
            ),
          ),
      ),
    ),
    writeVal('c:overlay', false),
  );
}

/** Values between braces, as an array in a formula has them. */
function parseLiterals(formula: string): string[] | null {
  const inside = /^=\{(.*)\}$/s.exec(formula)?.[1];
  return inside === undefined
    ? null
    : (inside.match(/"(?:[^"]|"")*"|[^,;]+/g) ?? []).map((one) =>
        one.startsWith('"') ? one.slice(1, -1).replaceAll('""', '"') : one.trim(),
      );
}

function writeLiterals(name: string, values: readonly string[]): string {
  return writeElement(
    name,
    {},
    name === 'c:numLit' ? writeElement('c:formatCode', {}, 'General') : '',
    writeVal('c:ptCount', values.length),
    values.map((one, idx) => writeElement('c:pt', { idx }, writeElement('c:v', {}, escapeChartText(one)))),
  );
}

function writeValues(formula: string, { workbook, formulas }: ChartWriterTools): string {
  if (formula === '') return '';
  const list = parseLiterals(formula);
  if (list) return writeElement('c:val', {}, writeLiterals('c:numLit', list));
  return writeElement(
    'c:val',
    {},
    writeElement(
      'c:numRef',
      {},
      writeElement('c:f', {}, escapeText(formulas.toFile(formula))),
      writeNumberCache(workbook, formula),
    ),
  );
}

function writeCategories(formula: string | undefined, { workbook, formulas }: ChartWriterTools): string {
  if (!formula) return '';
  const list = parseLiterals(formula);
  if (list) {
    const areNumbers = !formula.includes('"');
    return writeElement('c:cat', {}, writeLiterals(areNumbers ? 'c:numLit' : 'c:strLit', list));
  }
  const f = writeElement('c:f', {}, escapeText(formulas.toFile(formula)));
  return writeElement(
    'c:cat',
    {},
    isNumericReference(workbook, formula)
      ? writeElement('c:numRef', {}, f, writeNumberCache(workbook, formula))
      : writeElement('c:strRef', {}, f, writeTextCache(workbook, formula)),
  );
}

function writeSeriesName(series: ChartSeriesModel, formulas: FormulaCodec): string {
  if (series.nameFormula === undefined)
    return series.name === ''
      ? ''
      : writeElement('c:tx', {}, writeElement('c:v', {}, escapeChartText(series.name)));
  const cache = writeElement(
    'c:strCache',
    {},
    writeVal('c:ptCount', 1),
    writeElement('c:pt', { idx: 0 }, writeElement('c:v', {}, escapeChartText(series.name))),
  );
  return writeElement(
    'c:tx',
    {},
    writeElement(
      'c:strRef',
      {},
      writeElement('c:f', {}, escapeText(formulas.toFile(series.nameFormula))),
      cache,
    ),
  );
}

/** Order of the labels' children: numFmt, txPr, what is shown. */
function writeDataLabels({ dataLabels, dataLabelFont, dataLabelFormat }: ChartSeriesModel): string {
  return dataLabels || dataLabelFont || dataLabelFormat !== undefined
    ? writeElement(
        'c:dLbls',
        {},
        dataLabelFormat === undefined
          ? ''
          : writeElement('c:numFmt', { formatCode: dataLabelFormat, sourceLinked: false }),
        writeTextProperties(dataLabelFont),
        writeVal('c:showLegendKey', false),
        writeVal('c:showVal', dataLabels ?? false),
        writeVal('c:showCatName', false),
        writeVal('c:showSerName', false),
        writeVal('c:showPercent', false),
        writeVal('c:showBubbleSize', false),
      )
    : '';
}

/** Order of a series' children, each kind's own: …tx, spPr, (invertIfNegative | marker | explosion), dPt, dLbls, cat, val. */
function writeSeries(
  series: ChartSeriesModel,
  index: number,
  kind: ChartKind,
  tools: ChartWriterTools,
): string {
  const isLine = kind.element === 'c:lineChart';
  const isBar = kind.element === 'c:barChart';
  const isArea = kind.element === 'c:areaChart';
  const solid = writeSolidFill(series.color);
  const shape =
    solid === ''
      ? ''
      : writeElement('c:spPr', {}, isLine ? writeElement('a:ln', { w: 28_575 }, solid) : solid);
  const pointMarkup = ([point, color]: [string, string]): string =>
    writeElement(
      'c:dPt',
      {},
      writeVal('c:idx', Number(point)),
      isBar ? writeVal('c:invertIfNegative', false) : '',
      isArea ? '' : writeVal('c:bubble3D', false),
      writeElement('c:spPr', {}, writeSolidFill(color)),
    );
  return writeElement(
    'c:ser',
    {},
    writeVal('c:idx', index),
    writeVal('c:order', index),
    writeSeriesName(series, tools.formulas),
    shape,
    isBar ? writeVal('c:invertIfNegative', false) : '',
    isLine && !kind.markers ? writeElement('c:marker', {}, writeVal('c:symbol', 'none')) : '',
    kind.exploded ? writeVal('c:explosion', 25) : '',
    Object.entries(series.pointColors ?? {}).map(pointMarkup),
    writeDataLabels(series),
    writeCategories(series.categoriesFormula, tools),
    writeValues(series.valuesFormula, tools),
    isLine ? writeVal('c:smooth', false) : '',
  );
}

function writePlot(chart: ChartModel, kind: ChartKind, tools: ChartWriterTools): string {
  const series = chart.series.map((one, index) => writeSeries(one, index, kind, tools));
  const isStacked = kind.grouping === 'stacked' || kind.grouping === 'percentStacked';
  const axes = hasAxes(kind) ? [writeVal('c:axId', CATEGORY_AXIS), writeVal('c:axId', VALUE_AXIS)] : [];
  const grouping = kind.grouping ? writeVal('c:grouping', kind.grouping) : '';
  const varyColors = writeVal('c:varyColors', !hasAxes(kind));
  switch (kind.element) {
    case 'c:barChart':
      return writeElement(
        kind.element,
        {},
        writeVal('c:barDir', kind.direction),
        grouping,
        varyColors,
        series,
        writeVal('c:gapWidth', chart.gapWidth ?? DEFAULT_GAP_WIDTH),
        isStacked ? writeVal('c:overlap', 100) : '',
        axes,
      );
    case 'c:lineChart':
      return writeElement(kind.element, {}, grouping, varyColors, series, writeVal('c:marker', true), axes);
    case 'c:areaChart':
      return writeElement(kind.element, {}, grouping, varyColors, series, axes);
    case 'c:pieChart':
      return writeElement(kind.element, {}, varyColors, series, writeVal('c:firstSliceAng', 0));
    case 'c:doughnutChart':
      return writeElement(
        kind.element,
        {},
        varyColors,
        series,
        writeVal('c:firstSliceAng', 0),
        writeVal('c:holeSize', 50),
      );
  }
}

const GRIDLINES = writeElement(
  'c:majorGridlines',
  {},
  writeElement('c:spPr', {}, writeElement('a:ln', { w: 9525 }, writeSolidFill('#D9D9D9'))),
);

/** Order of an axis: axId, scaling, delete, axPos, majorGridlines, title, numFmt, marks, labels, crossing. */
function writeAxes({ axes }: ChartModel, kind: ChartKind): string {
  const isSideways = kind.direction === 'bar';
  const common = (
    id: number,
    position: string,
    scaling: string,
    gridlines: string,
    title: string | undefined,
  ): string[] => [
    writeVal('c:axId', id),
    scaling,
    writeVal('c:delete', false),
    writeVal('c:axPos', position),
    gridlines,
    title === undefined ? '' : writeTitle(title),
    writeElement('c:numFmt', {
      formatCode: id === VALUE_AXIS && kind.grouping === 'percentStacked' ? '0%' : 'General',
      sourceLinked: true,
    }),
    writeVal('c:majorTickMark', 'out'),
    writeVal('c:minorTickMark', 'none'),
    writeVal('c:tickLblPos', 'nextTo'),
    writeVal('c:crossAx', id === CATEGORY_AXIS ? VALUE_AXIS : CATEGORY_AXIS),
    writeVal('c:crosses', 'autoZero'),
  ];
  const upright = writeVal('c:orientation', 'minMax');
  const scaling = writeElement(
    'c:scaling',
    {},
    upright,
    axes.valueMaximum === undefined ? '' : writeVal('c:max', axes.valueMaximum),
    axes.valueMinimum === undefined ? '' : writeVal('c:min', axes.valueMinimum),
  );
  return (
    writeElement(
      'c:catAx',
      {},
      common(
        CATEGORY_AXIS,
        isSideways ? 'l' : 'b',
        writeElement('c:scaling', {}, upright),
        '',
        axes.categoryTitle,
      ),
      writeVal('c:auto', true),
      writeVal('c:lblAlgn', 'ctr'),
      writeVal('c:lblOffset', 100),
      writeVal('c:noMultiLvlLbl', false),
    ) +
    writeElement(
      'c:valAx',
      {},
      common(VALUE_AXIS, isSideways ? 'b' : 'l', scaling, GRIDLINES, axes.valueTitle),
      writeVal('c:crossBetween', kind.element === 'c:areaChart' ? 'midCat' : 'between'),
    )
  );
}

/** A chart's part. A kind the codec has no word for is drawn as columns. */
export function writeChartPart(chart: ChartModel, tools: ChartWriterTools): string {
  const kind = findChartKind(chart.type) ?? findChartKind('ColumnClustered')!;
  return writeElement(
    'c:chartSpace',
    { 'xmlns:c': NAMESPACES.c, 'xmlns:a': NAMESPACES.a, 'xmlns:r': NAMESPACES.r },
    writeVal('c:roundedCorners', false),
    writeElement(
      'c:chart',
      {},
      chart.showTitle ? writeTitle(chart.title, chart.titleFont) : '',
      writeVal('c:autoTitleDeleted', !chart.showTitle),
      writeElement(
        'c:plotArea',
        {},
        writeElement('c:layout'),
        writePlot(chart, kind, tools),
        hasAxes(kind) ? writeAxes(chart, kind) : '',
      ),
      chart.legend.visible
        ? writeElement(
            'c:legend',
            {},
            writeVal('c:legendPos', LEGEND_POSITION_MAP.toFile(chart.legend.position) ?? 'r'),
            writeVal('c:overlay', false),
          )
        : '',
      writeVal('c:plotVisOnly', true),
      writeVal('c:dispBlanksAs', 'gap'),
    ),
    writeTextProperties(chart.font),
  );
}
