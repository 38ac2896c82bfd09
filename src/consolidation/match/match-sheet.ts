import type { Task } from '../../annex/types';
import type { FileOrigin, MatchedFile, SchoolFile, SchoolRow, TaskField } from '../types';
import { detectDrift, isPrintedTextUnchanged, PRINTED_FIELDS } from './detect-drift';
import { type TaskIndex, toIdKey } from './index-master';
import { matchRows } from './match-rows';

/** Printed cells that are left out where they say what the master says; the id stays, to name the row's place. */
type RepeatedField = Exclude<Parameters<typeof isPrintedTextUnchanged>[1], 'id'>;
const REPEATED_FIELDS: ReadonlySet<string> = new Set<string>([
  'content',
  ...PRINTED_FIELDS.filter((field) => field !== 'id'),
]);

function removeRepeatedCells(row: SchoolRow, task: Task, origin: FileOrigin): SchoolRow {
  const cells: SchoolRow['cells'] = {};
  for (const field in row.cells) {
    const cell = row.cells[field as TaskField]!;
    const isRepeated =
      REPEATED_FIELDS.has(field) &&
      !cell.blankFormula &&
      isPrintedTextUnchanged(task, field as RepeatedField, cell, origin);
    if (!isRepeated) cells[field as TaskField] = cell;
  }
  return { ...row, cells };
}

/** What matching makes of the rows and the log of a sheet. */
export type MatchedSheet = Pick<MatchedFile, 'rows' | 'progress' | 'matches' | 'drift'>;

/** Matches a sheet with tasks, puts their ids into the rows of its log, and leaves out printed words that are theirs. */
export function matchSheet(file: Omit<SchoolFile, 'versions'>, master: TaskIndex): MatchedSheet {
  const matches = matchRows(file.rows, master, file.origin);
  const drift = detectDrift(file, matches, master);
  const rows = [...file.rows];
  /** The file's own ids → the master's. */
  const ids = new Map<string, string>();
  for (const { row, task: id } of matches) {
    const fileRow = file.rows[row]!;
    if (id === null) continue;
    const written = toIdKey(String(fileRow.cells.id?.value ?? ''));
    if (written !== '' && !ids.has(written)) ids.set(written, id);
    rows[row] = removeRepeatedCells(fileRow, master.byId.get(toIdKey(id))!.task, file.origin);
  }
  const progress = file.progress.map((row) => {
    const written = toIdKey(row.task);
    const task = ids.get(written) ?? master.byId.get(written)?.task.id ?? row.task;
    const { content: _, ...cells } = row.cells;
    return { ...row, task, cells };
  });
  return { rows, progress, matches, drift };
}
