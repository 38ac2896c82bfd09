import { readSnapshot } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { changeWorkbook } from '../excel/write/change-workbook';
import { buildSwitchedEntryRows, findLastDone, findNextUndone } from '../school-workbook/history';
import { findBlockingEntry } from '../school-workbook/history-conflicts';
import type { HistoryEntry, MetadataSheet } from '../school-workbook/metadata-sheet';
import { getUndoWarnings, planChange } from '../school-workbook/plan-change';
import { isEqual } from '../shared/is-equal';
import { err, ok, type Result } from '../shared/result';
import type { Command, StagedCommand } from './command';

/** The entry that is undone or redone. */
type StagedUndo = { entry: HistoryEntry };
/** `command` is the id of what is undone or redone. */
type UndoOutcome = { command: string };

type PickEntry<Input> = (metadata: MetadataSheet, input: Input) => Result<HistoryEntry>;

function stageEntry<Input>(pick: PickEntry<Input>, input: Input, id?: number): Promise<Result<StagedUndo>> {
  return runOnWorkbook<StagedUndo>(async (context) => {
    const snapshot = await readSnapshot(context, { history: true, ...(id !== undefined && { entry: id }) });
    const picked = pick(snapshot.metadataSheet, input);
    if (!picked.ok) return picked;
    const entry = picked.value;
    const change = snapshot.metadataSheet.changes.get(entry.id);
    if (!change) return err('undo-not-kept');
    const planned = planChange(snapshot, change);
    return planned.ok ? ok({ entry }, [...planned.warnings, ...getUndoWarnings(planned.value)]) : planned;
  });
}

function runEntry<Input>(
  command: string,
  pick: PickEntry<Input>,
  input: Input,
  at: Date,
  staged: StagedUndo,
): Promise<Result<UndoOutcome>> {
  return runOnWorkbook<UndoOutcome>(async (context) => {
    const snapshot = await readSnapshot(context, { history: true, entry: staged.entry.id });
    const picked = pick(snapshot.metadataSheet, input);
    if (!picked.ok) return picked;
    const entry = picked.value;
    const change = snapshot.metadataSheet.changes.get(entry.id);
    if (!change || !isEqual(entry, staged.entry)) return err('workbook-changed');
    const done = await changeWorkbook(context, snapshot, change, {
      command,
      at,
      createHistoryRows: ({ inverse }) =>
        buildSwitchedEntryRows(snapshot.metadataSheet, entry, at.toISOString(), inverse),
    });
    return done.ok ? { ...done, value: { command: entry.command } } : done;
  });
}

function requireEntry(entry: HistoryEntry | null): Result<HistoryEntry> {
  return entry ? ok(entry) : err('nothing-to-undo');
}

function createHistoryCommand(
  id: 'undo' | 'redo',
  pick: (metadata: MetadataSheet) => HistoryEntry | null,
): StagedCommand<void, StagedUndo, UndoOutcome> {
  const next: PickEntry<void> = (metadata) => requireEntry(pick(metadata));
  return {
    id,
    labelKey: `command.${id}`,
    stage: () => stageEntry(next, undefined),
    run: ({ now }, staged) => runEntry(id, next, undefined, now(), staged),
  };
}

/** Undoes the newest change that is not undone yet. Staged, so that the user is warned first if it is final. */
export const undo = createHistoryCommand('undo', findLastDone);
/** Redoes what was undone last. */
export const redo = createHistoryCommand('redo', findNextUndone);

/** Finds the entry of an id if it is in a state and no other entry that changed the same cells blocks it. */
function findUnblockedEntry(state: HistoryEntry['state']): PickEntry<number> {
  return (metadata, id) => {
    const entry = metadata.entries.find((candidate) => candidate.id === id && candidate.state === state);
    if (!entry) return err('workbook-changed');
    const other = findBlockingEntry(metadata, entry);
    if (!other) return ok(entry);
    const code = other.id > id ? 'undo-blocked' : 'redo-blocked';
    return err(code, {}, { command: other.command, at: other.at });
  };
}

function createEntryCommand(
  id: 'undo' | 'redo',
  state: HistoryEntry['state'],
): StagedCommand<number, StagedUndo, UndoOutcome> {
  return {
    id,
    labelKey: `command.${id}`,
    stage: (_, entry) => stageEntry(findUnblockedEntry(state), entry, entry),
    run: ({ now }, staged) => runEntry(id, findUnblockedEntry(state), staged.entry.id, now(), staged),
  };
}

/**
 * Undoes one change of the history by its id, also an older one, if no later change affects the same cells; otherwise
 * the problem names the later one.
 */
export const undoEntry = createEntryCommand('undo', 'done');
/** Redoes one undone change, under the same condition. */
export const redoEntry = createEntryCommand('redo', 'undone');

/** Returns a command that undoes or redoes without staging, as the button on the ribbon does. */
export function toImmediateCommand<Input, Output>(
  command: StagedCommand<Input, StagedUndo, Output>,
): Command<Input, Output> {
  return {
    id: command.id,
    labelKey: command.labelKey,
    run: async (context, input) => {
      const staged = await command.stage(context, input);
      return staged.ok ? command.run(context, staged.value) : staged;
    },
  };
}
