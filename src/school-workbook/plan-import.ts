import { computeFingerprint } from '../annex/compute-fingerprint';
import type { DocumentDecision } from '../annex/decide-document';
import { readApplicability } from '../annex/read-applicability';
import { type ComparedField, reconcileTasks, type TaskMatch } from '../annex/reconcile-tasks';
import { createDocumentCode, getCurrentEdition } from '../annex/tracked-document';
import type { Annex, Edition, Task } from '../annex/types';
import { formatReferenceLine } from '../reports/format-reference-line';
import { isEqual } from '../shared/is-equal';
import type { Problem } from '../shared/problem';
import { err, ok, type Result, warning } from '../shared/result';
import { getPlainText } from '../sheets/cell-content';
import { DOCUMENT_HEADER, STATUS_LABELS } from '../sheets/labels/school-labels';
import { findSheetOfName } from '../sheets/sheet-names';
import type { CellContent } from '../sheets/sheet-spec';
import {
  assignDocument,
  type DocumentAssignment,
  type DocumentChoice,
  findRowBefore,
} from './documents/assign-document';
import { assignKnownDocuments } from './documents/assign-known-documents';
import { getDocuments, setDocuments } from './documents/documents';
import type { MergeMode } from './merge-modes';
import { PRINT_NAMES } from './print/print-names';
import {
  EMPTY_METADATA,
  toTaskTableRow,
  toTaskTableRows,
  type Unit,
  type WorkbookMetadata,
} from './school-workbook';
import type { Snapshot } from './snapshot';
import { buildSummaryLines } from './summary/summary-lines';
import { isAddedByHand } from './tasks/hand-numbers';
import { readTasks, type TaskRecord } from './tasks/read-tasks';
import { reviseTaskRows } from './tasks/revise-table-rows';
import { type DocumentRows, toDocumentRow, toWorkbookTask } from './tasks/row-document';
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
  /** Which document of the workbook the annex was taken for, and why. */
  document: PlannedDocument;
};

export type PlannedDocument = {
  decision: DocumentDecision;
  code: string;
  /** Those that the workbook has before, for choosing another. */
  others: { code: string; title: string }[];
};

type ImportOptions = { annex: Annex; unit: Unit; merge: MergeMode; document?: DocumentChoice };

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
      ...(['due', 'doneOn', 'evidence', 'person'] as const).map((id) => getPlainText(row.tableRow.cells[id])),
      row.task.note,
    ].some((text) => text !== '') ||
    Object.entries(row.tableRow.extra).some(
      ([header, value]) => value !== '' && header !== DOCUMENT_HEADER,
    ) ||
    !['', STATUS_LABELS.notStarted].includes(getPlainText(row.tableRow.cells.status)) ||
    !hasPrintedMark(row)
  );
}

function formatEdition(edition: Edition): string {
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
  rows: ReadonlyMap<Task, TaskRecord>,
  matches: readonly TaskMatch[],
  { merge, target, start }: { merge: MergeMode; target: DocumentRows; start: string | null },
): ImportDraft {
  const draft: ImportDraft = { edits: [], add: [], remove: [], preview: [], retainedMarks: [] };
  let last = start;
  for (const match of matches) {
    if (match.kind === 'added') {
      draft.add.push({ after: last, row: toDocumentRow(match.after, target) });
      draft.preview.push({ kind: 'added', task: toWorkbookTask(match.after, target) });
      continue;
    }
    const row = rows.get(match.before)!;
    last = row.key;
    if (match.kind === 'gone') {
      const goes = merge === 'replace-all' && !hasRecordedProgress(row) && !isAddedByHand(row.task);
      if (goes) draft.remove.push(row.key);
      draft.preview.push({ kind: goes ? 'removed' : 'kept', task: row.task });
      continue;
    }
    const after = toWorkbookTask(match.after, target);
    const mark = buildMarkEdits(row, after, merge);
    if (mark === null) draft.retainedMarks.push(row.key);
    const cells = {
      ...(match.kind === 'changed' && buildPrintedEdits(row, after, match.fields, merge)),
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
    document: {
      decision: { kind: 'new', reasons: [{ kind: 'first-document' }] },
      code: createDocumentCode(annex.edition, []),
      others: [],
    },
  };
}

function mergeUnit(before: Unit | undefined, { name, code }: Unit): Unit {
  return { ...before, name: name || (before?.name ?? ''), code: code || (before?.code ?? '') };
}

/** Returns the metadata after an import; null where neither rows nor documents nor unit change. */
function buildMetadata(
  before: WorkbookMetadata | null,
  { documents }: DocumentAssignment,
  unit: Unit,
  revised: ReturnType<typeof reviseTaskRows>,
): WorkbookMetadata | null {
  const known = setDocuments(
    { ...(before ?? EMPTY_METADATA), unit: mergeUnit(before?.unit, unit) },
    documents,
  );
  const { edits, add, remove } = revised.effective;
  const isTouched = edits.length + add.length + remove.length > 0;
  if (!isTouched && before !== null && isEqual(before, known)) return null;
  const { products } = known.summary;
  return { ...known, summary: { ...buildSummaryLines(revised.rows), ...(products && { products }) } };
}

function createWarnings(
  { decision, target, previous }: DocumentAssignment,
  hasMetadata: boolean,
  { edition }: Annex,
): Problem[] {
  if (!hasMetadata || previous === null || isEqual(previous, edition)) return [];
  const [before, after] = [formatEdition(previous), formatEdition(edition)];
  return decision.kind === 'older-edition'
    ? [warning('older-edition', {}, { document: target.code, before, after })]
    : [warning('edition-differs', {}, { before, after })];
}

/** The sheet to print stays as it was made; it shows the annex before a change of it. */
function createPrintWarnings(
  snapshot: Snapshot,
  { kind }: DocumentDecision,
  change: WorkbookChange | null,
): Problem[] {
  const sheet = findSheetOfName(snapshot, PRINT_NAMES.table);
  return sheet === null || change === null || kind === 'new' ? [] : [warning('print-outdated', { sheet })];
}

function planReimport(
  snapshot: Snapshot,
  rows: readonly TaskRecord[],
  assignment: DocumentAssignment,
  { annex, unit, merge }: ImportOptions,
): { plan: PlannedImport; warnings: Problem[] } {
  const before = snapshot.metadataSheet.metadata;
  const { decision, target, documents } = assignment;
  const isOlder = decision.kind === 'older-edition';
  const own = rows.filter(({ document }) => document === target.code);
  const rowsByTask = new Map(own.map((row) => [{ ...row.task, id: row.printedId }, row]));
  const matches = isOlder ? [] : reconcileTasks([...rowsByTask.keys()], annex.tasks);
  const start = target.isOnly ? null : findRowBefore(rows, documents, target.code);
  const { edits, add, remove, preview, retainedMarks } = buildImportDraft(rowsByTask, matches, {
    merge,
    target,
    start,
  });
  const revised = reviseTaskRows(
    rows.map(({ tableRow }) => tableRow),
    { edits, add, remove },
  );
  const { effective } = revised;
  const metadata = buildMetadata(before, assignment, unit, revised);
  const revision: Revision = { kind: 'revise', facts: metadata, ...effective };
  const retained = preview.flatMap((item) => (item.kind === 'kept' ? [item.task.id] : []));
  const changed = new Set(effective.edits.map(({ key }) => key)).size;
  const change = isEmptyRevision(revision) ? null : revision;
  return {
    plan: {
      change,
      preview,
      counts: {
        added: add.length,
        changed,
        removed: remove.length,
        kept: retained.length,
        unchanged: own.length - changed - remove.length - retained.length,
      },
      document: {
        decision,
        code: target.code,
        others: getDocuments(before ?? EMPTY_METADATA).map((one) => ({
          code: one.code,
          title: getCurrentEdition(one).title,
        })),
      },
    },
    warnings: [
      ...createWarnings(assignment, before !== null, annex),
      ...createTaskWarning('gone-rows-kept', retained),
      ...createTaskWarning('marks-kept', retainedMarks),
      ...createPrintWarnings(snapshot, decision, change),
    ],
  };
}

/**
 * Plans the import of an annex. A workbook without a table of tasks gets one. In an existing table the rows of the
 * annex's document are revised, and of no other: rows are matched (see `reconcileTasks`), printed columns follow the
 * merge choice, progress stays. Tasks missing from the annex are removed only by `replace-all`, and only if nothing
 * was recorded for them. Another document gets rows of its own; an edition that a newer one has replaced changes none.
 */
export function planImport(snapshot: Snapshot, options: ImportOptions): Result<PlannedImport> {
  if (!snapshot.tasks) {
    return options.document === undefined || options.document === 'new'
      ? ok(planFirstImport(options))
      : err('document-not-found', {}, { document: options.document });
  }
  const read = readTasks(snapshot);
  if (!read.ok) return read;
  const { metadata } = snapshot.metadataSheet;
  const { documents, rows } = assignKnownDocuments(metadata, read.value.rows);
  const assigned = assignDocument(documents, rows, options.annex, options.document);
  if (!assigned.ok) return assigned;
  const { plan, warnings } = planReimport(snapshot, rows, assigned.value, options);
  return ok(plan, warnings);
}
