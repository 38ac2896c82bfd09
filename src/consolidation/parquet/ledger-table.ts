import type { Applicability, Edition } from '../../annex/types';
import type { StoredState } from '../../progress/types';
import {
  type DeadlineKind,
  getEffectiveMarks,
  type LedgerEntry,
  MARK_FIELDS,
  type Marks,
} from '../ledger/ledger-entry';
import { createDocumentFinder, type MasterAnnex } from '../match/master-annex';
import type { MatchPass } from '../types';
import {
  createDateColumn,
  createFlagColumn,
  createIntegerColumn,
  createNullableTextColumn,
  createNumberColumn,
  createTextColumn,
  createTimeColumn,
  type LedgerColumn,
  type LedgerTable,
} from './ledger-column';
import type { RowReader } from './row-reader';

/** An entry with what its row needs of the annex. */
type LedgerRow = {
  entry: LedgerEntry;
  marks: Marks;
  /** Place of the task in the annex, from 1; 0 where the annex does not have it. */
  taskOrder: number;
  edition: string;
  /** Code of the document that the task is of. */
  document: string;
};

/** Number and day of an annex in one text, "05/KH-UBND (2026-01-15)"; '' where it says neither. */
export function formatEditionText({ number: sign, date: day }: Edition): string {
  return [sign, day === '' ? '' : `(${day})`].filter(Boolean).join(' ');
}

/** Entries → rows; the positions of tasks are looked up once. */
export function createLedgerRowMapper(annex: MasterAnnex): (entry: LedgerEntry) => LedgerRow {
  const order = new Map(annex.tasks.map(({ id }, index) => [id, index + 1]));
  const findDocument = createDocumentFinder(annex);
  return (entry) => {
    const { code, edition } = findDocument(entry.task.id);
    return {
      entry,
      marks: getEffectiveMarks(entry),
      taskOrder: order.get(entry.task.id) ?? 0,
      edition: formatEditionText(edition),
      document: code,
    };
  };
}

function isCorrectedRow({ entry, marks }: LedgerRow): boolean {
  return MARK_FIELDS.some((mark) => marks[mark] !== entry.reported[mark]);
}

const LEDGER_COLUMNS = [
  createTextColumn('sender', ({ entry }: LedgerRow) => entry.sender),
  createTextColumn('unit', ({ entry }: LedgerRow) => entry.unit),
  createTextColumn('unit_name', ({ entry }: LedgerRow) => entry.unitName),
  createTextColumn('kind', ({ entry }: LedgerRow) => entry.kind),
  createTextColumn('edition', ({ edition }: LedgerRow) => edition),
  createTextColumn('task_id', ({ entry }: LedgerRow) => entry.task.id),
  createIntegerColumn('task_order', ({ taskOrder }: LedgerRow) => taskOrder),
  createTextColumn('section', ({ entry }: LedgerRow) => entry.task.section),
  createTextColumn('section_title', ({ entry }: LedgerRow) => entry.task.sectionTitle),
  createTextColumn('tt', ({ entry }: LedgerRow) => entry.task.tt),
  createTextColumn('content', ({ entry }: LedgerRow) => entry.task.content),
  createTextColumn('lead_unit', ({ entry }: LedgerRow) => entry.task.leadUnit),
  createTextColumn('printed_product', ({ entry }: LedgerRow) => entry.task.product),
  createTextColumn('occurrence', ({ entry }: LedgerRow) => entry.occurrence),
  createTextColumn('applicability', ({ marks }: LedgerRow) => marks.applicability),
  createNullableTextColumn('state', ({ marks }: LedgerRow) => marks.state),
  createDateColumn('due', ({ marks }: LedgerRow) => marks.due),
  createDateColumn('done_on', ({ marks }: LedgerRow) => marks.doneOn),
  createTextColumn('deadline', ({ entry }: LedgerRow) => entry.deadline),
  createTextColumn('reported_applicability', ({ entry }: LedgerRow) => entry.reported.applicability),
  createNullableTextColumn('reported_state', ({ entry }: LedgerRow) => entry.reported.state),
  createDateColumn('reported_due', ({ entry }: LedgerRow) => entry.reported.due),
  createDateColumn('reported_done_on', ({ entry }: LedgerRow) => entry.reported.doneOn),
  createFlagColumn('corrected', isCorrectedRow),
  createTextColumn('reason', ({ entry }: LedgerRow) => entry.reason),
  createTextColumn('product', ({ entry }: LedgerRow) => entry.product),
  createTextColumn('evidence', ({ entry }: LedgerRow) => entry.evidence),
  createTextColumn('note', ({ entry }: LedgerRow) => entry.note),
  createTextColumn('matched_by', ({ entry }: LedgerRow) => entry.match),
  createNumberColumn('score', ({ entry }: LedgerRow) => entry.score),
  createTextColumn('file', ({ entry }: LedgerRow) => entry.from.file),
  createTextColumn('sheet', ({ entry }: LedgerRow) => entry.from.sheet),
  createTextColumn('cell', ({ entry }: LedgerRow) => entry.from.cell),
  createTimeColumn('read_at', ({ entry }: LedgerRow) => entry.from.readAt),
  createIntegerColumn('reader_version', ({ entry }: LedgerRow) => entry.from.readerVersion),
  createTextColumn('sha256', ({ entry }: LedgerRow) => entry.from.sha256),
  // Since the second version of the tables: columns are added at the end.
  createTextColumn('document', ({ document }: LedgerRow) => document),
] as const satisfies readonly LedgerColumn<LedgerRow>[];

export type LedgerColumnName = (typeof LEDGER_COLUMNS)[number]['name'];

/** One row a unit × task × occurrence: what stands in the sheet *Dữ liệu*. Partitioned by `branch`. */
export const LEDGER_TABLE = { name: 'ledger', columns: LEDGER_COLUMNS } satisfies LedgerTable<LedgerRow>;

function getCorrections(marks: Marks, reported: Marks): Partial<Marks> {
  return Object.fromEntries(
    MARK_FIELDS.filter((mark) => marks[mark] !== reported[mark]).map((mark) => [mark, marks[mark]]),
  );
}

/** The entry of a row as it was read back. */
export function readLedgerEntry(row: RowReader): LedgerEntry {
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
    corrected: getCorrections(marksFrom(''), reported),
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
