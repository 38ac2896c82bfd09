import type { ReactElement } from 'react';
import { useTranslation } from './use-translation';

/** Outside of Excel, or in one that is too old: what to do instead. */
export function UnsupportedPage(): ReactElement {
  const { t: say } = useTranslation();
  return (
    <main className="pane empty">
      <h1>{say('pane.unsupported')}</h1>
      <p>{say('pane.unsupported.next')}</p>
    </main>
  );
}
