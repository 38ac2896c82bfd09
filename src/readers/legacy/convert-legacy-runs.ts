import { decodeLegacy, type LegacyEncoding } from './decode-legacy';
import { type FontRun, getFontEncoding, isCapitalsFont } from './font-encoding';
import { restoreTonedCapitals } from './restore-toned-capitals';

/** Neighbouring runs of one reading become one, so that a VNI letter and its mark are not read apart. */
function joinEqualRuns(runs: readonly FontRun[]): FontRun[] {
  const joined: FontRun[] = [];
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
 * The Unicode text of runs found to be in `encoding` (see `detectLegacy`). Where the runs tell their fonts, only
 * those under a legacy font change, and those under an H font become capitals; else the whole text is read.
 * `capitalsTold`: the document's typist changed to an H font for single capitals, so none is missing.
 */
export function convertLegacyRuns(
  runs: readonly FontRun[],
  encoding: LegacyEncoding,
  capitalsTold = runs.some((run) => isCapitalsFont(run.font)),
): string {
  const told = runs.some((run) => getFontEncoding(run.font) === encoding);
  const text = joinEqualRuns(runs)
    .map((run) => {
      if (told && getFontEncoding(run.font) !== encoding) return run.text;
      const decoded = decodeLegacy(run.text, encoding);
      return isCapitalsFont(run.font) ? decoded.toUpperCase() : decoded;
    })
    .join('');
  const whole = text.normalize('NFC');
  return encoding === 'tcvn3' && !capitalsTold ? restoreTonedCapitals(whole) : whole;
}
