import type { CaseContext } from './case-context';
import {
  captureErrorCode,
  type ConformanceCase,
  createCase,
  createNavigationCases,
  createOnce,
  createReadCases,
  createWriteCases,
} from './create-case';

/** Creates a chart of the numbers by code. */
const getChart = createOnce(({ sheet }) =>
  sheet.charts.add('ColumnClustered', sheet.getRange('B1:D5'), 'Columns'),
);

const getSeries = (bench: CaseContext): Excel.ChartSeries => getChart(bench).series.getItemAt(0);
const getChartModel = ({ workbook }: CaseContext) => workbook.sheets[0]?.charts[0];

export const CHART_CASES: ConformanceCase[] = [
  createCase('ChartCollection.add', async (bench) => {
    getChart(bench);
    await bench.context.sync();
    expect(getChartModel(bench)?.series).toEqual([
      {
        name: 'Số',
        nameFormula: '=Sổ!$C$1',
        valuesFormula: '=Sổ!$C$2:$C$5',
        categoriesFormula: '=Sổ!$B$2:$B$5',
      },
      {
        name: 'Gấp đôi',
        nameFormula: '=Sổ!$D$1',
        valuesFormula: '=Sổ!$D$2:$D$5',
        categoriesFormula: '=Sổ!$B$2:$B$5',
      },
    ]);
  }),
  ...createReadCases(
    'ChartCollection',
    async (b) => {
      getChart(b);
      await b.context.sync();
      return b.sheet.charts;
    },
    { count: 1 },
  ),
  createCase('ChartCollection.getCount', async (bench) => {
    const count = bench.sheet.charts.getCount();
    await bench.context.sync();
    expect(count.value).toBe(0);
  }),
  createCase('ChartCollection.getItem', async (bench) => {
    getChart(bench);
    const found = bench.sheet.charts.getItem('chart 1');
    found.load('name');
    await bench.context.sync();
    expect(found.name).toBe('Chart 1');
    expect(await captureErrorCode(bench, () => void bench.sheet.charts.getItem('x'))).toBe('ItemNotFound');
  }),
  createCase('ChartCollection.getItemOrNullObject', async (bench) => {
    const none = bench.sheet.charts.getItemOrNullObject('x');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  createCase('ChartCollection.getItemAt', async (bench) => {
    getChart(bench);
    const found = bench.sheet.charts.getItemAt(0);
    found.load('name');
    await bench.context.sync();
    expect(found.name).toBe('Chart 1');
  }),
  ...createWriteCases('Chart', getChart, {
    chartType: 'Doughnut',
    left: 10,
    top: 20,
    width: 300,
    height: 150,
  }),
  createCase('Chart.name', async (bench) => {
    const made = getChart(bench);
    made.name = 'Theo lĩnh vực';
    made.load('name');
    await bench.context.sync();
    expect(made.name).toBe('Theo lĩnh vực');
  }),
  createCase('Chart.id', async (bench) => {
    const made = getChart(bench);
    made.load('id');
    await bench.context.sync();
    expect(made.id).toBe(getChartModel(bench)?.id);
  }),
  ...createNavigationCases('Chart', getChart, {
    dataLabels: 'showValue',
    legend: 'position',
    series: 'items',
    title: 'text',
    worksheet: 'name',
  }),
  createCase('Chart.axes', async (bench) => {
    getChart(bench).axes.valueAxis.maximum = 10;
    await bench.context.sync();
    expect(getChartModel(bench)?.axes.valueMaximum).toBe(10);
  }),
  createCase('Chart.activate', async (bench) => {
    getChart(bench).activate();
    await bench.context.sync();
  }),
  createCase('Chart.delete', async (bench) => {
    getChart(bench).delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.charts).toEqual([]);
  }),
  createCase('Chart.setData', async (bench) => {
    getChart(bench).setData(bench.sheet.getRange('A1:C5'), 'Auto');
    await bench.context.sync();
    expect(getChartModel(bench)?.series.map(({ name }) => name)).toEqual(['Nội dung', 'Số']);
  }),
  createCase('Chart.setPosition', async (bench) => {
    getChart(bench).setPosition('B2', 'D4');
    await bench.context.sync();
    expect(getChartModel(bench)).toMatchObject({ left: 48, top: 15, width: 144, height: 45 });
  }),
  ...createReadCases('ChartSeriesCollection', (b) => getChart(b).series, { count: 2 }),
  createCase('ChartSeriesCollection.getCount', async (bench) => {
    const count = getChart(bench).series.getCount();
    await bench.context.sync();
    expect(count.value).toBe(2);
  }),
  createCase('ChartSeriesCollection.getItemAt', async (bench) => {
    const one = getChart(bench).series.getItemAt(1);
    one.load('name');
    await bench.context.sync();
    expect(one.name).toBe('Gấp đôi');
  }),
  createCase('ChartSeriesCollection.add', async (bench) => {
    const added = getChart(bench).series.add('Thêm');
    added.setValues(bench.sheet.getRange('C2:C5'));
    await bench.context.sync();
    expect(getChartModel(bench)?.series[2]).toEqual({ name: 'Thêm', valuesFormula: '=Sổ!$C$2:$C$5' });
  }),
  ...createWriteCases('ChartSeries', getSeries, { name: 'Số việc', hasDataLabels: true }),
  ...createNavigationCases('ChartSeries', getSeries, { dataLabels: 'showValue', points: 'items' }),
  createCase('ChartSeries.format', async (bench) => {
    getSeries(bench).format.fill.setSolidColor('#5B9BD5');
    await bench.context.sync();
    expect(getChartModel(bench)?.series[0]?.color).toBe('#5B9BD5');
  }),
  createCase('ChartSeries.setValues', async (bench) => {
    getSeries(bench).setValues(bench.sheet.getRange('D2:D3'));
    await bench.context.sync();
    expect(getChartModel(bench)?.series[0]?.valuesFormula).toBe('=Sổ!$D$2:$D$3');
  }),
  createCase('ChartSeries.setXAxisValues', async (bench) => {
    getSeries(bench).setXAxisValues(bench.sheet.getRange('A2:A5'));
    await bench.context.sync();
    expect(getChartModel(bench)?.series[0]?.categoriesFormula).toBe('=Sổ!$A$2:$A$5');
  }),
  createCase('ChartSeries.delete', async (bench) => {
    getSeries(bench).delete();
    await bench.context.sync();
    expect(getChartModel(bench)?.series.map(({ name }) => name)).toEqual(['Gấp đôi']);
  }),
  ...createReadCases('ChartPointsCollection', (b) => getSeries(b).points, { count: 4 }),
  createCase('ChartPointsCollection.getCount', async (bench) => {
    const count = getSeries(bench).points.getCount();
    await bench.context.sync();
    expect(count.value).toBe(4);
  }),
  createCase('ChartPointsCollection.getItemAt', async (bench) => {
    const point = getSeries(bench).points.getItemAt(3);
    point.load('value');
    await bench.context.sync();
    expect(point.value).toBe(5);
  }),
  ...createReadCases('ChartPoint', (b) => getSeries(b).points.getItemAt(0), { value: 3 }),
  ...(['ChartPoint.format', 'ChartPointFormat.fill', 'ChartFill.setSolidColor'] as const).map((member) =>
    createCase(member, async (bench) => {
      getSeries(bench).points.getItemAt(1).format.fill.setSolidColor('#C00000');
      await bench.context.sync();
      expect(getChartModel(bench)?.series[0]?.pointColors).toEqual({ 1: '#C00000' });
    }),
  ),
  createCase('ChartFill.clear', async (bench) => {
    getSeries(bench).format.fill.setSolidColor('#C00000');
    getSeries(bench).format.fill.clear();
    await bench.context.sync();
    expect(getChartModel(bench)?.series[0]?.color).toBeUndefined();
  }),
  createCase('ChartSeriesFormat.fill', async (bench) => {
    getSeries(bench).format.fill.setSolidColor('#C00000');
    await bench.context.sync();
    expect(getChartModel(bench)?.series[0]?.color).toBe('#C00000');
  }),
  createCase('ChartSeriesFormat.line', async (bench) => {
    getSeries(bench).format.line.color = '#C00000';
    await bench.context.sync();
    expect(getChartModel(bench)?.series[0]?.color).toBe('#C00000');
  }),
  ...createWriteCases('ChartLineFormat', (b) => getSeries(b).format.line, { color: '#00B050' }),
  createCase('ChartLineFormat.clear', async (bench) => {
    getSeries(bench).format.line.color = '#C00000';
    getSeries(bench).format.line.clear();
    await bench.context.sync();
    expect(getChartModel(bench)?.series[0]?.color).toBeUndefined();
  }),
  ...createWriteCases('ChartTitle', (b) => getChart(b).title, { text: 'Tiến độ', visible: false }),
  ...createWriteCases('ChartLegend', (b) => getChart(b).legend, { visible: false, position: 'Right' }),
  ...createNavigationCases('ChartAxes', (b) => getChart(b).axes, { categoryAxis: 'type', valueAxis: 'type' }),
  createCase('ChartAxes.getItem', async (bench) => {
    const axis = getChart(bench).axes.getItem('Value', 'Primary');
    axis.load('type');
    await bench.context.sync();
    expect(axis.type).toBe('Value');
  }),
  ...createReadCases('ChartAxis', (b) => getChart(b).axes.categoryAxis, { type: 'Category' }),
  ...createWriteCases('ChartAxis', (b) => getChart(b).axes.valueAxis, { maximum: 12, minimum: 2 }),
  ...createNavigationCases('ChartAxis', (b) => getChart(b).axes.valueAxis, { title: 'text' }),
  ...createWriteCases('ChartAxisTitle', (b) => getChart(b).axes.valueAxis.title, {
    text: 'Số việc',
    visible: true,
  }),
  ...createWriteCases('ChartDataLabels', (b) => getChart(b).dataLabels, {
    showValue: true,
    numberFormat: '#,##0;;',
  }),
  ...createWriteCases('ChartSeries', getSeries, { gapWidth: 60 }),
  createCase('ChartSeries.gapWidth', async (bench) => {
    getChart(bench).chartType = 'Line';
    expect(await captureErrorCode(bench, () => void (getSeries(bench).gapWidth = 60))).toBe(
      'InvalidArgument',
    );
  }),
  ...createWriteCases('ChartFont', (b) => getChart(b).format.font, {
    name: 'Arial',
    size: 11,
    color: '#1F2937',
    bold: true,
  }),
  ...createNavigationCases('ChartAreaFormat', (b) => getChart(b).format, { font: 'size' }),
  ...createNavigationCases('ChartTitleFormat', (b) => getChart(b).title.format, { font: 'size' }),
  ...createNavigationCases('ChartDataLabelFormat', (b) => getSeries(b).dataLabels.format, { font: 'size' }),
  createCase('Chart.format', async (bench) => {
    const made = getChart(bench);
    made.title.format.font.size = 12;
    getSeries(bench).dataLabels.format.font.size = 8;
    made.format.font.size = 9;
    await bench.context.sync();
    // The chart's font size applies to every part of it.
    expect([
      getChartModel(bench)?.titleFont?.size,
      getChartModel(bench)?.series[0]?.dataLabelFont?.size,
    ]).toEqual([9, 9]);
    expect(await captureErrorCode(bench, () => void (getChart(bench).format.font.size = 0))).toBe(
      'InvalidArgument',
    );
  }),
  createCase('ChartTitle.format', async (bench) => {
    const { title } = getChart(bench);
    title.format.font.bold = true;
    title.format.font.load('size,bold');
    await bench.context.sync();
    expect([title.format.font.size, title.format.font.bold]).toEqual([14, true]);
    expect(getChartModel(bench)?.titleFont).toEqual({ bold: true });
  }),
  createCase('ChartDataLabels.format', async (bench) => {
    getSeries(bench).dataLabels.format.font.color = '#FFFFFF';
    await bench.context.sync();
    expect(getChartModel(bench)?.series.map(({ dataLabelFont }) => dataLabelFont)).toEqual([
      { color: '#FFFFFF' },
      undefined,
    ]);
  }),
];
