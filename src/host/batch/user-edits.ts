import type { Change, Outcome } from '../model/outcome';
import { done, refuse } from '../model/outcome';
import { resizeTable } from '../model/table-resize';
import type { Area, SheetModel } from '../model/types';
import type { ErrorCode } from '../model/outcome';
import { localeOf } from './cell-values';
import type { ChangeOrigin } from './change-events';
import { type BatchContext, createContext, finish, settle, sheetOf } from './context';
import { HostError } from './host-error';
import { selectCells } from './selection';
import type { Session } from './session';
import { writeCells } from './write-cells';

/** The person at the grid, in this window. */
const PERSON: ChangeOrigin = { source: 'Local', triggerSource: 'Unknown' };

/** Does something as the person would; a refusal comes back as Excel's message box would show it. */
function asPerson(session: Session, act: (context: BatchContext) => void): Outcome {
  const context = createContext(session, { origin: PERSON, typingLocale: localeOf(session) });
  try {
    act(context);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return refuse(error.code as ErrorCode, error.message);
  } finally {
    finish(context);
  }
  return done(undefined);
}

/** A table takes in the row that is typed right below it, as AutoCorrect does, where that row is free. */
function growTables(context: BatchContext, sheet: SheetModel, { top, bottom, left, right }: Area): void {
  if (top !== bottom) return;
  for (const table of sheet.tables) {
    const { area, showTotals } = table;
    if (showTotals || top !== area.bottom + 1 || left < area.left || right > area.right) continue;
    const grown = resizeTable(context.workbook, sheet, table, { ...area, bottom: top });
    if (grown.ok) settle(context, grown);
  }
}

/** Types texts into cells, in the language of the person's machine; null leaves a cell alone. */
export function applyUserEdit(
  session: Session,
  sheetId: string,
  area: Area,
  inputs: (string | number | boolean | null)[][],
): Outcome {
  return asPerson(session, (context) => {
    const sheet = sheetOf(context, sheetId);
    writeCells(context, sheet, area, inputs, 'formulas');
    growTables(context, sheet, area);
  });
}

/** Selects cells as a click does. */
export function selectByUser(session: Session, sheetId: string, areas: Area[]): Outcome {
  return asPerson(session, (context) => selectCells(context, sheetOf(context, sheetId), areas));
}

/**
 * Something else was done to the workbook outside a batch (a row deleted in the grid, a co-author's change): kept
 * references follow, formulas are calculated, handlers are told.
 */
export function notifyChanges(session: Session, changes: Change[], origin: ChangeOrigin = PERSON): void {
  const context = createContext(session, { origin });
  settle(context, done(undefined, ...changes));
  finish(context);
}
