import type { Result } from '../annex/problem';
import type { BookChange } from '../workbook/book-change';
import type { SchoolBook } from '../workbook/school-book';
import { changeWorkbook } from './change-workbook';
import { takeSnapshot } from './snapshot';

/** Id of the action in the history of other books; what is issued has none. */
const COMMAND = 'issue-workbooks';

/** `written` is false where the workbook held the very book already. */
export type FilledWorkbook = { written: boolean };

/**
 * Makes a workbook, a blank one or that of another unit with the same rows, the workbook of a unit. What is issued
 * starts without a history: there is nothing of the unit's to undo yet. Syncs: 1 to read, 1 for each megabyte.
 */
export async function fillIssued(
  context: Excel.RequestContext,
  book: SchoolBook,
  at: Date,
): Promise<Result<FilledWorkbook>> {
  const snapshot = await takeSnapshot(context);
  const change: BookChange = snapshot.tasks
    ? { kind: 'revise', facts: book.facts, edits: [], add: [], remove: [] }
    : { kind: 'create', book };
  const done = await changeWorkbook(context, snapshot, change, { command: COMMAND, at, record: () => [] });
  return done.ok ? { ...done, value: { written: done.value.written } } : done;
}
