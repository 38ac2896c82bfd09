import { refuse } from '../annex/outcome';
import type { Refusal } from '../annex/outcome';
import { t } from '../locales/locale';
import type { Locale } from '../locales/locale';
import type { MessageKey } from '../locales/vi';
import type { Figures } from '../locales/words';

/** A call that cannot be meant so: told in words, and ends with code 2. */
export function wrongUse(locale: Locale, key: MessageKey, figures?: Figures): Refusal {
  return refuse('usage', {}, { reason: t(locale, key, figures) });
}
