import type { Problem, Result } from '../annex/problem';
import type { BookChange } from './book-change';
import { planCells } from './cells/plan-cells';
import { planCreate, planRemove } from './plan-create';
import { planPrint } from './print/plan-print';
import { planReportSheet } from './print/report-sheet-change';
import { planProgress } from './progress/plan-progress';
import { planRevise } from './plan-revise';
import { readTasks } from './read-tasks';
import type { TrackedTable } from './read-tasks';
import { LARGEST_KEPT, RECORD_SHEET, SCHEMA, factRows } from './record';
import type { RecordRow } from './record';
import { recordSteps } from './record-steps';
import { NO_FACTS } from './school-book';
import type { Facts, SchoolBook } from './school-book';
import { hasSheet } from './snapshot';
import type { Snapshot } from './snapshot';
import type { Step } from './step';
import { planTargets } from './targets/plan-targets';

/** A change with the addresses of a snapshot. Without steps there is nothing to do. */
export type ChangePlan = {
  steps: Step[];
  /** Leads back; null where it cannot be kept. */
  inverse: BookChange | null;
  /** The workbook's facts afterwards. */
  facts: Facts | null;
};

function error(code: Problem['code'], place: Problem['place'] = {}): { ok: false; problems: Problem[] } {
  return {
    ok: false,
    problems: [{ code, severity: 'error', place }],
  };
}

function bookOf(snapshot: Snapshot, table: TrackedTable): SchoolBook {
  return {
    facts: snapshot.record.facts ?? NO_FACTS,
    rows: table.rows.map(({ book }) => book),
  };
}

function sheetsWritten(step: Step): string[] {
  return step.kind === 'add-sheets' || step.kind === 'remove-names'
    ? []
    : step.kind === 'remove-sheets'
      ? step.sheets
      : [step.kind === 'rewrite-sheet' ? step.sheet.name : step.sheet];
}

export function protectedSheets(snapshot: Snapshot, steps: readonly Step[]): Problem[] {
  const written = new Set(steps.flatMap(sheetsWritten));
  return snapshot.sheets
    .filter(({ name, isProtected }) => isProtected && written.has(name))
    .map(({ name }): Problem => ({ code: 'sheet-protected', severity: 'error', place: { sheet: name } }));
}

/** Each is planned on the same snapshot: they are about different sheets. */
function planSeveral(snapshot: Snapshot, changes: readonly BookChange[]): Result<ChangePlan> {
  const { facts } = snapshot.record;
  const value: ChangePlan = { steps: [], inverse: null, facts };
  const inverses: (BookChange | null)[] = [];
  const warnings: Problem[] = [];
  for (const change of changes) {
    const planned = plan(snapshot, change);
    if (!planned.ok) return planned;
    value.steps.push(...planned.value.steps);
    if (JSON.stringify(planned.value.facts) !== JSON.stringify(facts)) value.facts = planned.value.facts;
    inverses.unshift(planned.value.inverse);
    warnings.push(...planned.warnings);
  }
  const kept = inverses.filter((inverse) => inverse !== null);
  if (kept.length === inverses.length) value.inverse = { kind: 'several', changes: kept };
  return { ok: true, value, warnings };
}

function plan(snapshot: Snapshot, change: BookChange): Result<ChangePlan> {
  if (change.kind === 'several') return planSeveral(snapshot, change.changes);
  if (change.kind === 'targets' || change.kind === 'cells') {
    const planned = change.kind === 'cells' ? planCells(snapshot, change) : planTargets(snapshot, change);
    return planned.ok ? { ...planned, value: { ...planned.value, facts: snapshot.record.facts } } : planned;
  }
  if (change.kind === 'create') {
    if (snapshot.tasks) return error('table-name-taken', { sheet: snapshot.tasks.sheet });
    const created = planCreate(snapshot, change.book);
    return created.ok ? { ...created, value: { ...created.value, facts: change.book.facts } } : created;
  }
  if (change.kind === 'print') return planPrint(snapshot, change);
  if (change.kind === 'report-sheet') return planReportSheet(snapshot, change);
  if (change.kind === 'progress') return planProgress(snapshot, change);
  const read = readTasks(snapshot);
  if (!read.ok) return read;
  return change.kind === 'remove'
    ? {
        ok: true,
        value: { ...planRemove(snapshot, bookOf(snapshot, read.value)), facts: null },
        warnings: [],
      }
    : planRevise(snapshot, read.value, change);
}

/** What a change does to the workbook of a snapshot: steps, and the change that leads back. */
export function planChange(snapshot: Snapshot, change: BookChange): Result<ChangePlan> {
  if (snapshot.record.schema > SCHEMA) return error('schema-newer', { sheet: RECORD_SHEET });
  const planned = plan(snapshot, change);
  if (!planned.ok) return planned;
  const problems = protectedSheets(snapshot, planned.value.steps);
  return problems.length > 0 ? { ok: false, problems } : planned;
}

function hasNewFacts(snapshot: Snapshot, { facts }: ChangePlan): boolean {
  return JSON.stringify(facts) !== JSON.stringify(snapshot.record.facts);
}

export function doesNothing(snapshot: Snapshot, planned: ChangePlan): boolean {
  return planned.steps.length === 0 && !hasNewFacts(snapshot, planned);
}

/** Told before anything is written: whether undo will be able to lead back. */
export function undoWarnings({ inverse }: ChangePlan): Problem[] {
  return inverse && JSON.stringify(inverse).length <= LARGEST_KEPT
    ? []
    : [{ code: 'undo-not-kept', severity: 'warning', place: {} }];
}

/** A new record stands first for a moment; it belongs behind the sheets that people see. */
function placeRecord(snapshot: Snapshot, { steps }: ChangePlan): Step[] {
  const added = steps.flatMap((step) => (step.kind === 'add-sheets' ? step.sheets : []));
  const position = snapshot.sheets.length + added.length;
  return hasSheet(snapshot, RECORD_SHEET) || added.length === 0
    ? []
    : [{ kind: 'place-sheet', sheet: RECORD_SHEET, position }];
}

/** The steps with the record written first: what leads back stands in the workbook before anything is changed. */
export function withRecord(snapshot: Snapshot, planned: ChangePlan, history: readonly RecordRow[]): Step[] {
  const facts = hasNewFacts(snapshot, planned) ? factRows(planned.facts) : [];
  return [
    ...recordSteps(snapshot, [...facts, ...history]),
    ...planned.steps,
    ...placeRecord(snapshot, planned),
  ];
}
