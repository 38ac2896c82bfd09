import type { ReactElement } from 'react';
import { describeReading } from '../../i18n/describe-reading';
import type { MessageKey } from '../../i18n/vi/messages';
import { formatOptionalDate } from '../../shared/dates';
import type { TimingReading } from '../../timing/types';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

/** What the words of a timing were taken to mean: kind, days, which words said so, and what is doubtful. */
export function TimingExplanation({ reading }: { reading: TimingReading }): ReactElement {
  const { t, locale } = useTranslation();
  return (
    <div>
      <p>{describeReading(locale, reading)}</p>
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
