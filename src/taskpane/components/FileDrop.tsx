import { type DragEvent, type ReactElement, useState } from 'react';
import { collectDroppedFiles } from './collect-dropped-files';
import styles from './FileDrop.module.css';
import { FilePicker, type FilePickerProps } from './FilePicker';

/** A place to drop files and folders on, with a button that asks for them. */
export function FileDrop({
  text,
  ...picker
}: Omit<FilePickerProps, 'primary'> & { text: string }): ReactElement {
  const [isOver, setOver] = useState(false);
  const { disabled, why = null, multiple = false, onPick } = picker;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (disabled || why !== null) return;
    void collectDroppedFiles(event.dataTransfer).then((dropped) => {
      const files = dropped.slice(0, multiple ? undefined : 1);
      if (files.length > 0) onPick(files);
    });
  };
  return (
    <div
      className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{text}</p>
      <FilePicker primary {...picker} />
    </div>
  );
}
