import type { ReactElement } from 'react';
import type { MessageKey } from '../../i18n/vi/messages';
import { useTranslation } from '../shell/use-translation';
import styles from './Guide.module.css';

const STEPS = ['import', 'mark', 'report'] as const;

/** The way through the add-in in three steps, for a workbook that has no annex yet. */
export function Guide(): ReactElement {
  const { t } = useTranslation();
  return (
    <ol className={styles.guide} aria-label={t('guide.title')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === 0 ? 'step' : undefined}>
          <b>{t(`guide.${step}` as MessageKey)}</b>
          <span>{t(`guide.${step}.how` as MessageKey)}</span>
        </li>
      ))}
    </ol>
  );
}
