import type { Problem } from '../shared/problem';
import { err, ok, problem, type Result } from '../shared/result';
import { SHEET_NAMES } from '../sheets/labels/school-labels';
import type { Operation } from '../sheets/operation';
import {
  createRemoveSheetsOperation,
  filterPresentNames,
  findSheetOfName,
  getFreeSheetName,
  isBrokenReference,
} from '../sheets/sheet-names';
import type { PlannedChange } from './change-set';
import { DOCUMENTS_NAME } from './documents/documents-sheet';
import type { SchoolWorkbook } from './school-workbook';
import { type Snapshot } from './snapshot';
import { buildSummaryLines } from './summary/summary-lines';
import { SUMMARY_NAMES } from './summary/summary-names';
import { buildSummarySheet } from './summary/summary-sheet';
import { buildAnnexSheet } from './tasks/annex-sheet';
import { LIST_NAMES } from './tasks/list-names';
import { buildListsSheet } from './tasks/lists-sheet';
import { TASK_TABLE } from './tasks/task-columns';

export const MANAGED_NAMES: readonly string[] = [
  ...Object.values(LIST_NAMES),
  ...Object.values(SUMMARY_NAMES),
  DOCUMENTS_NAME,
];

/** Finds managed names that a deleted sheet left behind. */
function findBrokenNames(snapshot: Snapshot): string[] {
  return MANAGED_NAMES.filter((name) =>
    snapshot.names.some((one) => one.name === name && isBrokenReference(one.formula)),
  );
}

function findConflicts(snapshot: Snapshot): Problem[] {
  const table = snapshot.tables.find(({ name }) => name.toLowerCase() === TASK_TABLE.toLowerCase());
  const broken = new Set(findBrokenNames(snapshot));
  const taken = snapshot.names.filter(({ name }) => MANAGED_NAMES.includes(name) && !broken.has(name));
  // The names are our own then: the table was renamed or converted to a range, and its tasks are still there.
  if (taken.length > 0 && snapshot.metadataSheet.metadata) return [problem('task-table-missing')];
  return [
    ...(table ? [problem('table-name-taken', { sheet: table.sheet }, { table: table.name })] : []),
    ...taken.map(({ name, formula }) => problem('defined-name-taken', {}, { name, formula })),
  ];
}

/** Plans the sheets of a workbook without a table of tasks. Sheets that already have these names stay. */
export function planCreate(snapshot: Snapshot, workbook: SchoolWorkbook): Result<PlannedChange> {
  const problems = findConflicts(snapshot);
  if (problems.length > 0) return err(problems);
  const metadata = { ...workbook.facts, summary: buildSummaryLines(workbook.rows) };
  const name = (wanted: string): string => getFreeSheetName(snapshot, wanted);
  const annex = buildAnnexSheet({ ...workbook, facts: metadata }, name(SHEET_NAMES.annex));
  const sheets = [
    annex,
    buildSummarySheet(metadata, { name: name(SHEET_NAMES.summary) }),
    buildListsSheet(name(SHEET_NAMES.lists), snapshot.tables),
  ];
  const broken = findBrokenNames(snapshot);
  const operations: Operation[] = [
    ...(broken.length > 0 ? [{ kind: 'remove-names', names: broken } satisfies Operation] : []),
    { kind: 'add-sheets', sheets, activate: annex.name },
  ];
  return ok({ operations, inverse: { kind: 'remove' } });
}

/** Takes the sheets of a school workbook away; what else the workbook holds stays. */
export function planRemove(snapshot: Snapshot, workbook: SchoolWorkbook): PlannedChange {
  const managed = [
    snapshot.tasks?.sheet,
    findSheetOfName(snapshot, SUMMARY_NAMES.whole),
    findSheetOfName(snapshot, LIST_NAMES.applicability),
  ].filter((sheet): sheet is string => typeof sheet === 'string');
  const names = filterPresentNames(snapshot, MANAGED_NAMES);
  return {
    operations: [createRemoveSheetsOperation(snapshot, [...new Set(managed)], names)],
    inverse: { kind: 'create', book: workbook },
  };
}
