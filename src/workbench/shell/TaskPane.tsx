import { attachFrame } from '@phuluc/excel-simulator/transports/attach-frame';
import { type ReactElement, useEffect, useRef } from 'react';
import type { Editor } from '../editor/create-editor';
import styles from './TaskPane.module.css';

type TaskPaneProps = {
  editor: Editor;
  url: string;
  title: string;
  width: number;
  documentUrl: string;
};

/** The add-in's own page, unmodified, in a frame that speaks Excel on the web's protocol. */
export function TaskPane({ editor, url, title, width, documentUrl }: TaskPaneProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = document.createElement('iframe');
    frame.title = title;
    const attached = attachFrame(frame, editor.session, { url, documentUrl, onBatch: editor.batchDone });
    place.current?.append(frame);
    return () => {
      attached.close();
      frame.remove();
    };
  }, [editor, url, title, documentUrl]);
  return <div ref={place} className={styles.frame} data-testid="pane-frame" style={{ width }} />;
}
