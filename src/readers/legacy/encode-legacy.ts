import type { RawRun } from '../raw-document';
import { UNICODE_TO_TCVN3 } from './tcvn3-table';
import { UNICODE_TO_VNI } from './vni-table';

/** Writes Vietnamese Unicode text as VNI-Windows (any `VNI-…` font). */
export function encodeVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => UNICODE_TO_VNI.get(letter) ?? letter).join('');
}

/** Writes TCVN3 of one font: toned capitals, which it has not, stay as they are. */
export function encodeTcvn3Small(text: string): string {
  return [...text.normalize('NFC')].map((letter) => UNICODE_TO_TCVN3.get(letter) ?? letter).join('');
}

/**
 * Writes Vietnamese Unicode text as TCVN3 runs: toned capitals, which TCVN3 has not, become small letters under
 * the capitals' font.
 */
export function encodeTcvn3(text: string, font = '.VnTime'): RawRun[] {
  const runs: RawRun[] = [];
  for (const letter of text.normalize('NFC')) {
    const small = letter.toLowerCase();
    const direct = UNICODE_TO_TCVN3.get(letter);
    const capital = direct === undefined && small !== letter ? UNICODE_TO_TCVN3.get(small) : undefined;
    const run: RawRun = {
      text: direct ?? capital ?? letter,
      font: capital === undefined ? font : `${font}H`,
    };
    const last = runs.at(-1);
    if (last && last.font === run.font) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}
