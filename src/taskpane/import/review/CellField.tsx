import { type ReactElement, type SyntheticEvent, useEffect, useId, useState } from 'react';
import type { ReviewField } from '../../../import/review/review-row';
import { COLUMN_HEADERS } from '../../../sheets/labels/school-labels';
import styles from './CellField.module.css';

/** Where the caret was last: buttons act there after they have taken the focus. */
export type Caret = { field: ReviewField; start: number; end: number };

type CellFieldProps = {
  field: ReviewField;
  text: string;
  onWrite: (text: string) => void;
  onCaret: (caret: Caret) => void;
  onSplit: (at: number) => void;
};

/** One cell of the open row; what is typed counts when the field is left. */
export function CellField({ field, text, onWrite, onCaret, onSplit }: CellFieldProps): ReactElement {
  const id = useId();
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  const follow = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>): void =>
    onCaret({ field, start: currentTarget.selectionStart, end: currentTarget.selectionEnd });
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{COLUMN_HEADERS[field]}</label>
      <textarea
        id={id}
        value={draft}
        rows={Math.min(6, 1 + Math.floor(draft.length / 34))}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={follow}
        onBlur={(event) => {
          // The caret as it is left: what is pressed next acts there.
          follow(event);
          if (draft !== text) onWrite(draft);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (draft !== text) onWrite(draft);
          onSplit(event.currentTarget.selectionStart);
        }}
      />
    </div>
  );
}
