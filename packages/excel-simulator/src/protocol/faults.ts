import type { Fault, Session } from './types';

/** Returns the fault of the current request, if any. */
export function findFault(session: Session): Fault | undefined {
  return session.faults.find((fault) => fault.request === session.requestCount);
}
