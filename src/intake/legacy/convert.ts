import { decodeLegacy, type LegacyEncoding } from './decode';
import { drawsCapitals, fontEncoding, type FontRun } from './font';
import { restoreTonedCapitals } from './toned-capitals';

/** Neighbouring runs of one reading become one, so that a VNI letter and its mark are not read apart. */
function joinRuns(runs: readonly FontRun[]): FontRun[] {
  const joined: FontRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const same =
      last &&
      fontEncoding(last.font) === fontEncoding(run.font) &&
      drawsCapitals(last.font) === drawsCapitals(run.font);
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
  capitalsTold = runs.some((run) => drawsCapitals(run.font)),
): string {
  const told = runs.some((run) => fontEncoding(run.font) === encoding);
  const text = joinRuns(runs)
    .map((run) => {
      if (told && fontEncoding(run.font) !== encoding) return run.text;
      const decoded = decodeLegacy(run.text, encoding);
      return drawsCapitals(run.font) ? decoded.toUpperCase() : decoded;
    })
    .join('');
  const whole = text.normalize('NFC');
  return encoding === 'tcvn3' && !capitalsTold ? restoreTonedCapitals(whole) : whole;
}
