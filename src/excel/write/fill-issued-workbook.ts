import type { SchoolWorkbook } from '../../school-workbook/school-workbook';
import type { WorkbookChange } from '../../school-workbook/workbook-change';
import type { Result } from '../../shared/result';
import { readSnapshot } from '../read/read-snapshot';
import { changeWorkbook } from './change-workbook';

/** Id of the action in the history of other books; what is issued has none. */
const COMMAND_ID = 'issue-workbooks';

/** `written` is false where the workbook held the very book already. */
type FillResult = { written: boolean };

/**
 * Makes a workbook, a blank one or that of another unit with the same rows, the workbook of a unit. What is issued
 * starts without a history: there is nothing of the unit's to undo yet. Syncs: 1 to read, 1 for each megabyte.
 */
export async function fillIssuedWorkbook(
  context: Excel.RequestContext,
  book: SchoolWorkbook,
  at: Date,
): Promise<Result<FillResult>> {
  const snapshot = await readSnapshot(context);
  const change: WorkbookChange = snapshot.tasks
    ? { kind: 'revise', facts: book.facts, edits: [], add: [], remove: [] }
    : { kind: 'create', book };
  const done = await changeWorkbook(context, snapshot, change, {
    command: COMMAND_ID,
    at,
    createHistoryRows: () => [],
  });
  return done.ok ? { ...done, value: { written: done.value.written } } : done;
}
