import type { LedgerEntry } from '../../../src/consolidation/ledger/entry';
import { MARKS, marksOf } from '../../../src/consolidation/ledger/entry';
import { figuresBy, figuresOf } from '../../../src/consolidation/totals/figures';
import type { Figures } from '../../../src/consolidation/totals/figures';
import { quarterLabel } from '../../../src/consolidation/totals/quarter';
import type { QueryRow } from '../../../src/cli/ledger/duckdb';

/** Columns of the SQL by the figures of ours they must equal. */
const NAMES = {
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
  late: 'late',
  share: 'done_share',
} as const satisfies Record<keyof Figures, string>;

export function figuresIn(row: QueryRow): Figures {
  return Object.fromEntries(Object.entries(NAMES).map(([name, column]) => [name, row[column]])) as Figures;
}

function correctedOf(entries: Iterable<LedgerEntry>): number {
  let count = 0;
  for (const entry of entries) {
    const marks = marksOf(entry);
    if (entry.occurrence === '' && MARKS.some((mark) => marks[mark] !== entry.reported[mark])) count += 1;
  }
  return count;
}

function wholeTasks(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.filter(({ occurrence }) => occurrence === '');
}

function grouped(
  entries: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => string,
  asOf: string,
): [string, Figures][] {
  return [...figuresBy(wholeTasks(entries), keyOf, asOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}

function asked(rows: readonly QueryRow[], keyOf: (row: QueryRow) => string): [string, Figures][] {
  return rows
    .map((row): [string, Figures] => [keyOf(row), figuresIn(row)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const LATE = ['doneLate', 'inProgressLate', 'notStartedLate'] as const;

/** Holds every total that SQL gave to what our own figures give over the same entries. */
export function expectSameFigures(
  entries: readonly LedgerEntry[],
  asOf: string,
  sql: Record<string, readonly QueryRow[]>,
): void {
  const whole = figuresOf(entries, asOf);
  expect(sql['overall']!.map(figuresIn)).toEqual([whole]);
  expect(sql['overall']![0]!['corrected']).toBe(correctedOf(entries));
  expect(asked(sql['by-area']!, (row) => `${row['section']}|${row['section_title']}`)).toEqual(
    grouped(entries, ({ task }) => `${task.section}|${task.sectionTitle}`, asOf),
  );
  expect(asked(sql['by-lead-unit']!, (row) => String(row['lead_unit']).toLocaleLowerCase('vi'))).toEqual(
    grouped(entries, ({ task }) => task.leadUnit.toLocaleLowerCase('vi'), asOf),
  );
  expect(
    asked(sql['by-quarter']!, (row) =>
      row['due_year'] === null ? '' : `Quý ${row['due_quarter']}/${row['due_year']}`,
    ),
  ).toEqual(grouped(entries, (entry) => quarterLabel(marksOf(entry).due), asOf));
  expect(asked(sql['by-sender']!, (row) => String(row['sender']))).toEqual(
    grouped(entries, ({ sender }) => sender, asOf),
  );
  expect(asked(sql['by-unit']!, (row) => `${row['sender']}|${row['unit']}`)).toEqual(
    grouped(entries, ({ sender, unit }) => `${sender}|${unit}`, asOf),
  );
  expect(sql['overdue']).toHaveLength(LATE.reduce((sum, outcome) => sum + whole[outcome], 0));
  expect(sql['needs-review']).toHaveLength(whole.needsReview);
}
