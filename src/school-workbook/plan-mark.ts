import type { Applicability } from '../annex/types';
import { APPLICABILITY_LABELS, STATUS_LABELS } from '../sheets/labels/school-labels';
import type { TaskRecord } from './tasks/read-tasks';
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
    edits: rows.filter(({ key }) => chosen.has(key)).map((row) => buildMarkEdit(row, mark)),
    add: [],
    remove: [],
  };
}
