import type { IsoDate } from '../../annex/calendar/dates';
import { namesOn } from '../../annex/office-settings';
import type { Problem, Result } from '../../annex/problem';
import type { ProgressSettings } from '../../annex/progress/settings';
import type { LogRow } from '../../annex/progress/types';
import { gapsIn, reportDocument } from '../../paper/report/report-document';
import { spanName, spanOf } from '../../paper/report/report-span';
import type { SpanId } from '../../paper/report/report-span';
import type { PaperDocument } from '../../paper/paper-document';
import type { PaperSettings } from '../../paper/paper-settings';
import { recordedOnTask } from '../progress/linked-columns';
import { readProgress } from '../progress/progress-snapshot';
import { renewal, trackedTasks } from '../progress/renew';
import type { TrackedTable } from '../read-tasks';
import type { Snapshot } from '../snapshot';
import { paperFacts, paperOfBook } from './paper-of-book';

export type ReportChoice = {
  span: SpanId;
  /** Null: the year of the annex. */
  year: number | null;
  on: IsoDate;
  settings?: Partial<PaperSettings>;
};

export type BookReport = { document: PaperDocument; name: string; gaps: number };

/** What the log would hold of a workbook that has none yet, with what was recorded on the tasks themselves. */
function rowsWithoutLog(table: TrackedTable, settings: ProgressSettings): LogRow[] {
  const recorded = new Map(table.rows.map((row) => [row.task.id, recordedOnTask(row)]));
  return renewal([], trackedTasks(table), settings, recorded).rows.map(({ row }) => row);
}

/** The report of a tracked workbook for a span; needs a snapshot with `progress`. */
export function reportOfBook(snapshot: Snapshot, choice: ReportChoice): Result<BookReport> {
  const book = paperOfBook(snapshot, choice.on, choice.settings);
  if (!book.ok) return book;
  const progress = readProgress(snapshot);
  if (!progress.ok) return progress;
  const { log, settings } = progress.value;
  const year = choice.year ?? settings.year ?? Number(choice.on.slice(0, 4));
  const rules = settings.calendar.reportPeriods;
  const span = spanOf(choice.span, year, rules);
  if (!span) {
    const problem: Problem = {
      code: 'no-report-period',
      severity: 'error',
      place: {},
      details: { period: choice.span },
    };
    return { ok: false, problems: [problem] };
  }
  const { table, inForce: paper } = book.value;
  const rows = log
    ? log.rows.map((row) => row.log)
    : rowsWithoutLog(table, { ...settings, year: settings.year ?? year });
  const tasks = table.rows.map(({ task }) => task).filter(({ content }) => content !== '');
  const document = reportDocument(
    paperFacts(snapshot.record.facts),
    paper,
    { tasks, rows, rules: settings.calendar, span, on: choice.on },
    rules,
    namesOn(settings.office.recipients, choice.on),
  );
  return {
    ok: true,
    value: { document, name: spanName(span), gaps: gapsIn(document) },
    warnings: progress.value.warnings,
  };
}
