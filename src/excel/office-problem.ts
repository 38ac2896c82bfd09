import type { Problem, ProblemCode, ProblemLocation } from '../shared/problem';
import { problem } from '../shared/result';

/**
 * Excel's error codes (Excel.ErrorCodes and those of the transport) and what they mean to a clerk. Messages are
 * never looked at: they are in the language of Office.
 */
const PROBLEM_CODES: Readonly<Record<string, ProblemCode>> = {
  AccessDenied: 'sheet-protected',
  InvalidOperationInCellEditMode: 'cell-being-edited',
  RequestPayloadSizeLimitExceeded: 'payload-too-large',
  ResponsePayloadSizeLimitExceeded: 'payload-too-large',
  RequestAborted: 'host-error',
  ItemAlreadyExists: 'sheet-name-taken',
  InsertDeleteConflict: 'table-filtered',
  ApiNotFound: 'host-unsupported',
  NotImplemented: 'host-unsupported',
  UnsupportedOperation: 'host-unsupported',
  UnsupportedFeature: 'host-unsupported',
};

type OfficeError = { code: string; debugInfo?: { errorLocation?: string } };

function isOfficeError(error: unknown): error is OfficeError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/**
 * The problem that an error thrown by office.js stands for; null for an error of the program's own, which must
 * not be taken for Excel's.
 */
export function toOfficeProblem(error: unknown, place: ProblemLocation = {}): Problem | null {
  if (!isOfficeError(error)) return null;
  const location = error.debugInfo?.errorLocation ?? '';
  return problem(PROBLEM_CODES[error.code] ?? 'host-error', place, {
    hostCode: error.code,
    ...(location && { feature: location }),
  });
}
