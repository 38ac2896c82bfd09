import type { ChartModel, ChartSeriesModel, SheetModel } from '../model/types';
import { type BatchContext, sheetOf } from './context';
import { itemNotFound } from './host-error';
import type { ChartHandle } from './objects';

/** The chart a handle names; ItemNotFound once it is deleted. */
export function chartOf(
  { sheetId, chartId }: ChartHandle,
  context: BatchContext,
): { sheet: SheetModel; chart: ChartModel } {
  const sheet = sheetOf(context, sheetId);
  const chart = sheet.charts.find(({ id }) => id === chartId);
  if (!chart) throw itemNotFound('The chart is no longer on the sheet.');
  return { sheet, chart };
}

export function seriesAt(handle: ChartHandle & { index: number }, context: BatchContext): ChartSeriesModel {
  const series = chartOf(handle, context).chart.series[handle.index];
  if (!series) throw itemNotFound('The series is no longer in the chart.');
  return series;
}
