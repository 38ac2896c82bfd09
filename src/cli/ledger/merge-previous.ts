import { getEntryKey } from '../../consolidation/ledger/ledger-entry';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import { err, ok, type Result } from '../../shared/result';

/**
 * What the last run left, of the workbook and of the ledger's folder. A workbook that holds everything is the truth;
 * of one that holds a part, what the officer wrote there stands over the rows of the ledger it was taken from.
 */
export function mergePrevious(
  workbook: PreviousConsolidation | null,
  ledger: PreviousConsolidation | null,
): Result<PreviousConsolidation | null> {
  if (!workbook?.fullLedgerPath) return ok(workbook ?? ledger);
  const needed = err('ledger-needed', {}, { folder: workbook.fullLedgerPath });
  if (!ledger) return needed;
  const shown = new Map(workbook.entries.map((entry) => [getEntryKey(entry), entry]));
  let found = 0;
  const entries = ledger.entries.map((entry) => {
    const own = shown.get(getEntryKey(entry));
    if (!own) return entry;
    found += 1;
    return { ...entry, corrected: own.corrected };
  });
  // Rows that the folder does not have come from another ledger.
  if (found < shown.size) return needed;
  const { fullLedgerPath: _, ...rest } = workbook;
  return ok({ ...rest, units: ledger.units, sources: ledger.sources, drift: ledger.drift, entries });
}
