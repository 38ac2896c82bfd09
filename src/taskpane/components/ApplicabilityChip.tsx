import type { ReactElement } from 'react';
import type { Applicability } from '../../annex/types';
import { useTranslation } from '../shell/use-translation';

const APPLICABILITY_SIGNS: Record<Applicability, string> = {
  performed: '✓',
  notPerformed: '✕',
  undecided: '?',
};

/** A task's applicability by colour, sign and word. */
export function ApplicabilityChip({ applicability }: { applicability: Applicability }): ReactElement {
  const { t: say } = useTranslation();
  return (
    <span className={`chip ${applicability}`}>
      <span aria-hidden="true">{APPLICABILITY_SIGNS[applicability]}</span>{' '}
      {say(`pane.state.${applicability}`)}
    </span>
  );
}
