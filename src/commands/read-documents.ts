import type { TrackedDocument } from '../annex/tracked-document';
import { readInventory } from '../excel/read/inventory';
import { readCells } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { getRowLastDay, getTimeliness } from '../progress/timeliness';
import {
  findDocument,
  getDocuments,
  selectFollowedRows,
  sortDocuments,
} from '../school-workbook/documents/documents';
import { getCurrentLog } from '../school-workbook/progress/get-current-log';
import { readProgress } from '../school-workbook/progress/read-progress';
import { EMPTY_METADATA } from '../school-workbook/school-workbook';
import type { Snapshot } from '../school-workbook/snapshot';
import { countTasks, summarizeTasks } from '../school-workbook/summary/count-tasks';
import type { Summary, SummaryCounts } from '../school-workbook/summary/read-summary';
import { readTaskTable, type TaskTable } from '../school-workbook/tasks/read-tasks';
import { type IsoDate, toLocalIsoDate } from '../shared/dates';
import { err, ok, type Result } from '../shared/result';
import type { Command } from './command';

export type DocumentLine = Omit<TrackedDocument, 'fingerprint'> & {
  counts: SummaryCounts;
  /** Tasks with a deadline that has passed. */
  overdue: number;
  /** The next last day of its open tasks; null where there is none. */
  nextDeadline: IsoDate | null;
};

export type DocumentsView = {
  /** The day that deadlines are compared with. */
  on: IsoDate;
  documents: DocumentLine[];
  /** Tasks of rows that name no document; null where there are none. */
  others: SummaryCounts | null;
  /** Of the documents that are followed, and of the others. */
  whole: SummaryCounts;
};

function readTable(
  { tasks, metadataSheet }: Snapshot,
  today: IsoDate,
): Result<{ table: TaskTable; documents: TrackedDocument[] }> {
  if (!tasks) return err('no-annex-sheet', {});
  const documents = getDocuments(metadataSheet.metadata ?? EMPTY_METADATA);
  const table = readTaskTable(tasks, documents, today);
  return table.ok ? ok({ table: table.value, documents: sortDocuments(documents) }) : table;
}

function buildDocumentsView(snapshot: Snapshot, today: IsoDate): Result<DocumentsView> {
  const read = readTable(snapshot, today);
  if (!read.ok) return read;
  const progress = readProgress(snapshot);
  if (!progress.ok) return progress;
  const { table, documents } = read.value;
  const { calendar } = progress.value.settings;
  const on = progress.value.today ?? today;
  const log = getCurrentLog(table, progress.value).filter(({ untracked }) => !untracked);
  const lines = documents.map(({ fingerprint: _, ...document }): DocumentLine => {
    const rows = table.rows.filter((row) => row.document === document.code);
    const ids = new Set(rows.map(({ task }) => task.id));
    const open = log
      .filter(({ task }) => ids.has(task))
      .map((row) => ({
        task: row.task,
        timeliness: getTimeliness(row, on, calendar),
        lastDay: getRowLastDay(row, calendar),
      }));
    const overdue = open.filter(({ timeliness }) => timeliness === 'overdue');
    const coming = open.flatMap(({ timeliness, lastDay }) =>
      lastDay !== null && (timeliness === 'dueSoon' || timeliness === 'notDueYet') ? [lastDay] : [],
    );
    return {
      ...document,
      counts: countTasks(rows),
      overdue: new Set(overdue.map(({ task }) => task)).size,
      nextDeadline: coming.sort()[0] ?? null,
    };
  });
  const followed = selectFollowedRows(table.rows, progress.value.ended);
  const codes = new Set(documents.map(({ code }) => code));
  const others = countTasks(table.rows.filter(({ document }) => !codes.has(document)));
  return ok(
    { on, documents: lines, others: others.total > 0 ? others : null, whole: countTasks(followed) },
    progress.warnings,
  );
}

/** Reads the documents of the workbook with their tasks counted. Takes at most three syncs. */
export const readDocuments: Command<void, DocumentsView> = {
  id: 'documents',
  labelKey: 'command.documents',
  run: ({ now }) =>
    runOnWorkbook(async (context) => {
      const snapshot = await readCells(context, await readInventory(context), { progress: true });
      return buildDocumentsView(snapshot, toLocalIsoDate(now()));
    }),
};

/** Reads the totals of one document, which *Tổng hợp* has among those of all. Problems: document-not-found. */
export const readDocumentSummary: Command<{ document: string }, Summary> = {
  id: 'document-summary',
  labelKey: 'command.summary',
  run: ({ now }, { document: code }) =>
    runOnWorkbook(async (context) => {
      const snapshot = await readCells(context, await readInventory(context));
      const read = readTable(snapshot, toLocalIsoDate(now()));
      if (!read.ok) return read;
      const chosen = findDocument(read.value.documents, code);
      if (!chosen) return err('document-not-found', {}, { document: code });
      return ok(summarizeTasks(read.value.table.rows.filter(({ document }) => document === chosen.code)));
    }),
};
