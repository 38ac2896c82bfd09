import { enMessages } from './en';
import { enProblems } from './en-problems';
import { viMessages } from './vi';
import type { MessageKey } from './vi';
import { viProblems } from './vi-problems';
import { fillTemplate } from './words';
import type { Figures } from './words';

export type Locale = 'vi' | 'en';
export const LOCALES = ['vi', 'en'] as const satisfies readonly Locale[];

export const dictionaries = {
  vi: { messages: viMessages, problems: viProblems },
  en: { messages: enMessages, problems: enProblems },
} satisfies Record<
  Locale,
  { messages: Record<MessageKey, string>; problems: Record<string, { what: string; next: string }> }
>;

/** The message of a key in a language, with its figures in place (see `fillTemplate`). */
export const t = (locale: Locale, key: MessageKey, figures: Figures = {}): string =>
  fillTemplate(dictionaries[locale].messages[key], figures);

/** "vi-VN", "vi", "en-US" …: Vietnamese for vi and for anything that is not English. */
export const localeOf = (language: string): Locale => (/^en\b/i.test(language) ? 'en' : 'vi');
