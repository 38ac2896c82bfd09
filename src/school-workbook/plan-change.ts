import { appendAll } from '../shared/append-all';
import { assertNever } from '../shared/assert-never';
import { isEqual } from '../shared/is-equal';
import type { Problem } from '../shared/problem';
import { err, ok, problem, type Result, warning } from '../shared/result';
import type { Operation } from '../sheets/operation';
import { hasSheet } from '../sheets/sheet-names';
import type { ChangeSet, PlannedChange } from './change-set';
import { createMetadataSheetOperations } from './metadata-operations';
import {
  buildMetadataRows,
  MAX_CHANGE_LENGTH,
  METADATA_SHEET,
  type MetadataRow,
  SCHEMA_VERSION,
} from './metadata-sheet';
import { planCells } from './plan-cells';
import { planCreate, planRemove } from './plan-create';
import { planRevision } from './plan-revision';
import { planPrint } from './print/plan-print';
import { planReportSheet } from './print/plan-report-sheet';
import { planProgress } from './progress/plan-progress';
import { EMPTY_METADATA, type SchoolWorkbook, type WorkbookMetadata } from './school-workbook';
import { type Snapshot } from './snapshot';
import { planTargets } from './targets/plan-targets';
import { readTasks, type TaskTable } from './tasks/read-tasks';
import type { WorkbookChange } from './workbook-change';

function toSchoolWorkbook(snapshot: Snapshot, table: TaskTable): SchoolWorkbook {
  return {
    facts: snapshot.metadataSheet.metadata ?? EMPTY_METADATA,
    rows: table.rows.map(({ tableRow }) => tableRow),
  };
}

function getWrittenSheets(operation: Operation): string[] {
  return operation.kind === 'add-sheets' || operation.kind === 'remove-names'
    ? []
    : operation.kind === 'remove-sheets'
      ? operation.sheets
      : [operation.kind === 'rewrite-sheet' ? operation.sheet.name : operation.sheet];
}

export function findProtectedSheets(snapshot: Snapshot, operations: readonly Operation[]): Problem[] {
  const written = new Set(operations.flatMap(getWrittenSheets));
  return snapshot.sheets
    .filter(({ name, isProtected }) => isProtected && written.has(name))
    .map(({ name }): Problem => problem('sheet-protected', { sheet: name }));
}

/** Plans each change on the same snapshot: they are about different sheets. */
function planCombinedChange(snapshot: Snapshot, changes: readonly WorkbookChange[]): Result<ChangeSet> {
  const { metadata } = snapshot.metadataSheet;
  const value: ChangeSet = { operations: [], inverse: null, metadata };
  const inverses: (WorkbookChange | null)[] = [];
  const warnings: Problem[] = [];
  for (const change of changes) {
    const planned = planSingleChange(snapshot, change);
    if (!planned.ok) return planned;
    appendAll(value.operations, planned.value.operations);
    if (!isEqual(planned.value.metadata, metadata)) value.metadata = planned.value.metadata;
    inverses.unshift(planned.value.inverse);
    appendAll(warnings, planned.warnings);
  }
  const retained = inverses.filter((inverse) => inverse !== null);
  if (retained.length === inverses.length) value.inverse = { kind: 'several', changes: retained };
  return ok(value, warnings);
}

function planSingleChange(snapshot: Snapshot, change: WorkbookChange): Result<ChangeSet> {
  const { metadata } = snapshot.metadataSheet;
  switch (change.kind) {
    case 'create':
      if (snapshot.tasks) return err('table-name-taken', { sheet: snapshot.tasks.sheet });
      return withMetadata(planCreate(snapshot, change.book), change.book.facts);
    case 'remove': {
      const read = readTasks(snapshot);
      if (!read.ok) return read;
      return ok({ ...planRemove(snapshot, toSchoolWorkbook(snapshot, read.value)), metadata: null });
    }
    case 'revise': {
      const read = readTasks(snapshot);
      return read.ok ? planRevision(snapshot, read.value, change) : read;
    }
    case 'several':
      return planCombinedChange(snapshot, change.changes);
    case 'cells':
      return withMetadata(planCells(snapshot, change), metadata);
    case 'targets':
      return withMetadata(planTargets(snapshot, change), metadata);
    case 'print':
      return planPrint(snapshot, change);
    case 'report-sheet':
      return planReportSheet(snapshot, change);
    case 'progress':
      return planProgress(snapshot, change);
    default:
      return assertNever(change);
  }
}

function withMetadata(planned: Result<PlannedChange>, metadata: WorkbookMetadata | null): Result<ChangeSet> {
  return planned.ok ? ok({ ...planned.value, metadata }, planned.warnings) : planned;
}

/** Plans what a change does to the workbook of a snapshot: operations, and the change that leads back. */
export function planChange(snapshot: Snapshot, change: WorkbookChange): Result<ChangeSet> {
  if (snapshot.metadataSheet.schema > SCHEMA_VERSION) return err('schema-newer', { sheet: METADATA_SHEET });
  const planned = planSingleChange(snapshot, change);
  if (!planned.ok) return planned;
  const problems = findProtectedSheets(snapshot, planned.value.operations);
  return problems.length > 0 ? err(problems) : planned;
}

function hasNewMetadata(snapshot: Snapshot, { metadata }: ChangeSet): boolean {
  return !isEqual(metadata, snapshot.metadataSheet.metadata);
}

export function isEmptyChangeSet(snapshot: Snapshot, planned: ChangeSet): boolean {
  return planned.operations.length === 0 && !hasNewMetadata(snapshot, planned);
}

/** Warns before anything is written if undo will not be able to lead back. */
export function getUndoWarnings({ inverse }: ChangeSet): Problem[] {
  return inverse && JSON.stringify(inverse).length <= MAX_CHANGE_LENGTH ? [] : [warning('undo-not-kept')];
}

/** Creates the operation that moves a new hidden sheet behind the sheets that people see. */
function createPlacementOperations(snapshot: Snapshot, { operations }: ChangeSet): Operation[] {
  const added = operations.flatMap((operation) => (operation.kind === 'add-sheets' ? operation.sheets : []));
  const position = snapshot.sheets.length + added.length;
  return hasSheet(snapshot, METADATA_SHEET) || added.length === 0
    ? []
    : [{ kind: 'place-sheet', sheet: METADATA_SHEET, position }];
}

/** Returns the operations with the metadata first: the way back stands in the workbook before anything is changed. */
export function addMetadataOperations(
  snapshot: Snapshot,
  planned: ChangeSet,
  history: readonly MetadataRow[],
): Operation[] {
  const metadata = hasNewMetadata(snapshot, planned) ? buildMetadataRows(planned.metadata) : [];
  return [
    ...createMetadataSheetOperations(snapshot, planned.metadata, [...metadata, ...history]),
    ...planned.operations,
    ...createPlacementOperations(snapshot, planned),
  ];
}
