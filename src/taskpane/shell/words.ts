import { createContext, useContext } from 'react';
import type { Problem } from '../../annex/problem';
import { describeProblem, type ProblemDescription } from '../../locales/format-problem';
import { type Locale, t } from '../../locales/locale';
import type { MessageKey } from '../../locales/vi';
import type { MessageParams } from '../../locales/words';

export const LocaleContext = createContext<Locale>('vi');

export type Translation = {
  locale: Locale;
  t: (key: MessageKey, figures?: MessageParams) => string;
  describe: (problem: Problem) => ProblemDescription;
};

/** The product's words in the language of Office. */
export function useTranslation(): Translation {
  const locale = useContext(LocaleContext);
  return {
    locale,
    t: (key, figures) => t(locale, key, figures),
    describe: (problem) => describeProblem(locale, problem),
  };
}
