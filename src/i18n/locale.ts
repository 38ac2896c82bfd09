import { fillTemplate, type MessageParams, type ProblemMessage } from './fill-template';
import { type MessageKey, VI_MESSAGES } from './vi/messages';
import { VI_PROBLEMS } from './vi/problems';

export type Locale = 'vi' | 'en';
export const LOCALES = ['vi', 'en'] as const satisfies readonly Locale[];

/** The words of a language: all messages, and what is said of every problem. */
type Dictionary = {
  messages: Record<MessageKey, string>;
  problems: Record<keyof typeof VI_PROBLEMS, ProblemMessage>;
};

const VIETNAMESE: Dictionary = { messages: VI_MESSAGES, problems: VI_PROBLEMS };
const dictionaries: Partial<Record<Locale, Dictionary>> = { vi: VIETNAMESE };

/** Makes a language known; done by its module, so that a page loads only the languages it speaks. */
export function registerLanguage(locale: Locale, dictionary: Dictionary): void {
  dictionaries[locale] = dictionary;
}

/** The words of a language; Vietnamese ones until it is loaded. */
export const getDictionary = (locale: Locale): Dictionary => dictionaries[locale] ?? VIETNAMESE;

/** The message of a key in a language, with its figures in place (see `fillTemplate`). */
export function t(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  return fillTemplate(getDictionary(locale).messages[key], params);
}

/** "vi-VN", "vi", "en-US" …: Vietnamese for vi and for anything that is not English. */
export const toLocale = (language: string): Locale => (/^en\b/i.test(language) ? 'en' : 'vi');
