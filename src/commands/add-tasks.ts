import { readSnapshot } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { changeWorkbook } from '../excel/write/change-workbook';
import type { Snapshot } from '../school-workbook/snapshot';
import {
  type PlannedTaskAddition,
  planTaskAddition,
  type TaskAddition,
} from '../school-workbook/tasks/plan-task-addition';
import { isEqual } from '../shared/is-equal';
import { err, ok, problem, type Result } from '../shared/result';
import { addChangeWarnings } from './add-change-warnings';
import type { StagedCommand } from './command';

/** `keepUnread`: timings whose deadline is not certain are written as they stand, to be settled later. */
export type AddTasksInput = TaskAddition & { keepUnread?: boolean };
type StagedAddition = { input: AddTasksInput; plan: PlannedTaskAddition };
type AddTasksOutcome = { written: boolean; document: string; tasks: string[] };

const prepareAddition = (snapshot: Snapshot, input: AddTasksInput): Result<PlannedTaskAddition> =>
  addChangeWarnings(snapshot, planTaskAddition(snapshot, input));

/**
 * Adds tasks that a person types in, or a document without tasks. Staged, with the reading of every timing; one entry
 * in the history. Takes 2 or 3 syncs to stage, and as many and one for each started megabyte to run. Problems of
 * `run`: timing-uncertain.
 */
export const addTasks: StagedCommand<AddTasksInput, StagedAddition, AddTasksOutcome> = {
  id: 'add-task',
  labelKey: 'command.add-task',

  stage: (_, input) =>
    runOnWorkbook(async (context) => {
      const plan = prepareAddition(await readSnapshot(context, { progress: true }), input);
      return plan.ok ? { ...plan, value: { input, plan: plan.value } } : plan;
    }),

  run: ({ now }, { input, plan: staged }) =>
    runOnWorkbook<AddTasksOutcome>(async (context) => {
      const unread = input.keepUnread ? [] : staged.tasks.filter(({ isUnread }) => isUnread);
      if (unread.length > 0)
        return err(
          unread.map(({ task }) => problem('timing-uncertain', { task: task.id }, { timing: task.timing })),
        );
      const snapshot = await readSnapshot(context, { progress: true });
      const plan = prepareAddition(snapshot, input);
      if (!plan.ok) return plan;
      if (!isEqual(plan.value, staged)) return err('workbook-changed');
      const { change, document } = plan.value;
      const tasks = plan.value.tasks.map(({ task }) => task.id);
      if (change === null) return ok({ written: false, document, tasks });
      const done = await changeWorkbook(context, snapshot, change, { command: addTasks.id, at: now() });
      return done.ok ? { ...done, value: { written: done.value.written, document, tasks } } : done;
    }),
};
