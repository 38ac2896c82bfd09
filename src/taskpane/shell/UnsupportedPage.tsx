import type { ReactElement } from 'react';
import styles from './UnsupportedPage.module.css';
import { useTranslation } from './use-translation';

/** Outside of Excel, or in one that is too old: what to do instead. */
export function UnsupportedPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <h1>{t('pane.unsupported')}</h1>
      <p>{t('pane.unsupported.next')}</p>
    </main>
  );
}
