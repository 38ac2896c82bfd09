import { createSession } from '@phuluc/excel-simulator/create-session';
import { deleteSheet } from '@phuluc/excel-simulator/model/sheets';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { createInMemoryConnection } from '@phuluc/excel-simulator/transports/in-memory-connection';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { IssuedWorkbook } from '../../authority-workbook/plan-issue';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { fillIssuedWorkbook } from '../../excel/write/fill-issued-workbook';
import { ok, type Result } from '../../shared/result';

/** The workbook of a unit as it is sent. */
type IssuedFile = { plan: IssuedWorkbook; bytes: Uint8Array };

const PLACEHOLDER_SHEET = 'Sheet1';

/** Units whose rows are alike follow each other, so that only the unit's name and code are written for the next. */
function groupByRows(plans: readonly IssuedWorkbook[]): IssuedWorkbook[][] {
  const groups = new Map<string, IssuedWorkbook[]>();
  for (const plan of plans) {
    const key = JSON.stringify(plan.workbook.rows);
    const group = groups.get(key);
    if (group) group.push(plan);
    else groups.set(key, [plan]);
  }
  return [...groups.values()];
}

/**
 * Makes the workbooks one after the other, in memory, by the very steps that write the open workbook: the one that is
 * open in Excel is not touched. Needs office.js. Stops at the first that cannot be made.
 */
export const issueWorkbooks = async function* (
  plans: readonly IssuedWorkbook[],
  now: () => Date,
): AsyncGenerator<Result<IssuedFile>> {
  for (const group of groupByRows(plans)) {
    const workbook = createWorkbook(PLACEHOLDER_SHEET);
    const session = createInMemoryConnection(createSession(workbook, { now }));
    for (const plan of group) {
      const filled = await runOnWorkbook(
        (context) => fillIssuedWorkbook(context, plan.workbook, now()),
        session,
      );
      if (!filled.ok) {
        yield filled;
        return;
      }
      const standIn = findSheetByName(workbook, PLACEHOLDER_SHEET);
      if (standIn) deleteSheet(workbook, standIn);
      yield ok({ plan, bytes: await saveWorkbook(workbook) }, filled.warnings);
    }
  }
};
