import type { ReactElement } from 'react';
import type { Editor } from '../editor/create-editor';
import type { WorkbenchMessages } from '../messages';
import styles from './WorkbenchHeader.module.css';

const ZOOM_LEVELS = [0.5, 0.75, 0.9, 1, 1.25, 1.5, 2];

type WorkbenchHeaderProps = {
  editor: Editor;
  messages: WorkbenchMessages;
  file: string;
  isUnsaved: boolean;
  zoom: number;
  isPaneOpen: boolean;
  onZoom: (zoom: number) => void;
  onOpen: () => void;
  onSave: () => void;
  onTogglePane: () => void;
};

/** Shows the file's name with undo, zoom, open and save. */
export function WorkbenchHeader({
  editor,
  messages,
  file,
  isUnsaved,
  zoom,
  isPaneOpen,
  onZoom,
  onOpen,
  onSave,
  onTogglePane,
}: WorkbenchHeaderProps): ReactElement {
  return (
    <header className={styles.header}>
      <h1>Phụ lục</h1>
      <span className={styles.file} title={file}>
        {isUnsaved && <span className={styles.mark}>● {messages.unsaved}</span>}
        {file}
      </span>
      <button
        type="button"
        onClick={editor.undo}
        disabled={!editor.canUndo}
        title={messages.undo}
        aria-label={messages.undo}
      >
        ↶
      </button>
      <button
        type="button"
        onClick={editor.redo}
        disabled={!editor.canRedo}
        title={messages.redo}
        aria-label={messages.redo}
      >
        ↷
      </button>
      <select
        aria-label={messages.zoom}
        value={zoom}
        onChange={(event) => onZoom(Number(event.target.value))}
      >
        {ZOOM_LEVELS.map((value) => (
          <option key={value} value={value}>
            {Math.round(value * 100)}%
          </option>
        ))}
      </select>
      <button type="button" onClick={onOpen}>
        {messages.open}
      </button>
      <button type="button" onClick={onSave}>
        {messages.save}
      </button>
      <button type="button" aria-pressed={isPaneOpen} onClick={onTogglePane}>
        {isPaneOpen ? messages.hidePane : messages.showPane}
      </button>
    </header>
  );
}
