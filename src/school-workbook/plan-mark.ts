import { formatAddress } from '@phuluc/ooxml/a1';
import type { Applicability } from '../annex/types';
import type { Problem } from '../shared/problem';
import { warning } from '../shared/result';
import { APPLICABILITY_LABELS, STATUS_LABELS } from '../sheets/labels/school-labels';
import { findNotPerformedColumn, type TaskRecord, type TaskTable } from './tasks/read-tasks';
import type { Revision, RowEdit } from './workbook-change';

type ApplicabilityMark = {
  applicability: Applicability;
  /** For a task that is not performed; where none is given, one that stands there stays. */
  reason?: string;
};

function buildMarkEdit(
  { key, status, tableRow }: TaskRecord,
  { applicability, reason }: ApplicabilityMark,
): RowEdit {
  return {
    key,
    cells: {
      applicability: APPLICABILITY_LABELS[applicability],
      reason: applicability === 'notPerformed' ? (reason ?? tableRow.cells.reason) : '',
      // "Chưa thực hiện" goes and comes with the mark; recorded progress stays.
      ...(applicability === 'performed' &&
        tableRow.cells.status === '' && { status: STATUS_LABELS.notStarted }),
      // A state that follows from *Tiến độ* is a formula and stays one.
      ...(applicability !== 'performed' &&
        status === 'notStarted' &&
        typeof tableRow.cells.status !== 'object' && { status: '' }),
    },
  };
}

/** A row that says itself that its task is not performed stays so when its mark is taken away. */
function chooseMark(row: TaskRecord, mark: ApplicabilityMark): ApplicabilityMark {
  return mark.applicability === 'undecided' && findNotPerformedColumn(row) !== null
    ? { applicability: 'notPerformed' }
    : mark;
}

/** Marks the rows of these keys; rows that are marked so already are not touched. */
export function planMark(
  rows: readonly TaskRecord[],
  keys: readonly string[],
  mark: ApplicabilityMark,
): Revision {
  const chosen = new Set(keys);
  return {
    kind: 'revise',
    facts: null,
    edits: rows.filter(({ key }) => chosen.has(key)).map((row) => buildMarkEdit(row, chooseMark(row, mark))),
    add: [],
    remove: [],
  };
}

/** So many cells are named in one warning. */
const MAX_NAMED_CELLS = 5;

/** Warns of rows that stay not performed without a mark, with the cells that say so. */
export function warnOfUnchangedMarks(table: TaskTable, keys: readonly string[]): Problem[] {
  const chosen = new Set(keys);
  const cells = table.rows.flatMap((row) => {
    const column = chosen.has(row.key) ? findNotPerformedColumn(row) : null;
    return column
      ? [formatAddress(table.top + 1 + row.index, table.left + (table.columns[column] ?? 0))]
      : [];
  });
  if (cells.length === 0) return [];
  const named = `${cells.slice(0, MAX_NAMED_CELLS).join(', ')}${cells.length > MAX_NAMED_CELLS ? '…' : ''}`;
  return [warning('stays-not-performed', { sheet: table.sheet }, { rows: cells.length, cells: named })];
}
