import { type Locale, LOCALES, toLocale } from '../../i18n/locale';

/** Stored in the browser, not in the workbook: a language belongs to the reader, not to the file. */
const LANGUAGE_KEY = 'phuluc.language';

/**
 * Reads the language that was chosen in *Cài đặt*.
 * @returns null where none was chosen, or where the browser keeps nothing
 */
export function readChosenLanguage(): Locale | null {
  try {
    const stored = window.localStorage.getItem(LANGUAGE_KEY);
    return LOCALES.find((locale) => locale === stored) ?? null;
  } catch {
    return null;
  }
}

/**
 * Stores the chosen language; null for the language of Office.
 * @returns false where the browser stores nothing
 */
export function storeChosenLanguage(locale: Locale | null): boolean {
  try {
    if (locale === null) window.localStorage.removeItem(LANGUAGE_KEY);
    else window.localStorage.setItem(LANGUAGE_KEY, locale);
    return true;
  } catch {
    return false;
  }
}

/** Returns the language of the pane: the one chosen, else that of Office ("vi-VN", "en-US" …). */
export function getPaneLocale(officeLanguage: string): Locale {
  return readChosenLanguage() ?? toLocale(officeLanguage);
}
