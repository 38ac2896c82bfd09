import type { Task } from '../../annex/types';
import { getEffectiveMarks, type LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import { sumTimelinessCounts } from '../../progress/count-timeliness';
import type { DeadlineRules } from '../../progress/timeliness';
import { EMPTY_TYPED_VALUES, type LogRow } from '../../progress/types';
import type { IsoDate } from '../../shared/dates';
import { groupBy } from '../../shared/group-by';
import type { ReportSpan } from './report-span';
import {
  computeReportTotals,
  type GroupTotals,
  type ReportLine,
  type ReportTotals,
  type SectionTotals,
} from './report-totals';

type UnitTotals = { unit: string; totals: ReportTotals };

export type AuthorityTotals = {
  overall: GroupTotals;
  units: UnitTotals[];
  sections: SectionTotals[];
  /** The longest overdue first. */
  overdue: (ReportLine & { unit: string })[];
  undated: (ReportLine & { unit: string })[];
};

/** The ledger holds the last day in time: nothing is moved again. */
const LEDGER_RULES: DeadlineRules = {
  beforeMeans: 'sameDay',
  shift: 'none',
  daysOff: { off: [], worked: [] },
  soonDays: 0,
};

function toLogRow(entry: LedgerEntry): LogRow {
  const { state, due, doneOn } = getEffectiveMarks(entry);
  return {
    key: `${entry.task.id}|${entry.occurrence}`,
    task: entry.task.id,
    products: entry.product,
    productTypes: [],
    // Nobody knows what an unreadable state means: it is for review, as an unread deadline is.
    deadline:
      state === null
        ? { kind: 'unread' }
        : due !== ''
          ? { kind: 'dated', due }
          : { kind: entry.deadline === 'unread' ? 'unread' : 'none' },
    typed: { ...EMPTY_TYPED_VALUES, state: state ?? 'notStarted', doneOn },
  };
}

function toTask({ task, reason, corrected, reported }: LedgerEntry): Task {
  const { applicability } = getEffectiveMarks({ corrected, reported });
  return { ...task, coordinatingUnit: '', timing: '', note: '', applicability, reason };
}

/**
 * Returns the rows of a task that are counted: its occurrences as the unit logged them, or the task as a whole where
 * it logged none or the officer has corrected the whole.
 */
function selectCountedEntries(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const whole = entries.filter(({ occurrence }) => occurrence === '');
  const isCorrected = whole.some(({ corrected: { state, due, doneOn } }) =>
    [state, due, doneOn].some((mark) => mark !== undefined),
  );
  const occurrences = entries.filter(({ occurrence }) => occurrence !== '');
  return isCorrected || occurrences.length === 0 ? whole : occurrences;
}

function computeUnitTotals(entries: readonly LedgerEntry[], span: ReportSpan, on: IsoDate): ReportTotals {
  return computeReportTotals({
    tasks: entries.filter(({ occurrence }) => occurrence === '').map(toTask),
    rows: [...groupBy(entries, ({ task }) => task.id).values()].flatMap(selectCountedEntries).map(toLogRow),
    rules: LEDGER_RULES,
    span,
    on,
  });
}

function sumTotals(parts: readonly GroupTotals[]): GroupTotals {
  const sum = (id: keyof Omit<GroupTotals, 'timelinessCounts'>): number =>
    parts.reduce((all, part) => all + part[id], 0);
  return {
    total: sum('total'),
    performed: sum('performed'),
    notPerformed: sum('notPerformed'),
    undecided: sum('undecided'),
    overdueTasks: sum('overdueTasks'),
    timelinessCounts: sumTimelinessCounts(parts.map(({ timelinessCounts }) => timelinessCounts)),
  };
}

/** Figures of a span over all units: those that the report of each unit has, added up. */
export function computeAuthorityTotals(
  entries: readonly LedgerEntry[],
  span: ReportSpan,
  on: IsoDate,
): AuthorityTotals {
  const units = [...groupBy(entries, ({ unit }) => unit).values()].map((own): UnitTotals => ({
    unit: own[0]?.unitName || own[0]?.unit || '',
    totals: computeUnitTotals(own, span, on),
  }));
  const sections = groupBy(
    units.flatMap(({ totals }) => totals.sections),
    ({ number, title }) => JSON.stringify([number, title]),
  );
  const collect = (id: 'overdue' | 'undated') =>
    units.flatMap(({ unit, totals }) => totals[id].map((line) => ({ ...line, unit })));
  return {
    overall: sumTotals(units.map(({ totals }) => totals.overall)),
    units,
    sections: [...sections.values()].map((parts) => ({ ...parts[0]!, ...sumTotals(parts) })),
    overdue: collect('overdue').sort((a, b) => b.daysLate - a.daysLate),
    undated: collect('undated'),
  };
}
