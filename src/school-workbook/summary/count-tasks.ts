import { formatSectionLabel } from '../../annex/section-label';
import type { Problem } from '../../shared/problem';
import { foldCase } from '../../shared/text';
import {
  hasSeveralDocuments,
  type ListedDocument,
  listEndedCodes,
  selectFollowedRows,
} from '../documents/documents';
import type { WorkbookMetadata } from '../school-workbook';
import type { TaskRecord, TaskTable } from '../tasks/read-tasks';
import { correctSummary, listCounts } from './correct-summary';
import type { Summary, SummaryCounts } from './read-summary';
import { buildSummaryLines } from './summary-lines';

const NO_COUNTS: SummaryCounts = {
  total: 0,
  performed: 0,
  done: 0,
  inProgress: 0,
  notStarted: 0,
  nothingArisen: 0,
  notPerformed: 0,
  undecided: 0,
};

const isCounted = ({ task }: TaskRecord): boolean => task.content !== '';

/** Counts tasks as the authority reads them, which are the counts of *Tổng hợp* after their correction. */
export function countTasks(rows: readonly TaskRecord[]): SummaryCounts {
  const counts = { ...NO_COUNTS };
  for (const { task, status } of rows.filter(isCounted)) {
    counts.total += 1;
    for (const id of listCounts({ applicability: task.applicability, status })) counts[id] += 1;
  }
  return counts;
}

type DocumentCounts = ListedDocument & SummaryCounts;

/**
 * Counts the tasks of each document; a last line without code counts those of rows that name none, where there are
 * such.
 */
export function countByDocument(
  rows: readonly TaskRecord[],
  documents: readonly ListedDocument[],
): DocumentCounts[] {
  const lines = documents.map((document) => ({
    ...document,
    ...countTasks(rows.filter((row) => row.document === document.code)),
  }));
  const codes = new Set(documents.map(({ code }) => code));
  const others = countTasks(rows.filter(({ document }) => !codes.has(document)));
  return others.total > 0 ? [...lines, { code: '', title: '', ...others }] : lines;
}

/** Counts some of the tasks of a workbook, with lines for their own sections and lead units. */
export function summarizeTasks(rows: readonly TaskRecord[]): Summary {
  const { areas, leadUnits } = buildSummaryLines(rows.map(({ tableRow }) => tableRow));
  const select = (text: string, getText: (row: TaskRecord) => string): SummaryCounts =>
    countTasks(rows.filter((row) => foldCase(getText(row)) === foldCase(text)));
  const getArea = ({ tableRow }: TaskRecord): string => String(tableRow.cells.area);
  return {
    ...countTasks(rows),
    byArea: areas.map(({ section, title }) => ({
      section,
      sectionTitle: title,
      ...select(formatSectionLabel(section, title), getArea),
    })),
    byLeadUnit: leadUnits.map((leadUnit) => ({
      leadUnit,
      ...select(leadUnit, ({ tableRow }) => String(tableRow.cells.leadUnit)),
    })),
  };
}

/**
 * Returns the totals of the workbook with the rows that the formulas of *Tổng hợp* do not know counted. With several
 * documents these formulas may be set to one of them, so that the tasks are counted here.
 */
export function getWholeSummary(
  shown: Summary,
  table: TaskTable,
  metadata: WorkbookMetadata | null,
): { summary: Summary; warnings: Problem[] } {
  const followed = { ...table, rows: selectFollowedRows(table.rows, listEndedCodes(metadata)) };
  const corrected = correctSummary(shown, followed);
  if (!metadata || !hasSeveralDocuments(metadata)) return corrected;
  return { summary: summarizeTasks(followed.rows), warnings: corrected.warnings };
}
