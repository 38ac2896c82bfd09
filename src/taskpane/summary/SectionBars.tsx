import type { ReactElement } from 'react';
import type { Summary } from '../../school-workbook/summary/read-summary';
import { useTranslation } from '../shell/use-translation';
import styles from './SectionBars.module.css';

const BAR_PARTS = ['performed', 'notPerformed', 'undecided'] as const;

/** One bar an area: performed, not performed, undecided, to one scale. Areas of several documents have equal numbers. */
export function SectionBars({ areas, label }: { areas: Summary['byArea']; label: string }): ReactElement {
  const { t } = useTranslation();
  const hasEqualNumbers = new Set(areas.map(({ section }) => section)).size < areas.length;
  const most = Math.max(1, ...areas.map(({ total }) => total));
  return (
    <figure className={styles.bars}>
      <figcaption>{label}</figcaption>
      {areas.map((area) => {
        const words = BAR_PARTS.map((part) => `${t(`summary.${part}`)} ${area[part]}`).join(', ');
        return (
          <div key={`${area.section} ${area.sectionTitle}`} className={styles.line}>
            <span aria-hidden="true" className={hasEqualNumbers ? styles.name : undefined}>
              {hasEqualNumbers
                ? [area.section, area.sectionTitle].filter((part) => part !== '').join('. ')
                : area.section || area.sectionTitle}
            </span>
            <div
              className={styles.bar}
              role="img"
              aria-label={`${area.section} ${area.sectionTitle}: ${words}`}
            >
              {BAR_PARTS.map((part) => (
                <span
                  key={part}
                  className={styles[part]}
                  style={{ width: `${(area[part] / most) * 100}%` }}
                />
              ))}
            </div>
            <span aria-hidden="true">{area.total}</span>
          </div>
        );
      })}
      <p className={styles.legend} aria-hidden="true">
        {BAR_PARTS.map((part) => (
          <span key={part}>
            <i className={styles[part]} /> {t(`summary.${part}`)}
          </span>
        ))}
      </p>
    </figure>
  );
}
