import type { Applicability, Task } from '../../annex/types';
import type { StoredState } from '../../progress/types';
import type { IsoDate } from '../../shared/dates';
import type { MatchPass } from '../types';

/** What decides how a row is counted: reported by the unit, and corrected by the officer. */
export type Marks = {
  applicability: Applicability;
  /** Null where the unit says nothing that can be understood. */
  state: StoredState | null;
  /** Last day in time; '' where there is none. */
  due: IsoDate;
  doneOn: IsoDate;
};

export const MARK_FIELDS = [
  'applicability',
  'state',
  'due',
  'doneOn',
] as const satisfies readonly (keyof Marks)[];

/** Whether a row has a deadline where `due` names none. */
export type DeadlineKind = 'dated' | 'none' | 'unread';

/** Where a row was read. Empty cell: the unit's workbook has no such row. */
export type Provenance = {
  file: string;
  sha256: string;
  sheet: string;
  cell: string;
  /** ISO time. */
  readAt: string;
  readerVersion: number;
};

/** One row of the ledger with the words of the master: what stands in one row of the sheet *Dữ liệu*. */
export type LedgerEntry = {
  /** Unit directly below the one that consolidates: the school, or at a higher level the commune that sent it. */
  sender: string;
  unit: string;
  unitName: string;
  kind: string;
  task: Pick<Task, 'id' | 'section' | 'sectionTitle' | 'tt' | 'content' | 'leadUnit' | 'product'>;
  /** '' for the task as a whole, which alone is counted by tasks; else the key of one of its occurrences. */
  occurrence: string;
  reported: Marks;
  /** What the officer has set in place of what was reported. */
  corrected: Partial<Marks>;
  reason: string;
  /** The product as it stands in the unit's row. */
  product: string;
  deadline: DeadlineKind;
  evidence: string;
  note: string;
  match: MatchPass;
  /** 0 to 1. */
  score: number;
  from: Provenance;
};

/** The marks that count. */
export function getEffectiveMarks({
  reported,
  corrected,
}: Pick<LedgerEntry, 'reported' | 'corrected'>): Marks {
  return {
    ...reported,
    ...corrected,
  };
}

export function isCorrected({ corrected }: Pick<LedgerEntry, 'corrected'>): boolean {
  return Object.keys(corrected).length > 0;
}

/** Identity of a row: unit, task, occurrence. */
function toEntryKey(unit: string, task: string, occurrence: string): string {
  return [unit, task, ...(occurrence === '' ? [] : [occurrence])].join('|');
}

export const getEntryKey = ({ unit, task, occurrence }: LedgerEntry): string =>
  toEntryKey(unit, task.id, occurrence);
