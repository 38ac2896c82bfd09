import type { ReactElement } from 'react';
import type { Applicability } from '../../annex/types';
import { useWords } from './words';

const SIGN: Record<Applicability, string> = { performed: '✓', notPerformed: '✕', undecided: '?' };

/** A task's applicability by colour, sign and word. */
export function StateChip({ applicability }: { applicability: Applicability }): ReactElement {
  const { say } = useWords();
  return (
    <span className={`chip ${applicability}`}>
      <span aria-hidden="true">{SIGN[applicability]}</span> {say(`pane.state.${applicability}`)}
    </span>
  );
}
