import type { ReactElement } from 'react';
import type { RecoveryCopy } from '../file/recovery-store';
import type { WorkbenchMessages } from '../messages';
import styles from './RecoveryBar.module.css';

type RecoveryBarProps = {
  copies: readonly RecoveryCopy[];
  messages: WorkbenchMessages;
  onRecover: (copy: RecoveryCopy) => void;
  onDelete: (copy: RecoveryCopy) => void;
};

/** Offers the workbooks whose changes were not saved when the page ended. */
export function RecoveryBar({ copies, messages, onRecover, onDelete }: RecoveryBarProps): ReactElement {
  return (
    <ul className={styles.bar} aria-label={messages.recovery}>
      {copies.map((copy) => (
        <li key={copy.id}>
          <span>{messages.unsavedCopy(copy.file.name, copy.savedAt)}</span>
          <button type="button" onClick={() => onRecover(copy)}>
            {messages.recover}
          </button>
          <button type="button" onClick={() => onDelete(copy)}>
            {messages.deleteCopy}
          </button>
        </li>
      ))}
    </ul>
  );
}
