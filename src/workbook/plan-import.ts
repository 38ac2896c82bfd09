import { readApplicability } from '../annex/applicability';
import { computeFingerprint } from '../annex/fingerprint';
import type { Problem, Result } from '../annex/problem';
import { reconcileTasks } from '../annex/reconcile';
import type { ComparedField, TaskMatch } from '../annex/reconcile';
import type { Annex, Task } from '../annex/types';
import { statusWords } from '../locales/sheet-words';
import type { BookChange, Revision, RowAddition, RowEdit } from './book-change';
import { isEmptyRevision } from './book-change';
import type { ColumnId } from './columns';
import { readTasks } from './read-tasks';
import type { TrackedRow } from './read-tasks';
import { reviseRows } from './revise-rows';
import { annexRows, rowOfTask } from './school-book';
import type { Facts, Unit } from './school-book';
import type { CellContent } from './sheet-plan';
import type { Snapshot } from './snapshot';
import { summaryLinesOf } from './summary-lines';
import { referenceLine } from './title-block';
import { plainText } from './typed';

/** How the contents of a reissued annex meet those of the sheet. Progress is kept whichever is chosen. */
export type MergeChoice = 'replace-nonblank' | 'replace-all' | 'fill-blanks';
export const MERGE_CHOICES = [
  'replace-nonblank',
  'replace-all',
  'fill-blanks',
] as const satisfies readonly MergeChoice[];

/** What the clerk is shown before anything is written. */
export type PreviewItem =
  | { kind: 'added'; task: Task }
  | { kind: 'changed'; task: string; column: ColumnId; before: CellContent; after: CellContent }
  | { kind: 'removed'; task: Task }
  /** Gone from the new annex, but kept. */
  | { kind: 'kept'; task: Task };

export type ImportPlan = {
  /** Null where the workbook agrees with the annex already. */
  change: BookChange | null;
  preview: PreviewItem[];
  counts: { added: number; changed: number; removed: number; kept: number; unchanged: number };
};

type Options = { annex: Annex; unit: Unit; merge: MergeChoice };

const COLUMNS_OF_FIELD: Record<ComparedField, readonly ColumnId[]> = {
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

/** Whether the merge lets a cell of the new annex go over one of the sheet. */
function goesOver(merge: MergeChoice, before: CellContent, after: CellContent): boolean {
  return merge === 'replace-all' || (merge === 'fill-blanks' ? before === '' : after !== '');
}

function printedEdits(row: TrackedRow, after: Task, fields: readonly ComparedField[], merge: MergeChoice) {
  const fresh = rowOfTask(after).cells;
  const cells: Partial<Record<ColumnId, CellContent>> = {};
  for (const id of new Set(fields.flatMap((field) => COLUMNS_OF_FIELD[field]))) {
    const before = row.book.cells[id];
    // The clerk writes notes in the same column: a printed note only fills a blank one.
    const choice = id === 'note' ? 'fill-blanks' : merge;
    if (before !== fresh[id] && goesOver(choice, before, fresh[id])) cells[id] = fresh[id];
  }
  return cells;
}

/** Whether the mark is still the one that the printed cells gave; another one is the clerk's own. */
function isMarkedAsPrinted({ task }: TrackedRow): boolean {
  return readApplicability(task).applicability === task.applicability;
}

/**
 * The mark follows the new annex only where the clerk has not set it otherwise.
 * @returns null where the clerk's mark stands against the annex and is kept
 */
function markEdits(
  row: TrackedRow,
  after: Task,
  merge: MergeChoice,
): Partial<Record<ColumnId, CellContent>> | null {
  const before = row.task;
  if (before.applicability === after.applicability) return {};
  if (!isMarkedAsPrinted(row)) return after.applicability === 'undecided' ? {} : null;
  const fresh = rowOfTask(after).cells;
  if (!goesOver(merge, row.book.cells.applicability, fresh.applicability)) return {};
  return {
    applicability: fresh.applicability,
    reason: fresh.reason,
    ...(row.book.cells.status === '' && { status: fresh.status }),
  };
}

/** What follows from the log by formula is no text of the clerk's; a state that follows is progress all the same. */
function hasProgress(row: TrackedRow): boolean {
  return (
    (row.status !== null && row.status !== 'notStarted') ||
    [
      ...(['due', 'doneOn', 'evidence'] as const).map((id) => plainText(row.book.cells[id])),
      row.task.note,
    ].some((text) => text !== '') ||
    Object.values(row.book.extra).some((value) => value !== '') ||
    !['', statusWords.notStarted].includes(plainText(row.book.cells.status)) ||
    !isMarkedAsPrinted(row)
  );
}

function editionLabel({ edition }: { edition: Facts['edition'] }): string {
  return [edition.title, referenceLine(edition)].filter((part) => part !== '').join(' – ');
}

function named(code: Problem['code'], tasks: readonly string[]): Problem[] {
  return tasks.length === 0
    ? []
    : [{ code, severity: 'warning', place: {}, details: { tasks: tasks.join(', '), count: tasks.length } }];
}

type Draft = {
  edits: RowEdit[];
  add: RowAddition[];
  remove: string[];
  preview: PreviewItem[];
  held: string[];
};

function draftOf(rows: readonly TrackedRow[], matches: readonly TaskMatch[], merge: MergeChoice): Draft {
  const draft: Draft = { edits: [], add: [], remove: [], preview: [], held: [] };
  const rowOf = new Map(rows.map((row) => [row.task, row]));
  let last: string | null = null;
  for (const match of matches) {
    if (match.kind === 'added') {
      draft.add.push({ after: last, row: rowOfTask(match.after) });
      draft.preview.push({ kind: 'added', task: match.after });
      continue;
    }
    const row = rowOf.get(match.before)!;
    last = row.key;
    if (match.kind === 'gone') {
      const goes = merge === 'replace-all' && !hasProgress(row);
      if (goes) draft.remove.push(row.key);
      draft.preview.push({ kind: goes ? 'removed' : 'kept', task: match.before });
      continue;
    }
    const mark = markEdits(row, match.after, merge);
    if (mark === null) draft.held.push(row.key);
    const cells = {
      ...(match.kind === 'changed' && printedEdits(row, match.after, match.fields, merge)),
      ...mark,
    };
    if (Object.keys(cells).length === 0) continue;
    draft.edits.push({ key: row.key, cells });
    for (const [id, after] of Object.entries(cells)) {
      const column = id as ColumnId;
      draft.preview.push({ kind: 'changed', task: row.key, column, before: row.book.cells[column], after });
    }
  }
  return draft;
}

function sameEdition(a: Facts['edition'], b: Facts['edition']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function planNew({ annex, unit }: Options): ImportPlan {
  const rows = annexRows(annex);
  const facts: Facts = {
    unit,
    edition: annex.edition,
    fingerprint: computeFingerprint(annex.tasks),
    summary: summaryLinesOf(rows),
  };
  return {
    change: { kind: 'create', book: { facts, rows } },
    preview: annex.tasks.map((task) => ({ kind: 'added', task })),
    counts: { added: rows.length, changed: 0, removed: 0, kept: 0, unchanged: 0 },
  };
}

function planAgain(
  snapshot: Snapshot,
  rows: readonly TrackedRow[],
  { annex, unit, merge }: Options,
): { plan: ImportPlan; warnings: Problem[] } {
  const before = snapshot.record.facts;
  const matches = reconcileTasks(
    rows.map(({ task }) => task),
    annex.tasks,
  );
  const { edits, add, remove, preview, held } = draftOf(rows, matches, merge);
  const revised = reviseRows(
    rows.map(({ book }) => book),
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
  const isKnown =
    before !== null &&
    JSON.stringify({ ...before, summary: null }) === JSON.stringify({ ...known, summary: null });
  const facts: Facts | null =
    isTouched || !isKnown
      ? {
          ...known,
          summary: {
            ...summaryLinesOf(revised.rows),
            ...(before?.summary.products && { products: before.summary.products }),
          },
        }
      : null;
  const revision: Revision = { kind: 'revise', facts, ...effective };
  const kept = preview.flatMap((item) => (item.kind === 'kept' ? [item.task.id] : []));
  const changed = new Set(effective.edits.map(({ key }) => key)).size;
  const differs = before !== null && !sameEdition(before.edition, annex.edition);
  return {
    plan: {
      change: isEmptyRevision(revision) ? null : revision,
      preview,
      counts: {
        added: add.length,
        changed,
        removed: remove.length,
        kept: kept.length,
        unchanged: rows.length - changed - remove.length - kept.length,
      },
    },
    warnings: [
      ...(differs
        ? [
            {
              code: 'edition-differs',
              severity: 'warning',
              place: {},
              details: { before: editionLabel(before), after: editionLabel(annex) },
            } satisfies Problem,
          ]
        : []),
      ...named('gone-rows-kept', kept),
      ...named('marks-kept', held),
    ],
  };
}

/**
 * What importing an annex does to a workbook. A workbook without a table of tasks gets one; one that has it is
 * revised: rows are matched (see `reconcile`), printed columns follow the merge choice, progress stays.
 * Tasks that are gone are removed only by `replace-all`, and only where nothing was recorded for them.
 */
export function planImport(snapshot: Snapshot, options: Options): Result<ImportPlan> {
  if (!snapshot.tasks) return { ok: true, value: planNew(options), warnings: [] };
  const read = readTasks(snapshot);
  if (!read.ok) return read;
  const { plan, warnings } = planAgain(snapshot, read.value.rows, options);
  return { ok: true, value: plan, warnings };
}
