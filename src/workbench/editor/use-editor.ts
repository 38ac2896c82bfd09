import { useSyncExternalStore } from 'react';
import type { Editor } from './editor';

/** Paints a component anew whenever the workbook or the selection changes. */
export const useEditor = (editor: Editor): number =>
  useSyncExternalStore(editor.subscribe, () => editor.version);
