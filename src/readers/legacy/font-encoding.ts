import type { RawRun } from '../raw-document';
import type { LegacyEncoding } from './decode-legacy';

/** A stretch of text under one font. */
export type FontRun = RawRun;

/** The encoding a font's name stands for: `.VnTime`, `.VnArial NarrowH` … are TCVN3, `VNI-Times` … VNI-Windows. */
export function getFontEncoding(font: string | undefined): LegacyEncoding | null {
  // PDF puts a subset tag before the name: "ABCDEF+.VnTime".
  const name = (font ?? '').replace(/^[A-Z]{6}\+/, '').trim();
  if (/^\.vn/i.test(name)) return 'tcvn3';
  return /^vni[- ]/i.test(name) ? 'vni' : null;
}

/** Fonts of TCVN3 ending in "H" draw small letters as capitals. */
export function isCapitalsFont(font: string | undefined): boolean {
  return getFontEncoding(font) === 'tcvn3' && /h(?:[,-].*)?$/i.test(font ?? '');
}
