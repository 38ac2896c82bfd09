import { readSnapshot } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { changeWorkbook } from '../excel/write/change-workbook';
import { readTasks } from '../school-workbook/tasks/read-tasks';
import type { Revision } from '../school-workbook/workbook-change';
import { err, ok } from '../shared/result';
import { COLUMN_HEADERS } from '../sheets/labels/school-labels';
import type { Command } from './command';

/** `tasks`: ids of tasks; `person`: '' for nobody. */
type PersonInput = { tasks: readonly string[]; person: string };
type PersonOutcome = { written: boolean; tasks: number };

/** Puts a person in charge of tasks, in the column of *Phụ lục*. One entry in the history. */
export const assignPerson: Command<PersonInput, PersonOutcome> = {
  id: 'assign-person',
  labelKey: 'command.assign-person',
  run: ({ now }, { tasks, person }) =>
    runOnWorkbook<PersonOutcome>(async (context) => {
      const snapshot = await readSnapshot(context);
      const table = readTasks(snapshot);
      if (!table.ok) return table;
      const { columns, rows, sheet } = table.value;
      if (columns.person === undefined) {
        return err('no-person-column', { sheet }, { column: COLUMN_HEADERS.person });
      }
      const chosen = new Set(tasks);
      const edits = rows
        .filter(({ task }) => chosen.has(task.id))
        .map(({ key }) => ({ key, cells: { person: person.trim() } }));
      if (edits.length === 0) return err('no-task-selected');
      const change: Revision = { kind: 'revise', facts: null, edits, add: [], remove: [] };
      const done = await changeWorkbook(context, snapshot, change, { command: assignPerson.id, at: now() });
      if (!done.ok) return done;
      return ok({ written: done.value.written, tasks: edits.length }, done.warnings);
    }),
};
