import type { ReactElement } from 'react';
import styles from './QuestionDialog.module.css';

export type Question = {
  label: string;
  text: string;
  /** The choices besides the one that changes nothing. */
  choices: { text: string; choose: () => void }[];
};

type QuestionDialogProps = { question: Question; cancel: string; onClose: () => void };

/** Asks before something cannot be taken back; the focus stands on the choice that changes nothing. */
export function QuestionDialog({ question, cancel, onClose }: QuestionDialogProps): ReactElement {
  return (
    <div className={styles.backdrop} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className={styles.dialog} role="alertdialog" aria-modal="true" aria-label={question.label}>
        <p>{question.text}</p>
        <div className={styles.actions}>
          <button type="button" autoFocus onClick={onClose}>
            {cancel}
          </button>
          {question.choices.map(({ text, choose }) => (
            <button
              key={text}
              type="button"
              onClick={() => {
                onClose();
                choose();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
