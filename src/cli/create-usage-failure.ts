import type { MessageParams } from '../i18n/fill-template';
import { type Locale, t } from '../i18n/locale';
import type { MessageKey } from '../i18n/vi/messages';
import { err, type Failure } from '../shared/result';

/** A call that cannot be meant so: told in words, and ends with code 2. */
export function createUsageFailure(locale: Locale, key: MessageKey, figures?: MessageParams): Failure {
  return err('usage', {}, { reason: t(locale, key, figures) });
}
