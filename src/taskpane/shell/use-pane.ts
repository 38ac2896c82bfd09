import { useCallback, useRef, useState } from 'react';
import type { Command, CommandContext } from '../../commands/command';
import type { WorkbookView } from '../../commands/read-workbook-view';
import type { MessageKey } from '../../i18n/vi/messages';
import type { Problem } from '../../shared/problem';
import type { Result } from '../../shared/result';
import { WORKER_READERS } from '../reader/worker-readers';
import type { CommandSource, StagedCommandSource } from './commands';
import { toInternalProblem } from './to-internal-problem';
import { type Notice, useNotices } from './use-notices';
import { useWorkbookView } from './use-workbook-view';

/** What takes longer is shown as work in progress. */
const BUSY_DELAY_MS = 500;

export type BusyState = {
  /** Null while the code of the command is still being loaded. */
  label: MessageKey | null;
  /** How far of all; null where the command does not report it. */
  progress: { done: number; total: number } | null;
  progressKey: MessageKey;
  /** Null where the command cannot be stopped without leaving something half done. */
  stop: (() => void) | null;
};

/** What a staged command would do, with what it warns of. */
export type Staged<Plan> = { plan: Plan; warnings: Problem[] };

export type Pane = {
  /** Null until the workbook has been read for the first time. */
  view: WorkbookView | null;
  /** What has been running for more than half a second. */
  busy: BusyState | null;
  /** A command is running; buttons wait for it. */
  isRunning: boolean;
  notices: Notice[];
  /**
   * Runs a command; its problems become a notice.
   * @returns the command's output, or null if it failed or another command is still running
   */
  perform: <Input, Output>(
    command: CommandSource<Input, Output>,
    input: Input,
    describeSuccess?: (output: Output) => Notice['success'],
  ) => Promise<Output | null>;
  /**
   * Works out what a staged command would do; its problems become a notice, its warnings are the caller's.
   * @returns null if that failed or another command is still running
   */
  stage: <Input, Plan, Output>(
    command: StagedCommandSource<Input, Plan, Output>,
    input: Input,
  ) => Promise<Staged<Plan> | null>;
  /** Moves the selection of the sheet. Runs also while a command does: arrow keys follow one another quickly. */
  show: <Input>(command: CommandSource<Input, unknown>, input: Input) => Promise<void>;
  report: (problems: Problem[]) => void;
  dismiss: (id: number) => void;
};

type Run<Command, Output> = (command: Command, context: CommandContext) => Promise<Result<Output>>;

/**
 * The pane's link to the workbook: what it shows is read from there after every change, by whomever, and nothing
 * is stored elsewhere.
 */
export function usePane(): Pane {
  const [busy, setBusy] = useState<BusyState | null>(null);
  const [isRunning, setRunning] = useState(false);
  const running = useRef(0);
  /** Set at once, before React has disabled the buttons: the second click of a double click finds it. */
  const isLocked = useRef(false);
  const { notices, notify, report, dismiss, clear } = useNotices();
  const { view, refresh } = useWorkbookView(running, report);

  const execute = useCallback(
    async <C extends Pick<Command<never, unknown>, 'labelKey' | 'progressKey' | 'stoppable'>, Output>(
      source: C | (() => Promise<C>),
      run: Run<C, Output>,
      { locks }: { locks: boolean },
    ): Promise<(Result<Output> & { ok: true }) | null> => {
      if (locks && isLocked.current) return null;
      if (locks) {
        isLocked.current = true;
        clear();
      }
      running.current += 1;
      setRunning(true);
      const control = new AbortController();
      let loaded: C | null = typeof source === 'function' ? null : source;
      const patience = window.setTimeout(
        () =>
          setBusy({
            label: loaded?.labelKey ?? null,
            progress: null,
            progressKey: loaded?.progressKey ?? 'pane.pages',
            stop: loaded?.stoppable ? () => control.abort() : null,
          }),
        BUSY_DELAY_MS,
      );
      const onProgress = (done: number, total: number): void =>
        setBusy((before) => before && { ...before, progress: { done, total } });
      try {
        loaded = typeof source === 'function' ? await source() : source;
        const result = await run(loaded, {
          now: () => new Date(),
          signal: control.signal,
          onProgress,
          readers: WORKER_READERS,
        });
        // A reader that does not look at the signal has finished; what it read is not wanted any more.
        if (control.signal.aborted) return null;
        if (result.ok) return result;
        report(result.problems);
        return null;
      } catch (error) {
        if (!control.signal.aborted) report([toInternalProblem(error)]);
        return null;
      } finally {
        window.clearTimeout(patience);
        running.current -= 1;
        if (running.current === 0) {
          setBusy(null);
          // Buttons wait for the workbook as it is now: what was staged before would no longer be true.
          await refresh();
          if (running.current === 0) setRunning(false);
        }
        if (locks) isLocked.current = false;
      }
    },
    [clear, refresh, report],
  );

  const perform: Pane['perform'] = useCallback(
    async (command, input, describeSuccess) => {
      const result = await execute(command, (loaded, context) => loaded.run(context, input), { locks: true });
      if (!result) return null;
      const success = describeSuccess?.(result.value);
      if (success || result.warnings.length > 0)
        notify({ problems: success ? result.warnings : [], success });
      return result.value;
    },
    [execute, notify],
  );
  const stage: Pane['stage'] = useCallback(
    async (command, input) => {
      const result = await execute(command, (loaded, context) => loaded.stage(context, input), {
        locks: true,
      });
      return result && { plan: result.value, warnings: result.warnings };
    },
    [execute],
  );
  const show: Pane['show'] = useCallback(
    async (command, input) => {
      await execute(command, (loaded, context) => loaded.run(context, input), { locks: false });
    },
    [execute],
  );

  return { view, busy, isRunning, notices, perform, stage, show, report, dismiss };
}
