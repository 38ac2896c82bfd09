import { createSession } from '@phuluc/excel-simulator/create-session';
import type { Session } from '@phuluc/excel-simulator/protocol/types';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { createEditor } from '../editor/create-editor';
import { useEditor } from '../editor/use-editor';
import { deleteRecoveryCopy, readLeftCopies, type RecoveryCopy } from '../file/recovery-store';
import { useFileLock } from '../file/use-file-lock';
import { useLeaveQuestion, useRecovery } from '../file/use-recovery';
import { type StatusMessage, useWorkbookFile } from '../file/use-workbook-file';
import type { ReadFile } from '../file/workbook-file';
import { Grid } from '../grid/Grid';
import type { WorkbenchMessages } from '../messages';
import { CellMenu } from './CellMenu';
import { FormulaBar } from './FormulaBar';
import { parseRibbon, type Ribbon, type RibbonButton } from './parse-ribbon';
import { type Question, QuestionDialog } from './QuestionDialog';
import { RecoveryBar } from './RecoveryBar';
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

export function Workbench({
  messages,
  options,
}: {
  messages: WorkbenchMessages;
  options: WorkbenchOptions;
}): ReactElement {
  const { opened, message, open, pick, save: writeFile } = useWorkbookFile(messages, options.now);
  const { workbook, documentUrl } = opened;
  const [ribbon, setRibbon] = useState<Ribbon | null>(null);
  const [paneOpen, setPaneOpen] = useState(true);
  const [paneWidth, setPaneWidth] = useState(PANE_WIDTHS.usual);
  const [zoom, setZoom] = useState(1);
  const [draft, setDraft] = useState<string | null>(null);
  const [menuAt, setMenuAt] = useState<{ left: number; top: number } | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [copies, setCopies] = useState<RecoveryCopy[]>([]);

  const { editor, functions } = useMemo(() => {
    const { now } = options;
    const session = createSession(workbook, {
      locale: options.locale,
      requirementSets: options.requirementSets,
      ...(now ? { now: () => now } : {}),
    });
    const made = createEditor(session);
    return { editor: made, functions: createRibbonFunctions(made, documentUrl) };
  }, [workbook, documentUrl, options]);
  useEffect(() => functions.close, [functions]);
  // The simulator behind the pane, for whoever wants to look at it or to make it fail.
  useEffect(() => {
    window.phuluc = { session: editor.session };
  }, [editor]);
  useEditor(editor);

  const isUnsaved = editor.contentVersion !== opened.savedVersion;
  useLeaveQuestion(isUnsaved);
  const isWithoutCopy = useRecovery(editor, opened.id, opened.file, isUnsaved);
  const isElsewhere = useFileLock(opened.id, opened.isNew ? null : opened.file.name);
  useEffect(() => {
    document.title = `${isUnsaved ? '● ' : ''}${opened.file.name} – Phụ lục`;
  }, [isUnsaved, opened.file.name]);
  useEffect(() => {
    readLeftCopies().then(setCopies, () => undefined);
  }, []);

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
      .then((bytes) => {
        const name = decodeURIComponent(address.split('/').at(-1) ?? address);
        return open({ name, handle: null, modified: null, bytes });
      });
  }, [options.open, open]);

  const save = async (): Promise<boolean> => {
    const version = editor.contentVersion;
    const { losses } = workbook;
    const saveCopy = { choose: () => void writeFile(version, { asCopy: true }) };
    if (losses.length > 0) {
      const text = messages.losses(losses.map(messages.lostContent).join('; '));
      setQuestion({
        label: messages.save,
        text,
        choices: [{ text: messages.saveAnyway, ...saveCopy }],
      });
      return false;
    }
    const outcome = await writeFile(version);
    if (outcome === 'changedOnDisk')
      setQuestion({
        label: messages.save,
        text: messages.changedOnDisk(opened.file.name),
        choices: [
          { text: messages.downloadCopy, ...saveCopy },
          { text: messages.overwrite, choose: () => void writeFile(version, { overwrite: true }) },
        ],
      });
    return outcome === 'saved';
  };
  const replaceWorkbook = async (file: ReadFile, recoveryId?: string): Promise<void> => {
    if (!(await open(file, recoveryId))) return;
    setDraft(null);
    setCopies((present) => present.filter(({ id }) => id !== recoveryId));
  };
  /** Opens another workbook, after a question when changes of this one would be lost. */
  const ask = (next: () => Promise<void>): void => {
    if (!isUnsaved) {
      void next();
      return;
    }
    setQuestion({
      label: messages.open,
      text: messages.discardQuestion(opened.file.name),
      choices: [
        { text: messages.discardAndOpen, choose: () => void next() },
        {
          text: messages.saveAndOpen,
          choose: () => void save().then((saved) => (saved ? next() : undefined)),
        },
      ],
    });
  };
  const openOther = (): void =>
    ask(async () => {
      const file = await pick();
      if (file) await replaceWorkbook(file);
    });
  const deleteCopy = async ({ id }: RecoveryCopy): Promise<void> => {
    await deleteRecoveryCopy(id);
    setCopies((present) => present.filter((copy) => copy.id !== id));
  };
  // On the window: right after the start nothing in the page has the focus.
  useEffect(() => {
    const pressKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 's' && key !== 'o') return;
      event.preventDefault();
      if (question) return;
      if (key === 's') void save();
      else openOther();
    };
    window.addEventListener('keydown', pressKey);
    return () => window.removeEventListener('keydown', pressKey);
  });
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
    <div className={styles.workbench}>
      <WorkbenchHeader
        editor={editor}
        messages={messages}
        file={opened.file.name}
        isUnsaved={isUnsaved}
        zoom={zoom}
        isPaneOpen={paneOpen}
        onZoom={setZoom}
        onOpen={openOther}
        onSave={() => void save()}
        onTogglePane={() => setPaneOpen(!paneOpen)}
      />
      {copies.length > 0 && (
        <RecoveryBar
          copies={copies}
          messages={messages}
          onRecover={(copy) => ask(() => replaceWorkbook({ ...copy.file, bytes: copy.bytes }, copy.id))}
          onDelete={(copy) => void deleteCopy(copy)}
        />
      )}
      {(isElsewhere || isWithoutCopy) && (
        <div className={styles.warning} role="alert">
          {isElsewhere && <div>{messages.openElsewhere(opened.file.name)}</div>}
          {isWithoutCopy && <div>{messages.noCopies}</div>}
        </div>
      )}
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
              documentUrl={documentUrl}
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
      {question && (
        <QuestionDialog question={question} cancel={messages.cancel} onClose={() => setQuestion(null)} />
      )}
    </div>
  );
}
