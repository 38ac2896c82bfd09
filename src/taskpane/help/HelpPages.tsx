import type { ReactElement } from 'react';
import { EN_HELP } from '../../i18n/en/help';
import type { HelpPage } from '../../i18n/help-page';
import type { Locale } from '../../i18n/locale';
import { VI_HELP } from '../../i18n/vi/help';
import type { Tab } from '../shell/tabs';
import { useTranslation } from '../shell/use-translation';
import styles from './HelpPages.module.css';

/** Every tab has a page; a test looks. */
const HELP_PAGES: Record<Locale, Partial<Record<Tab, HelpPage>>> = { vi: VI_HELP, en: EN_HELP };

/** What to do on a screen, and its keys. */
export function HelpPages({ tab }: { tab: Tab }): ReactElement {
  const { t, locale } = useTranslation();
  const { steps, keys } = HELP_PAGES[locale][tab] ?? { steps: [], keys: [] };
  return (
    <>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {keys.length > 0 && (
        <dl className={styles.keys} aria-label={t('help.keys')}>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
