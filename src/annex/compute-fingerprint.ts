import { toIdentityKey } from '../shared/text';
import type { Task } from './types';

/** What the authority printed; what the clerk decides later is not part of it. */
const FINGERPRINT_FIELDS = [
  'section',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
  'note',
] as const;

/**
 * Computes two independent 32-bit FNV-1a lanes (offset basis and prime of the FNV specification; the second
 * is rotated).
 */
export function hash64(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1f123bb5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul((b << 5) | (b >>> 27), 0x01000193) ^ unit;
  }
  return [a ^ (b >>> 15), b ^ (a >>> 13)].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * Computes 16 hexadecimal digits that stand for the printed cells of an annex, in order. The same annex read
 * from Word and from Excel has the same fingerprint: spaces, letter case, Unicode form, punctuation and tone
 * placement do not count. Distinguishes editions; is no protection against forgery.
 */
export function computeFingerprint(tasks: readonly Task[]): string {
  return hash64(
    tasks
      .map((task) => FINGERPRINT_FIELDS.map((field) => toIdentityKey(task[field])).join('\u001f'))
      .join('\u001e'),
  );
}
