import type { Command, StagedCommand } from '../../commands/command';
import type { MessageKey } from '../../i18n/vi/messages';
import type * as AllBodies from './command-module';

type CommandModule = typeof AllBodies;

/** Loads the code of the commands, so that the first one that is run need not wait for it. */
export const loadCommands = (): Promise<CommandModule> => import('./command-module');

type CommandTraits = { id: string; labelKey: MessageKey; stoppable?: true };

/** A command whose code comes when it is first run: what changes a workbook is not needed to look at it. */
function createLazyCommand<Input, Output>(
  pick: (bodies: CommandModule) => Command<Input, Output>,
  traits: CommandTraits,
): Command<Input, Output> {
  return {
    ...traits,
    run: async (context, input) => pick(await loadCommands()).run(context, input),
  };
}

function createLazyStagedCommand<Input, Staged, Output>(
  pick: (bodies: CommandModule) => StagedCommand<Input, Staged, Output>,
  traits: CommandTraits,
): StagedCommand<Input, Staged, Output> {
  return {
    ...createLazyCommand(pick, traits),
    stage: async (context, input) => pick(await loadCommands()).stage(context, input),
  };
}

export const undoNow = createLazyCommand((bodies) => bodies.undoNow, {
  id: 'undo',
  labelKey: 'command.undo',
});
export const redoNow = createLazyCommand((bodies) => bodies.redoNow, {
  id: 'redo',
  labelKey: 'command.redo',
});
export const undoEntryNow = createLazyCommand((bodies) => bodies.undoEntryNow, {
  id: 'undo',
  labelKey: 'command.undo',
});
export const redoEntryNow = createLazyCommand((bodies) => bodies.redoEntryNow, {
  id: 'redo',
  labelKey: 'command.redo',
});
export const markPerformed = createLazyCommand((bodies) => bodies.markPerformed, {
  id: 'mark-performed',
  labelKey: 'command.mark-performed',
});
export const markNotPerformed = createLazyCommand((bodies) => bodies.markNotPerformed, {
  id: 'mark-not-performed',
  labelKey: 'command.mark-not-performed',
});
export const clearMark = createLazyCommand((bodies) => bodies.clearMark, {
  id: 'clear-mark',
  labelKey: 'command.clear-mark',
});
export const showRows = createLazyCommand((bodies) => bodies.showRows, {
  id: 'show-rows',
  labelKey: 'command.show-rows',
});
export const readAnnex = createLazyCommand((bodies) => bodies.readAnnex, {
  id: 'read-annex',
  labelKey: 'command.read-annex',
  stoppable: true,
});
export const reviewTable = createLazyCommand((bodies) => bodies.reviewTable, {
  id: 'review-table',
  labelKey: 'command.review-table',
});
export const importAnnex = createLazyStagedCommand((bodies) => bodies.importAnnex, {
  id: 'import-annex',
  labelKey: 'command.import-annex',
});
