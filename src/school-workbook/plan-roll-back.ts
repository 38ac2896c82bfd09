import { getPlainText } from '../sheets/cell-content';
import { DOCUMENT_HEADER } from '../sheets/labels/school-labels';
import type { Operation } from '../sheets/operation';
import { hasDefinedName, hasSheet } from '../sheets/sheet-names';
import type { ChangeSet } from './change-set';
import { hasSeveralDocuments } from './documents/documents';
import { planDocumentsSheet } from './documents/documents-sheet';
import { createMetadataSheetOperations } from './metadata-operations';
import {
  buildEntryRow,
  buildMetadataRows,
  getEntryRow,
  METADATA_SHEET,
  type MetadataRow,
} from './metadata-sheet';
import { createCellOperations } from './plan-cells';
import { MANAGED_NAMES } from './plan-create';
import { createSummaryRewrite, getCountedHeaders } from './plan-revision';
import { planPrint } from './print/plan-print';
import type { PrintChange } from './print/print-change';
import { planLogChanges } from './progress/plan-log-changes';
import { planProgressRollBack } from './progress/plan-progress-roll-back';
import { readProgress } from './progress/read-progress';
import type { WorkbookMetadata } from './school-workbook';
import { type Snapshot, type TableSnapshot } from './snapshot';
import { getSummaryOptions } from './summary/get-summary-options';
import type { TaskTableHeaders } from './summary/summary-formulas';
import { buildSummarySheet } from './summary/summary-sheet';
import { planTargetsRollBack } from './targets/plan-targets-roll-back';
import { addDocumentColumn, createRemoveDocumentColumn, findDocumentColumn } from './tasks/document-column';
import { planTaskTableChanges } from './tasks/plan-table-changes';
import { readTaskTable, type TaskTable } from './tasks/read-tasks';
import { reviseTaskRows } from './tasks/revise-table-rows';
import { TASK_COLUMN_WIDTHS } from './tasks/task-columns';
import { getTitleHeights, getTitleLines } from './title-block';
import type { RowAddition, RowEdit, WorkbookChange } from './workbook-change';

/** Sheets and names that were not there before go again. */
function createRemovalOperations(before: Snapshot, now: Snapshot, planned: ChangeSet): Operation[] {
  const added = planned.operations.flatMap((operation) =>
    operation.kind === 'add-sheets' ? operation.sheets : [],
  );
  const sheets = [METADATA_SHEET, ...added.map(({ name }) => name)].filter(
    (name) => hasSheet(now, name) && !hasSheet(before, name),
  );
  const names = MANAGED_NAMES.filter((name) => hasDefinedName(now, name) && !hasDefinedName(before, name));
  return sheets.length + names.length > 0 ? [{ kind: 'remove-sheets', sheets, names, instead: null }] : [];
}

/** Builds the changes that lead from the current rows to the previous ones. */
function diffRows(
  now: TaskTable,
  before: TaskTable,
): { edits: RowEdit[]; add: RowAddition[]; remove: string[] } {
  const present = new Set(now.rows.map(({ key }) => key));
  const wanted = new Set(before.rows.map(({ key }) => key));
  const add: RowAddition[] = [];
  let survivor: string | null = null;
  for (const { key, tableRow } of before.rows) {
    if (present.has(key)) survivor = key;
    else add.push({ after: survivor, row: tableRow });
  }
  return {
    edits: before.rows
      .filter(({ key }) => present.has(key))
      .map(({ key, tableRow }) => ({ key, cells: tableRow.cells, extra: tableRow.extra })),
    add,
    remove: [...present].filter((key) => !wanted.has(key)),
  };
}

/** Rows that were opened and not filled any more; blank rows that were there before stay. */
function findOpenedRows(now: TableSnapshot, before: TableSnapshot): number[] {
  const isBlank = (cells: readonly unknown[]): boolean => cells.every((value) => value === '');
  if (before.values.some(isBlank)) return [];
  return now.values.slice(1).flatMap((cells, index) => (isBlank(cells) ? [index] : []));
}

/** Lines of the title block that the change wrote; other cells there may be formulas and are left alone. */
function createTitleRestoreOperations(
  before: TableSnapshot,
  metadata: WorkbookMetadata,
  { operations }: ChangeSet,
): Operation[] {
  const lines = getTitleLines(metadata);
  const heights = getTitleHeights(lines, TASK_COLUMN_WIDTHS);
  return operations.flatMap((operation): Operation[] => {
    if (operation.kind !== 'write-cells' || operation.sheet !== before.sheet || operation.row >= before.top)
      return [];
    const previous = before.head[operation.row]?.[operation.column] ?? '';
    const line = lines.findIndex((text) => text === previous);
    return [
      { ...operation, cells: [[previous]] },
      {
        kind: 'row-heights',
        sheet: operation.sheet,
        heights: [{ row: operation.row, height: heights[line]?.height ?? 0 }].filter(
          ({ height }) => height > 0,
        ),
      },
    ];
  });
}

/** The column *Văn bản* goes again where the change added it, and comes back where it removed it. */
function planColumnRestore(
  before: TaskTable,
  now: TaskTable,
): { first: Operation[]; table: TaskTable; last: Operation[] } {
  const [had, has] = [before, now].map((table) => findDocumentColumn(table) >= 0);
  if (had === has) return { first: [], table: now, last: [] };
  if (has) return { first: [], table: now, last: createRemoveDocumentColumn(now) };
  const codes = new Map(before.rows.map(({ key, tableRow }) => [key, tableRow.extra[DOCUMENT_HEADER] ?? '']));
  const added = addDocumentColumn(now, ({ key }) => getPlainText(codes.get(key) ?? ''));
  return { first: added.operations, table: added.table, last: [] };
}

/** The sheet *Văn bản* says again what it said, where the change wrote it. */
function restoreDocumentsSheet(before: Snapshot, now: Snapshot, headers: TaskTableHeaders): Operation[] {
  const { metadata } = before.metadataSheet;
  const changed = now.metadataSheet.metadata;
  return metadata && hasSeveralDocuments(metadata) ? planDocumentsSheet(now, headers, changed, metadata) : [];
}

function createRowRestoreOperations(before: Snapshot, now: Snapshot, planned: ChangeSet): Operation[] | null {
  if (!before.tasks || !now.tasks) return null;
  const [previous, current] = [readTaskTable(before.tasks), readTaskTable(now.tasks)];
  if (!previous.ok || !current.ok) return null;
  const rewrites = planned.operations.some(({ kind }) => kind === 'rewrite-sheet');
  const headers = getCountedHeaders(previous.value);
  const { metadata } = before.metadataSheet;
  const summary =
    rewrites && now.summary && headers && metadata
      ? createSummaryRewrite(
          now,
          now.summary,
          buildSummarySheet(metadata, getSummaryOptions(now.summary, metadata, headers)),
        )
      : [];
  const column = planColumnRestore(previous.value, current.value);
  const tableRows = current.value.rows.map(({ tableRow }) => tableRow);
  const changes = reviseTaskRows(tableRows, diffRows(current.value, previous.value)).effective;
  return [
    ...column.first,
    ...planTaskTableChanges(column.table, changes, findOpenedRows(now.tasks, before.tasks)),
    ...column.last,
    ...(metadata ? createTitleRestoreOperations(before.tasks, metadata, planned) : []),
    ...summary,
    ...(rewrites && headers ? restoreDocumentsSheet(before, now, headers) : []),
  ];
}

/**
 * Returns the rows of the hidden sheet before the change wrote them; a stored change that was not read is dropped.
 */
function getPreviousMetadataRows(
  { metadataSheet }: Snapshot,
  history: readonly MetadataRow[],
): MetadataRow[] {
  return [
    ...buildMetadataRows(metadataSheet.metadata),
    ...history.map(({ row }): MetadataRow => {
      const entry = metadataSheet.entries.find(({ id }) => getEntryRow(id) === row);
      const change: WorkbookChange | undefined = entry && metadataSheet.changes.get(entry.id);
      return entry && change ? buildEntryRow(entry, JSON.stringify(change)) : { row, cells: [] };
    }),
  ];
}

/** Creates the operations that restore the sheet to print and the metadata; the table of tasks was not touched. */
function createPrintRestoreOperations(
  before: Snapshot,
  now: Snapshot,
  inverse: PrintChange,
  history: readonly MetadataRow[],
): Operation[] | null {
  const planned = planPrint(now, inverse);
  if (!planned.ok) return null;
  const isRecordNew = hasSheet(now, METADATA_SHEET) && !hasSheet(before, METADATA_SHEET);
  return [
    ...planned.value.operations,
    ...(isRecordNew
      ? [{ kind: 'remove-sheets', sheets: [METADATA_SHEET], names: [], instead: null } satisfies Operation]
      : createMetadataSheetOperations(
          before,
          before.metadataSheet.metadata,
          getPreviousMetadataRows(before, history),
        )),
  ];
}

function flattenChange(change: WorkbookChange | null): WorkbookChange[] {
  return change?.kind === 'several' ? change.changes.flatMap(flattenChange) : change ? [change] : [];
}

/**
 * Creates the operations that take back the rows of the log that a revision of tasks brought.
 * @returns null if the log cannot be read
 */
function createLogRestoreOperations(
  before: Snapshot,
  now: Snapshot,
  inverse: WorkbookChange | null,
): Operation[] | null {
  if (inverse?.kind !== 'revise' || !inverse.log || !now.tasks) return [];
  const [table, progress] = [readTaskTable(now.tasks), readProgress(now)];
  if (!table.ok || !progress.ok) return null;
  const { metadata } = before.metadataSheet;
  return planLogChanges(now, table.value, progress.value.log, inverse.log, metadata).operations;
}

/**
 * Creates the operations that restore single cells, targets and rows of the log.
 * @returns null if the targets or the log cannot be read
 */
function createOtherRestoreOperations(
  before: Snapshot,
  now: Snapshot,
  { inverse }: ChangeSet,
): Operation[] | null {
  const cells = flattenChange(inverse).flatMap((change) =>
    change.kind === 'cells' ? createCellOperations(change) : [],
  );
  const targets = before.targets && now.targets ? planTargetsRollBack(before.targets, now.targets) : [];
  const log = createLogRestoreOperations(before, now, inverse);
  return targets && log && [...cells, ...targets, ...log];
}

/**
 * Plans the way back from a workbook in which a change stopped half-way. A removal of sheets cannot be rolled back
 * here: the entry in the hidden sheet leads back.
 * @returns null if the way back is not known
 */
export function planRollBack(
  before: Snapshot,
  now: Snapshot,
  planned: ChangeSet,
  history: readonly MetadataRow[],
): Operation[] | null {
  if (planned.operations.some(({ kind }) => kind === 'remove-sheets')) return null;
  if (planned.inverse?.kind === 'print')
    return createPrintRestoreOperations(before, now, planned.inverse, history);
  if (planned.inverse?.kind === 'progress') {
    const back = planProgressRollBack(before, now, planned, planned.inverse);
    const isRecorded = hasSheet(before, METADATA_SHEET);
    return (
      back && [
        ...back,
        ...(isRecorded
          ? createMetadataSheetOperations(
              before,
              before.metadataSheet.metadata,
              getPreviousMetadataRows(before, history),
            )
          : []),
      ]
    );
  }
  const rows = before.tasks ? createRowRestoreOperations(before, now, planned) : [];
  const others = createOtherRestoreOperations(before, now, planned);
  if (rows === null || others === null) return null;
  const metadataSheet = hasSheet(before, METADATA_SHEET)
    ? createMetadataSheetOperations(
        before,
        before.metadataSheet.metadata,
        getPreviousMetadataRows(before, history),
      )
    : [];
  return [...rows, ...others, ...createRemovalOperations(before, now, planned), ...metadataSheet];
}
