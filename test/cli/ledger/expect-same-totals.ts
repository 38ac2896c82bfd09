import type { QueryRow } from '../../../src/cli/ledger/ledger-database';
import {
  countTaskOutcomes,
  countTaskOutcomesBy,
  type TaskOutcomeCounts,
} from '../../../src/consolidation/ledger/count-task-outcomes';
import { formatQuarterLabel } from '../../../src/consolidation/ledger/format-quarter-label';
import {
  getEffectiveMarks,
  type LedgerEntry,
  MARK_FIELDS,
} from '../../../src/consolidation/ledger/ledger-entry';

/** Columns of the SQL by the counts they must equal. */
const SQL_COLUMNS = {
  required: 'required',
  notPerformed: 'not_performed',
  undecided: 'undecided',
  performed: 'performed',
  done: 'done',
  doneEarly: 'done_early',
  doneOnTime: 'done_on_time',
  doneLate: 'done_late',
  doneOpen: 'done_open',
  inProgress: 'in_progress',
  inProgressLate: 'in_progress_late',
  notStarted: 'not_started',
  notStartedLate: 'not_started_late',
  nothingArisen: 'nothing_arisen',
  needsReview: 'needs_review',
  overdue: 'overdue',
  share: 'done_share',
} as const satisfies Record<keyof TaskOutcomeCounts, string>;

function toCounts(row: QueryRow): TaskOutcomeCounts {
  return Object.fromEntries(
    Object.entries(SQL_COLUMNS).map(([name, column]) => [name, row[column]]),
  ) as TaskOutcomeCounts;
}

function countCorrected(entries: Iterable<LedgerEntry>): number {
  let count = 0;
  for (const entry of entries) {
    const marks = getEffectiveMarks(entry);
    if (entry.occurrence === '' && MARK_FIELDS.some((mark) => marks[mark] !== entry.reported[mark]))
      count += 1;
  }
  return count;
}

function keepTaskEntries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.filter(({ occurrence }) => occurrence === '');
}

function groupCounts(
  entries: readonly LedgerEntry[],
  getKey: (entry: LedgerEntry) => string,
  asOf: string,
): [string, TaskOutcomeCounts][] {
  return [...countTaskOutcomesBy(keepTaskEntries(entries), getKey, asOf)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
}

function toSortedCounts(
  rows: readonly QueryRow[],
  getKey: (row: QueryRow) => string,
): [string, TaskOutcomeCounts][] {
  return rows
    .map((row): [string, TaskOutcomeCounts] => [getKey(row), toCounts(row)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const OVERDUE_OUTCOMES = ['inProgressLate', 'notStartedLate'] as const;

/** Holds every total that SQL gave to what our own figures give over the same entries. */
export function expectSameTotals(
  entries: readonly LedgerEntry[],
  asOf: string,
  sql: Record<string, readonly QueryRow[]>,
): void {
  const total = countTaskOutcomes(entries, asOf);
  expect(sql['overall']!.map(toCounts)).toEqual([total]);
  expect(sql['overall']![0]!['corrected']).toBe(countCorrected(entries));
  expect(toSortedCounts(sql['by-area']!, (row) => `${row['section']}|${row['section_title']}`)).toEqual(
    groupCounts(entries, ({ task }) => `${task.section}|${task.sectionTitle}`, asOf),
  );
  expect(
    toSortedCounts(sql['by-lead-unit']!, (row) => String(row['lead_unit']).toLocaleLowerCase('vi')),
  ).toEqual(groupCounts(entries, ({ task }) => task.leadUnit.toLocaleLowerCase('vi'), asOf));
  expect(
    toSortedCounts(sql['by-quarter']!, (row) =>
      row['due_year'] === null ? '' : `Quý ${row['due_quarter']}/${row['due_year']}`,
    ),
  ).toEqual(groupCounts(entries, (entry) => formatQuarterLabel(getEffectiveMarks(entry).due), asOf));
  expect(toSortedCounts(sql['by-sender']!, (row) => String(row['sender']))).toEqual(
    groupCounts(entries, ({ sender }) => sender, asOf),
  );
  expect(toSortedCounts(sql['by-unit']!, (row) => `${row['sender']}|${row['unit']}`)).toEqual(
    groupCounts(entries, ({ sender, unit }) => `${sender}|${unit}`, asOf),
  );
  expect(sql['overdue']).toHaveLength(OVERDUE_OUTCOMES.reduce((sum, outcome) => sum + total[outcome], 0));
  expect(sql['needs-review']).toHaveLength(total.needsReview);
}
