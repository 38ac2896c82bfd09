import type { Command, StagedCommand } from '../../commands/command';

/**
 * The commands that the first look at the workbook can do without, by id: their code is loaded when one of them is
 * first used, or ahead of that by `loadCommands`.
 */
export const COMMANDS = {
  undo: async () => {
    const { toImmediateCommand, undo } = await import(
      /* webpackChunkName: "pane-commands" */ '../../commands/undo'
    );
    return toImmediateCommand(undo);
  },
  redo: async () => {
    const { redo, toImmediateCommand } = await import(
      /* webpackChunkName: "pane-commands" */ '../../commands/undo'
    );
    return toImmediateCommand(redo);
  },
  undoEntry: async () => {
    const { toImmediateCommand, undoEntry } = await import(
      /* webpackChunkName: "pane-commands" */ '../../commands/undo'
    );
    return toImmediateCommand(undoEntry);
  },
  redoEntry: async () => {
    const { redoEntry, toImmediateCommand } = await import(
      /* webpackChunkName: "pane-commands" */ '../../commands/undo'
    );
    return toImmediateCommand(redoEntry);
  },
  markPerformed: async () =>
    (await import(/* webpackChunkName: "pane-commands" */ '../../commands/mark')).markPerformed,
  markNotPerformed: async () =>
    (await import(/* webpackChunkName: "pane-commands" */ '../../commands/mark')).markNotPerformed,
  clearMark: async () =>
    (await import(/* webpackChunkName: "pane-commands" */ '../../commands/mark')).clearMark,
  showRows: async () =>
    (await import(/* webpackChunkName: "pane-commands" */ '../../commands/show-rows')).showRows,
  readAnnex: async () =>
    (await import(/* webpackChunkName: "pane-commands" */ '../../commands/import/read-annex')).readAnnex,
  reviewTable: async () =>
    (await import(/* webpackChunkName: "pane-commands" */ '../../commands/import/review-table')).reviewTable,
  importAnnex: async () =>
    (await import(/* webpackChunkName: "pane-commands" */ '../../commands/import/import-annex')).importAnnex,
  // Makes workbooks with code that nothing else in the pane needs: a chunk of its own.
  issueWorkbooks: async () => (await import('../../commands/issue/issue-zip')).issueZip,
} as const;

/** A command, or the way to load it. */
export type CommandSource<Input, Output> = Command<Input, Output> | (() => Promise<Command<Input, Output>>);
export type StagedCommandSource<Input, Staged, Output> =
  StagedCommand<Input, Staged, Output> | (() => Promise<StagedCommand<Input, Staged, Output>>);

/** Returns the command itself, loading its code if it is not there yet. */
export async function loadCommand<C extends Command<never, unknown>>(
  source: C | (() => Promise<C>),
): Promise<C> {
  return typeof source === 'function' ? source() : source;
}

/** Loads the code of the commands, so that the first one that is run need not wait for it. */
export async function loadCommands(): Promise<void> {
  await Promise.all(Object.values(COMMANDS).map((load) => load()));
}
