import { queueSummary } from '../excel/read/queue-summary';
import { runOnWorkbook } from '../excel/run-on-workbook';
import type { Summary } from '../school-workbook/summary/read-summary';
import type { Command } from './command';

/** The figures of *Tổng hợp*, as the sheet has calculated them. One sync. */
export const readCurrentSummary: Command<void, Summary> = {
  id: 'summary',
  labelKey: 'command.summary',
  run: () =>
    runOnWorkbook(async (context) => {
      const figures = queueSummary(context);
      await context.sync();
      return figures();
    }),
};
