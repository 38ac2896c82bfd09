import { atOnce, redo, undo } from '../../commands/undo';

/** What the first look at the pane can do without; see `commands.ts`. */
export const undoAtOnce = atOnce(undo);
export const redoAtOnce = atOnce(redo);
export { importAnnex } from '../../commands/import-annex';
export { clearMark, markNotPerformed, markPerformed } from '../../commands/mark';
export { readAnnex } from '../../commands/read-annex';
export { reviewTable } from '../../commands/review-table';
export { showRows } from '../../commands/show-rows';
