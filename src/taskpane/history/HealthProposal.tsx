import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { type ReactElement, useState } from 'react';
import layout from '../components/layout.module.css';
import type { Pane } from '../shell/use-pane';
import { useTranslation } from '../shell/use-translation';
import { useOpeningCheck } from './use-opening-check';

/**
 * Proposes *Kiểm tra sổ* where the workbook that was opened needs it.
 *
 * @returns null where nothing was found, or after a choice
 */
export function HealthProposal({ pane, onCheck }: { pane: Pane; onCheck: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const count = useOpeningCheck(pane);
  const [isClosed, setClosed] = useState(false);
  if (count === 0 || isClosed) return null;
  return (
    <div className={layout.callout} data-testid="health-proposal">
      <p className={layout.content}>{t('check-up.proposal', { count })}</p>
      <div className={layout.row}>
        <PrimaryButton
          text={t('check-up.start')}
          onClick={() => {
            setClosed(true);
            onCheck();
          }}
        />
        <DefaultButton text={t('check-up.later')} onClick={() => setClosed(true)} />
      </div>
    </div>
  );
}
