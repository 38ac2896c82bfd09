import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { lazy, type ReactElement, Suspense, useRef, useState } from 'react';
import type { Tab } from '../shell/tabs';
import { useTranslation } from '../shell/use-translation';

const HelpPages = lazy(async () => ({ default: (await import('./HelpPages')).HelpPages }));

/** A question mark that unfolds the help of the present screen; Escape folds it. */
export function Help({ tab }: { tab: Tab }): ReactElement {
  const { t: say } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const title = say('help.title', { screen: say(`pane.tab.${tab}`) });
  return (
    <div
      ref={box}
      className="help"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        // What office.js does at Escape (to the first element of the pane) is not meant here.
        event.stopPropagation();
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }}
    >
      <IconButton
        className="help-button"
        iconProps={{ iconName: 'Help' }}
        title={title}
        ariaLabel={title}
        aria-expanded={isOpen}
        aria-controls="help-text"
        onClick={() => setOpen(!isOpen)}
      />
      <section id="help-text" className="help-text" aria-label={title} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<p className="quiet">{say('pane.opening')}</p>}>
            <HelpPages tab={tab} />
          </Suspense>
        )}
      </section>
    </div>
  );
}
