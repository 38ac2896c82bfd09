import type { ReactElement } from 'react';
import { useWords } from './words';

/** Outside of Excel, or in one that is too old: what to do instead. */
export function Unsupported(): ReactElement {
  const { say } = useWords();
  return (
    <main className="pane empty">
      <h1>{say('pane.unsupported')}</h1>
      <p>{say('pane.unsupported.next')}</p>
    </main>
  );
}
