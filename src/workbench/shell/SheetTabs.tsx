import type { ReactElement } from 'react';
import type { Editor } from '../editor/create-editor';
import { useEditor } from '../editor/use-editor';
import type { WorkbenchMessages } from '../messages';
import styles from './SheetTabs.module.css';

/** Tabs of the visible sheets; hidden ones are only counted, as in Excel they are not shown. */
export function SheetTabs({
  editor,
  messages,
}: {
  editor: Editor;
  messages: WorkbenchMessages;
}): ReactElement {
  useEditor(editor);
  const { sheets, activeSheetId } = editor.session.workbook;
  const shown = sheets.filter(({ visibility }) => visibility === 'Visible');
  const hidden = sheets.length - shown.length;
  return (
    <div className={styles.tabs}>
      <div role="tablist" aria-label={messages.sheets}>
        {shown.map((sheet, index) => (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            aria-selected={sheet.id === activeSheetId}
            tabIndex={sheet.id === activeSheetId ? 0 : -1}
            style={sheet.tabColor ? { borderBottomColor: sheet.tabColor } : undefined}
            onClick={() => editor.activateSheet(sheet.id)}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = shown[index + by];
              if (!by || !next) return;
              editor.activateSheet(next.id);
              (event.currentTarget.parentElement?.children[index + by] as HTMLElement | undefined)?.focus();
            }}
          >
            {sheet.name}
          </button>
        ))}
      </div>
      {hidden > 0 && <span className={styles.hiddenCount}>{messages.hiddenSheets(hidden)}</span>}
    </div>
  );
}
