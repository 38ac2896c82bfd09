import { isEqual } from '../shared/is-equal';
import { EMPTY_TYPED_VALUES, hasTypedValues, type LogRow, type Occurrence } from './types';

/** How a row of the renewed log came about. */
export type RenewedRow = {
  row: LogRow;
  /** `kept`: as before; `moved`: what was typed followed a deadline that moved; `orphan`: typed, no longer asked for. */
  change: 'kept' | 'updated' | 'moved' | 'added' | 'orphan';
};

type RenewedLog = {
  rows: RenewedRow[];
  /** Rows taken out: no longer asked for, and nothing typed in them. */
  removed: LogRow[];
};

function isSameOccurrence(row: LogRow, next: Occurrence): boolean {
  return (
    row.products === next.products &&
    row.productTypes.join() === next.productTypes.join() &&
    isEqual(row.deadline, next.deadline)
  );
}

function getDueMonth({ deadline }: Occurrence): string {
  return deadline.kind === 'dated' ? deadline.due.slice(0, 7) : '';
}

/**
 * A log renewed for the occurrences an annex now has. A row keeps what was typed by its key; where the key is gone
 * (a deadline moved), a typed row passes to an occurrence of its task that no row claims: of the same month, else the
 * only one left for the only typed row left. Nothing typed is ever lost: what finds no place stays as an orphan.
 * Renewing twice changes nothing the second time.
 */
export function renewLog(before: readonly LogRow[], next: readonly Occurrence[]): RenewedLog {
  const byKey = new Map<string, LogRow>();
  for (const row of before) if (!byKey.has(row.key)) byKey.set(row.key, row);
  const nextKeys = new Set(next.map(({ key }) => key));
  const unmatched = before.filter(
    (row) => hasTypedValues(row.typed) && (!nextKeys.has(row.key) || byKey.get(row.key) !== row),
  );
  const reassigned = reassignUnmatchedRows(
    unmatched,
    next.filter(({ key }) => !byKey.has(key)),
  );
  const taken = new Set(reassigned.values());
  const rows = next.map((occurrence): RenewedRow => {
    const row = byKey.get(occurrence.key);
    if (row) {
      const change = isSameOccurrence(row, occurrence) ? 'kept' : 'updated';
      return { row: { ...occurrence, typed: row.typed }, change };
    }
    const moved = reassigned.get(occurrence);
    if (moved) return { row: { ...occurrence, typed: moved.typed }, change: 'moved' };
    return { row: { ...occurrence, typed: EMPTY_TYPED_VALUES }, change: 'added' };
  });
  const orphans = unmatched.filter((row) => !taken.has(row));
  const removed = before.filter((row) => !nextKeys.has(row.key) && !hasTypedValues(row.typed));
  return { rows: [...rows, ...orphans.map((row): RenewedRow => ({ row, change: 'orphan' }))], removed };
}

/** Which typed row without a place goes to which new occurrence of its task. */
function reassignUnmatchedRows(
  unmatched: readonly LogRow[],
  free: readonly Occurrence[],
): Map<Occurrence, LogRow> {
  const reassigned = new Map<Occurrence, LogRow>();
  const left = new Set(unmatched);
  const give = (row: LogRow, occurrence: Occurrence): void => {
    reassigned.set(occurrence, row);
    left.delete(row);
  };
  for (const row of unmatched) {
    const isRival = (each: Occurrence): boolean =>
      each.task === row.task && getDueMonth(each) === getDueMonth(row);
    const places = free.filter(isRival);
    if (unmatched.filter(isRival).length === 1 && places.length === 1 && places[0]) give(row, places[0]);
  }
  for (const row of [...left]) {
    const candidates = [...left].filter(({ task }) => task === row.task);
    const places = free.filter((each) => each.task === row.task && !reassigned.has(each));
    if (candidates.length === 1 && places.length === 1 && places[0]) give(row, places[0]);
  }
  return reassigned;
}

/** The log of an annex whose tasks were renumbered: rows follow their task to its new identity. */
export function renumberLog(rows: readonly LogRow[], newIds: ReadonlyMap<string, string>): LogRow[] {
  return rows.map((row) => {
    const task = newIds.get(row.task);
    if (task === undefined || task === row.task) return row;
    return { ...row, task, key: `${task}${row.key.slice(row.task.length)}` };
  });
}
