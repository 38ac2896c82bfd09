import type { Locale } from './locale';

const LANGUAGE_TAGS: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' };

/** An ISO time as the clerk's clock shows it, without the seconds. */
export function formatDateTime(locale: Locale, iso: string): string {
  return new Date(iso).toLocaleString(LANGUAGE_TAGS[locale], { dateStyle: 'short', timeStyle: 'short' });
}
