import type { IsoDate } from '../../annex/calendar/dates';
import { marksOf } from '../ledger/entry';
import type { LedgerEntry } from '../ledger/entry';
import type { Finding, FindingCode } from './finding';

type RowRule = {
  code: FindingCode;
  holds: (entry: LedgerEntry, asOf: IsoDate) => boolean;
  /** Asked of each occurrence where the unit keeps a log, and then not of the task as a whole. */
  ofOccurrences?: true;
};

const performs = (entry: LedgerEntry): boolean => marksOf(entry).applicability === 'performed';
const refuses = (entry: LedgerEntry): boolean => marksOf(entry).applicability === 'notPerformed';

/** Rows that contradict themselves or lack something, strongest first; a row may break several rules. */
const RULES: readonly RowRule[] = [
  {
    code: 'refused-with-progress',
    holds: (entry) => {
      const { state, doneOn } = marksOf(entry);
      return refuses(entry) && (state === 'done' || state === 'inProgress' || doneOn !== '');
    },
  },
  { code: 'performed-with-reason', holds: (entry) => performs(entry) && entry.reason !== '' },
  { code: 'refused-without-reason', holds: (entry) => refuses(entry) && entry.reason === '' },
  {
    code: 'state-unread',
    holds: (entry) => performs(entry) && marksOf(entry).state === null,
  },
  {
    code: 'done-without-day',
    holds: (entry) => {
      const { state, doneOn, due } = marksOf(entry);
      return performs(entry) && state === 'done' && doneOn === '' && due !== '';
    },
  },
  {
    code: 'day-without-done',
    holds: (entry) => {
      const { state, doneOn } = marksOf(entry);
      return performs(entry) && doneOn !== '' && (state === 'notStarted' || state === 'inProgress');
    },
  },
  {
    code: 'done-in-future',
    holds: (entry, asOf) => performs(entry) && marksOf(entry).doneOn > asOf,
  },
  {
    code: 'product-missing',
    holds: (entry) =>
      performs(entry) && entry.occurrence === '' && entry.product === '' && entry.task.product !== '',
  },
  {
    code: 'evidence-missing',
    ofOccurrences: true,
    holds: (entry) =>
      performs(entry) &&
      marksOf(entry).state === 'done' &&
      entry.task.product !== '' &&
      entry.evidence === '' &&
      entry.note === '',
  },
];

const taskOf = ({ unit, task }: LedgerEntry): string => `${unit}\n${task.id}`;

/** What the rows of the ledger have wrong in themselves, each with the cell it was read from. */
export function rowFindings(entries: readonly LedgerEntry[], asOf: IsoDate): Finding[] {
  const logged = new Set(entries.flatMap((entry) => (entry.occurrence === '' ? [] : [taskOf(entry)])));
  return entries.flatMap((entry) => {
    // What the workbook does not have is drift, not a contradiction.
    if (entry.from.cell === '') return [];
    const { file, sheet, cell } = entry.from;
    const isWhole = entry.occurrence === '' && logged.has(taskOf(entry));
    const rules = RULES.filter(
      ({ ofOccurrences, holds }) => !(isWhole && ofOccurrences) && holds(entry, asOf),
    );
    return rules.map(({ code }): Finding => ({
      code,
      unit: entry.unit,
      task: entry.task.id,
      place: { file, sheet, cell, task: entry.task.id },
      args: {
        name: entry.unitName,
        reason: entry.reason,
        ...(entry.occurrence === '' ? {} : { at: entry.occurrence }),
      },
    }));
  });
}
