import { createSession } from '@phuluc/excel-simulator/create-session';
import { deleteSheet } from '@phuluc/excel-simulator/model/sheets';
import { createWorkbook, findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { createInMemoryConnection } from '@phuluc/excel-simulator/transports/in-memory-connection';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { IssuedWorkbook } from '../../authority-workbook/plan-issue';
import { runOnWorkbook } from '../../excel/run-on-workbook';
import { fillIssuedWorkbook } from '../../excel/write/fill-issued-workbook';
import { ok, type Result } from '../../shared/result';

/** The workbook of a unit as it is sent to it. */
type IssuedFile = { plan: IssuedWorkbook; bytes: Uint8Array };

const PLACEHOLDER_SHEET = 'Sheet1';

/** Groups units with equal rows, so that only the name and code of a unit are written after the first of a group. */
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
 * Creates the workbooks in memory one after the other, by the operations that also write the open workbook, which is
 * not changed. Needs office.js. Stops at the first workbook that cannot be created.
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
      const placeholder = findSheetByName(workbook, PLACEHOLDER_SHEET);
      if (placeholder) deleteSheet(workbook, placeholder);
      yield ok({ plan, bytes: await saveWorkbook(workbook) }, filled.warnings);
    }
  }
};
