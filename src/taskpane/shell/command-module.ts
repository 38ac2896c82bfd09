import { redo, redoEntry, toImmediateCommand, undo, undoEntry } from '../../commands/undo';

/** What the first look at the pane can do without; see `commands.ts`. */
export const undoNow = toImmediateCommand(undo);
export const redoNow = toImmediateCommand(redo);
export const undoEntryNow = toImmediateCommand(undoEntry);
export const redoEntryNow = toImmediateCommand(redoEntry);
export { importAnnex } from '../../commands/import/import-annex';
export { clearMark, markNotPerformed, markPerformed } from '../../commands/mark';
export { readAnnex } from '../../commands/import/read-annex';
export { reviewTable } from '../../commands/import/review-table';
export { showRows } from '../../commands/show-rows';
