import type { Annex } from '../../annex/types';
import type { IsoDate } from '../../shared/dates';
import { toMatchKey } from '../../shared/text';
import { getEffectiveMarks, type LedgerEntry } from '../ledger/ledger-entry';
import type { Finding, FindingCode } from './finding';

/** `from`: the first day on which a task of the annex can be completed, or ''; `asOf`: the last that counts. */
type CountedDays = { from: IsoDate; asOf: IsoDate };

/**
 * `blankFiles`: those that came back not filled in; `markedTasks`: ids of those that the annex itself marks as not
 * performed, so that no reason is asked of a unit that agrees.
 */
type RowFindingOptions = CountedDays & {
  blankFiles: ReadonlySet<string>;
  markedTasks: ReadonlySet<string>;
};

/** Lists the ids of the tasks that an annex itself marks as not performed. */
export const listMarkedTasks = (tasks: Annex['tasks']): ReadonlySet<string> =>
  new Set(tasks.flatMap(({ id, applicability }) => (applicability === 'notPerformed' ? [id] : [])));

type RowRule = {
  code: FindingCode;
  holds: (entry: LedgerEntry, days: CountedDays) => boolean;
  /** Asked of each occurrence where the unit keeps a log, and then not of the task as a whole. */
  appliesToOccurrences?: true;
  /** Not asked where the whole file is not filled in: it is asked for once. */
  asksForAnswer?: true;
  /** Not asked where the annex itself gives the answer. */
  asksForReason?: true;
};

const isPerformed = (entry: LedgerEntry): boolean => getEffectiveMarks(entry).applicability === 'performed';
const isNotPerformed = (entry: LedgerEntry): boolean =>
  getEffectiveMarks(entry).applicability === 'notPerformed';

const isDoneTooLate = (entry: LedgerEntry, { asOf }: CountedDays): boolean =>
  getEffectiveMarks(entry).doneOn > asOf;
function isDoneTooEarly(entry: LedgerEntry, { from }: CountedDays): boolean {
  const { doneOn } = getEffectiveMarks(entry);
  return doneOn !== '' && doneOn < from;
}

const NO_EVIDENCE =
  /^(?:(?:hien |hien tai )?(?:chua|khong|ko|k)(?: (?:co|ro|bo sung|cap nhat|gui|nop|kip|luu))*(?: (?:minh chung|van ban|tai lieu|ban scan|file))?|(?:dang|se|cho|xin) (?:co|cap nhat|bo sung|hoan thien|gui|nop|ky|duyet|soan|lam)(?: sau)?|(?:bo sung|cap nhat|gui|nop) sau|0|n a|na)?$/;

/** Whether words name some evidence: "chưa có", "–" and "sẽ bổ sung" are none. */
const namesEvidence = (words: string): boolean => !NO_EVIDENCE.test(toMatchKey(words));

/** Rows that contradict themselves or lack something, strongest first; a row may break several rules. */
const ROW_RULES: readonly RowRule[] = [
  {
    code: 'refused-with-progress',
    holds: (entry) => {
      const { state, doneOn } = getEffectiveMarks(entry);
      return isNotPerformed(entry) && (state === 'done' || state === 'inProgress' || doneOn !== '');
    },
  },
  {
    code: 'undecided-with-answer',
    holds: (entry) => {
      const { applicability, state, doneOn } = getEffectiveMarks(entry);
      const isAnswered = state === 'done' || state === 'inProgress' || doneOn !== '' || entry.reason !== '';
      return applicability === 'undecided' && entry.occurrence === '' && isAnswered;
    },
  },
  { code: 'performed-with-reason', holds: (entry) => isPerformed(entry) && entry.reason !== '' },
  {
    code: 'refused-without-reason',
    asksForAnswer: true,
    asksForReason: true,
    holds: (entry) => isNotPerformed(entry) && entry.reason === '',
  },
  {
    code: 'state-unread',
    holds: (entry, days) =>
      isPerformed(entry) &&
      getEffectiveMarks(entry).state === null &&
      !isDoneTooLate(entry, days) &&
      !isDoneTooEarly(entry, days),
  },
  {
    code: 'done-without-day',
    holds: (entry) => {
      const { state, doneOn, due } = getEffectiveMarks(entry);
      return isPerformed(entry) && state === 'done' && doneOn === '' && due !== '';
    },
  },
  {
    code: 'day-without-done',
    holds: (entry) => {
      const { state, doneOn } = getEffectiveMarks(entry);
      return isPerformed(entry) && doneOn !== '' && (state === 'notStarted' || state === 'inProgress');
    },
  },
  {
    code: 'done-in-future',
    holds: (entry, days) => isPerformed(entry) && isDoneTooLate(entry, days),
  },
  {
    code: 'done-before-annex',
    holds: (entry, days) => isPerformed(entry) && isDoneTooEarly(entry, days),
  },
  {
    code: 'product-missing',
    holds: (entry) =>
      isPerformed(entry) && entry.occurrence === '' && entry.product === '' && entry.task.product !== '',
  },
  {
    code: 'evidence-missing',
    appliesToOccurrences: true,
    holds: (entry) =>
      isPerformed(entry) &&
      getEffectiveMarks(entry).state === 'done' &&
      entry.task.product !== '' &&
      !namesEvidence(entry.evidence) &&
      !namesEvidence(entry.note),
  },
];

const getUnitTaskKey = ({ unit, task }: LedgerEntry): string => `${unit}\n${task.id}`;

/** What the rows of the ledger have wrong in themselves, each with the cell it was read from. */
export function createRowFindings(
  entries: readonly LedgerEntry[],
  { blankFiles, markedTasks, ...days }: RowFindingOptions,
): Finding[] {
  const logged = new Set(
    entries.flatMap((entry) => (entry.occurrence === '' ? [] : [getUnitTaskKey(entry)])),
  );
  return entries.flatMap((entry) => {
    // What the workbook does not have is drift, not a contradiction.
    if (entry.from.cell === '') return [];
    const { file, sheet, cell } = entry.from;
    const isOverall = entry.occurrence === '' && logged.has(getUnitTaskKey(entry));
    const rules = ROW_RULES.filter(
      ({ appliesToOccurrences: ofOccurrences, asksForAnswer, asksForReason, holds }) =>
        !(isOverall && ofOccurrences) &&
        !(asksForAnswer && blankFiles.has(file)) &&
        !(asksForReason && markedTasks.has(entry.task.id)) &&
        holds(entry, days),
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
