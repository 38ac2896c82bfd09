import { atOnce, redo, redoEntry, undo, undoEntry } from '../../commands/undo';

/** What the first look at the pane can do without; see `commands.ts`. */
export const undoAtOnce = atOnce(undo);
export const redoAtOnce = atOnce(redo);
export const undoEntryAtOnce = atOnce(undoEntry);
export const redoEntryAtOnce = atOnce(redoEntry);
export { importAnnex } from '../../commands/import-annex';
export { clearMark, markNotPerformed, markPerformed } from '../../commands/mark';
export { readAnnex } from '../../commands/read-annex';
export { reviewTable } from '../../commands/review-table';
export { showRows } from '../../commands/show-rows';
