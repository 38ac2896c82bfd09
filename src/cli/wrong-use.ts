import { err } from '../annex/outcome';
import type { Failure } from '../annex/outcome';
import { t } from '../locales/locale';
import type { Locale } from '../locales/locale';
import type { MessageKey } from '../locales/vi';
import type { MessageParams } from '../locales/words';

/** A call that cannot be meant so: told in words, and ends with code 2. */
export function createUsageFailure(locale: Locale, key: MessageKey, figures?: MessageParams): Failure {
  return err('usage', {}, { reason: t(locale, key, figures) });
}
