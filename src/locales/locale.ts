import type { ProblemWords } from './words';
import { viMessages } from './vi';
import type { MessageKey } from './vi';
import { viProblems } from './vi-problems';
import { fillTemplate } from './words';
import type { Figures } from './words';

export type Locale = 'vi' | 'en';
export const LOCALES = ['vi', 'en'] as const satisfies readonly Locale[];

/** The words of a language: all messages, and what is said of every problem. */
export type Dictionary = {
  messages: Record<MessageKey, string>;
  problems: Record<keyof typeof viProblems, ProblemWords>;
};

const vi: Dictionary = { messages: viMessages, problems: viProblems };
const dictionaries: Partial<Record<Locale, Dictionary>> = { vi };

/** Makes a language known; done by its module, so that a page loads only the languages it speaks. */
export function addLanguage(locale: Locale, dictionary: Dictionary): void {
  dictionaries[locale] = dictionary;
}

/** The words of a language; Vietnamese ones until it is loaded. */
export const dictionaryOf = (locale: Locale): Dictionary => dictionaries[locale] ?? vi;

/** The message of a key in a language, with its figures in place (see `fillTemplate`). */
export function t(locale: Locale, key: MessageKey, figures: Figures = {}): string {
  return fillTemplate(dictionaryOf(locale).messages[key], figures);
}

/** "vi-VN", "vi", "en-US" …: Vietnamese for vi and for anything that is not English. */
export const localeOf = (language: string): Locale => (/^en\b/i.test(language) ? 'en' : 'vi');
