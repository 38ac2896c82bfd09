import { runOnWorkbook } from '../excel/run-on-workbook';
import { queueShowCell } from '../excel/show-rows';
import type { ProblemLocation } from '../shared/problem';
import { ok } from '../shared/result';
import type { Command } from './command';

/** Selects a location in the workbook: its cell, or the first cell of its sheet. */
export const showLocation: Command<ProblemLocation, void> = {
  id: 'show-place',
  labelKey: 'command.show-place',
  run: (_, { sheet, cell }) =>
    runOnWorkbook<void>(async (context) => {
      if (sheet !== undefined) {
        queueShowCell(context, sheet, cell ?? 'A1');
        await context.sync();
      }
      return ok(undefined);
    }),
};
