import type { Locale } from './locale';

/** Loads the words of a language. Vietnamese, the source, is always there. */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (locale === 'en') await import('./register-english');
}
