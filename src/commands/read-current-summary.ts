import { readInventory } from '../excel/read/inventory';
import { queueSummary } from '../excel/read/queue-summary';
import { readCells } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { getDocuments } from '../school-workbook/documents/documents';
import { getWholeSummary } from '../school-workbook/summary/count-tasks';
import type { Summary } from '../school-workbook/summary/read-summary';
import { readTaskTable } from '../school-workbook/tasks/read-tasks';
import { toLocalIsoDate } from '../shared/dates';
import { ok } from '../shared/result';
import type { Command } from './command';

/**
 * Reads the totals of *Tổng hợp* as the sheet has calculated them, corrected by the rows whose words its formulas do not
 * know, so that they are those of the pane and of the authority.
 */
export const readCurrentSummary: Command<void, Summary> = {
  id: 'summary',
  labelKey: 'command.summary',
  run: ({ now }) =>
    runOnWorkbook(async (context) => {
      const inventory = await readInventory(context);
      const readTotals = queueSummary(context, inventory);
      const { tasks, metadataSheet } = await readCells(context, inventory);
      const totals = readTotals();
      const { metadata } = metadataSheet;
      const today = toLocalIsoDate(now());
      const table = tasks && readTaskTable(tasks, metadata ? getDocuments(metadata) : [], today);
      if (!totals.ok || !table?.ok) return totals;
      const { summary, warnings } = getWholeSummary(totals.value, table.value, metadata);
      return ok(summary, warnings);
    }),
};
