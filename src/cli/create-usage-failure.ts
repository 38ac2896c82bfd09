import type { MessageParams } from '../i18n/fill-template';
import { type Locale, t } from '../i18n/locale';
import type { MessageKey } from '../i18n/vi/messages';
import { err, type Failure } from '../shared/result';

/** Creates the failure of a wrong call, in the language asked for; the process then ends with code 2. */
export function createUsageFailure(locale: Locale, key: MessageKey, params?: MessageParams): Failure {
  return err('usage', {}, { reason: t(locale, key, params) });
}
