import type { Command, StagedCommand } from '../../commands/command';
import type { MessageKey } from '../../locales/vi';
import type * as AllBodies from './command-bodies';

type Bodies = typeof AllBodies;

/** Loads the code of the commands, so that the first one that is run need not wait for it. */
export const loadCommands = (): Promise<Bodies> => import('./command-bodies');

type Traits = { id: string; labelKey: MessageKey; stoppable?: true };

/** A command whose code comes when it is first run: what changes a workbook is not needed to look at it. */
function later<Input, Output>(
  pick: (bodies: Bodies) => Command<Input, Output>,
  traits: Traits,
): Command<Input, Output> {
  return {
    ...traits,
    run: async (context, input) => pick(await loadCommands()).run(context, input),
  };
}

function laterStaged<Input, Staged, Output>(
  pick: (bodies: Bodies) => StagedCommand<Input, Staged, Output>,
  traits: Traits,
): StagedCommand<Input, Staged, Output> {
  return {
    ...later(pick, traits),
    stage: async (context, input) => pick(await loadCommands()).stage(context, input),
  };
}

export const undoAtOnce = later((bodies) => bodies.undoAtOnce, { id: 'undo', labelKey: 'command.undo' });
export const redoAtOnce = later((bodies) => bodies.redoAtOnce, { id: 'redo', labelKey: 'command.redo' });
export const undoEntryAtOnce = later((bodies) => bodies.undoEntryAtOnce, {
  id: 'undo',
  labelKey: 'command.undo',
});
export const redoEntryAtOnce = later((bodies) => bodies.redoEntryAtOnce, {
  id: 'redo',
  labelKey: 'command.redo',
});
export const markPerformed = later((bodies) => bodies.markPerformed, {
  id: 'mark-performed',
  labelKey: 'command.mark-performed',
});
export const markNotPerformed = later((bodies) => bodies.markNotPerformed, {
  id: 'mark-not-performed',
  labelKey: 'command.mark-not-performed',
});
export const clearMark = later((bodies) => bodies.clearMark, {
  id: 'clear-mark',
  labelKey: 'command.clear-mark',
});
export const showRows = later((bodies) => bodies.showRows, {
  id: 'show-rows',
  labelKey: 'command.show-rows',
});
export const readAnnex = later((bodies) => bodies.readAnnex, {
  id: 'read-annex',
  labelKey: 'command.read-annex',
  stoppable: true,
});
export const reviewTable = later((bodies) => bodies.reviewTable, {
  id: 'review-table',
  labelKey: 'command.review-table',
});
export const importAnnex = laterStaged((bodies) => bodies.importAnnex, {
  id: 'import-annex',
  labelKey: 'command.import-annex',
});
