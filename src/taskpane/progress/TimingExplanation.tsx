import type { ReactElement } from 'react';
import type { MessageKey } from '../../i18n/vi/messages';
import type { TimingReading } from '../../timing/types';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';
import { formatOptionalDate } from './format-optional-date';

/** Dates beyond these are only counted. */
const MAX_DAYS = 12;

/** What the words of a timing were taken to mean: kind, days, which words said so, and what is doubtful. */
export function TimingExplanation({ reading }: { reading: TimingReading }): ReactElement {
  const { t } = useTranslation();
  const days = reading.due.slice(0, MAX_DAYS).map(formatOptionalDate).join(', ');
  return (
    <div>
      <p>
        {t(days === '' ? 'track.reading.noDays' : 'track.reading', {
          kind: t(`timing.kind.${reading.kind}`),
          confidence: reading.confidence === 'high' ? '' : t(`timing.confidence.${reading.confidence}`),
          bound: reading.bound ? t(`timing.bound.${reading.bound}`) : '',
          days,
        })}
        {reading.due.length > MAX_DAYS && ' …'}
      </p>
      {reading.evidence.length > 0 && (
        <ul>
          {reading.evidence.map(({ phrase, meaning }, index) => (
            <li key={index}>
              <q>{phrase}</q> → {t(`timing.meaning.${meaning}`)}
            </li>
          ))}
        </ul>
      )}
      {reading.warnings.map(({ code: cause, phrase = '', suggestion = '' }, index) => (
        <p key={index} className={layout.warning}>
          {t('track.doubt', {
            doubt: t(`timing.doubt.${cause}` satisfies MessageKey, {
              words: phrase,
              suggestion: formatOptionalDate(suggestion),
            }),
          })}
        </p>
      ))}
    </div>
  );
}
