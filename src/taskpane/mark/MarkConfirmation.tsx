import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { ReactElement } from 'react';
import type { Applicability } from '../../annex/types';
import layout from '../components/layout.module.css';
import { useTranslation } from '../shell/use-translation';

type MarkConfirmationProps = {
  applicability: Applicability;
  count: number;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks before the whole list is marked, with the number of tasks. */
export function MarkConfirmation(props: MarkConfirmationProps): ReactElement {
  const { applicability, count, onConfirm, onCancel } = props;
  const { t } = useTranslation();
  return (
    <div role="alertdialog" aria-labelledby="mark-confirmation" className={layout.callout}>
      <p id="mark-confirmation" className={layout.content}>
        {t(`pane.mark.confirm.${applicability}`, { count })}
      </p>
      <div className={layout.row}>
        <PrimaryButton autoFocus text={t('pane.mark.confirm')} onClick={onConfirm} />
        <DefaultButton text={t('pane.mark.cancel')} onClick={onCancel} />
      </div>
    </div>
  );
}
