import { computeFingerprint } from '../annex/compute-fingerprint';
import { readApplicability } from '../annex/read-applicability';
import { type ComparedField, reconcileTasks, type TaskMatch } from '../annex/reconcile-tasks';
import type { Annex, Task } from '../annex/types';
import { formatReferenceLine } from '../reports/format-reference-line';
import { isEqual } from '../shared/is-equal';
import type { Problem } from '../shared/problem';
import { ok, type Result, warning } from '../shared/result';
import { getPlainText } from '../sheets/cell-content';
import { STATUS_LABELS } from '../sheets/labels/school-labels';
import type { CellContent } from '../sheets/sheet-spec';
import type { MergeMode } from './merge-modes';
import { toTaskTableRow, toTaskTableRows, type Unit, type WorkbookMetadata } from './school-workbook';
import type { Snapshot } from './snapshot';
import { buildSummaryLines } from './summary/summary-lines';
import { readTasks, type TaskRecord } from './tasks/read-tasks';
import { reviseTaskRows } from './tasks/revise-table-rows';
import type { TaskColumnId } from './tasks/task-columns';
import {
  isEmptyRevision,
  type Revision,
  type RowAddition,
  type RowEdit,
  type WorkbookChange,
} from './workbook-change';

/** What the clerk is shown before anything is written. */
export type ImportPreviewItem =
  | { kind: 'added'; task: Task }
  | { kind: 'changed'; task: string; column: TaskColumnId; before: CellContent; after: CellContent }
  | { kind: 'removed'; task: Task }
  /** Gone from the new annex, but kept. */
  | { kind: 'kept'; task: Task };

export type PlannedImport = {
  /** Null where the workbook agrees with the annex already. */
  change: WorkbookChange | null;
  preview: ImportPreviewItem[];
  counts: { added: number; changed: number; removed: number; kept: number; unchanged: number };
};

type ImportOptions = { annex: Annex; unit: Unit; merge: MergeMode };

const COLUMNS_BY_FIELD: Record<ComparedField, readonly TaskColumnId[]> = {
  section: ['id', 'area'],
  sectionTitle: ['area'],
  tt: ['id', 'tt'],
  content: ['content'],
  leadUnit: ['leadUnit'],
  coordinatingUnit: ['coordinatingUnit'],
  product: ['product'],
  timing: ['timing'],
  note: ['note'],
};

/** Returns true if the merge lets a cell of the new annex overwrite one of the sheet. */
function canOverwrite(merge: MergeMode, before: CellContent, after: CellContent): boolean {
  return merge === 'replace-all' || (merge === 'fill-blanks' ? before === '' : after !== '');
}

function buildPrintedEdits(row: TaskRecord, after: Task, fields: readonly ComparedField[], merge: MergeMode) {
  const updated = toTaskTableRow(after).cells;
  const cells: Partial<Record<TaskColumnId, CellContent>> = {};
  for (const id of new Set(fields.flatMap((field) => COLUMNS_BY_FIELD[field]))) {
    const before = row.tableRow.cells[id];
    // The clerk writes notes in the same column: a printed note only fills a blank one.
    const choice = id === 'note' ? 'fill-blanks' : merge;
    if (before !== updated[id] && canOverwrite(choice, before, updated[id])) cells[id] = updated[id];
  }
  return cells;
}

/** Returns true if the mark is still the one that the printed cells gave; another one is the clerk's own. */
function hasPrintedMark({ task }: TaskRecord): boolean {
  return readApplicability(task).applicability === task.applicability;
}

/**
 * Builds the edits of the mark, which follows the new annex only if the clerk has not changed it.
 * @returns null if the clerk's mark contradicts the annex and stays
 */
function buildMarkEdits(
  row: TaskRecord,
  after: Task,
  merge: MergeMode,
): Partial<Record<TaskColumnId, CellContent>> | null {
  const before = row.task;
  if (before.applicability === after.applicability) return {};
  if (!hasPrintedMark(row)) return after.applicability === 'undecided' ? {} : null;
  const updated = toTaskTableRow(after).cells;
  if (!canOverwrite(merge, row.tableRow.cells.applicability, updated.applicability)) return {};
  return {
    applicability: updated.applicability,
    reason: updated.reason,
    ...(row.tableRow.cells.status === '' && { status: updated.status }),
  };
}

/**
 * Returns true if progress was recorded. Results of formulas are not the clerk's text, but a state from the log is
 * progress.
 */
function hasRecordedProgress(row: TaskRecord): boolean {
  return (
    (row.status !== null && row.status !== 'notStarted') ||
    [
      ...(['due', 'doneOn', 'evidence'] as const).map((id) => getPlainText(row.tableRow.cells[id])),
      row.task.note,
    ].some((text) => text !== '') ||
    Object.values(row.tableRow.extra).some((value) => value !== '') ||
    !['', STATUS_LABELS.notStarted].includes(getPlainText(row.tableRow.cells.status)) ||
    !hasPrintedMark(row)
  );
}

function formatEdition({ edition }: { edition: WorkbookMetadata['edition'] }): string {
  return [edition.title, formatReferenceLine(edition)].filter((part) => part !== '').join(' – ');
}

function createTaskWarning(code: Problem['code'], tasks: readonly string[]): Problem[] {
  return tasks.length === 0 ? [] : [warning(code, {}, { tasks: tasks.join(', '), count: tasks.length })];
}

type ImportDraft = {
  edits: RowEdit[];
  add: RowAddition[];
  remove: string[];
  preview: ImportPreviewItem[];
  retainedMarks: string[];
};

function buildImportDraft(
  rows: readonly TaskRecord[],
  matches: readonly TaskMatch[],
  merge: MergeMode,
): ImportDraft {
  const draft: ImportDraft = { edits: [], add: [], remove: [], preview: [], retainedMarks: [] };
  const rowsByTask = new Map(rows.map((row) => [row.task, row]));
  let last: string | null = null;
  for (const match of matches) {
    if (match.kind === 'added') {
      draft.add.push({ after: last, row: toTaskTableRow(match.after) });
      draft.preview.push({ kind: 'added', task: match.after });
      continue;
    }
    const row = rowsByTask.get(match.before)!;
    last = row.key;
    if (match.kind === 'gone') {
      const goes = merge === 'replace-all' && !hasRecordedProgress(row);
      if (goes) draft.remove.push(row.key);
      draft.preview.push({ kind: goes ? 'removed' : 'kept', task: match.before });
      continue;
    }
    const mark = buildMarkEdits(row, match.after, merge);
    if (mark === null) draft.retainedMarks.push(row.key);
    const cells = {
      ...(match.kind === 'changed' && buildPrintedEdits(row, match.after, match.fields, merge)),
      ...mark,
    };
    if (Object.keys(cells).length === 0) continue;
    draft.edits.push({ key: row.key, cells });
    for (const [id, after] of Object.entries(cells)) {
      const column = id as TaskColumnId;
      draft.preview.push({
        kind: 'changed',
        task: row.key,
        column,
        before: row.tableRow.cells[column],
        after,
      });
    }
  }
  return draft;
}

function isSameEdition(a: WorkbookMetadata['edition'], b: WorkbookMetadata['edition']): boolean {
  return isEqual(a, b);
}

function planFirstImport({ annex, unit }: ImportOptions): PlannedImport {
  const rows = toTaskTableRows(annex);
  const metadata: WorkbookMetadata = {
    unit,
    edition: annex.edition,
    fingerprint: computeFingerprint(annex.tasks),
    summary: buildSummaryLines(rows),
  };
  return {
    change: { kind: 'create', book: { facts: metadata, rows } },
    preview: annex.tasks.map((task) => ({ kind: 'added', task })),
    counts: { added: rows.length, changed: 0, removed: 0, kept: 0, unchanged: 0 },
  };
}

function planReimport(
  snapshot: Snapshot,
  rows: readonly TaskRecord[],
  { annex, unit, merge }: ImportOptions,
): { plan: PlannedImport; warnings: Problem[] } {
  const before = snapshot.metadataSheet.metadata;
  const matches = reconcileTasks(
    rows.map(({ task }) => task),
    annex.tasks,
  );
  const { edits, add, remove, preview, retainedMarks: withheld } = buildImportDraft(rows, matches, merge);
  const revised = reviseTaskRows(
    rows.map(({ tableRow }) => tableRow),
    { edits, add, remove },
  );
  const known = {
    unit: {
      ...before?.unit,
      name: unit.name || (before?.unit.name ?? ''),
      code: unit.code || (before?.unit.code ?? ''),
    },
    edition: annex.edition,
    fingerprint: computeFingerprint(annex.tasks),
    ...(before?.paper && { paper: before.paper }),
  };
  const { effective } = revised;
  const isTouched = effective.edits.length + effective.add.length + effective.remove.length > 0;
  const isKnown = before !== null && isEqual({ ...before, summary: null }, { ...known, summary: null });
  const metadata: WorkbookMetadata | null =
    isTouched || !isKnown
      ? {
          ...known,
          summary: {
            ...buildSummaryLines(revised.rows),
            ...(before?.summary.products && { products: before.summary.products }),
          },
        }
      : null;
  const revision: Revision = { kind: 'revise', facts: metadata, ...effective };
  const retained = preview.flatMap((item) => (item.kind === 'kept' ? [item.task.id] : []));
  const changed = new Set(effective.edits.map(({ key }) => key)).size;
  const differs = before !== null && !isSameEdition(before.edition, annex.edition);
  return {
    plan: {
      change: isEmptyRevision(revision) ? null : revision,
      preview,
      counts: {
        added: add.length,
        changed,
        removed: remove.length,
        kept: retained.length,
        unchanged: rows.length - changed - remove.length - retained.length,
      },
    },
    warnings: [
      ...(differs
        ? [
            warning(
              'edition-differs',
              {},
              { before: formatEdition(before), after: formatEdition(annex) },
            ) satisfies Problem,
          ]
        : []),
      ...createTaskWarning('gone-rows-kept', retained),
      ...createTaskWarning('marks-kept', withheld),
    ],
  };
}

/**
 * Plans the import of an annex. A workbook without a table of tasks gets one; an existing table is revised: rows are
 * matched (see `reconcileTasks`), printed columns follow the merge choice, progress stays. Tasks missing from the
 * annex are removed only by `replace-all`, and only if nothing was recorded for them.
 */
export function planImport(snapshot: Snapshot, options: ImportOptions): Result<PlannedImport> {
  if (!snapshot.tasks) return ok(planFirstImport(options));
  const read = readTasks(snapshot);
  if (!read.ok) return read;
  const { plan, warnings } = planReimport(snapshot, read.value.rows, options);
  return ok(plan, warnings);
}
