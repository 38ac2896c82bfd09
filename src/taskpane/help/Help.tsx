import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { lazy, type ReactElement, Suspense, useRef, useState } from 'react';
import layout from '../components/layout.module.css';
import type { Tab } from '../shell/tabs';
import { useTranslation } from '../shell/use-translation';
import styles from './Help.module.css';

const HelpPages = lazy(async () => ({ default: (await import('./HelpPages')).HelpPages }));

/** A question mark that unfolds the help of the present screen; Escape folds it. */
export function Help({ tab }: { tab: Tab }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const title = t('help.title', { screen: t(`pane.tab.${tab}`) });
  return (
    <div
      ref={box}

      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        // What office.js does at Escape (to the first element of the pane) is not meant here.
        event.stopPropagation();
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }}
    >
      <IconButton
        className={styles.button}
        data-testid="help-button"
        iconProps={{ iconName: 'Help' }}
        title={title}
        ariaLabel={title}
        aria-expanded={isOpen}
        aria-controls="help-text"
        onClick={() => setOpen(!isOpen)}
      />
      <section id="help-text" className={styles.text} aria-label={title} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<p className={layout.muted}>{t('pane.opening')}</p>}>
            <HelpPages tab={tab} />
          </Suspense>
        )}
      </section>
    </div>
  );
}
