import { Link } from 'office-ui-fabric-react/lib/Link';
import type { ReactElement } from 'react';
import type { ProgressView } from '../../commands/progress/index';
import { hideZeros } from '../../i18n/hide-zeros';
import { formatDate } from '../../shared/dates';
import { useTranslation } from '../shell/use-translation';
import { countThisWeek } from './progress-filter';
import { getWeek } from './this-week';
import styles from './WeekLine.module.css';

type WeekLineProps = {
  /** Null while it is not known. */
  view: ProgressView | null;
  onOpen: () => void;
};

/**
 * What falls due this week and what is late, in one line, with the way there.
 * @returns null in a workbook without *Tiến độ*
 */
export function WeekLine({ view, onOpen }: WeekLineProps): ReactElement | null {
  const { t } = useTranslation();
  if (!view || view.log === 'absent') return null;
  const { from, until } = getWeek(view.on);
  const counts = { due: countThisWeek(view), overdue: view.counts.overdue };
  const days = { from: formatDate(from).slice(0, 5), until: formatDate(until).slice(0, 5) };
  return (
    <p className={styles.line} data-testid="week-line">
      <span>
        {counts.due + counts.overdue === 0
          ? t('pane.week.none', days)
          : t('pane.week', { ...days, ...hideZeros(counts) })}
      </span>{' '}
      {counts.due + counts.overdue > 0 && <Link onClick={onOpen}>{t('pane.week.open')}</Link>}
    </p>
  );
}
