import { queueSummary } from '../excel/read/queue-summary';
import { runOnWorkbook } from '../excel/run-on-workbook';
import type { Summary } from '../school-workbook/summary/read-summary';
import type { Command } from './command';

/** Reads the totals of *Tổng hợp*, as the sheet has calculated them. Takes one sync. */
export const readCurrentSummary: Command<void, Summary> = {
  id: 'summary',
  labelKey: 'command.summary',
  run: () =>
    runOnWorkbook(async (context) => {
      const readTotals = queueSummary(context);
      await context.sync();
      return readTotals();
    }),
};
