import { changeWorkbook } from '../excel/change-workbook';
import { runOnWorkbook } from '../excel/run';
import { takeSnapshot } from '../excel/snapshot';
import type { BookChange } from '../workbook/book-change';
import type { SchoolBook } from '../workbook/school-book';
import type { Command } from './command';

/** `written` is false where the open workbook held the very book already. */
export type FilledWorkbook = { written: boolean };

/**
 * Makes the open workbook, a blank one or that of another unit with the same rows, the workbook of a unit. What is
 * issued starts without a history: there is nothing of the unit's to undo yet. Syncs: 1 to read, 1 for each megabyte.
 */
export const fillIssuedWorkbook: Command<SchoolBook, FilledWorkbook> = {
  id: 'issue-workbooks',
  labelKey: 'command.issue-workbooks',
  run: ({ now }, book) =>
    runOnWorkbook<FilledWorkbook>(async (context) => {
      const snapshot = await takeSnapshot(context);
      const change: BookChange = snapshot.tasks
        ? { kind: 'revise', facts: book.facts, edits: [], add: [], remove: [] }
        : { kind: 'create', book };
      const options = { command: fillIssuedWorkbook.id, at: now(), record: () => [] };
      const done = await changeWorkbook(context, snapshot, change, options);
      return done.ok ? { ...done, value: { written: done.value.written } } : done;
    }),
};
