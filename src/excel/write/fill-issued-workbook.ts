import type { SchoolWorkbook } from '../../school-workbook/school-workbook';
import type { WorkbookChange } from '../../school-workbook/workbook-change';
import type { Result } from '../../shared/result';
import { readSnapshot } from '../read/read-snapshot';
import { changeWorkbook } from './change-workbook';

/** Id of the command; issued workbooks have no history. */
const COMMAND_ID = 'issue-workbooks';

/** `written` is false if the workbook had these contents already. */
type FillResult = { written: boolean };

/**
 * Turns a workbook, blank or that of another unit with the same rows, into the workbook of a unit. It starts without a
 * history, because the unit has nothing to undo yet. Takes one sync to read and one for each megabyte.
 */
export async function fillIssuedWorkbook(
  context: Excel.RequestContext,
  workbook: SchoolWorkbook,
  at: Date,
): Promise<Result<FillResult>> {
  const snapshot = await readSnapshot(context);
  const change: WorkbookChange = snapshot.tasks
    ? { kind: 'revise', facts: workbook.facts, edits: [], add: [], remove: [] }
    : { kind: 'create', book: workbook };
  const done = await changeWorkbook(context, snapshot, change, {
    command: COMMAND_ID,
    at,
    createHistoryRows: () => [],
  });
  return done.ok ? { ...done, value: { written: done.value.written } } : done;
}
