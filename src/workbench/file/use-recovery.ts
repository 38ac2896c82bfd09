import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Editor } from '../editor/create-editor';
import { deleteRecoveryCopy, writeRecoveryCopy } from './recovery-store';
import type { WorkbookFile } from './workbook-file';

const TIMES = {
  /** Milliseconds without a change before a copy is made: a person who types on is not held up. */
  pause: 1000,
  /** The longest that a change stays without a copy. */
  most: 3000,
};

/**
 * Keeps a copy of the workbook in the browser while it has unsaved changes.
 * @returns whether the last copy could not be written
 */
export function useRecovery(editor: Editor, id: string, file: WorkbookFile, isUnsaved: boolean): boolean {
  const [failed, setFailed] = useState(false);
  const firstChange = useRef<number | null>(null);
  // One after the other: a copy begun before the workbook was saved must not come after its deletion.
  const queue = useRef(Promise.resolve());
  const enqueue = useCallback((action: () => Promise<void>): void => {
    queue.current = queue.current.then(action).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  }, []);
  const { contentVersion } = editor;
  useEffect(() => {
    if (!isUnsaved) return;
    const now = Date.now();
    firstChange.current ??= now;
    const wait = Math.max(0, Math.min(TIMES.pause, firstChange.current + TIMES.most - now));
    const timer = setTimeout(() => {
      firstChange.current = null;
      enqueue(async () => {
        const bytes = await saveWorkbook(editor.session.workbook);
        await writeRecoveryCopy({ id, file, savedAt: Date.now(), bytes });
      });
    }, wait);
    return () => clearTimeout(timer);
  }, [editor, id, file, isUnsaved, contentVersion, enqueue]);
  useEffect(() => {
    if (!isUnsaved) return;
    // Saved, or given up for another workbook after a question; a page that ends or crashes leaves the copy.
    return () => {
      firstChange.current = null;
      enqueue(() => deleteRecoveryCopy(id));
    };
  }, [id, isUnsaved, enqueue]);
  return failed;
}

/** Has the browser ask before the page with unsaved changes is left. */
export function useLeaveQuestion(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
