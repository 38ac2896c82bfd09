import { useCallback, useEffect, useRef, useState } from 'react';
import type { Command } from '../../commands/command';
import { readSelectedKeys, readWorkbookView, type WorkbookView } from '../../commands/read-workbook-view';
import { watchWorkbook } from '../../excel/watch-workbook';
import type { MessageParams } from '../../i18n/fill-template';
import type { MessageKey } from '../../i18n/vi/messages';
import type { Problem } from '../../shared/problem';
import { problem } from '../../shared/result';

/** Changes come in bursts (each cell of a paste); one reading after the last of them is enough. */
const DEBOUNCE_MS = 120;
/** What takes longer is shown as work in progress. */
const BUSY_DELAY_MS = 500;

export type Notice = {
  id: number;
  problems: Problem[];
  success?: { key: MessageKey; figures?: MessageParams; undo: boolean };
};

export type BusyState = {
  label: MessageKey;
  /** How far of all; null where the command does not tell. */
  progress: { done: number; total: number } | null;
  progressKey: MessageKey;
  /** Null where the command cannot be stopped without leaving something half done. */
  stop: (() => void) | null;
};

export type Pane = {
  /** Null until the workbook has been read for the first time. */
  view: WorkbookView | null;
  /** What has been running for more than half a second. */
  busy: BusyState | null;
  /** A command is running; buttons wait for it. */
  isRunning: boolean;
  notices: Notice[];
  /** Runs a command; what went wrong becomes a notice. The outcome is null then. */
  perform: <Input, Output>(
    command: Command<Input, Output>,
    input: Input,
    success?: DescribeSuccess<Output>,
  ) => Promise<Output | null>;
  report: (problems: Problem[]) => void;
  dismiss: (id: number) => void;
};

type DescribeSuccess<Output> = (output: Output) => Notice['success'];

function toInternalProblem(error: unknown): Problem {
  return problem('internal', {}, { reason: error instanceof Error ? error.message : String(error) });
}

const now = (): Date => new Date();
const context = { now };

/**
 * The pane's link to the workbook: what it shows is read from there after every change, by whomever, and nothing
 * is kept beside it.
 */
export function usePane(): Pane {
  const [view, setView] = useState<WorkbookView | null>(null);
  const [busy, setBusy] = useState<BusyState | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [notices, setNotices] = useState<Notice[]>([]);
  const nextId = useRef(0);
  const running = useRef(0);
  const latest = useRef<WorkbookView | null>(null);
  latest.current = view;

  const notify = useCallback((notice: Omit<Notice, 'id'>): void => {
    nextId.current += 1;
    const id = nextId.current;
    // A success replaces what was said before it; problems stay until they are dismissed or a command succeeds.
    setNotices((before) =>
      notice.success ? [{ ...notice, id }] : [...before.filter(({ success }) => !success), { ...notice, id }],
    );
  }, []);
  const report = useCallback((problems: Problem[]): void => notify({ problems }), [notify]);

  const refresh = useCallback(async (): Promise<void> => {
    try {
      const result = await readWorkbookView.run(context, undefined);
      if (result.ok) setView(result.value);
      else if (!result.problems.every(({ code }) => code === 'cell-being-edited')) report(result.problems);
    } catch (error) {
      report([toInternalProblem(error)]);
    }
  }, [report]);

  useEffect(() => {
    let timer = 0;
    let ended = false;
    let stop: (() => void) | null = null;
    const onChange = (change: 'content' | 'selection'): void => {
      if (change === 'content') {
        window.clearTimeout(timer);
        // While a command runs its own changes come back as events; it reads the workbook when it is done.
        timer = window.setTimeout(() => running.current === 0 && void refresh(), DEBOUNCE_MS);
        return;
      }
      const { table } = latest.current ?? {};
      if (!table || running.current > 0) return;
      void readSelectedKeys.run(context, table).then(
        (result) => {
          if (result.ok) setView((before) => (before ? { ...before, selected: result.value } : before));
        },
        () => undefined,
      );
    };
    void refresh();
    watchWorkbook(onChange).then(
      (unwatch) => {
        if (ended) unwatch();
        else stop = unwatch;
      },
      (error: unknown) => report([toInternalProblem(error)]),
    );
    return () => {
      ended = true;
      window.clearTimeout(timer);
      stop?.();
    };
  }, [refresh, report]);

  const perform: Pane['perform'] = useCallback(
    async (command, input, success) => {
      running.current += 1;
      setRunning(true);
      const control = new AbortController();
      const { progressKey = 'pane.pages' } = command;
      const stop = command.stoppable ? (): void => control.abort() : null;
      const patience = window.setTimeout(
        () => setBusy({ label: command.labelKey, progress: null, progressKey, stop }),
        BUSY_DELAY_MS,
      );
      const onProgress = (done: number, total: number): void =>
        setBusy((before) => before && { ...before, progress: { done, total } });
      try {
        const result = await command.run({ now, signal: control.signal, onProgress }, input);
        // A reader that does not look at the signal has finished; what it read is not wanted any more.
        if (control.signal.aborted) return null;
        if (!result.ok) {
          report(result.problems);
          return null;
        }
        const said = success?.(result.value);
        if (said || result.warnings.length > 0)
          notify({ problems: said ? result.warnings : [], success: said });
        return result.value;
      } catch (error) {
        if (!control.signal.aborted) report([toInternalProblem(error)]);
        return null;
      } finally {
        window.clearTimeout(patience);
        running.current -= 1;
        if (running.current === 0) {
          setBusy(null);
          setRunning(false);
          await refresh();
        }
      }
    },
    [notify, refresh, report],
  );

  return {
    view,
    busy,
    isRunning,
    notices,
    perform,
    report,
    dismiss: (id) => setNotices((before) => before.filter((notice) => notice.id !== id)),
  };
}
