import type { SourceFile } from '../ledger/consolidation';
import { toCodeKey } from '../units/unit-index';
import type { Finding } from './finding';

/** What the officer wants of a file: see `readDecision`. */
type FileDecision = { use: boolean; unit: string };

/**
 * Files that the officer decided about and that cannot follow, for they were not given this time: one that is to be
 * used stays superseded, one that was assigned to a unit stays unassigned.
 *
 * @param retained files of the last run that were not read in this one
 * @param usedBefore unit → SHA-256 of the file that its rows in the ledger come from
 * @param units their codes: other words of the officer's are a note
 */
export function findAbsentFiles(
  retained: readonly SourceFile[],
  usedBefore: ReadonlyMap<string, string>,
  getDecision: (sha256: string) => FileDecision,
  units: ReadonlySet<string>,
): Finding[] {
  const codes = new Set([...units].map(toCodeKey));
  return retained.flatMap(({ sha256, file, unit: known, state }): Finding[] => {
    if (state === 'failed') return [];
    const { use, unit: decided } = getDecision(sha256);
    const unit = use ? known : decided;
    const waits = use
      ? known !== '' && usedBefore.get(known) !== sha256
      : toCodeKey(decided) !== toCodeKey(known) && codes.has(toCodeKey(decided));
    return waits
      ? [
          {
            code: 'file-warning',
            unit,
            task: '',
            place: { file },
            args: {
              problem: 'decided-file-absent',
              unit,
              file,
              at: `decided-file-absent:${sha256.slice(0, 12)}`,
            },
          },
        ]
      : [];
  });
}
