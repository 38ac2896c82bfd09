import { type ReactElement, useEffect, useRef } from 'react';
import styles from './CellEditor.module.css';

type CellEditorProps = {
  box: { left: number; top: number; width: number; height: number };
  text: string;
  label: string;
  onChange: (text: string) => void;
  /** The key that ended the typing: Enter, Tab or nothing (the focus went elsewhere). */
  onCommit: (key: 'Enter' | 'Tab' | null, shift: boolean) => void;
  onCancel: () => void;
};

/** The box in which a cell's text is typed, over the cell. */
export function CellEditor({
  box,
  text,
  label,
  onChange,
  onCommit,
  onCancel,
}: CellEditorProps): ReactElement {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <textarea
      ref={area}
      className={styles.editor}
      aria-label={label}
      style={{ left: box.left, top: box.top, minWidth: box.width, minHeight: box.height, height: box.height }}
      value={text}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onCommit(null, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') onCancel();
        else if (event.key === 'Enter' && event.altKey) onChange(`${text}\n`);
        else if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault();
          onCommit(event.key, event.shiftKey);
        }
      }}
    />
  );
}
