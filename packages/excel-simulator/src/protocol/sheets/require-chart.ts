import type { ChartModel, ChartSeriesModel, SheetModel } from '../../model/types';
import { requireSheet } from '../batch-context';
import { createItemNotFoundError } from '../host-error';
import type { ChartHandle } from '../host-objects';
import type { BatchContext } from '../types';

/**
 * Returns the chart of a handle.
 * @throws HostError (ItemNotFound) once it is deleted.
 */
export function requireChart(
  { sheetId, chartId }: ChartHandle,
  context: BatchContext,
): { sheet: SheetModel; chart: ChartModel } {
  const sheet = requireSheet(context, sheetId);
  const chart = sheet.charts.find(({ id }) => id === chartId);
  if (!chart) throw createItemNotFoundError('The chart is no longer on the sheet.');
  return { sheet, chart };
}

export function requireChartSeries(
  handle: ChartHandle & { index: number },
  context: BatchContext,
): ChartSeriesModel {
  const series = requireChart(handle, context).chart.series[handle.index];
  if (!series) throw createItemNotFoundError('The series is no longer in the chart.');
  return series;
}
