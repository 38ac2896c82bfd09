import type { Applicability } from '../annex/types';
import { applicabilityWords, statusWords } from '../locales/sheet-words';
import type { Revision, RowEdit } from './book-change';
import type { TrackedRow } from './read-tasks';

export type Mark = {
  applicability: Applicability;
  /** For a task that is not performed; where none is given, one that stands there stays. */
  reason?: string;
};

function editOf({ key, status, book }: TrackedRow, { applicability, reason }: Mark): RowEdit {
  return {
    key,
    cells: {
      applicability: applicabilityWords[applicability],
      reason: applicability === 'notPerformed' ? (reason ?? book.cells.reason) : '',
      // "Chưa thực hiện" goes and comes with the mark; recorded progress stays.
      ...(applicability === 'performed' && book.cells.status === '' && { status: statusWords.notStarted }),
      // A state that follows from *Tiến độ* is a formula and stays one.
      ...(applicability !== 'performed' &&
        status === 'notStarted' &&
        typeof book.cells.status !== 'object' && { status: '' }),
    },
  };
}

/** Marks the rows of these keys; rows that are marked so already are not touched. */
export function planMark(rows: readonly TrackedRow[], keys: readonly string[], mark: Mark): Revision {
  const chosen = new Set(keys);
  return {
    kind: 'revise',
    facts: null,
    edits: rows.filter(({ key }) => chosen.has(key)).map((row) => editOf(row, mark)),
    add: [],
    remove: [],
  };
}
