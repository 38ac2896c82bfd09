import { type Case, does, keeps, leads, once, reads, refusalOf } from './case';
import type { Bench } from './bench';

/** A chart of the numbers by code. */
const chart = once(({ sheet }) => sheet.charts.add('ColumnClustered', sheet.getRange('B1:D5'), 'Columns'));

const series = (bench: Bench): Excel.ChartSeries => chart(bench).series.getItemAt(0);
const model = ({ workbook }: Bench) => workbook.sheets[0]?.charts[0];

export const chartCases: Case[] = [
  does('ChartCollection.add', async (bench) => {
    chart(bench);
    await bench.context.sync();
    expect(model(bench)?.series).toEqual([
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
  ...reads(
    'ChartCollection',
    async (b) => {
      chart(b);
      await b.context.sync();
      return b.sheet.charts;
    },
    { count: 1 },
  ),
  does('ChartCollection.getCount', async (bench) => {
    const count = bench.sheet.charts.getCount();
    await bench.context.sync();
    expect(count.value).toBe(0);
  }),
  does('ChartCollection.getItem', async (bench) => {
    chart(bench);
    const found = bench.sheet.charts.getItem('chart 1');
    found.load('name');
    await bench.context.sync();
    expect(found.name).toBe('Chart 1');
    expect(await refusalOf(bench, () => void bench.sheet.charts.getItem('x'))).toBe('ItemNotFound');
  }),
  does('ChartCollection.getItemOrNullObject', async (bench) => {
    const none = bench.sheet.charts.getItemOrNullObject('x');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  does('ChartCollection.getItemAt', async (bench) => {
    chart(bench);
    const found = bench.sheet.charts.getItemAt(0);
    found.load('name');
    await bench.context.sync();
    expect(found.name).toBe('Chart 1');
  }),
  ...keeps('Chart', chart, { chartType: 'Doughnut', left: 10, top: 20, width: 300, height: 150 }),
  does('Chart.name', async (bench) => {
    const made = chart(bench);
    made.name = 'Theo lĩnh vực';
    made.load('name');
    await bench.context.sync();
    expect(made.name).toBe('Theo lĩnh vực');
  }),
  does('Chart.id', async (bench) => {
    const made = chart(bench);
    made.load('id');
    await bench.context.sync();
    expect(made.id).toBe(model(bench)?.id);
  }),
  ...leads('Chart', chart, {
    dataLabels: 'showValue',
    legend: 'position',
    series: 'items',
    title: 'text',
    worksheet: 'name',
  }),
  does('Chart.axes', async (bench) => {
    chart(bench).axes.valueAxis.maximum = 10;
    await bench.context.sync();
    expect(model(bench)?.axes.valueMaximum).toBe(10);
  }),
  does('Chart.activate', async (bench) => {
    chart(bench).activate();
    await bench.context.sync();
  }),
  does('Chart.delete', async (bench) => {
    chart(bench).delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.charts).toEqual([]);
  }),
  does('Chart.setData', async (bench) => {
    chart(bench).setData(bench.sheet.getRange('A1:C5'), 'Auto');
    await bench.context.sync();
    expect(model(bench)?.series.map(({ name }) => name)).toEqual(['Nội dung', 'Số']);
  }),
  does('Chart.setPosition', async (bench) => {
    chart(bench).setPosition('B2', 'D4');
    await bench.context.sync();
    expect(model(bench)).toMatchObject({ left: 48, top: 15, width: 144, height: 45 });
  }),
  ...reads('ChartSeriesCollection', (b) => chart(b).series, { count: 2 }),
  does('ChartSeriesCollection.getCount', async (bench) => {
    const count = chart(bench).series.getCount();
    await bench.context.sync();
    expect(count.value).toBe(2);
  }),
  does('ChartSeriesCollection.getItemAt', async (bench) => {
    const one = chart(bench).series.getItemAt(1);
    one.load('name');
    await bench.context.sync();
    expect(one.name).toBe('Gấp đôi');
  }),
  does('ChartSeriesCollection.add', async (bench) => {
    const added = chart(bench).series.add('Thêm');
    added.setValues(bench.sheet.getRange('C2:C5'));
    await bench.context.sync();
    expect(model(bench)?.series[2]).toEqual({ name: 'Thêm', valuesFormula: '=Sổ!$C$2:$C$5' });
  }),
  ...keeps('ChartSeries', series, { name: 'Số việc', hasDataLabels: true }),
  ...leads('ChartSeries', series, { dataLabels: 'showValue', points: 'items' }),
  does('ChartSeries.format', async (bench) => {
    series(bench).format.fill.setSolidColor('#5B9BD5');
    await bench.context.sync();
    expect(model(bench)?.series[0]?.color).toBe('#5B9BD5');
  }),
  does('ChartSeries.setValues', async (bench) => {
    series(bench).setValues(bench.sheet.getRange('D2:D3'));
    await bench.context.sync();
    expect(model(bench)?.series[0]?.valuesFormula).toBe('=Sổ!$D$2:$D$3');
  }),
  does('ChartSeries.setXAxisValues', async (bench) => {
    series(bench).setXAxisValues(bench.sheet.getRange('A2:A5'));
    await bench.context.sync();
    expect(model(bench)?.series[0]?.categoriesFormula).toBe('=Sổ!$A$2:$A$5');
  }),
  does('ChartSeries.delete', async (bench) => {
    series(bench).delete();
    await bench.context.sync();
    expect(model(bench)?.series.map(({ name }) => name)).toEqual(['Gấp đôi']);
  }),
  ...reads('ChartPointsCollection', (b) => series(b).points, { count: 4 }),
  does('ChartPointsCollection.getCount', async (bench) => {
    const count = series(bench).points.getCount();
    await bench.context.sync();
    expect(count.value).toBe(4);
  }),
  does('ChartPointsCollection.getItemAt', async (bench) => {
    const point = series(bench).points.getItemAt(3);
    point.load('value');
    await bench.context.sync();
    expect(point.value).toBe(5);
  }),
  ...reads('ChartPoint', (b) => series(b).points.getItemAt(0), { value: 3 }),
  ...(['ChartPoint.format', 'ChartPointFormat.fill', 'ChartFill.setSolidColor'] as const).map((member) =>
    does(member, async (bench) => {
      series(bench).points.getItemAt(1).format.fill.setSolidColor('#C00000');
      await bench.context.sync();
      expect(model(bench)?.series[0]?.pointColors).toEqual({ 1: '#C00000' });
    }),
  ),
  does('ChartFill.clear', async (bench) => {
    series(bench).format.fill.setSolidColor('#C00000');
    series(bench).format.fill.clear();
    await bench.context.sync();
    expect(model(bench)?.series[0]?.color).toBeUndefined();
  }),
  does('ChartSeriesFormat.fill', async (bench) => {
    series(bench).format.fill.setSolidColor('#C00000');
    await bench.context.sync();
    expect(model(bench)?.series[0]?.color).toBe('#C00000');
  }),
  does('ChartSeriesFormat.line', async (bench) => {
    series(bench).format.line.color = '#C00000';
    await bench.context.sync();
    expect(model(bench)?.series[0]?.color).toBe('#C00000');
  }),
  ...keeps('ChartLineFormat', (b) => series(b).format.line, { color: '#00B050' }),
  does('ChartLineFormat.clear', async (bench) => {
    series(bench).format.line.color = '#C00000';
    series(bench).format.line.clear();
    await bench.context.sync();
    expect(model(bench)?.series[0]?.color).toBeUndefined();
  }),
  ...keeps('ChartTitle', (b) => chart(b).title, { text: 'Tiến độ', visible: false }),
  ...keeps('ChartLegend', (b) => chart(b).legend, { visible: false, position: 'Right' }),
  ...leads('ChartAxes', (b) => chart(b).axes, { categoryAxis: 'type', valueAxis: 'type' }),
  does('ChartAxes.getItem', async (bench) => {
    const axis = chart(bench).axes.getItem('Value', 'Primary');
    axis.load('type');
    await bench.context.sync();
    expect(axis.type).toBe('Value');
  }),
  ...reads('ChartAxis', (b) => chart(b).axes.categoryAxis, { type: 'Category' }),
  ...keeps('ChartAxis', (b) => chart(b).axes.valueAxis, { maximum: 12, minimum: 2 }),
  ...leads('ChartAxis', (b) => chart(b).axes.valueAxis, { title: 'text' }),
  ...keeps('ChartAxisTitle', (b) => chart(b).axes.valueAxis.title, { text: 'Số việc', visible: true }),
  ...keeps('ChartDataLabels', (b) => chart(b).dataLabels, { showValue: true, numberFormat: '#,##0;;' }),
  ...keeps('ChartSeries', series, { gapWidth: 60 }),
  does('ChartSeries.gapWidth', async (bench) => {
    chart(bench).chartType = 'Line';
    expect(await refusalOf(bench, () => void (series(bench).gapWidth = 60))).toBe('InvalidArgument');
  }),
  ...keeps('ChartFont', (b) => chart(b).format.font, {
    name: 'Arial',
    size: 11,
    color: '#1F2937',
    bold: true,
  }),
  ...leads('ChartAreaFormat', (b) => chart(b).format, { font: 'size' }),
  ...leads('ChartTitleFormat', (b) => chart(b).title.format, { font: 'size' }),
  ...leads('ChartDataLabelFormat', (b) => series(b).dataLabels.format, { font: 'size' }),
  does('Chart.format', async (bench) => {
    const made = chart(bench);
    made.title.format.font.size = 12;
    series(bench).dataLabels.format.font.size = 8;
    made.format.font.size = 9;
    await bench.context.sync();
    // The whole chart's size reaches every part of it.
    expect([model(bench)?.titleFont?.size, model(bench)?.series[0]?.dataLabelFont?.size]).toEqual([9, 9]);
    expect(await refusalOf(bench, () => void (chart(bench).format.font.size = 0))).toBe('InvalidArgument');
  }),
  does('ChartTitle.format', async (bench) => {
    const { title } = chart(bench);
    title.format.font.bold = true;
    title.format.font.load('size,bold');
    await bench.context.sync();
    expect([title.format.font.size, title.format.font.bold]).toEqual([14, true]);
    expect(model(bench)?.titleFont).toEqual({ bold: true });
  }),
  does('ChartDataLabels.format', async (bench) => {
    series(bench).dataLabels.format.font.color = '#FFFFFF';
    await bench.context.sync();
    expect(model(bench)?.series.map(({ dataLabelFont }) => dataLabelFont)).toEqual([
      { color: '#FFFFFF' },
      undefined,
    ]);
  }),
];
