import { readSnapshot } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { queueShowRows } from '../excel/show-rows';
import { readTaskTable } from '../school-workbook/tasks/read-tasks';
import { err, ok } from '../shared/result';
import type { Command } from './command';

/** Selects rows of tasks in the sheet, wherever they have been sorted or moved to. */
export const showRows: Command<readonly string[], void> = {
  id: 'show-rows',
  labelKey: 'command.show-rows',
  run: (_, keys) =>
    runOnWorkbook<void>(async (context) => {
      const { tasks } = await readSnapshot(context);
      if (!tasks) return err('no-annex-sheet');
      const table = readTaskTable(tasks);
      if (!table.ok) return table;
      const warnings = queueShowRows(context, table.value, keys);
      if (warnings) await context.sync();
      return ok(undefined, warnings ?? []);
    }),
};
