import { queueReasons } from '../excel/read/queue-reasons';
import { queueSummary } from '../excel/read/queue-summary';
import { readSnapshot } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { getSelectedKeys, queueSelection } from '../excel/selection';
import type { HistoryEntry } from '../school-workbook/metadata-sheet';
import type { WorkbookMetadata } from '../school-workbook/school-workbook';
import type { Summary } from '../school-workbook/summary/read-summary';
import { readTaskTable, type TaskTable } from '../school-workbook/tasks/read-tasks';
import type { Problem } from '../shared/problem';
import { ok } from '../shared/result';
import type { Command } from './command';

/** What the pane shows; all of it comes from the workbook, nothing is remembered beside it. */
export type WorkbookView = {
  /** Null where the workbook has no table of tasks, or `problems` say why it cannot be read. */
  table: TaskTable | null;
  /** Null where the sheet is gone or its figures are errors. */
  summary: Summary | null;
  facts: WorkbookMetadata | null;
  /** What the add-in has done here, oldest first. */
  entries: HistoryEntry[];
  /** The office's reasons for not performing a task. */
  reasons: string[];
  /** Keys of the rows of tasks that the selection touches. */
  selected: string[];
  problems: Problem[];
};

/** Reads the workbook as it stands. Two syncs, one where it has no table of tasks. */
export const readWorkbookView: Command<void, WorkbookView> = {
  id: 'look',
  labelKey: 'command.look',
  run: () =>
    runOnWorkbook<WorkbookView>(async (context) => {
      const selection = queueSelection(context);
      const figures = queueSummary(context);
      const reasons = queueReasons(context);
      const snapshot = await readSnapshot(context);
      const { metadata: facts, entries } = snapshot.metadataSheet;
      const blank = { table: null, summary: null, facts, entries, reasons: [], selected: [], problems: [] };
      if (!snapshot.tasks) return ok(blank);
      const table = readTaskTable(snapshot.tasks);
      if (!table.ok) return ok({ ...blank, problems: table.problems });
      const summary = figures();
      const view: WorkbookView = {
        ...blank,
        table: table.value,
        summary: summary.ok ? summary.value : null,
        reasons: reasons(),
        selected: getSelectedKeys(selection, table.value),
      };
      return ok(view, table.warnings);
    }),
};

/** Keys of the selected rows alone, for following the selection. One sync. */
export const readSelectedKeys: Command<TaskTable, string[]> = {
  id: 'look-at-selection',
  labelKey: 'command.look',
  run: (_, table) =>
    runOnWorkbook<string[]>(async (context) => {
      const selection = queueSelection(context);
      await context.sync();
      return ok(getSelectedKeys(selection, table));
    }),
};
