import { getNamesOnDate } from '../../annex/office-settings';
import type { ProgressSettings } from '../../progress/progress-settings';
import type { LogRow } from '../../progress/types';
import type { PrintDocument } from '../../reports/print-document';
import type { PrintSettings } from '../../reports/print-settings';
import { buildReportDocument, countGaps } from '../../reports/results/report-document';
import { formatReportSpan, getReportSpan, type ReportSpanId } from '../../reports/results/report-span';
import { checkReportDays } from '../../reports/results/report-warnings';
import type { IsoDate } from '../../shared/dates';
import { err, ok, type Result } from '../../shared/result';
import { getValuesTypedOnTask } from '../progress/linked-columns';
import { getTrackedTasks, planRenewal } from '../progress/plan-renewal';
import { readProgress } from '../progress/read-progress';
import type { Snapshot } from '../snapshot';
import type { TaskTable } from '../tasks/read-tasks';
import { prepareAnnexPrint } from './prepare-annex-print';
import type { PaperTasks } from './select-document';

export type ReportRequest = {
  span: ReportSpanId;
  /** Null: the year of the annex. */
  year: number | null;
  on: IsoDate;
  settings?: Partial<PrintSettings>;
  /** Code of one document of a workbook of several; all of them where absent. */
  document?: string;
};

type UnitReport = { document: PrintDocument; name: string; gaps: number };

/** Builds the rows that the log of a workbook without one would hold, with what was recorded on the tasks. */
function buildRowsWithoutLog(table: TaskTable, settings: ProgressSettings): LogRow[] {
  const recorded = new Map(table.rows.map((row) => [row.task.id, getValuesTypedOnTask(row)]));
  return planRenewal([], getTrackedTasks(table), settings, recorded).rows.map(({ row }) => row);
}

/** Rows of the log under the numbers of the paper; those of other documents are left out of a report on one. */
function selectRows(rows: readonly LogRow[], { ids }: PaperTasks, isOfOne: boolean): LogRow[] {
  if (!isOfOne) return [...rows];
  return rows.flatMap((row) => {
    const task = ids.get(row.task);
    return task === undefined ? [] : [{ ...row, task }];
  });
}

/** Leaves out the rows of documents that are not followed any more. */
function leaveOutEnded(rows: readonly LogRow[], table: TaskTable, ended: readonly string[]): LogRow[] {
  const tasks = new Set(
    table.rows.flatMap(({ document, task }) => (ended.includes(document) ? [task.id] : [])),
  );
  return rows.filter(({ task }) => !tasks.has(task));
}

/** Builds the report of a tracked workbook for a span; needs a snapshot with `progress`. */
export function buildUnitReport(snapshot: Snapshot, request: ReportRequest): Result<UnitReport> {
  const prepared = prepareAnnexPrint(snapshot, {
    on: request.on,
    given: request.settings,
    document: request.document,
    allowsAll: true,
  });
  if (!prepared.ok) return prepared;
  const progress = readProgress(snapshot);
  if (!progress.ok) return progress;
  const { log, settings } = progress.value;
  const year = request.year ?? settings.year ?? Number(request.on.slice(0, 4));
  const rules = settings.calendar.reportPeriods;
  const span = getReportSpan(request.span, year, rules);
  if (!span) {
    return err('no-report-period', {}, { period: request.span });
  }
  const untimely = checkReportDays(span, { on: request.on });
  if (untimely) return err([untimely]);
  const { table, paper, effectiveSettings: printSettings } = prepared.value;
  const rows = log
    ? log.rows.map((row) => row.log)
    : buildRowsWithoutLog(table, { ...settings, year: settings.year ?? year });
  const people = new Map(table.rows.map(({ task, person }) => [task.id, person]));
  const { document, warnings } = buildReportDocument(
    paper.metadata,
    printSettings,
    {
      tasks: paper.tasks,
      rows: selectRows(
        request.document === undefined ? leaveOutEnded(rows, table, progress.value.ended) : rows,
        paper,
        request.document !== undefined,
      ),
      rules: settings.calendar,
      span,
      on: request.on,
      people,
    },
    rules,
    getNamesOnDate(settings.office.recipients, request.on),
  );
  return ok({ document, name: formatReportSpan(span), gaps: countGaps(document) }, [
    ...prepared.value.issuerWarnings,
    ...progress.value.warnings,
    ...warnings,
  ]);
}
