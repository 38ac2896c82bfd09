import type { StoredState } from '../../annex/progress/types';
import type { Applicability, Annex, Edition } from '../../annex/types';
import { MARKS, marksOf } from '../ledger/entry';
import type { DeadlineKind, LedgerEntry, Marks } from '../ledger/entry';
import type { MatchPass } from '../types';
import { date, flag, number, text, textOrNull, time, whole } from './column';
import type { LedgerColumn, LedgerTable } from './column';
import type { ReadRow } from './read-values';

/** An entry with what its row needs of the annex. */
export type LedgerRow = {
  entry: LedgerEntry;
  marks: Marks;
  /** Place of the task in the annex, from 1; 0 where the annex does not have it. */
  taskOrder: number;
  edition: string;
};

/** Number and day of an annex in one text, "05/KH-UBND (2026-01-15)"; '' where it says neither. */
export function editionText({ number: sign, date: day }: Edition): string {
  return [sign, day === '' ? '' : `(${day})`].filter(Boolean).join(' ');
}

/** Entries → rows; the positions of tasks are looked up once. */
export function ledgerRows(annex: Annex): (entry: LedgerEntry) => LedgerRow {
  const order = new Map(annex.tasks.map(({ id }, index) => [id, index + 1]));
  const edition = editionText(annex.edition);
  return (entry) => ({
    entry,
    marks: marksOf(entry),
    taskOrder: order.get(entry.task.id) ?? 0,
    edition,
  });
}

function isOtherwise({ entry, marks }: LedgerRow): boolean {
  return MARKS.some((mark) => marks[mark] !== entry.reported[mark]);
}

const COLUMNS = [
  text('sender', ({ entry }: LedgerRow) => entry.sender),
  text('unit', ({ entry }: LedgerRow) => entry.unit),
  text('unit_name', ({ entry }: LedgerRow) => entry.unitName),
  text('kind', ({ entry }: LedgerRow) => entry.kind),
  text('edition', ({ edition }: LedgerRow) => edition),
  text('task_id', ({ entry }: LedgerRow) => entry.task.id),
  whole('task_order', ({ taskOrder }: LedgerRow) => taskOrder),
  text('section', ({ entry }: LedgerRow) => entry.task.section),
  text('section_title', ({ entry }: LedgerRow) => entry.task.sectionTitle),
  text('tt', ({ entry }: LedgerRow) => entry.task.tt),
  text('content', ({ entry }: LedgerRow) => entry.task.content),
  text('lead_unit', ({ entry }: LedgerRow) => entry.task.leadUnit),
  text('printed_product', ({ entry }: LedgerRow) => entry.task.product),
  text('occurrence', ({ entry }: LedgerRow) => entry.occurrence),
  text('applicability', ({ marks }: LedgerRow) => marks.applicability),
  textOrNull('state', ({ marks }: LedgerRow) => marks.state),
  date('due', ({ marks }: LedgerRow) => marks.due),
  date('done_on', ({ marks }: LedgerRow) => marks.doneOn),
  text('deadline', ({ entry }: LedgerRow) => entry.deadline),
  text('reported_applicability', ({ entry }: LedgerRow) => entry.reported.applicability),
  textOrNull('reported_state', ({ entry }: LedgerRow) => entry.reported.state),
  date('reported_due', ({ entry }: LedgerRow) => entry.reported.due),
  date('reported_done_on', ({ entry }: LedgerRow) => entry.reported.doneOn),
  flag('corrected', isOtherwise),
  text('reason', ({ entry }: LedgerRow) => entry.reason),
  text('product', ({ entry }: LedgerRow) => entry.product),
  text('evidence', ({ entry }: LedgerRow) => entry.evidence),
  text('note', ({ entry }: LedgerRow) => entry.note),
  text('matched_by', ({ entry }: LedgerRow) => entry.match),
  number('score', ({ entry }: LedgerRow) => entry.score),
  text('file', ({ entry }: LedgerRow) => entry.from.file),
  text('sheet', ({ entry }: LedgerRow) => entry.from.sheet),
  text('cell', ({ entry }: LedgerRow) => entry.from.cell),
  time('read_at', ({ entry }: LedgerRow) => entry.from.readAt),
  whole('reader_version', ({ entry }: LedgerRow) => entry.from.readerVersion),
  text('sha256', ({ entry }: LedgerRow) => entry.from.sha256),
] as const satisfies readonly LedgerColumn<LedgerRow>[];

export type LedgerColumnName = (typeof COLUMNS)[number]['name'];

/** One row a unit × task × occurrence: what stands in the sheet *Dữ liệu*. Partitioned by `branch`. */
export const ledgerTable = { name: 'ledger', columns: COLUMNS } satisfies LedgerTable<LedgerRow>;

function correctionsOf(marks: Marks, reported: Marks): Partial<Marks> {
  return Object.fromEntries(
    MARKS.filter((mark) => marks[mark] !== reported[mark]).map((mark) => [mark, marks[mark]]),
  );
}

/** The entry of a row as it was read back. */
export function entryOfLedgerRow(row: ReadRow): LedgerEntry {
  const marksFrom = (prefix: '' | 'reported_'): Marks => ({
    applicability: row.text(`${prefix}applicability`) as Applicability,
    state: row.textOrNull(`${prefix}state`) as StoredState | null,
    due: row.date(`${prefix}due`),
    doneOn: row.date(`${prefix}done_on`),
  });
  const reported = marksFrom('reported_');
  return {
    sender: row.text('sender'),
    unit: row.text('unit'),
    unitName: row.text('unit_name'),
    kind: row.text('kind'),
    task: {
      id: row.text('task_id'),
      section: row.text('section'),
      sectionTitle: row.text('section_title'),
      tt: row.text('tt'),
      content: row.text('content'),
      leadUnit: row.text('lead_unit'),
      product: row.text('printed_product'),
    },
    occurrence: row.text('occurrence'),
    reported,
    corrected: correctionsOf(marksFrom(''), reported),
    reason: row.text('reason'),
    product: row.text('product'),
    deadline: row.text('deadline') as DeadlineKind,
    evidence: row.text('evidence'),
    note: row.text('note'),
    match: row.text('matched_by') as MatchPass,
    score: row.number('score'),
    from: {
      file: row.text('file'),
      sha256: row.text('sha256'),
      sheet: row.text('sheet'),
      cell: row.text('cell'),
      readAt: row.time('read_at'),
      readerVersion: row.number('reader_version'),
    },
  };
}
