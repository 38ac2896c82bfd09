import type { Fault, Session } from './types';

/** The fault meant for the request that is being taken, if any. */
export function findFault(session: Session): Fault | undefined {
  return session.faults.find((fault) => fault.request === session.requestCount);
}
