import type { ReactElement } from 'react';
import type { PlanDocument } from '../../../import/plan-document/types';
import { formatOptionalDate } from '../../../shared/dates';
import { useTranslation } from '../../shell/use-translation';

/** Who issued the plan, and on what it is based. */
export function PlanHeader({ plan }: { plan: PlanDocument }): ReactElement {
  const { t } = useTranslation();
  const { edition, legalBases } = plan;
  return (
    <>
      <p>
        <b>{edition.title || t('picking.untitled')}</b>
        <br />
        {t('picking.edition', {
          title: edition.title,
          number: edition.number,
          issuer: edition.issuer,
          year: edition.year ?? '',
          date: formatOptionalDate(edition.date),
        })}
      </p>
      {legalBases.length > 0 && (
        <details>
          <summary tabIndex={0}>{t('picking.bases', { count: legalBases.length })}</summary>
          <ul>
            {legalBases.map((basis, index) => (
              <li key={index}>
                {t('picking.basis', {
                  ...basis,
                  date: formatOptionalDate(basis.date),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
