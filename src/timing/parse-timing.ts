import { toMatchKey } from '../shared/text';
import { hasTerm, type ScannedPhrase, scanPhrase } from './lexer/scan-phrase';
import { parseClauses } from './parser/parse-clauses';
import { getYearContext } from './parser/year-context';
import { composeReading } from './resolver/compose-reading';
import { shiftToWorkingDays } from './resolver/shift-to-working-days';
import type { TimingKind, TimingOptions, TimingReading } from './types';

/** Cells that only repeat the one above: ″, 〃, -//-, -nt-. */
const DITTO_MARKS =
  /^[\s\-–—(]*n\.\s?t\.?[\s\-–—)]*$|^[\s.\-–—'"″〃”“’]*(?:"|″|〃|”|“|''|’’|\/\/)[\s.\-–—'"″〃”“’/]*$/i;

/** No mark of repetition is longer; the expression need not be tried on the rest. */
const MAX_DITTO_LENGTH = 12;

/** Returns true if one phrase of a role is the entire text, apart from marks. */
function isEntirePhrase(s: ScannedPhrase, role: 'ditto' | 'blank'): boolean {
  const first = s.tokens.findIndex(({ kind: type }) => type !== 'mark');
  if (first < 0 || !hasTerm(s, first, role)) return false;
  return s.tokens.slice(s.ends[first]).every(({ kind: type }) => type === 'mark');
}

function createReading(
  text: string,
  kind: TimingKind,
  meaning: 'ditto' | null,
  code: 'blank' | 'not-understood' | null,
): TimingReading {
  return {
    text,
    kind,
    due: [],
    recurrence: null,
    confidence: code ? 'low' : 'high',
    warnings: code ? [{ code }] : [],
    evidence: meaning ? [{ phrase: text, meaning }] : [],
    parts: [],
  };
}

/** Blanks before a small letter, as a whole: a pattern that looks for the line break in them takes the square of their length. */
const BLANKS_BEFORE_SMALL = /(?<![\s\p{Cf}])[\s\p{Cf}]+(?=\p{Ll})/gu;

/** A line that begins small goes on with the words above; others may be deadlines of their own. */
function joinWrappedLines(text: string): string {
  return text.replace(BLANKS_BEFORE_SMALL, (blanks) => (blanks.includes('\n') ? ' ' : blanks));
}

function parsePhrase(text: string, options: TimingOptions, fuzzy: boolean): TimingReading {
  const s = scanPhrase(joinWrappedLines(text), fuzzy);
  if ((s.text.length <= MAX_DITTO_LENGTH && DITTO_MARKS.test(s.text)) || isEntirePhrase(s, 'ditto'))
    return createReading(s.text, 'ditto', 'ditto', null);
  if (isEntirePhrase(s, 'blank') || !s.tokens.some((token) => token.kind !== 'mark')) {
    return createReading(s.text, 'unknown', null, 'blank');
  }
  const context = getYearContext(options);
  return shiftToWorkingDays(composeReading(s, parseClauses(s, context.year), context, options));
}

/**
 * Reads a phrase of the timing column as a proposal: what kind of deadline, on which dates, and which words said so.
 * Never throws; what cannot be read is `unknown` with the reason. Unchanged by NFC/NFD, case, missing diacritics and
 * extra spaces. Kinds without a date (on request, continuous, per plan, relative) have an empty `due`.
 */
export function parseTiming(text: string, options: TimingOptions): TimingReading {
  const remembered = options.remembered?.get(toMatchKey(text));
  if (remembered !== undefined) {
    const { remembered: _, ...rest } = options;
    const reading = parseTiming(remembered, rest);
    return { ...reading, text, evidence: [{ phrase: text, meaning: 'remembered', value: remembered }] };
  }
  const reading = parsePhrase(text, options, false);
  if (reading.kind !== 'unknown' || !reading.warnings.some(({ code }) => code === 'not-understood')) {
    return { ...reading, text };
  }
  const second = parsePhrase(text, options, true);
  return { ...(second.kind === 'unknown' ? reading : second), text };
}
