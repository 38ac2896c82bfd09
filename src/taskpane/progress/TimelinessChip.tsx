import type { ReactElement } from 'react';
import type { ProgressItem } from '../../commands/progress/index';
import type { Timeliness } from '../../progress/timeliness';
import { useTranslation } from '../shell/use-translation';

/** A sign besides the colour, for those who do not see it. */
const TIMELINESS_SIGNS: Record<Timeliness, string> = {
  doneEarly: '✓',
  doneOnTime: '✓',
  doneLate: '✓',
  done: '✓',
  overdue: '!',
  dueSoon: '…',
  notDueYet: '○',
  noDeadline: '–',
  nothingArisen: '–',
  needsReview: '?',
  notTracked: '–',
};

const SHOWN_WITH_DAYS: readonly Timeliness[] = ['overdue', 'dueSoon', 'notDueYet'];

/** Where an occurrence stands: colour, sign, word, and how many days. */
export function TimelinessChip({ item: { timeliness, daysLeft } }: { item: ProgressItem }): ReactElement {
  const { t: say } = useTranslation();
  const days = daysLeft === null || !SHOWN_WITH_DAYS.includes(timeliness) ? null : daysLeft;
  const told =
    days === null
      ? ''
      : days === 0
        ? say('agenda.today')
        : say(days < 0 ? 'agenda.late' : 'agenda.left', { days: Math.abs(days) });
  return (
    <span className={`chip ${timeliness}`}>
      <span aria-hidden="true">{TIMELINESS_SIGNS[timeliness]}</span> {say(`track.state.${timeliness}`)}
      {told !== '' && ` · ${told}`}
    </span>
  );
}
