import { matchKey } from '../text';
import { compose } from './compose';
import { yearContext } from './context';
import { readPieces } from './read-pieces';
import { is, scan, type Scan } from './scan';
import type { TimingKind, TimingOptions, TimingReading } from './types';

/** Cells that only repeat the one above: ″, 〃, -//-, -nt-. */
const DITTO_MARKS =
  /^[\s\-–—(]*n\.\s?t\.?[\s\-–—)]*$|^[\s.\-–—'"″〃”“’]*(?:"|″|〃|”|“|''|’’|\/\/)[\s.\-–—'"″〃”“’/]*$/i;

/** No mark of repetition is longer; the expression need not be tried on the rest. */
const LONGEST_DITTO = 12;

/** Whether one phrase of a role is all there is, marks aside. */
function whole(s: Scan, role: 'ditto' | 'blank'): boolean {
  const first = s.tokens.findIndex(({ type }) => type !== 'mark');
  if (first < 0 || !is(s, first, role)) return false;
  return s.tokens.slice(s.ends[first]).every(({ type }) => type === 'mark');
}

function bare(
  text: string,
  kind: TimingKind,
  meaning: 'ditto' | null,
  doubt: 'blank' | 'not-understood' | null,
): TimingReading {
  return {
    text,
    kind,
    due: [],
    recurrence: null,
    confidence: doubt ? 'low' : 'high',
    notes: doubt ? [{ doubt }] : [],
    evidence: meaning ? [{ words: text, meaning }] : [],
    parts: [],
  };
}

function readWords(text: string, options: TimingOptions, bold: boolean): TimingReading {
  const s = scan(text, bold);
  if ((s.text.length <= LONGEST_DITTO && DITTO_MARKS.test(s.text)) || whole(s, 'ditto'))
    return bare(s.text, 'ditto', 'ditto', null);
  if (whole(s, 'blank') || !s.tokens.some((token) => token.type !== 'mark')) {
    return bare(s.text, 'unknown', null, 'blank');
  }
  const context = yearContext(options);
  const reading = compose(s, readPieces(s, context.year), context, options);
  return reading;
}

/**
 * Reads a phrase of the timing column as a proposal: what kind of deadline, on which dates, and which words said so.
 * Never throws; what cannot be read is `unknown` with the reason. Unchanged by NFC/NFD, case, missing diacritics and
 * extra spaces. Kinds without a date (on request, continuous, per plan, relative) have an empty `due`.
 */
export function readTiming(text: string, options: TimingOptions): TimingReading {
  const remembered = options.remembered?.get(matchKey(text));
  if (remembered !== undefined) {
    const { remembered: _, ...rest } = options;
    const reading = readTiming(remembered, rest);
    return { ...reading, text, evidence: [{ words: text, meaning: 'remembered', value: remembered }] };
  }
  const reading = readWords(text, options, false);
  if (reading.kind !== 'unknown' || !reading.notes.some(({ doubt }) => doubt === 'not-understood')) {
    return { ...reading, text };
  }
  const second = readWords(text, options, true);
  return { ...(second.kind === 'unknown' ? reading : second), text };
}
