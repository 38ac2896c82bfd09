import type { LegacyEncoding } from './decode-legacy';

/**
 * Returns the encoding that a font's name stands for: `.VnTime`, `.VnArial NarrowH` are TCVN3, `VNI-Times` is VNI.
 *
 * @returns null for any other font
 */
export function getFontEncoding(font: string | undefined): LegacyEncoding | null {
  // PDF puts a subset tag before the name: "ABCDEF+.VnTime".
  const name = (font ?? '').replace(/^[A-Z]{6}\+/, '').trim();
  if (/^\.vn/i.test(name)) return 'tcvn3';
  return /^vni[- ]/i.test(name) ? 'vni' : null;
}

/** Returns true for the fonts of TCVN3 that draw small letters as capitals: their names end in "H". */
export function isCapitalsFont(font: string | undefined): boolean {
  return getFontEncoding(font) === 'tcvn3' && /h(?:[,-].*)?$/i.test(font ?? '');
}
