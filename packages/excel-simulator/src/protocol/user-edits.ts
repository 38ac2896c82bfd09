import { type EditResult, err, type ExcelErrorCode, type ModelChange, ok } from '../model/edit-result';
import type { CellRange } from '../model/types';
import { createBatchContext, finishBatch, requireSheet, unwrap } from './batch-context';
import { getSessionLocale } from './cells/cell-values';
import { writeCells } from './cells/write-cells';
import { HostError } from './host-error';
import { selectCells } from './sheets/selection';
import type { BatchContext, ChangeOrigin, Session } from './types';

/** The origin of changes by the user at the grid, in this window. */
const USER_CHANGE: ChangeOrigin = { source: 'Local', triggerSource: 'Unknown' };

/** Does something as the user would; an error is returned as Excel's message box would show it. */
function runAsUser(session: Session, act: (context: BatchContext) => void): EditResult {
  const context = createBatchContext(session, {
    origin: USER_CHANGE,
    typingLocale: getSessionLocale(session),
  });
  try {
    act(context);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return err(error.code as ExcelErrorCode, error.message);
  } finally {
    finishBatch(context);
  }
  return ok(undefined);
}

/** Types texts into cells, in the language of the user's machine; null leaves a cell unchanged. */
export function applyUserEdit(
  session: Session,
  sheetId: string,
  area: CellRange,
  inputs: (string | number | boolean | null)[][],
): EditResult {
  return runAsUser(session, (context) => {
    const sheet = requireSheet(context, sheetId);
    writeCells(context, sheet, area, inputs, 'formulas');
  });
}

/** Selects cells as a click does. */
export function selectByUser(session: Session, sheetId: string, areas: CellRange[]): EditResult {
  return runAsUser(session, (context) => selectCells(context, requireSheet(context, sheetId), areas));
}

/**
 * Applies a change made outside a batch (a row deleted in the grid, a co-author's change): retained
 * references follow, formulas are calculated, handlers are notified.
 */
export function notifyChanges(
  session: Session,
  changes: ModelChange[],
  origin: ChangeOrigin = USER_CHANGE,
): void {
  const context = createBatchContext(session, { origin });
  unwrap(context, ok(undefined, ...changes));
  finishBatch(context);
}
