import type { ReactElement } from 'react';
import type { MessageKey } from '../../i18n/vi/messages';
import type { TimingReading } from '../../timing/types';
import { useTranslation } from '../shell/use-translation';
import { formatOptionalDate } from './format-optional-date';

/** Dates beyond these are only counted. */
const MAX_DAYS = 12;

/** What the words of a timing were taken to mean: kind, days, which words said so, and what is doubtful. */
export function TimingExplanation({ reading }: { reading: TimingReading }): ReactElement {
  const { t: say } = useTranslation();
  const days = reading.due.slice(0, MAX_DAYS).map(formatOptionalDate).join(', ');
  return (
    <div className="explanation">
      <p>
        {say('track.reading', {
          kind: say(`timing.kind.${reading.kind}`),
          confidence: say(`timing.confidence.${reading.confidence}`),
          bound: reading.bound && reading.due.length > 0 ? say(`timing.bound.${reading.bound}`) : '',
          days,
        })}
        {reading.due.length > MAX_DAYS && ' …'}
      </p>
      {reading.evidence.length > 0 && (
        <ul className="meanings">
          {reading.evidence.map(({ phrase: words, meaning }, index) => (
            <li key={index}>
              <q>{words}</q> → {say(`timing.meaning.${meaning}`)}
            </li>
          ))}
        </ul>
      )}
      {reading.warnings.map(({ code: doubt, phrase: words = '', suggestion = '' }, index) => (
        <p key={index} className="warning">
          {say('track.doubt', {
            doubt: say(`timing.doubt.${doubt}` satisfies MessageKey, {
              words,
              suggestion: formatOptionalDate(suggestion),
            }),
          })}
        </p>
      ))}
    </div>
  );
}
