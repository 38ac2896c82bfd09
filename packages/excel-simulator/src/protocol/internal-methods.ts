import { readIntegerArg } from './arguments';
import { getCellRange } from './batch-context';
import { createInvalidArgumentError } from './host-error';
import type { Cells } from './host-objects';
import type { Argument, Session } from './types';

/** Retains cells beyond the batch; the next Instantiate of the same path returns the id. */
export function keepReference(cells: Cells, session: Session): null {
  if (cells.referenceId === undefined) {
    session.nextId += 1;
    cells.referenceId = `{ref-${session.nextId}}`;
    session.references.set(cells.referenceId, cells);
  }
  return null;
}

/**
 * Checks the size of an array; office.js calls this before it sends a large array in parts.
 * @throws HostError where the array does not fit the range.
 */
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
