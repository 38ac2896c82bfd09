import type { CellsChange } from './cells-change';
import { type PrintChange, type ReportSheetChange } from './print/print-change';
import type { LogColumnId } from './progress/log-columns';
import type { ProgressChange } from './progress/progress-change';
import type { SchoolWorkbook, TaskTableRow, WorkbookMetadata } from './school-workbook';
import type { TargetsChange } from './targets/targets-change';
import type { TableRowChanges, TableRowEdit } from './tasks/revise-table-rows';
import type { TaskColumnId } from './tasks/task-columns';

export type RowEdit = TableRowEdit<TaskColumnId>;

/** A row that goes after the row of a key (null: before all). Rows after the same key keep their order. */
export type RowAddition = { after: string | null; row: TaskTableRow };

export type Revision = {
  kind: 'revise';
  /** Null where they stay. */
  facts: WorkbookMetadata | null;
  edits: RowEdit[];
  add: RowAddition[];
  remove: string[];
  /** Rows of the log that go with those of the tasks; absent where it stays. */
  log?: TableRowChanges<LogColumnId>;
};

/**
 * What is to become of the workbook, without addresses: rows are named by their keys, so that a change kept for undo
 * still finds its rows after the clerk has sorted, filtered or moved the table.
 */
export type WorkbookChange =
  | { kind: 'create'; book: SchoolWorkbook }
  | ReportSheetChange
  | { kind: 'remove' }
  | Revision
  | PrintChange
  | ProgressChange
  | TargetsChange
  | CellsChange
  /** Changes of different sheets that are one step for the clerk. */
  | { kind: 'several'; changes: WorkbookChange[] };

export function isEmptyRevision({ facts: metadata, edits, add, remove }: Revision): boolean {
  return metadata === null && edits.length === 0 && add.length === 0 && remove.length === 0;
}
