import { useSyncExternalStore } from 'react';
import type { Editor } from './create-editor';

/** Paints a component again whenever the workbook or the selection changes. */
export function useEditor(editor: Editor): number {
  return useSyncExternalStore(editor.subscribe, () => editor.version);
}
