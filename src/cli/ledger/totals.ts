import type { IsoDate } from '../../annex/calendar/dates';
import { areaLabel } from '../../workbook/school-book';
import { totalsWords } from '../../locales/consolidation-sheet-words';
import type { LedgerDatabase, QueryRow, QueryValue } from './duckdb';
import { composeQuery } from './queries';
import type { QueryName } from './queries';

/** Figures by the columns of the SQL; the names of our own, as `consolidate --json` prints them. */
const FIGURES = {
  required: 'required',
  performed: 'performed',
  not_performed: 'notPerformed',
  undecided: 'undecided',
  done: 'done',
  late: 'late',
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

export type LedgerFigures = Record<(typeof FIGURES)[keyof typeof FIGURES], number | null>;

function figuresOf(row: QueryRow): LedgerFigures {
  return Object.fromEntries(
    Object.entries(FIGURES).map(([column, name]) => [name, row[column] ?? null]),
  ) as LedgerFigures;
}

export type LedgerTotals = {
  asOf: IsoDate;
  rows: number;
  units: { expected: number; sent: number; missing: { code: string; name: string }[] };
  totals: LedgerFigures;
  byArea: ({ section: string; title: string } & LedgerFigures)[];
  byLeadUnit: ({ leadUnit: string } & LedgerFigures)[];
  byQuarter: ({ quarter: string } & LedgerFigures)[];
  byUnit: ({ code: string; name: string } & LedgerFigures)[];
  disagreements: { task: string; kind: string; performed: number; refused: number }[];
};

const COUNTS = `SELECT
  (SELECT COUNT(*) FROM ledger) AS ledger_rows,
  (SELECT COUNT(*) FROM units WHERE listed) AS expected,
  (SELECT COUNT(DISTINCT unit) FROM sources WHERE state = 'used') AS sent`;

const textOf = (value: QueryValue | undefined): string => String(value ?? '');

/** "Quý 2/2026", as the sheets name it. */
function quarterOf({ due_year: year, due_quarter: quarter }: QueryRow): string {
  return year === null ? totalsWords.noQuarter : `Quý ${textOf(quarter)}/${textOf(year)}`;
}

/** Every total of a ledger on a day, by the SQL files alone. */
export async function ledgerTotals(database: LedgerDatabase, asOf: IsoDate): Promise<LedgerTotals> {
  const ask = (name: QueryName): Promise<QueryRow[]> => database.rows(composeQuery(name, asOf));
  const [counts] = await database.rows(COUNTS);
  const [overall] = await ask('overall');
  return {
    asOf,
    rows: Number(counts?.['ledger_rows']),
    units: {
      expected: Number(counts?.['expected']),
      sent: Number(counts?.['sent']),
      missing: (await ask('missing-units')).map(({ code, name }) => ({
        code: textOf(code),
        name: textOf(name),
      })),
    },
    totals: figuresOf(overall ?? {}),
    byArea: (await ask('by-area')).map((row) => ({
      section: textOf(row['section']),
      title: textOf(row['section_title']),
      ...figuresOf(row),
    })),
    byLeadUnit: (await ask('by-lead-unit')).map((row) => ({
      leadUnit: textOf(row['lead_unit']),
      ...figuresOf(row),
    })),
    byQuarter: (await ask('by-quarter')).map((row) => ({ quarter: quarterOf(row), ...figuresOf(row) })),
    byUnit: (await ask('by-sender')).map((row) => ({
      code: textOf(row['sender']),
      name: textOf(row['sender_name']),
      ...figuresOf(row),
    })),
    disagreements: (await ask('disagreements')).map(({ task_id, kind, performed, refused }) => ({
      task: textOf(task_id),
      kind: textOf(kind),
      performed: Number(performed),
      refused: Number(refused),
    })),
  };
}

export function areaOf({ section, title }: LedgerTotals['byArea'][number]): string {
  return areaLabel(section, title);
}
