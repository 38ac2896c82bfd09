import { formatDate, type IsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { problem, warning } from '../../shared/result';
import type { PrintDocument } from '../print-document';
import { formatReportSpan, type ReportSpan } from './report-span';
import type { ReportLine } from './report-totals';

/** A report, and what makes its figures doubtful. */
export type BuiltReport = { document: PrintDocument; warnings: Problem[] };

const MAX_NAMED_TASKS = 5;

/** Creates the warning about results without a day, of which nobody knows whether they are of the period. */
export function createUndatedWarnings(undated: readonly (ReportLine & { unit?: string })[]): Problem[] {
  if (undated.length === 0) return [];
  const named = undated.map(({ unit, task }) => [unit, task.id].filter(Boolean).join(' '));
  const tasks = [...new Set(named)];
  const more = tasks.length > MAX_NAMED_TASKS ? ', …' : '';
  return [
    warning(
      'report-undated',
      {},
      { count: undated.length, tasks: `${tasks.slice(0, MAX_NAMED_TASKS).join(', ')}${more}` },
    ),
  ];
}

/**
 * Checks that a report has anything to say of its period: neither its day nor the last day of its data lies before it.
 *
 * @returns null if it has
 */
export function checkReportDays(span: ReportSpan, days: { on: IsoDate; asOf?: IsoDate }): Problem | null {
  const params = { period: formatReportSpan(span), from: formatDate(span.from) };
  if (days.on < span.from) return problem('report-before-period', {}, { ...params, on: formatDate(days.on) });
  return days.asOf !== undefined && days.asOf < span.from
    ? problem('report-data-before-period', {}, { ...params, asOf: formatDate(days.asOf) })
    : null;
}
