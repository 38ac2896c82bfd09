import { faultOf } from './faults';
import { processBatch } from './process';
import type { Session } from './session';
import type { BatchRequest, BatchResponse } from './wire';

/** Numbers of Office's legacy transport that office.js turns into codes (RichApiMessageUtility). */
export const TRANSPORT_ERROR: Record<string, number> = {
  AccessDenied: 7000,
  ActivityLimitReached: 5102,
  GeneralException: 5001,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/** An answer's body, a refusal of the transport, or nothing at all. */
export type Served =
  | { kind: 'body'; text: string }
  | { kind: 'refused'; transportError: number; code: string }
  | { kind: 'silence' };

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function refused(code: string): Served {
  return {
    kind: 'refused',
    transportError: TRANSPORT_ERROR[code] ?? 5001,
    code,
  };
}

function failed(code: string, message: string): Served {
  const response: BatchResponse = {
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: message, Location: '', HttpStatusCode: 400, ActionIndex: -1 },
  };
  return { kind: 'body', text: JSON.stringify(response) };
}

/**
 * Takes the body of one request as text and answers as text, so that nothing passes by reference. Payload limits,
 * cell-edit mode and injected faults act here, before and after the batch itself.
 */
export function serveRequest(session: Session, body: string): Served {
  session.requestCount += 1;
  const fault = faultOf(session);
  if (session.cellEditMode) return refused('InvalidOperationInCellEditMode');
  if (fault?.effect === 'refuse') {
    return fault.code in TRANSPORT_ERROR
      ? refused(fault.code)
      : failed(fault.code, fault.message ?? fault.code);
  }
  if (bytesOf(body) > session.limits.requestBytes) return refused('RequestPayloadSizeLimitExceeded');
  const text = JSON.stringify(processBatch(session, JSON.parse(body) as BatchRequest));
  if (fault?.effect === 'lose') return refused('GeneralException');
  if (fault?.effect === 'hang') return { kind: 'silence' };
  if (bytesOf(text) > session.limits.responseBytes) return refused('ResponsePayloadSizeLimitExceeded');
  return { kind: 'body', text };
}
