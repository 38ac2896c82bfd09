import type { Consolidation } from '../ledger/consolidation';

/**
 * What the last consolidation left, with what the officer has written on it since: corrections among the entries, and
 * decisions beside a file, by SHA-256: the code of its unit, or that it is the one to use.
 */
export type PreviousConsolidation = Omit<Consolidation, 'findings'> & {
  /** Folder of the whole ledger, where `entries` are a part of it. */
  fullLedgerPath?: string;
};
