import { findFault } from './faults';
import { processBatch } from './process-batch';
import type { Session } from './types';
import type { BatchRequest, BatchResponse } from './wire';

/** Error numbers of Office's legacy transport that office.js converts to codes (RichApiMessageUtility). */
const TRANSPORT_ERRORS: Record<string, number> = {
  AccessDenied: 7000,
  ActivityLimitReached: 5102,
  GeneralException: 5001,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/** A response body, an error of the transport, or no response at all. */
type ServedResponse =
  | { kind: 'body'; text: string }
  | { kind: 'refused'; transportError: number; code: string }
  | { kind: 'silence' };

const countBytes = (text: string): number => new TextEncoder().encode(text).length;

function createTransportError(code: string): ServedResponse {
  return {
    kind: 'refused',
    transportError: TRANSPORT_ERRORS[code] ?? 5001,
    code,
  };
}

function createErrorResponse(code: string, message: string): ServedResponse {
  const response: BatchResponse = {
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: message, Location: '', HttpStatusCode: 400, ActionIndex: -1 },
  };
  return { kind: 'body', text: JSON.stringify(response) };
}

/**
 * Serves one request as text and answers as text, so that nothing passes by reference. Payload limits,
 * cell-edit mode and injected faults apply here, before and after the batch.
 */
export function serveRequest(session: Session, body: string): ServedResponse {
  session.requestCount += 1;
  const fault = findFault(session);
  if (session.cellEditMode) return createTransportError('InvalidOperationInCellEditMode');
  if (fault?.effect === 'refuse') {
    return fault.code in TRANSPORT_ERRORS
      ? createTransportError(fault.code)
      : createErrorResponse(fault.code, fault.message ?? fault.code);
  }
  if (countBytes(body) > session.limits.requestBytes)
    return createTransportError('RequestPayloadSizeLimitExceeded');
  const text = JSON.stringify(processBatch(session, JSON.parse(body) as BatchRequest));
  if (fault?.effect === 'lose') return createTransportError('GeneralException');
  if (fault?.effect === 'hang') return { kind: 'silence' };
  if (countBytes(text) > session.limits.responseBytes)
    return createTransportError('ResponsePayloadSizeLimitExceeded');
  return { kind: 'body', text };
}
