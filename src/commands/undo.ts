import type { Problem, Result } from '../annex/problem';
import { changeWorkbook } from '../excel/change-workbook';
import { runOnWorkbook } from '../excel/run';
import { takeSnapshot } from '../excel/snapshot';
import { lastDone, nextUndone, recordSwitched } from '../workbook/history';
import { planChange, undoWarnings } from '../workbook/plan-change';
import type { HistoryEntry, WorkbookRecord } from '../workbook/record';
import type { Command, StagedCommand } from './command';

/** `command` is the id of what is undone or redone. */
export type StagedUndo = { entry: HistoryEntry };
export type UndoOutcome = { command: string };

const failure = (code: Problem['code']): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: [{ code, severity: 'error', place: {} }],
});

type Pick = (record: WorkbookRecord) => HistoryEntry | null;

const stage = (pick: Pick): Promise<Result<StagedUndo>> =>
  runOnWorkbook<StagedUndo>(async (context) => {
    const snapshot = await takeSnapshot(context, { history: true });
    const entry = pick(snapshot.record);
    if (!entry) return failure('nothing-to-undo');
    const change = snapshot.record.changes.get(entry.id);
    if (!change) return failure('undo-not-kept');
    const planned = planChange(snapshot, change);
    return planned.ok
      ? {
          ok: true,
          value: { entry },
          warnings: [...planned.warnings, ...undoWarnings(planned.value)],
        }
      : planned;
  });

const run = (id: string, pick: Pick, at: Date, staged: StagedUndo): Promise<Result<UndoOutcome>> =>
  runOnWorkbook<UndoOutcome>(async (context) => {
    const snapshot = await takeSnapshot(context, { history: true });
    const entry = pick(snapshot.record);
    const change = entry && snapshot.record.changes.get(entry.id);
    if (!change || JSON.stringify(entry) !== JSON.stringify(staged.entry)) return failure('workbook-changed');
    const done = await changeWorkbook(context, snapshot, change, {
      command: id,
      at,
      record: ({ inverse }) => recordSwitched(snapshot.record, entry, at.toISOString(), inverse),
    });
    return done.ok ? { ...done, value: { command: entry.command } } : done;
  });

const historyCommand = (id: 'undo' | 'redo', pick: Pick): StagedCommand<void, StagedUndo, UndoOutcome> => ({
  id,
  labelKey: `command.${id}`,
  stage: () => stage(pick),
  run: ({ now }, staged) => run(id, pick, now(), staged),
});

/** Takes back the newest change that is not taken back yet. Staged, so that the user hears before if it is final. */
export const undo = historyCommand('undo', lastDone);
/** Does again what was undone last. */
export const redo = historyCommand('redo', nextUndone);

/** What is undone or redone at once, as by the button on the ribbon. */
export const atOnce = <Output>(command: StagedCommand<void, StagedUndo, Output>): Command<void, Output> => ({
  id: command.id,
  labelKey: command.labelKey,
  run: async (context) => {
    const staged = await command.stage(context, undefined);
    return staged.ok ? command.run(context, staged.value) : staged;
  },
});
