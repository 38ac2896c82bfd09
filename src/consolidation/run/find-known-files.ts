import { computeFingerprint as fingerprintOf } from '../../annex/compute-fingerprint';
import type { MasterAnnex } from '../match/master-annex';
import { READER_VERSION } from '../types';
import { isKnownFile } from './prepare-consolidation';
import type { PreviousConsolidation } from './previous-consolidation';

/** SHA-256 of what need not be read again, and the master that the rest is matched with; null where it follows from the files. */
export function findKnownFiles(
  annex: MasterAnnex | null,
  previous: PreviousConsolidation | null,
): { master: MasterAnnex | null; known: string[] } {
  const master = annex ?? previous?.annex ?? null;
  const fingerprint = master ? fingerprintOf(master.tasks) : '';
  return {
    master,
    known: (previous?.sources ?? [])
      .map(({ sha256 }) => sha256)
      .filter((sha256) => isKnownFile(previous, sha256, READER_VERSION, fingerprint)),
  };
}
