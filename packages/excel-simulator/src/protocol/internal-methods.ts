import { readIntegerArg } from './arguments';
import { getCellRange } from './batch-context';
import { createInvalidArgumentError } from './host-error';
import type { Cells } from './host-objects';
import type { Argument, Session } from './types';

/** Keeps cells beyond the batch; the id is told by the next Instantiate of the same path. */
export function keepReference(cells: Cells, session: Session): null {
  if (cells.referenceId === undefined) {
    session.nextId += 1;
    cells.referenceId = `{ref-${session.nextId}}`;
    session.references.set(cells.referenceId, cells);
  }
  return null;
}

/** Asked by office.js before it sends a large array in strips. */
export function validateArraySize(cells: Cells, [rows, columns]: Argument[]): null {
  const area = getCellRange(cells);
  if (
    readIntegerArg(rows, 'rows') !== area.bottom - area.top + 1 ||
    readIntegerArg(columns, 'columns') !== area.right - area.left + 1
  ) {
    throw createInvalidArgumentError('The number of rows or columns in the array does not match the range.');
  }
  return null;
}
