import type { ReactElement } from 'react';
import type { MessageKey } from '../../locales/vi';
import type { TimingReading } from '../../annex/timing/types';
import { useWords } from '../shell/words';
import { dayOf } from './day';

/** Dates beyond these are only counted. */
const MOST_DAYS = 12;

/** What the words of a timing were taken to mean: kind, days, which words said so, and what is doubtful. */
export function Explanation({ reading }: { reading: TimingReading }): ReactElement {
  const { say } = useWords();
  const days = reading.due.slice(0, MOST_DAYS).map(dayOf).join(', ');
  return (
    <div className="explanation">
      <p>
        {say('track.reading', {
          kind: say(`timing.kind.${reading.kind}`),
          confidence: say(`timing.confidence.${reading.confidence}`),
          bound: reading.bound && reading.due.length > 0 ? say(`timing.bound.${reading.bound}`) : '',
          days,
        })}
        {reading.due.length > MOST_DAYS && ' …'}
      </p>
      {reading.evidence.length > 0 && (
        <ul className="meanings">
          {reading.evidence.map(({ words, meaning }, index) => (
            <li key={index}>
              <q>{words}</q> → {say(`timing.meaning.${meaning}`)}
            </li>
          ))}
        </ul>
      )}
      {reading.notes.map(({ doubt, words = '', suggestion = '' }, index) => (
        <p key={index} className="warning">
          {say('track.doubt', {
            doubt: say(`timing.doubt.${doubt}` satisfies MessageKey, {
              words,
              suggestion: dayOf(suggestion),
            }),
          })}
        </p>
      ))}
    </div>
  );
}
