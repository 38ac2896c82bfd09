import type { ReactElement } from 'react';
import type { Summary } from '../../school-workbook/summary/read-summary';
import { useTranslation } from '../shell/use-translation';

const BAR_PARTS = ['performed', 'notPerformed', 'undecided'] as const;

/** One bar an area: performed, not performed, undecided, to one scale. */
export function SectionBars({ areas, label }: { areas: Summary['byArea']; label: string }): ReactElement {
  const { t: say } = useTranslation();
  const most = Math.max(1, ...areas.map(({ total }) => total));
  return (
    <figure className="bars">
      <figcaption>{label}</figcaption>
      {areas.map((area) => {
        const words = BAR_PARTS.map((part) => `${say(`summary.${part}`)} ${area[part]}`).join(', ');
        return (
          <div key={area.section || area.sectionTitle} className="bar-line">
            <span className="bar-name" aria-hidden="true">
              {area.section || area.sectionTitle}
            </span>
            <div className="bar" role="img" aria-label={`${area.section} ${area.sectionTitle}: ${words}`}>
              {BAR_PARTS.map((part) => (
                <span key={part} className={part} style={{ width: `${(area[part] / most) * 100}%` }} />
              ))}
            </div>
            <span aria-hidden="true">{area.total}</span>
          </div>
        );
      })}
      <p className="legend" aria-hidden="true">
        {BAR_PARTS.map((part) => (
          <span key={part}>
            <i className={part} /> {say(`summary.${part}`)}
          </span>
        ))}
      </p>
    </figure>
  );
}
