import { isEqual } from '../shared/is-equal';
import type { Problem } from '../shared/problem';
import { err, ok, type Result, warning } from '../shared/result';
import { toCellInput } from '../sheets/cell-content';
import { toPreviousContent } from '../sheets/labels/previous-labels';
import { COLUMN_HEADERS } from '../sheets/labels/school-labels';
import { normalizeFormula } from '../sheets/normalize-formula';
import type { Operation } from '../sheets/operation';
import { getCurrentHeaders } from '../sheets/read-table';
import { createRemoveNamesOperations, filterPresentNames } from '../sheets/sheet-names';
import type { SheetSpec } from '../sheets/sheet-spec';
import type { ChangeSet } from './change-set';
import { getDocuments, hasSeveralDocuments, listEndedCodes } from './documents/documents';
import { planDocumentsSheet } from './documents/documents-sheet';
import { createAddedLinkOperations } from './progress/linked-columns';
import { planLogChanges } from './progress/plan-log-changes';
import { readProgress } from './progress/read-progress';
import type { WorkbookMetadata } from './school-workbook';
import type { SheetSnapshot, Snapshot, TableSnapshot } from './snapshot';
import { getSummaryOptions } from './summary/get-summary-options';
import type { TaskTableHeaders } from './summary/summary-formulas';
import { CHOICE_NAMES } from './summary/summary-names';
import { buildSummarySheet, MANAGED_CHARTS } from './summary/summary-sheet';
import { createCountsOperations } from './tasks/counts-line';
import { addDocumentColumn, createRemoveDocumentColumn, findDocumentColumn } from './tasks/document-column';
import { planTaskTableChanges } from './tasks/plan-table-changes';
import type { TaskTable } from './tasks/read-tasks';
import { reviseTaskRows } from './tasks/revise-table-rows';
import { getInitialDocument } from './tasks/row-document';
import { TASK_COLUMN_WIDTHS } from './tasks/task-columns';
import { getTitleHeights, getTitleLines } from './title-block';
import type { Revision } from './workbook-change';

/** Finds the lines of the title block by their words, wherever a clerk has moved them, and changes what differs. */
export function createTitleOperations(
  { sheet, head }: TableSnapshot,
  before: WorkbookMetadata,
  after: WorkbookMetadata,
): Operation[] {
  const [previousLines, updatedLines] = [getTitleLines(before), getTitleLines(after)];
  const heights = getTitleHeights(updatedLines, TASK_COLUMN_WIDTHS);
  return updatedLines.flatMap((line, index): Operation[] => {
    const previous = previousLines[index]!;
    if (line === previous) return [];
    const row = previous === '' ? index : head.findIndex((cells) => cells.includes(previous));
    const column = previous === '' ? 0 : (head[row]?.indexOf(previous) ?? -1);
    // A line that was changed by hand is the clerk's.
    if (head[row]?.[column] !== previous) return [];
    return [
      { kind: 'write-cells', sheet, row, column, cells: [[line]] },
      { kind: 'row-heights', sheet, heights: [{ row, height: heights[index]!.height }] },
    ];
  });
}

/**
 * Returns the headers as they stand.
 * @returns null if a column that the summary counts is missing
 */
export function getCountedHeaders({ columns, headers }: TaskTable): TaskTableHeaders | null {
  const counted = ['content', 'area', 'leadUnit', 'applicability', 'status'] as const;
  if (counted.some((id) => columns[id] === undefined)) return null;
  return getCurrentHeaders({ columns, headers }, COLUMN_HEADERS);
}

/** Excel writes formulas back in its own way, and may store other white space in texts. */
function normalizeCell(cell: unknown): string {
  const text = String(cell);
  return text.startsWith('=') ? normalizeFormula(text) : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * Returns true if the sheet holds what was written on it, in the present words or the previous ones. Excel writes some formulas differently (see
 * `normalizeCell`). Columns to the right of the managed ones are neither read nor written.
 */
function isUnmodified(now: SheetSnapshot, metadata: WorkbookMetadata, headers: TaskTableHeaders): boolean {
  const {
    blocks,
    afterTables,
    managedColumns: ownColumns = Infinity,
  } = buildSummarySheet(metadata, getSummaryOptions(now, metadata, headers));
  const wanted = new Map<string, string[]>();
  for (const { row, column, cells, numberFormats } of [...blocks, ...afterTables]) {
    cells.forEach((line, down) =>
      line.forEach((content, across) => {
        if (content === '') return;
        const typed = String(toCellInput(content, numberFormats[across])).replace(/^'/, '');
        wanted.set(`${row + down},${column + across}`, [typed, toPreviousContent(typed)].map(normalizeCell));
      }),
    );
  }
  let found = 0;
  for (const [down, line] of now.formulas.entries()) {
    for (const [across, cell] of line.entries()) {
      if (cell === '' || now.left + across >= ownColumns) continue;
      const known = wanted.get(`${now.top + down},${now.left + across}`);
      if (!known?.includes(normalizeCell(cell))) return false;
      found += 1;
    }
  }
  return found === wanted.size;
}

/** Creates the operations that write the summary again, from whatever state it is in. */
export function createSummaryRewrite(snapshot: Snapshot, now: SheetSnapshot, plan: SheetSpec): Operation[] {
  const names = plan.names.map(({ name }) => name);
  const left = Object.values(CHOICE_NAMES).filter((name) => !names.includes(name));
  return [
    {
      kind: 'rewrite-sheet',
      sheet: plan,
      names: filterPresentNames(snapshot, names),
      charts: now.charts.filter((chart) => MANAGED_CHARTS.includes(chart)),
    },
    ...createRemoveNamesOperations(snapshot, left),
  ];
}

type PlannedSummary = { operations: Operation[]; warnings: Problem[] };

export function planSummary(
  snapshot: Snapshot,
  table: TaskTable,
  before: WorkbookMetadata,
  after: WorkbookMetadata,
): PlannedSummary {
  const now = snapshot.summary;
  const headers = getCountedHeaders(table);
  if (!now || !headers) return { operations: [], warnings: [] };
  const plan = buildSummarySheet(after, getSummaryOptions(now, after, headers));
  if (isEqual(plan, buildSummarySheet(before, getSummaryOptions(now, before, headers)))) {
    return { operations: [], warnings: [] };
  }
  if (!isUnmodified(now, before, headers)) {
    return {
      operations: [],
      warnings: [warning('summary-edited', { sheet: now.sheet })],
    };
  }
  return { operations: createSummaryRewrite(snapshot, now, plan), warnings: [] };
}

type PlannedColumn = { before: Operation[]; table: TaskTable; after: Operation[] };

/**
 * Plans the column *Văn bản*, which is there while the workbook has several documents: it comes before the rows of
 * the second document and goes after them. Problems: document-column-taken.
 */
function planDocumentColumn(
  table: TaskTable,
  before: WorkbookMetadata | null,
  after: WorkbookMetadata | null,
): Result<PlannedColumn> {
  const [had, has] = [before, after].map((metadata) => metadata !== null && hasSeveralDocuments(metadata));
  if (!after || had === has) return ok({ before: [], table, after: [] });
  if (!has) return ok({ before: [], table, after: createRemoveDocumentColumn(table) });
  const taken = table.headers[findDocumentColumn(table)];
  if (taken !== undefined) return err('document-column-taken', { sheet: table.sheet }, { column: taken });
  const first = getDocuments(before ?? after)[0]?.code ?? '';
  const added = addDocumentColumn(table, ({ tableRow }) => getInitialDocument(tableRow, first));
  return ok({ before: added.operations, table: added.table, after: [] });
}

/**
 * Plans edits, additions and removals of rows with all that follows from them; no operation if nothing changes. In a
 * workbook without metadata, title block and summary may be somebody else's and stay as they are.
 */
export function planRevision(snapshot: Snapshot, table: TaskTable, revision: Revision): Result<ChangeSet> {
  const before = snapshot.metadataSheet.metadata;
  const { effective, inverse } = reviseTaskRows(
    table.rows.map(({ tableRow: workbook }) => workbook),
    revision,
  );
  const metadata = revision.facts ?? before;
  const headers = getCurrentHeaders(table, COLUMN_HEADERS);
  const column = planDocumentColumn(table, before, metadata);
  if (!column.ok) return column;
  const summaryPlan =
    before && metadata ? planSummary(snapshot, table, before, metadata) : { operations: [], warnings: [] };
  const isNewMetadata = !isEqual(metadata, before);
  const progress = revision.log ? readProgress(snapshot) : null;
  if (progress?.ok === false) return progress;
  const log = progress?.value.log ?? null;
  const logPlan = revision.log ? planLogChanges(snapshot, table, log, revision.log, metadata) : null;
  const operations = [
    ...column.value.before,
    ...planTaskTableChanges(column.value.table, effective),
    ...(log ? createAddedLinkOperations(table, log.names, effective) : []),
    ...column.value.after,
    ...(before && metadata && snapshot.tasks ? createTitleOperations(snapshot.tasks, before, metadata) : []),
    ...(snapshot.tasks
      ? createCountsOperations(snapshot.tasks, headers, listEndedCodes(before), listEndedCodes(metadata))
      : []),
    ...summaryPlan.operations,
    ...planDocumentsSheet(snapshot, headers, before, metadata),
    ...(logPlan?.operations ?? []),
  ];
  return ok(
    {
      operations,
      metadata,
      inverse: {
        kind: 'revise',
        facts: isNewMetadata ? before : null,
        ...inverse,
        ...(logPlan && { log: logPlan.inverse }),
      },
    },
    summaryPlan.warnings,
  );
}
