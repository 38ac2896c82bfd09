import type { ReactElement } from 'react';
import type { ProgressItem } from '../../commands/progress/index';
import type { Timeliness } from '../../progress/timeliness';
import { Chip, type ChipTone } from '../components/Chip';
import { useTranslation } from '../shell/use-translation';

const TIMELINESS_STYLES: Record<Timeliness, { tone: ChipTone; sign: string }> = {
  doneEarly: { tone: 'success', sign: '✓' },
  doneOnTime: { tone: 'success', sign: '✓' },
  doneLate: { tone: 'success', sign: '✓' },
  done: { tone: 'success', sign: '✓' },
  overdue: { tone: 'danger', sign: '!' },
  dueSoon: { tone: 'warning', sign: '…' },
  notDueYet: { tone: 'neutral', sign: '○' },
  noDeadline: { tone: 'neutral', sign: '–' },
  nothingArisen: { tone: 'neutral', sign: '–' },
  needsReview: { tone: 'warning', sign: '?' },
  notTracked: { tone: 'neutral', sign: '–' },
};

const SHOWN_WITH_DAYS: readonly Timeliness[] = ['overdue', 'dueSoon', 'notDueYet'];

/** Shows the timeliness of an occurrence, with the days left or late where it has a deadline ahead. */
export function TimelinessChip({ item: { timeliness, daysLeft } }: { item: ProgressItem }): ReactElement {
  const { t } = useTranslation();
  const days = SHOWN_WITH_DAYS.includes(timeliness) ? daysLeft : null;
  return (
    <Chip {...TIMELINESS_STYLES[timeliness]}>
      {t(`track.state.${timeliness}`)}
      {days === 0 && ` · ${t('agenda.today')}`}
      {days !== null &&
        days !== 0 &&
        ` · ${t(days < 0 ? 'agenda.late' : 'agenda.left', { days: Math.abs(days) })}`}
    </Chip>
  );
}
