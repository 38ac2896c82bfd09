import type { RawRun } from '../raw-document';
import { decodeLegacy, type LegacyEncoding } from './decode-legacy';
import { getFontEncoding, isCapitalsFont } from './font-encoding';
import { restoreTonedCapitals } from './restore-toned-capitals';

/** Joins neighbouring runs of one encoding, so that a VNI letter and its mark are not separated. */
function joinEqualRuns(runs: readonly RawRun[]): RawRun[] {
  const joined: RawRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const same =
      last &&
      getFontEncoding(last.font) === getFontEncoding(run.font) &&
      isCapitalsFont(last.font) === isCapitalsFont(run.font);
    if (same) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

/**
 * Returns the Unicode text of runs that are in `encoding` (see `detectLegacy`). Where the runs have fonts, only those
 * in a legacy font change, and those in an H font become capitals; else the entire text is converted.
 * `hasCapitalsFont`: the typist changed to an H font for single capitals, so none is missing.
 */
export function convertLegacyRuns(
  runs: readonly RawRun[],
  encoding: LegacyEncoding,
  hasCapitalsFont = runs.some((run) => isCapitalsFont(run.font)),
): string {
  const hasFonts = runs.some((run) => getFontEncoding(run.font) === encoding);
  const text = joinEqualRuns(runs)
    .map((run) => {
      if (hasFonts && getFontEncoding(run.font) !== encoding) return run.text;
      const decoded = decodeLegacy(run.text, encoding);
      return isCapitalsFont(run.font) ? decoded.toUpperCase() : decoded;
    })
    .join('');
  const composed = text.normalize('NFC');
  return encoding === 'tcvn3' && !hasCapitalsFont ? restoreTonedCapitals(composed) : composed;
}
