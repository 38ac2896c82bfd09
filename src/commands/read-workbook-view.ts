import { findTable, readInventory } from '../excel/read/inventory';
import { queuePeople, queueReasons } from '../excel/read/queue-lists';
import { queueSummary } from '../excel/read/queue-summary';
import { readCells } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { readSelectedRows, tryWithSelection } from '../excel/selection';
import { getDocuments } from '../school-workbook/documents/documents';
import type { HistoryEntry } from '../school-workbook/metadata-sheet';
import type { WorkbookMetadata } from '../school-workbook/school-workbook';
import type { Summary } from '../school-workbook/summary/read-summary';
import type { TaskTable } from '../school-workbook/tasks/read-tasks';
import { TASK_TABLE } from '../school-workbook/tasks/task-columns';
import { toLocalIsoDate } from '../shared/dates';
import type { Problem } from '../shared/problem';
import { ok } from '../shared/result';
import type { Command } from './command';
import type * as TaskReading from './read-task-view';

/** What the pane shows; all of it is read from the workbook. */
export type WorkbookView = {
  /** Null if the workbook has no task table, or if it cannot be read for the reasons in `problems`. */
  table: TaskTable | null;
  /** Null if the sheet is missing or its totals are errors. */
  summary: Summary | null;
  /** Cells that the totals count and the sheet's formulas do not, as their words are not of the lists. */
  notCounted: Problem[];
  facts: WorkbookMetadata | null;
  /** Changes by the add-in, oldest first. */
  entries: HistoryEntry[];
  /** The office's reasons for not performing a task. */
  reasons: string[];
  /** Who may be in charge of tasks: those of the office's list, then those who are. */
  people: string[];
  /** Keys of the rows of tasks that the selection touches. */
  selected: string[];
  problems: Problem[];
};

/** Loads what reads the rows of tasks and their totals: a workbook without an annex does not need it. */
export async function loadTaskReading(): Promise<typeof TaskReading> {
  return import('./read-task-view');
}

/** Reads the workbook. Takes two syncs, or three if the task table has formulas. */
export const readWorkbookView: Command<void, WorkbookView> = {
  id: 'look',
  labelKey: 'command.look',
  run: ({ now }) =>
    runOnWorkbook<WorkbookView>((context) =>
      tryWithSelection(context, async (selection) => {
        const inventory = await readInventory(context);
        const loading = findTable(context, inventory, TASK_TABLE) ? loadTaskReading() : null;
        // Where the reading of the cells fails, this is of no interest any more.
        loading?.catch(() => undefined);
        const readTotals = queueSummary(context, inventory);
        const readReasons = queueReasons(context, inventory);
        const readPeople = queuePeople(context, inventory);
        const snapshot = await readCells(context, inventory);
        const { metadata: facts, entries } = snapshot.metadataSheet;
        const blank = {
          table: null,
          summary: null,
          notCounted: [],
          facts,
          entries,
          reasons: [],
          people: [],
          selected: [],
          problems: [],
        };
        if (!snapshot.tasks) return ok(blank);
        const documents = facts ? getDocuments(facts) : [];
        const { readTaskTable, getWholeSummary } = await (loading ?? loadTaskReading());
        const table = readTaskTable(snapshot.tasks, documents, toLocalIsoDate(now()));
        if (!table.ok) return ok({ ...blank, problems: table.problems });
        const totals = readTotals();
        const corrected = totals.ok ? getWholeSummary(totals.value, table.value, facts) : null;
        const view: WorkbookView = {
          ...blank,
          table: table.value,
          summary: corrected?.summary ?? null,
          notCounted: corrected?.warnings ?? [],
          reasons: readReasons(),
          people: [...new Set([...readPeople(), ...table.value.rows.map(({ person }) => person)])].filter(
            (person) => person !== '',
          ),
          selected: (await readSelectedRows(context, selection, table.value)).keys,
        };
        return ok(view, table.warnings);
      }),
    ),
};

/** Reads only the keys of the selected rows, to follow the selection. Takes one sync. */
export const readSelectedKeys: Command<TaskTable, string[]> = {
  id: 'look-at-selection',
  labelKey: 'command.look',
  run: (_, table) =>
    runOnWorkbook<string[]>((context) =>
      tryWithSelection(context, async (selection) => {
        await context.sync();
        return ok((await readSelectedRows(context, selection, table)).keys);
      }),
    ),
};
