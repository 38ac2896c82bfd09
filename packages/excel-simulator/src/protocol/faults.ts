import type { Session } from './session';

/**
 * Something that shall go wrong with one request, so that what an add-in does about it can be tested.
 * `request` counts a session's requests from 1 (session.requestCount + 1 is the next one).
 *
 * - `refuse`: nothing is done; the whole request is answered with the code.
 * - `failAt`: the action at `action` (0-based) fails with the code; those before it keep their effect.
 * - `lose`: everything is done, but the answer gets lost on the way; office.js sees GeneralException.
 * - `hang`: everything is done and no answer ever comes.
 */
export type Fault = { request: number } & (
  | { effect: 'refuse'; code: string; message?: string }
  | { effect: 'failAt'; action: number; code: string; message?: string }
  | { effect: 'lose' }
  | { effect: 'hang' }
);

/** The fault meant for the request that is being taken, if any. */
export function findFault(session: Session): Fault | undefined {
  return session.faults.find((fault) => fault.request === session.requestCount);
}
