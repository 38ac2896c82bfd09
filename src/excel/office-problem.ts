import type { Problem, ProblemCode, ProblemLocation } from '../shared/problem';
import { problem } from '../shared/result';

/**
 * Problem codes for the error codes of Excel (Excel.ErrorCodes) and of its transport. The messages of office.js are
 * not used, because they are in the language of Office.
 */
const PROBLEM_CODES: Readonly<Record<string, ProblemCode>> = {
  AccessDenied: 'sheet-protected',
  InvalidSelection: 'selection-not-cells',
  InvalidOperationInCellEditMode: 'cell-being-edited',
  RequestPayloadSizeLimitExceeded: 'payload-too-large',
  ResponsePayloadSizeLimitExceeded: 'payload-too-large',
  RequestAborted: 'host-error',
  ItemAlreadyExists: 'sheet-name-taken',
  InsertDeleteConflict: 'rows-not-movable',
  FilteredRangeConflict: 'cells-filtered',
  InactiveWorkbook: 'workbook-not-in-front',
  MergedRangeConflict: 'cells-merged',
  NonBlankCellOffSheet: 'no-space-on-sheet',
  FormulaLengthExceedsLimit: 'formula-too-long',
  RowsNotAdded: 'rows-not-added',
  ApiNotFound: 'host-unsupported',
  NotImplemented: 'host-unsupported',
  UnsupportedOperation: 'host-unsupported',
  UnsupportedFeature: 'host-unsupported',
};

type OfficeError = { code: string; debugInfo?: { errorLocation?: string } };

/** Thrown instead of office.js, which answers without values where a range has more cells than it reads at once. */
export class TooManyCellsError extends Error {
  readonly code = 'ResponsePayloadSizeLimitExceeded';
}

/** Returns true for an error thrown by office.js: it has a code. */
export function isOfficeError(error: unknown): error is OfficeError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/**
 * Converts an error thrown by office.js to a problem.
 *
 * @returns null for an error of the add-in itself, which must not be reported as Excel's
 */
export function toOfficeProblem(error: unknown, place: ProblemLocation = {}): Problem | null {
  if (!isOfficeError(error)) return null;
  const location = error.debugInfo?.errorLocation ?? '';
  return problem(PROBLEM_CODES[error.code] ?? 'host-error', place, {
    hostCode: error.code,
    ...(location && { feature: location }),
  });
}
