import type { Annex } from '../../annex/types';
import type { ReadOutcome } from '../../consolidation/pool/messages';
import { knownFiles } from '../../consolidation/rerun/known-files';
import type { Previous } from '../../consolidation/rerun/previous';
import { groupResults } from '../../workbook/consolidation/sort-out';
import type { ReadSummary } from '../../workbook/consolidation/sort-out';
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
  previous: Previous | null,
): Promise<ReadSummary> {
  const { master, known } = knownFiles(annex, previous);
  const outcomes: ReadOutcome[] = [];
  await readPaths(files, { annex: master, known, onOutcome: (outcome) => outcomes.push(outcome) });
  return groupResults(outcomes, files, async (file) => {
    const bytes = await readBytes(file);
    return bytes.ok ? bytes.value : null;
  });
}
