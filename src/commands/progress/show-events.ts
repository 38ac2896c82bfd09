import { runOnWorkbook } from '../../excel/run-on-workbook';
import { queueShowRows } from '../../excel/show-rows';
import { ok } from '../../shared/result';
import type { Command } from '../command';
import { readProgressContext } from './progress-context';

/** Selects rows of *Tiến độ*, or their tasks on *Phụ lục* if there is no log. */
export const showEvents: Command<readonly string[], void> = {
  id: 'show-events',
  labelKey: 'command.show-events',
  run: (_, events) =>
    runOnWorkbook<void>(async (context) => {
      const read = await readProgressContext(context);
      if (!read.ok) return read;
      const { table, progress, rows } = read.value;
      const wanted = new Set(events);
      const tasks = new Set(rows.flatMap(({ key, task }) => (wanted.has(key) ? [task] : [])));
      const warnings = progress.log
        ? queueShowRows(context, progress.log, events)
        : queueShowRows(
            context,
            table,
            table.rows.flatMap(({ key, task }) => (tasks.has(task.id) ? [key] : [])),
          );
      if (warnings) await context.sync();
      return ok(undefined, warnings ?? []);
    }),
};
