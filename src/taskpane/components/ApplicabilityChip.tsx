import type { ReactElement } from 'react';
import type { Applicability } from '../../annex/types';
import { useTranslation } from '../shell/use-translation';
import { Chip, type ChipTone } from './Chip';

const APPLICABILITY_STYLES: Record<Applicability, { tone: ChipTone; sign: string }> = {
  performed: { tone: 'success', sign: '✓' },
  notPerformed: { tone: 'neutral', sign: '✕' },
  undecided: { tone: 'warning', sign: '?' },
};

/** Shows the applicability of a task. */
export function ApplicabilityChip({ applicability }: { applicability: Applicability }): ReactElement {
  const { t } = useTranslation();
  return <Chip {...APPLICABILITY_STYLES[applicability]}>{t(`pane.state.${applicability}`)}</Chip>;
}
