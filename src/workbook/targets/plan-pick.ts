import type { Problem, Result } from '../../annex/problem';
import type { Annex, Edition, Task } from '../../annex/types';
import type { Plan, PlanItem } from '../../intake/plan/types';
import { targetSheetWords } from '../../locales/target-words';
import type { BookChange, RowAddition, RowEdit } from '../book-change';
import type { ColumnId } from '../columns';
import { planImport } from '../plan-import';
import { readTasks } from '../read-tasks';
import { reviseTable, type CellEdit } from '../revise-rows';
import { rowOfTask, type Unit } from '../school-book';
import type { CellContent } from '../sheet-plan';
import type { Snapshot } from '../snapshot';
import { referenceLine } from '../title-block';
import { readTargetTable } from './read-targets';
import type { TargetColumnId } from './target-columns';
import { itemLabel, rowOfTarget, targetKeys, type Target } from './target-rows';
import type { TargetsChange } from './targets-change';

/** What the clerk has picked from a plan. */
export type Pick = {
  plan: Plan;
  /** Indices of items that become tasks. */
  items: readonly number[];
  /** Those that go on the sheet *Chỉ tiêu*. */
  targets: readonly Target[];
  unit: Unit;
};

/** What writing a pick would do, in the order of the plan. */
export type PickItem =
  | { kind: 'task-added'; task: Task }
  | { kind: 'task-changed'; task: string; before: CellContent; after: CellContent }
  | { kind: 'target-added'; target: Target }
  | { kind: 'target-changed'; target: Target };

export type PickPlan = {
  /** Null where the workbook has it all already. */
  change: BookChange | null;
  preview: PickItem[];
};

function sameEdition(a: Edition, b: Edition): boolean {
  return a.number === b.number && a.issuer === b.issuer && a.title === b.title;
}

/** "07/KH" of "07/KH-THSL": what sets a plan's tasks apart in a workbook that was made from another document. */
const prefixOf = ({ edition }: Plan): string => edition.number.split('-')[0]?.replaceAll('.', '') || 'KH';

/** Ids within the plan: "II.1.2"; bullets have no number and hang on their section, "II+1", whichever are picked. */
function idsOf(items: readonly PlanItem[]): string[] {
  const bullets = new Map<string, number>();
  const seen = new Map<string, number>();
  return items.map((item) => {
    const bullet = (bullets.get(item.section) ?? 0) + (item.number === '' ? 1 : 0);
    bullets.set(item.section, bullet);
    const wanted = item.number === '' ? `${item.section}+${bullet}` : itemLabel(item);
    const copies = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, copies);
    return copies === 1 ? wanted : `${wanted}-${copies}`;
  });
}

/** The items that were picked as tasks of their own sections. Nothing is known of who performs them. */
function tasksOf({ plan, items }: Pick, prefix: string): Task[] {
  const ids = idsOf(plan.items);
  const chosen = new Set(items);
  const prefixed = (label: string): string => [prefix, label].filter((part) => part !== '').join('.');
  return plan.items.flatMap((item, index): Task[] => {
    if (!chosen.has(index)) return [];
    return [
      {
        id: prefixed(ids[index]!),
        section: prefixed(item.section),
        sectionTitle: item.sectionTitle,
        tt: item.number,
        content: item.text,
        leadUnit: '',
        coordinatingUnit: '',
        applicability: 'undecided',
        reason: '',
        product: '',
        timing: item.timing.join('; '),
        note: '',
      },
    ];
  });
}

function annexOf({ plan }: Pick, tasks: Task[]): Annex {
  const sections = new Map(tasks.map(({ section, sectionTitle }) => [section, sectionTitle]));
  return {
    edition: plan.edition,
    sections: [...sections].map(([number, title]) => ({ number, title })),
    tasks,
  };
}

type Part = { change: BookChange | null; preview: PickItem[] };
const NOTHING: Part = { change: null, preview: [] };

/** Columns that a plan fills in. */
const FILLED = ['area', 'content', 'timing'] as const satisfies readonly ColumnId[];

/** New tasks go behind the others; of those that are there, the plan's words are renewed. None is taken away. */
function planTasks(snapshot: Snapshot, pick: Pick): Result<Part> {
  if (pick.items.length === 0) return { ok: true, value: NOTHING, warnings: [] };
  const facts = snapshot.record.facts;
  if (!snapshot.tasks) {
    const tasks = tasksOf(pick, '');
    const planned = planImport(snapshot, {
      annex: annexOf(pick, tasks),
      unit: pick.unit,
      merge: 'replace-nonblank',
    });
    if (!planned.ok) return planned;
    const preview = tasks.map((task): PickItem => ({ kind: 'task-added', task }));
    return { ...planned, value: { change: planned.value.change, preview } };
  }
  const read = readTasks(snapshot);
  if (!read.ok) return read;
  const isOwn = facts !== null && sameEdition(facts.edition, pick.plan.edition);
  const tasks = tasksOf(pick, isOwn ? '' : prefixOf(pick.plan));
  const rows = new Map(read.value.rows.map((row) => [row.key, row]));
  const add: RowAddition[] = [];
  const edits: RowEdit[] = [];
  const preview: PickItem[] = [];
  const last = read.value.rows.at(-1)?.key ?? null;
  for (const task of tasks) {
    const row = rows.get(task.id);
    if (!row) {
      add.push({ after: last, row: rowOfTask(task) });
      preview.push({ kind: 'task-added', task });
      continue;
    }
    const fresh = rowOfTask(task).cells;
    for (const id of FILLED) {
      const before = row.book.cells[id];
      if (fresh[id] === '' || before === fresh[id]) continue;
      edits.push({ key: row.key, cells: { [id]: fresh[id] } });
      preview.push({ kind: 'task-changed', task: task.id, before, after: fresh[id] });
    }
  }
  const merged = new Map<string, RowEdit>();
  for (const { key, cells } of edits)
    merged.set(key, { key, cells: { ...merged.get(key)?.cells, ...cells } });
  const change: BookChange | null =
    preview.length > 0 ? { kind: 'revise', facts: null, edits: [...merged.values()], add, remove: [] } : null;
  return { ok: true, value: { change, preview }, warnings: [] };
}

/** Columns of a target that a plan says; what was typed beside them stays. */
const SAID = ['comparator', 'figure'] as const satisfies readonly TargetColumnId[];

function planTargetRows(snapshot: Snapshot, { plan, items, targets, unit }: Pick): Result<Part> {
  if (targets.length === 0) return { ok: true, value: NOTHING, warnings: [] };
  const rows = targets.map(rowOfTarget);
  const added = (which: readonly Target[]): PickItem[] =>
    which.map((target): PickItem => ({ kind: 'target-added', target }));
  if (!snapshot.targets) {
    const name = unit.name || (snapshot.record.facts?.unit.name ?? '');
    const { title } = plan.edition;
    const change: TargetsChange = {
      kind: 'targets',
      what: 'create',
      title: [name, title || targetSheetWords.title, referenceLine(plan.edition)],
      rows,
      show: items.length === 0,
    };
    return { ok: true, value: { change, preview: added(targets) }, warnings: [] };
  }
  const read = readTargetTable(snapshot.targets);
  if (!read.ok) return read;
  const known = new Map(read.value.rows.map((row) => [row.key, row.book]));
  const add: number[] = [];
  const edits: CellEdit<TargetColumnId>[] = [];
  targetKeys(rows).forEach((key, index) => {
    const row = rows[index]!;
    if (!known.has(key)) add.push(index);
    else edits.push({ key, cells: Object.fromEntries(SAID.map((id) => [id, row.cells[id]])) });
  });
  const { effective } = reviseTable(targetKeys, [...known.values()], { edits, add: [], remove: [] });
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
    ...targetKeys(rows).flatMap((key, index): PickItem[] =>
      changed.has(key) ? [{ kind: 'target-changed', target: targets[index]! }] : [],
    ),
  ];
  return { ok: true, value: { change: preview.length > 0 ? change : null, preview }, warnings: [] };
}

/**
 * What writing a pick from a plan does to a workbook that was read with its targets: tasks on *Phụ lục* (which is
 * made where there is none), targets on *Chỉ tiêu*. Nothing is taken away, and what was recorded stays.
 */
export function planPick(snapshot: Snapshot, pick: Pick): Result<PickPlan> {
  const tasks = planTasks(snapshot, pick);
  if (!tasks.ok) return tasks;
  const targets = planTargetRows(snapshot, pick);
  if (!targets.ok) return targets;
  const changes = [tasks.value.change, targets.value.change].filter((change) => change !== null);
  const warnings: Problem[] = [...tasks.warnings, ...targets.warnings];
  return {
    ok: true,
    value: {
      change: changes.length > 1 ? { kind: 'several', changes } : (changes[0] ?? null),
      preview: [...tasks.value.preview, ...targets.value.preview],
    },
    warnings,
  };
}
