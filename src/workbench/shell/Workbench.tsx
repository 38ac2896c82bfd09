import { createSession } from '@phuluc/excel-simulator/create-session';
import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import type { Session } from '@phuluc/excel-simulator/protocol/types';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { type ReactElement, useCallback, useEffect, useMemo, useState } from 'react';
import { createEditor } from '../editor/create-editor';
import { useEditor } from '../editor/use-editor';
import { Grid } from '../grid/Grid';
import type { WorkbenchMessages } from '../messages';
import { CellMenu } from './CellMenu';
import { downloadXlsx } from './download-xlsx';
import { FormulaBar } from './FormulaBar';
import { LossDialog } from './LossDialog';
import { parseRibbon, type Ribbon, type RibbonButton } from './parse-ribbon';
import { createRibbonFunctions } from './ribbon-functions';
import { RibbonStrip } from './RibbonStrip';
import { SheetTabs } from './SheetTabs';
import { TaskPane } from './TaskPane';
import styles from './Workbench.module.css';
import { WorkbenchHeader } from './WorkbenchHeader';

const PANE_WIDTHS = { least: 320, usual: 400, most: 640 };

export type WorkbenchOptions = {
  locale: string;
  /** What the host advertises, e.g. { ExcelApi: '1.9' }; Excel's usual sets where it is absent. */
  requirementSets?: Record<string, string>;
  /** A workbook to open at once: its address below this page. */
  open?: string;
  /** The day the workbook believes it is, for pictures and tests. */
  now?: Date;
};

declare global {
  // The only way to add to a type of the platform.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    phuluc?: { session: Session };
  }
}

type OpenedWorkbook = { workbook: WorkbookModel; file: string };
type StatusMessage = { text: string; alert: boolean };

export function Workbench({
  messages,
  options,
}: {
  messages: WorkbenchMessages;
  options: WorkbenchOptions;
}): ReactElement {
  const [opened, setOpened] = useState<OpenedWorkbook>(() => ({
    workbook: createWorkbook('Sheet1'),
    file: 'so-truong.xlsx',
  }));
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const [ribbon, setRibbon] = useState<Ribbon | null>(null);
  const [paneOpen, setPaneOpen] = useState(true);
  const [paneWidth, setPaneWidth] = useState(PANE_WIDTHS.usual);
  const [zoom, setZoom] = useState(1);
  const [draft, setDraft] = useState<string | null>(null);
  const [menuAt, setMenuAt] = useState<{ left: number; top: number } | null>(null);
  const [askLosses, setAskLosses] = useState(false);

  const { editor, functions } = useMemo(() => {
    const { now } = options;
    const session = createSession(opened.workbook, {
      locale: options.locale,
      requirementSets: options.requirementSets,
      ...(now ? { now: () => now } : {}),
    });
    const made = createEditor(session);
    return { editor: made, functions: createRibbonFunctions(made, opened.file) };
  }, [opened, options]);
  useEffect(() => functions.close, [functions]);
  // The simulator behind the pane, for whoever wants to look at it or to make it fail.
  useEffect(() => {
    window.phuluc = { session: editor.session };
  }, [editor]);
  useEditor(editor);

  const open = useCallback(
    async (bytes: Uint8Array, file: string): Promise<void> => {
      try {
        const workbook = await openWorkbook(bytes);
        recalculate(workbook, { now: options.now ?? new Date() });
        setDraft(null);
        setOpened({ workbook, file });
        setMessage(null);
      } catch {
        setMessage({ text: messages.cannotOpen(file), alert: true });
      }
    },
    [options.now, messages],
  );

  useEffect(() => {
    void fetch('manifest.xml')
      .then((answer) => answer.text())
      .then((text) => setRibbon(parseRibbon(text, options.locale)));
  }, [options.locale]);
  useEffect(() => {
    const address = options.open;
    if (!address) return;
    void fetch(address)
      .then(async (answer) => new Uint8Array(await answer.arrayBuffer()))
      .then((bytes) => open(bytes, decodeURIComponent(address.split('/').at(-1) ?? address)));
  }, [options.open, open]);

  const save = async (evenWithLosses = false): Promise<void> => {
    if (opened.workbook.losses.length > 0 && !evenWithLosses) {
      setAskLosses(true);
      return;
    }
    setAskLosses(false);
    downloadXlsx(await saveWorkbook(opened.workbook), opened.file);
    setMessage({ text: messages.saved(opened.file), alert: false });
  };
  const pick = (): void => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.xlsm';
    input.onchange = async () => {
      const file = input.files?.[0];
      if (file) await open(new Uint8Array(await file.arrayBuffer()), file.name);
    };
    input.click();
  };
  const press = (button: RibbonButton): void => {
    if (button.action.kind === 'pane') setPaneOpen(true);
    else functions.run(button.action.name, button.id);
  };
  const resize = (width: number): void =>
    setPaneWidth(Math.min(PANE_WIDTHS.most, Math.max(PANE_WIDTHS.least, width)));

  const { notice } = editor;
  const status: StatusMessage = notice
    ? { text: notice.text ?? messages.notices[notice.key], alert: true }
    : (message ?? { text: messages.ready, alert: false });

  return (
    <div
      className={styles.workbench}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
        const key = event.key.toLowerCase();
        if (key === 's') void save();
        else if (key === 'o') pick();
        else return;
        event.preventDefault();
      }}
    >
      <WorkbenchHeader
        editor={editor}
        messages={messages}
        file={opened.file}
        zoom={zoom}
        isPaneOpen={paneOpen}
        onZoom={setZoom}
        onOpen={pick}
        onSave={() => void save()}
        onTogglePane={() => setPaneOpen(!paneOpen)}
      />
      <aside className={styles.hint} aria-label={messages.help}>
        {messages.hint}
      </aside>
      <div className={styles.main}>
        <main className={styles.workbook}>
          {ribbon ? <RibbonStrip ribbon={ribbon} label={messages.ribbon} onPress={press} /> : <div />}
          <FormulaBar editor={editor} messages={messages} draft={draft} onDraft={setDraft} />
          <Grid
            editor={editor}
            zoom={zoom}
            messages={messages}
            draft={draft}
            onDraft={setDraft}
            onMenu={setMenuAt}
          />
          <SheetTabs editor={editor} messages={messages} />
          <div className={status.alert ? `${styles.status} ${styles.alert}` : styles.status} role="status">
            {status.text}
          </div>
        </main>
        {paneOpen && (
          <>
            <button
              type="button"
              className={styles.splitter}
              aria-label={messages.resizePane}
              onKeyDown={(event) => {
                if (event.key === 'ArrowLeft') resize(paneWidth + 20);
                else if (event.key === 'ArrowRight') resize(paneWidth - 20);
              }}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={(event) => {
                if (event.currentTarget.hasPointerCapture(event.pointerId))
                  resize(window.innerWidth - event.clientX);
              }}
            />
            <TaskPane
              editor={editor}
              url="taskpane.html"
              title={messages.pane}
              width={paneWidth}
              documentUrl={opened.file}
            />
          </>
        )}
      </div>
      {menuAt && ribbon && (
        <CellMenu
          place={menuAt}
          buttons={ribbon.menu}
          label={messages.cellMenu}
          onPress={press}
          onClose={() => setMenuAt(null)}
        />
      )}
      {askLosses && (
        <LossDialog
          losses={opened.workbook.losses}
          messages={messages}
          onCancel={() => setAskLosses(false)}
          onSave={() => void save(true)}
        />
      )}
    </div>
  );
}
