import { listSections } from '../annex/list-sections';
import type { Annex, Edition, Task } from '../annex/types';
import { formatPlanLabel } from '../import/plan-document/format-plan-label';
import type { PlanDocument, PlanItem } from '../import/plan-document/types';
import { formatReferenceLine } from '../reports/format-reference-line';
import { isEqual } from '../shared/is-equal';
import type { Problem } from '../shared/problem';
import { ok, type Result } from '../shared/result';
import { DOCUMENT_HEADER } from '../sheets/labels/school-labels';
import { TARGET_SHEET_LABELS } from '../sheets/labels/target-labels';
import type { CellContent } from '../sheets/sheet-spec';
import { findRowBefore } from './documents/assign-document';
import { assignPlan, type PlanAssignment } from './documents/assign-plan';
import { setDocuments } from './documents/documents';
import { planImport } from './plan-import';
import { type TaskTableRow, toTaskTableRow, type Unit, type WorkbookMetadata } from './school-workbook';
import type { Snapshot } from './snapshot';
import { buildSummaryLines } from './summary/summary-lines';
import { readTargetTable } from './targets/read-targets';
import type { TargetColumnId } from './targets/target-columns';
import { buildTargetKeys, formatItemNumber, type Target, toTargetTableRow } from './targets/target-rows';
import type { TargetsChange } from './targets/targets-change';
import { readTasks, type TaskRecord, type TaskTable } from './tasks/read-tasks';
import { reviseTableRows, reviseTaskRows, type TableRowEdit } from './tasks/revise-table-rows';
import { type DocumentRows, toWorkbookTask } from './tasks/row-document';
import type { TaskColumnId } from './tasks/task-columns';
import {
  isEmptyRevision,
  type Revision,
  type RowAddition,
  type RowEdit,
  type WorkbookChange,
} from './workbook-change';

/** What the clerk has picked from a plan. */
export type PlanSelection = {
  plan: PlanDocument;
  /** Indices of items that become tasks. */
  items: readonly number[];
  /** Those that go on the sheet *Chỉ tiêu*. */
  targets: readonly Target[];
  unit: Unit;
};

/** What writing a pick would do, in the order of the plan. */
export type PlanPreviewItem =
  | { kind: 'task-added'; task: Task }
  | { kind: 'task-changed'; task: string; before: CellContent; after: CellContent }
  | { kind: 'target-added'; target: Target }
  | { kind: 'target-changed'; target: Target };

export type PlannedSelection = {
  /** Null where the workbook has it all already. */
  change: WorkbookChange | null;
  preview: PlanPreviewItem[];
};

function isSameEdition(a: Edition, b: Edition): boolean {
  return a.number === b.number && a.issuer === b.issuer && a.title === b.title;
}

/** Returns "07/KH" of "07/KH-THSL": the prefix of a plan's tasks in a workbook made from another document. */
const getIdPrefix = ({ edition }: PlanDocument): string =>
  edition.number.split('-')[0]?.replaceAll('.', '') || 'KH';

/** Ids within the plan: "II.1.2"; bullets have no number and hang on their section, "II+1", whichever are picked. */
function buildItemIds(items: readonly PlanItem[]): string[] {
  const bullets = new Map<string, number>();
  const seen = new Map<string, number>();
  return items.map((item) => {
    const bullet = (bullets.get(item.section) ?? 0) + (item.number === '' ? 1 : 0);
    bullets.set(item.section, bullet);
    const wanted = item.number === '' ? `${item.section}+${bullet}` : formatItemNumber(item);
    const copies = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, copies);
    return copies === 1 ? wanted : `${wanted}-${copies}`;
  });
}

/** Builds the selected items as tasks of their own sections, with the units that the plan names. */
function buildTasks({ plan, items }: PlanSelection, prefix: string): Task[] {
  const ids = buildItemIds(plan.items);
  const chosen = new Set(items);
  const prefixed = (label: string): string =>
    [prefix, formatPlanLabel(label)].filter((part) => part !== '').join('.');
  return plan.items.flatMap((item, index): Task[] => {
    if (!chosen.has(index)) return [];
    return [
      {
        id: prefixed(ids[index]!),
        section: prefixed(item.section),
        sectionTitle: item.sectionTitle,
        tt: item.number,
        content: item.text,
        leadUnit: item.leadUnit,
        coordinatingUnit: item.coordinatingUnit,
        applicability: 'undecided',
        reason: '',
        product: item.product,
        timing: item.timing.join('; '),
        note: '',
      },
    ];
  });
}

function toAnnex({ plan }: PlanSelection, tasks: Task[]): Annex {
  return { edition: plan.edition, sections: listSections(tasks), tasks };
}

type PlannedPart = { change: WorkbookChange | null; preview: PlanPreviewItem[] };
const EMPTY_PART: PlannedPart = { change: null, preview: [] };

/** Columns that a plan fills in. */
const FILLED_COLUMNS = [
  'area',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
] as const satisfies readonly TaskColumnId[];

/** Plans the rows of tasks: new ones go behind the others, existing ones get the plan's text, none is removed. */
function planTaskRows(snapshot: Snapshot, pick: PlanSelection): Result<PlannedPart> {
  if (pick.items.length === 0) return ok(EMPTY_PART);
  const metadata = snapshot.metadataSheet.metadata;
  if (!snapshot.tasks) {
    const tasks = buildTasks(pick, '');
    const planned = planImport(snapshot, {
      annex: toAnnex(pick, tasks),
      unit: pick.unit,
      merge: 'replace-nonblank',
    });
    if (!planned.ok) return planned;
    const preview = tasks.map((task): PlanPreviewItem => ({ kind: 'task-added', task }));
    return { ...planned, value: { change: planned.value.change, preview } };
  }
  const read = readTasks(snapshot);
  if (!read.ok) return read;
  const prefix = getIdPrefix(pick.plan);
  const assigned = assignPlan(metadata, read.value, pick.plan.edition, prefix);
  return ok(
    assigned
      ? planDocumentRows(read.value, metadata!, pick, assigned)
      : planPrefixedRows(read.value, metadata, pick, prefix),
  );
}

/** Rows of tasks: new ones go behind a row, existing ones get the plan's text. */
function reviseRows(
  tasks: readonly { task: Task; row: TaskTableRow }[],
  rows: ReadonlyMap<string, TaskRecord>,
  after: string | null,
): Pick<Revision, 'edits' | 'add'> & { preview: PlanPreviewItem[] } {
  const add: RowAddition[] = [];
  const edits: RowEdit[] = [];
  const preview: PlanPreviewItem[] = [];
  for (const { task, row: updated } of tasks) {
    const row = rows.get(task.id);
    if (!row) {
      add.push({ after, row: updated });
      preview.push({ kind: 'task-added', task });
      continue;
    }
    const cells: RowEdit['cells'] = {};
    for (const id of FILLED_COLUMNS) {
      const before = row.tableRow.cells[id];
      if (updated.cells[id] === '' || before === updated.cells[id]) continue;
      cells[id] = updated.cells[id];
      preview.push({ kind: 'task-changed', task: task.id, before, after: updated.cells[id] });
    }
    const document = updated.extra[DOCUMENT_HEADER];
    // A row of before the workbook had documents gets the one it is of.
    const extra = document !== undefined && row.document === '' ? { [DOCUMENT_HEADER]: document } : null;
    if (extra || Object.keys(cells).length > 0) edits.push({ key: row.key, cells, ...(extra && { extra }) });
  }
  return { edits, add, preview };
}

/** In a workbook of one document the tasks of another plan have its number before theirs. */
function planPrefixedRows(
  table: TaskTable,
  metadata: WorkbookMetadata | null,
  pick: PlanSelection,
  prefix: string,
): PlannedPart {
  const isOwn = metadata !== null && isSameEdition(metadata.edition, pick.plan.edition);
  const tasks = buildTasks(pick, isOwn ? '' : prefix).map((task) => ({ task, row: toTaskTableRow(task) }));
  // Workbooks made before hold labels as they are read, stars and all.
  const rows = new Map(table.rows.map((row) => [formatPlanLabel(row.key), row]));
  const { preview, ...changes } = reviseRows(tasks, rows, table.rows.at(-1)?.key ?? null);
  return {
    change: preview.length > 0 ? { kind: 'revise', facts: null, ...changes, remove: [] } : null,
    preview,
  };
}

/** In a workbook of several documents they are rows of the plan's own. */
function planDocumentRows(
  table: TaskTable,
  metadata: WorkbookMetadata,
  pick: PlanSelection,
  { code, isFirst, documents, hasPrefix }: PlanAssignment,
): PlannedPart {
  const place: DocumentRows = { code, isFirst, isOnly: false };
  const tasks = buildTasks(pick, hasPrefix ? getIdPrefix(pick.plan) : '').map((printed) => {
    const task = hasPrefix ? printed : toWorkbookTask(printed, place);
    const row = toTaskTableRow(task);
    return { task, row: { ...row, extra: { [DOCUMENT_HEADER]: code } } };
  });
  const rows = new Map(table.rows.map((row) => [formatPlanLabel(row.key), row]));
  const own = table.rows.filter(({ document }) => document === code);
  const after = own.at(-1)?.key ?? findRowBefore(table.rows, documents, code);
  const { preview, ...changes } = reviseRows(tasks, rows, after);
  const revised = reviseTaskRows(
    table.rows.map(({ tableRow }) => tableRow),
    { ...changes, remove: [] },
  );
  const { products } = metadata.summary;
  const facts: WorkbookMetadata = {
    ...setDocuments(metadata, documents),
    summary: { ...buildSummaryLines(revised.rows), ...(products && { products }) },
  };
  const revision: Revision = {
    kind: 'revise',
    facts: isEqual(facts, metadata) ? null : facts,
    ...changes,
    remove: [],
  };
  return { change: isEmptyRevision(revision) ? null : revision, preview };
}

/** Columns of a target that a plan says; what was typed beside them stays. */
const PLAN_COLUMNS = ['comparator', 'figure'] as const satisfies readonly TargetColumnId[];

function planTargetRows(
  snapshot: Snapshot,
  { plan, items, targets, unit }: PlanSelection,
): Result<PlannedPart> {
  if (targets.length === 0) return ok(EMPTY_PART);
  const rows = targets.map(toTargetTableRow);
  const added = (which: readonly Target[]): PlanPreviewItem[] =>
    which.map((target): PlanPreviewItem => ({ kind: 'target-added', target }));
  if (!snapshot.targets) {
    const name = unit.name || (snapshot.metadataSheet.metadata?.unit.name ?? '');
    const { title } = plan.edition;
    const change: TargetsChange = {
      kind: 'targets',
      what: 'create',
      title: [name, title || TARGET_SHEET_LABELS.title, formatReferenceLine(plan.edition)],
      rows,
      show: items.length === 0,
    };
    return ok({ change, preview: added(targets) });
  }
  const read = readTargetTable(snapshot.targets);
  if (!read.ok) return read;
  const known = new Map(read.value.rows.map((row) => [row.key, row.tableRow]));
  const add: number[] = [];
  const edits: TableRowEdit<TargetColumnId>[] = [];
  buildTargetKeys(rows).forEach((key, index) => {
    const row = rows[index]!;
    if (!known.has(key)) add.push(index);
    else edits.push({ key, cells: Object.fromEntries(PLAN_COLUMNS.map((id) => [id, row.cells[id]])) });
  });
  const { effective } = reviseTableRows(buildTargetKeys, [...known.values()], { edits, add: [], remove: [] });
  const changed = new Set(effective.edits.map(({ key }) => key));
  const change: TargetsChange = {
    kind: 'targets',
    what: 'revise',
    edits: effective.edits,
    add: add.map((index) => rows[index]!),
    remove: [],
  };
  const preview = [
    ...added(add.map((index) => targets[index]!)),
    ...buildTargetKeys(rows).flatMap((key, index): PlanPreviewItem[] =>
      changed.has(key) ? [{ kind: 'target-changed', target: targets[index]! }] : [],
    ),
  ];
  return ok({ change: preview.length > 0 ? change : null, preview });
}

/**
 * Plans what writing a selection from a plan does to a workbook that was read with its targets: tasks on *Phụ lục*
 * (created if missing), targets on *Chỉ tiêu*. Nothing is removed, and what was recorded stays.
 */
export function planSelectionImport(snapshot: Snapshot, pick: PlanSelection): Result<PlannedSelection> {
  const tasks = planTaskRows(snapshot, pick);
  if (!tasks.ok) return tasks;
  const targets = planTargetRows(snapshot, pick);
  if (!targets.ok) return targets;
  const changes = [tasks.value.change, targets.value.change].filter((change) => change !== null);
  const warnings: Problem[] = [...tasks.warnings, ...targets.warnings];
  return ok(
    {
      change: changes.length > 1 ? { kind: 'several', changes } : (changes[0] ?? null),
      preview: [...tasks.value.preview, ...targets.value.preview],
    },
    warnings,
  );
}
