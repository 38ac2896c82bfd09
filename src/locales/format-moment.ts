import type { Locale } from './locale';

const TAGS: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' };

/** An ISO time as the clerk's clock shows it, without the seconds. */
export function formatMoment(locale: Locale, iso: string): string {
  return new Date(iso).toLocaleString(TAGS[locale], { dateStyle: 'short', timeStyle: 'short' });
}
