import type { Locale } from './locale';

/** Loads the words of a language. Vietnamese, the source, is always there. */
export const loadLanguage = async (locale: Locale): Promise<void> => {
  if (locale === 'en') await import('./english');
};
