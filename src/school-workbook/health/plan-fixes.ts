import { appendAll } from '../../shared/append-all';
import { ok, type Result } from '../../shared/result';
import { COLUMN_HEADERS, SHEET_NAMES } from '../../sheets/labels/school-labels';
import type { Operation } from '../../sheets/operation';
import { createRemoveNamesOperations, getFreeSheetName } from '../../sheets/sheet-names';
import type { ChangeSet } from '../change-set';
import { createSummaryRewrite, getCountedHeaders } from '../plan-revision';
import { EMPTY_METADATA, type WorkbookMetadata } from '../school-workbook';
import { type Snapshot } from '../snapshot';
import { getSummaryOptions } from '../summary/get-summary-options';
import { buildSummaryLines } from '../summary/summary-lines';
import { SUMMARY_NAMES } from '../summary/summary-names';
import { buildSummarySheet } from '../summary/summary-sheet';
import { buildAnnexSheet } from '../tasks/annex-sheet';
import { LIST_NAMES } from '../tasks/list-names';
import { buildListsSheet } from '../tasks/lists-sheet';
import { readTasks } from '../tasks/read-tasks';
import { TASK_COLUMN_IDS, TASK_COLUMN_STYLES, TASK_TABLE, type TaskColumnId } from '../tasks/task-columns';
import type { Revision, RowEdit } from '../workbook-change';
import type { HealthFix } from './health-issue';

/**
 * The order of the fixes: a table before its columns, these before the sheets that count them. Each
 * phase is planned on a snapshot of its own.
 */
export const FIX_PHASES = [
  ['make-table', 'rename-table', 'show-headers'],
  ['rename-header', 'add-column'],
  ['make-lists', 'make-summary'],
  ['edit-rows'],
] as const satisfies readonly (readonly HealthFix['kind'][])[];

function planSummaryFix(snapshot: Snapshot): Result<{ steps: Operation[]; facts: WorkbookMetadata }> {
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const before = snapshot.metadataSheet.metadata ?? EMPTY_METADATA;
  const lines = buildSummaryLines(table.value.rows.map(({ tableRow }) => tableRow));
  const metadata = { ...before, summary: { ...before.summary, ...lines } };
  const headers = getCountedHeaders(table.value) ?? undefined;
  const now = snapshot.summary;
  const plan = now
    ? buildSummarySheet(metadata, getSummaryOptions(now, metadata, headers))
    : buildSummarySheet(metadata, {
        ...(headers && { headers }),
        name: getFreeSheetName(snapshot, SHEET_NAMES.summary),
      });
  const operations: Operation[] = now
    ? createSummaryRewrite(snapshot, now, plan)
    : [
        ...createRemoveNamesOperations(snapshot, Object.values(SUMMARY_NAMES)),
        { kind: 'add-sheets', sheets: [plan], activate: null },
      ];
  return ok({ steps: operations, facts: metadata });
}

/** Returns the validation of a column as a new workbook has it. */
function getColumnValidation(id: TaskColumnId) {
  const { validations } = buildAnnexSheet({ facts: EMPTY_METADATA, rows: [] });
  const column = TASK_COLUMN_IDS.indexOf(id);
  return validations.find(({ area }) => area.left === column) ?? null;
}

function planFix(
  snapshot: Snapshot,
  fix: HealthFix,
): Result<{ steps: Operation[]; facts?: WorkbookMetadata }> {
  const planOperations = (...operations: Operation[]): Result<{ steps: Operation[] }> =>
    ok({ steps: operations });
  switch (fix.kind) {
    case 'make-table': {
      const { table } = buildAnnexSheet({ facts: EMPTY_METADATA, rows: [] });
      const { sheet, area } = fix;
      return planOperations({
        kind: 'make-table',
        sheet,
        table: { name: TASK_TABLE, area, style: table?.style ?? '', banded: false },
      });
    }
    case 'rename-table':
      return planOperations({ kind: 'rename-table', sheet: fix.sheet, table: fix.table, name: TASK_TABLE });
    case 'show-headers':
      return planOperations({ kind: 'show-headers', sheet: fix.sheet, table: fix.table });
    case 'rename-header': {
      const { sheet, row, column, header } = fix;
      return planOperations({ kind: 'write-cells', sheet, row, column, cells: [[header]] });
    }
    case 'add-column':
      return planOperations({
        kind: 'add-column',
        sheet: fix.sheet,
        table: TASK_TABLE,
        header: COLUMN_HEADERS[fix.id],
        numberFormat: TASK_COLUMN_STYLES[fix.id].numberFormat,
        width: TASK_COLUMN_STYLES[fix.id].width,
        validation: getColumnValidation(fix.id),
      });
    case 'make-lists':
      return planOperations(...createRemoveNamesOperations(snapshot, Object.values(LIST_NAMES)), {
        kind: 'add-sheets',
        sheets: [buildListsSheet(getFreeSheetName(snapshot, SHEET_NAMES.lists), snapshot.tables)],
        activate: null,
      });
    case 'make-summary':
      return planSummaryFix(snapshot);
    case 'edit-rows':
    case 'set-document-status':
      return planOperations();
  }
}

/**
 * Plans fixes of the shape of the workbook on one snapshot. There is no way back that could be kept: nothing a
 * person wrote is changed by them but the words of a header.
 */
export function planFixes(snapshot: Snapshot, fixes: readonly HealthFix[]): Result<ChangeSet> {
  const operations: Operation[] = [];
  let { metadata } = snapshot.metadataSheet;
  for (const fix of fixes) {
    const planned = planFix(snapshot, fix);
    if (!planned.ok) return planned;
    appendAll(operations, planned.value.steps);
    metadata = planned.value.facts ?? metadata;
  }
  return ok({ operations, inverse: null, metadata });
}

/**
 * Builds one change of all fixes of cells, which can be undone.
 * @returns null if no fix is about cells
 */
export function buildFixRevision(fixes: readonly HealthFix[]): Revision | null {
  const byRow = new Map<string, RowEdit>();
  for (const { key, cells, extra } of fixes.flatMap((fix) => (fix.kind === 'edit-rows' ? fix.edits : []))) {
    const before = byRow.get(key);
    byRow.set(key, {
      key,
      cells: { ...before?.cells, ...cells },
      extra: { ...before?.extra, ...extra },
    });
  }
  const edits = [...byRow.values()];
  return edits.length === 0 ? null : { kind: 'revise', facts: null, edits, add: [], remove: [] };
}
