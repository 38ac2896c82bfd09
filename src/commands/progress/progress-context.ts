import { readSnapshot } from '../../excel/read/read-snapshot';
import type { LogRow } from '../../progress/types';
import { findDocument, getDocuments } from '../../school-workbook/documents/documents';
import { getCurrentLog } from '../../school-workbook/progress/get-current-log';
import { type ProgressState, readProgress } from '../../school-workbook/progress/read-progress';
import type { Snapshot } from '../../school-workbook/snapshot';
import { readTasks, type TaskTable } from '../../school-workbook/tasks/read-tasks';
import { err, ok, type Result } from '../../shared/result';

export type ProgressContext = {
  snapshot: Snapshot;
  table: TaskTable;
  progress: ProgressState;
  /** Rows of the log, or those it would get if there is none. */
  rows: LogRow[];
};

/** Reads the tasks, the log and its settings in at most two syncs. */
export async function readProgressContext(context: Excel.RequestContext): Promise<Result<ProgressContext>> {
  const snapshot = await readSnapshot(context, { progress: true });
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const progress = readProgress(snapshot);
  if (!progress.ok) return progress;
  const rows = getCurrentLog(table.value, progress.value);
  return ok({ snapshot, table: table.value, progress: progress.value, rows }, progress.value.warnings);
}

/** Leaves only the tasks of a document, where one is asked for. Problems: document-not-found. */
export function selectDocument(
  read: Extract<Result<ProgressContext>, { ok: true }>,
  name: string | undefined,
): Result<ProgressContext> {
  if (name === undefined) return read;
  const { snapshot, table, rows } = read.value;
  const { metadata } = snapshot.metadataSheet;
  const chosen = findDocument(metadata ? getDocuments(metadata) : [], name);
  if (!chosen) return err('document-not-found', {}, { document: name });
  const own = table.rows.filter(({ document }) => document === chosen.code);
  const ids = new Set(own.map(({ task }) => task.id));
  return {
    ...read,
    value: { ...read.value, table: { ...table, rows: own }, rows: rows.filter(({ task }) => ids.has(task)) },
  };
}
