import { createContext, useContext } from 'react';
import type { MessageParams } from '../../i18n/fill-template';
import { describeProblem, type ProblemDescription } from '../../i18n/format-problem';
import { type Locale, t } from '../../i18n/locale';
import type { MessageKey } from '../../i18n/vi/messages';
import type { Problem } from '../../shared/problem';

export const LocaleContext = createContext<Locale>('vi');

export type Translation = {
  locale: Locale;
  t: (key: MessageKey, params?: MessageParams) => string;
  describe: (problem: Problem) => ProblemDescription;
};

/** The product's words in the language of Office. */
export function useTranslation(): Translation {
  const locale = useContext(LocaleContext);
  return {
    locale,
    t: (key, params) => t(locale, key, params),
    describe: (problem) => describeProblem(locale, problem),
  };
}
