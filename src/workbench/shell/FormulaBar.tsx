import { formatRange } from '@phuluc/ooxml/a1';
import type { ReactElement } from 'react';
import type { Editor } from '../editor/create-editor';
import { useEditor } from '../editor/use-editor';
import type { WorkbenchMessages } from '../messages';
import styles from './FormulaBar.module.css';

type FormulaBarProps = {
  editor: Editor;
  messages: WorkbenchMessages;
  draft: string | null;
  onDraft: (draft: string | null) => void;
};

/** Address of the selection, and what stands in the active cell, to be read and typed. */
export function FormulaBar({ editor, messages, draft, onDraft }: FormulaBarProps): ReactElement {
  useEditor(editor);
  const source = editor.source(editor.active);
  const finish = (): void => {
    if (draft !== null && !editor.enter(editor.active, draft)) return;
    onDraft(null);
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  return (
    <div className={styles.bar}>
      <output aria-label={messages.nameBox}>{formatRange(editor.selection)}</output>
      <span aria-hidden="true" className={styles.sign}>
        fx
      </span>
      <textarea
        aria-label={messages.formula}
        rows={1}
        spellCheck={false}
        value={draft ?? source}
        onChange={(event) => onDraft(event.target.value)}
        onBlur={() => {
          if (draft !== null) finish();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.altKey) {
            event.preventDefault();
            finish();
          } else if (event.key === 'Escape') {
            onDraft(null);
            document.querySelector<HTMLElement>('[role=grid]')?.focus();
          }
        }}
      />
    </div>
  );
}
