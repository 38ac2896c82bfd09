import type { Annex } from '../../annex/types';
import { groupResults, type ReadSummary } from '../../authority-workbook/group-results';
import { findKnownFiles } from '../../consolidation/run/find-known-files';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import type { ReadOutcome } from '../../consolidation/run/reader-messages';
import { readBytes } from '../files';
import { readPaths } from './read-paths';

/**
 * Reads what was given, in threads where there is much; known content is left.
 *
 * @param annex the master that rows are matched with; null where it follows from the files
 */
export async function readInputs(
  files: readonly string[],
  annex: Annex | null,
  previous: PreviousConsolidation | null,
): Promise<ReadSummary> {
  const { master, known } = findKnownFiles(annex, previous);
  const outcomes: ReadOutcome[] = [];
  await readPaths(files, { annex: master, known, onOutcome: (outcome) => outcomes.push(outcome) });
  return groupResults(outcomes, files, async (file) => {
    const bytes = await readBytes(file);
    return bytes.ok ? bytes.value : null;
  });
}
