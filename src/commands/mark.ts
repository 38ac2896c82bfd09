import type { Applicability } from '../annex/types';
import { readSnapshot } from '../excel/read/read-snapshot';
import { runOnWorkbook } from '../excel/run-on-workbook';
import { queueSelection, readSelectedRows, warnOfHiddenRows } from '../excel/selection';
import { changeWorkbook } from '../excel/write/change-workbook';
import type { MessageKey } from '../i18n/vi/messages';
import { planMark, warnOfUnchangedMarks } from '../school-workbook/plan-mark';
import { readTasks } from '../school-workbook/tasks/read-tasks';
import { err, ok, type Result } from '../shared/result';
import type { Command, CommandContext } from './command';

type MarkInput = {
  /** Keys of rows, or the rows selected in the sheet. */
  rows: readonly string[] | 'selection';
  reason?: string;
};
type MarkOutcome = { written: boolean; rows: number };

function markRows(
  id: string,
  { now }: CommandContext,
  { rows, reason }: MarkInput,
  applicability: Applicability,
): Promise<Result<MarkOutcome>> {
  return runOnWorkbook<MarkOutcome>(async (context) => {
    const selection = rows === 'selection' ? queueSelection(context) : null;
    const snapshot = await readSnapshot(context);
    const table = readTasks(snapshot);
    if (!table.ok) return table;
    const selected = await readSelectedRows(context, selection, table.value);
    const skipped = warnOfHiddenRows(table.value.sheet, selected);
    const keys = rows === 'selection' ? selected.keys : rows;
    const change = planMark(table.value.rows, keys, { applicability, reason });
    if (change.edits.length === 0) {
      return skipped.length > 0
        ? err('only-hidden-rows-selected', { sheet: table.value.sheet })
        : err('no-task-selected');
    }
    const done = await changeWorkbook(context, snapshot, change, { command: id, at: now() });
    if (!done.ok) return done;
    const value = { written: done.value.written, rows: change.edits.length };
    const unchanged = applicability === 'undecided' ? warnOfUnchangedMarks(table.value, keys) : [];
    return ok(value, [...skipped, ...unchanged, ...done.warnings]);
  });
}

function createMarkCommand(
  id: string,
  labelKey: MessageKey,
  applicability: Applicability,
): Command<MarkInput, MarkOutcome> {
  return {
    id,
    labelKey,
    run: (context, input) => markRows(id, context, input, applicability),
  };
}

/** Marks tasks as performed. Like the next two, takes at most three syncs, one more for hidden rows, and makes one entry in the history. */
export const markPerformed = createMarkCommand('mark-performed', 'command.mark-performed', 'performed');
export const markNotPerformed = createMarkCommand(
  'mark-not-performed',
  'command.mark-not-performed',
  'notPerformed',
);
export const clearMark = createMarkCommand('clear-mark', 'command.clear-mark', 'undecided');
