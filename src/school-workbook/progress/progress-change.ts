import type { ProgressSettings } from '../../progress/progress-settings';
import type { Unit } from '../school-workbook';
import { type TableRowChanges, type TableRowEdit } from '../tasks/revise-table-rows';
import type { TaskColumnId } from '../tasks/task-columns';
import type { LogColumnId } from './log-columns';

/**
 * What is to become of the log of progress and its settings, without addresses. Rows of the log are named by their
 * EventIds, so that a change kept for undo still finds them after the clerk has sorted or moved the table.
 */
export type ProgressChange = {
  kind: 'progress';
  /** Whether *Tiến độ*, *Lịch* and *Cấu hình* are there afterwards. */
  sheets: 'present' | 'absent';
  /** Null where they stay. */
  settings: ProgressSettings | null;
  /** Who keeps the workbook; absent where that stays. */
  unit?: Unit;
  /** Rows of the log; done before it is renewed. */
  log: TableRowChanges<LogColumnId>;
  /** Brings the log to what the annex and the settings ask for now, with all that was typed. */
  renew: boolean;
  /** Cells of *Phụ lục*; for taking its columns out of step again. */
  tasks: TableRowEdit<TaskColumnId>[];
};

export const NO_LOG_CHANGES: TableRowChanges<LogColumnId> = { edits: [], add: [], remove: [] };

/** Brings the log up to date; makes its sheets where they are not there. */
export const RENEWAL_CHANGE: ProgressChange = {
  kind: 'progress',
  sheets: 'present',
  settings: null,
  log: NO_LOG_CHANGES,
  renew: true,
  tasks: [],
};
