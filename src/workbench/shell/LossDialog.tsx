import type { ReactElement } from 'react';
import type { WorkbenchMessages } from '../messages';
import styles from './LossDialog.module.css';

type LossDialogProps = {
  losses: readonly string[];
  messages: WorkbenchMessages;
  onCancel: () => void;
  onSave: () => void;
};

/** Asks before a workbook is saved without what the workbench cannot keep. */
export function LossDialog({ losses, messages, onCancel, onSave }: LossDialogProps): ReactElement {
  return (
    <div className={styles.backdrop}>
      <div className={styles.dialog} role="alertdialog" aria-modal="true" aria-label={messages.save}>
        <p>{messages.losses(losses.map(messages.lostContent).join('; '))}</p>
        <div className={styles.actions}>
          <button type="button" autoFocus onClick={onCancel}>
            {messages.cancel}
          </button>
          <button type="button" onClick={onSave}>
            {messages.saveAnyway}
          </button>
        </div>
      </div>
    </div>
  );
}
