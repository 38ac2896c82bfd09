import { formatSectionLabel } from '../../annex/section-label';
import type { IsoDate } from '../../shared/dates';
import { TOTALS_LABELS } from '../../sheets/labels/consolidation-labels';
import type { LedgerDatabase, QueryRow, QueryValue } from './ledger-database';
import { composeQuery, type QueryName } from './queries';

/** Figures by the columns of the SQL; the names of our own, as `consolidate --json` prints them. */
const COUNT_COLUMNS = {
  required: 'required',
  performed: 'performed',
  not_performed: 'notPerformed',
  undecided: 'undecided',
  done: 'done',
  overdue: 'overdue',
  needs_review: 'needsReview',
  done_early: 'doneEarly',
  done_on_time: 'doneOnTime',
  done_late: 'doneLate',
  done_open: 'doneOpen',
  in_progress: 'inProgress',
  in_progress_late: 'inProgressLate',
  not_started: 'notStarted',
  not_started_late: 'notStartedLate',
  nothing_arisen: 'nothingArisen',
  corrected: 'corrected',
  done_share: 'share',
} as const;

export type LedgerCounts = Record<(typeof COUNT_COLUMNS)[keyof typeof COUNT_COLUMNS], number | null>;

function toLedgerCounts(row: QueryRow): LedgerCounts {
  return Object.fromEntries(
    Object.entries(COUNT_COLUMNS).map(([column, name]) => [name, row[column] ?? null]),
  ) as LedgerCounts;
}

export type LedgerTotals = {
  asOf: IsoDate;
  rows: number;
  units: { expected: number; sent: number; missing: { code: string; name: string }[] };
  totals: LedgerCounts;
  byDocument: ({ code: string } & LedgerCounts)[];
  byArea: ({ document: string; section: string; title: string } & LedgerCounts)[];
  byLeadUnit: ({ leadUnit: string } & LedgerCounts)[];
  byQuarter: ({ quarter: string } & LedgerCounts)[];
  byUnit: ({ code: string; name: string } & LedgerCounts)[];
  disagreements: { task: string; kind: string; performed: number; refused: number }[];
};

const COUNTS_QUERY = `SELECT
  (SELECT COUNT(*) FROM ledger) AS ledger_rows,
  (SELECT COUNT(*) FROM units WHERE listed) AS expected,
  (SELECT COUNT(DISTINCT unit) FROM sources WHERE state = 'used') AS sent`;

const toText = (value: QueryValue | undefined): string => String(value ?? '');

/** "Quý 2/2026", as the sheets name it. */
function formatQuarter({ due_year: year, due_quarter: quarter }: QueryRow): string {
  return year === null ? TOTALS_LABELS.noQuarter : `Quý ${toText(quarter)}/${toText(year)}`;
}

/** Every total of a ledger on a day, by the SQL files alone. */
export async function queryLedgerTotals(database: LedgerDatabase, asOf: IsoDate): Promise<LedgerTotals> {
  const ask = (name: QueryName): Promise<QueryRow[]> => database.rows(composeQuery(name, asOf));
  const [counts] = await database.rows(COUNTS_QUERY);
  const [overall] = await ask('overall');
  return {
    asOf,
    rows: Number(counts?.['ledger_rows']),
    units: {
      expected: Number(counts?.['expected']),
      sent: Number(counts?.['sent']),
      missing: (await ask('missing-units')).map(({ code, name }) => ({
        code: toText(code),
        name: toText(name),
      })),
    },
    totals: toLedgerCounts(overall ?? {}),
    byDocument: (await ask('by-document')).map((row) => ({
      code: toText(row['document']),
      ...toLedgerCounts(row),
    })),
    byArea: (await ask('by-area')).map((row) => ({
      document: toText(row['document']),
      section: toText(row['section']),
      title: toText(row['section_title']),
      ...toLedgerCounts(row),
    })),
    byLeadUnit: (await ask('by-lead-unit')).map((row) => ({
      leadUnit: toText(row['lead_unit']),
      ...toLedgerCounts(row),
    })),
    byQuarter: (await ask('by-quarter')).map((row) => ({
      quarter: formatQuarter(row),
      ...toLedgerCounts(row),
    })),
    byUnit: (await ask('by-sender')).map((row) => ({
      code: toText(row['sender']),
      name: toText(row['sender_name']),
      ...toLedgerCounts(row),
    })),
    disagreements: (await ask('disagreements')).map(({ task_id, kind, performed, refused }) => ({
      task: toText(task_id),
      kind: toText(kind),
      performed: Number(performed),
      refused: Number(refused),
    })),
  };
}

export function formatTotalsSection({ section, title }: LedgerTotals['byArea'][number]): string {
  return formatSectionLabel(section, title);
}
