import type { IsoDate } from '../shared/dates';
import type { Bound } from '../timing/types';

/** What the clerk records of an occurrence; everything about being early or late follows from the dates. */
export type StoredState = 'notStarted' | 'inProgress' | 'done' | 'nothingArisen';

/**
 * Whether an occurrence has a deadline: a date; none by its nature (on request, continuous, per another plan); or one
 * that could not be read, which the clerk must settle.
 */
export type Deadline = { kind: 'dated'; due: IsoDate; bound?: Bound } | { kind: 'none' } | { kind: 'unread' };

/** One time that a task falls due, for one product or for all of them together. */
export type Occurrence = {
  /** Task, product and period; the same in every renewal of the log. */
  key: string;
  task: string;
  /** The products handed in, as printed, joined by "; "; '' where the annex names none. */
  products: string;
  /** Types of these products, each once. */
  productTypes: string[];
  deadline: Deadline;
};

/** What the clerk typed for an occurrence; '' where nothing. Kept through every renewal. */
export type TypedValues = {
  state: StoredState;
  doneOn: IsoDate;
  /** Number and sign of the document: "05/KH-MNBT". */
  number: string;
  /** Link or file name. */
  evidence: string;
  /** Words in place of evidence. */
  explanation: string;
  note: string;
  /** A deadline set or corrected by hand; stands above the one read. */
  dueByHand: IsoDate;
};

export type LogRow = Occurrence & {
  typed: TypedValues;
  /** No longer asked for: the task or the deadline has left the annex, or the task is not performed any more. */
  untracked?: true;
};

export const EMPTY_TYPED_VALUES: TypedValues = {
  state: 'notStarted',
  doneOn: '',
  number: '',
  evidence: '',
  explanation: '',
  note: '',
  dueByHand: '',
};

export function hasTypedValues(typed: TypedValues): boolean {
  return (Object.keys(EMPTY_TYPED_VALUES) as (keyof TypedValues)[]).some(
    (field) => typed[field] !== EMPTY_TYPED_VALUES[field],
  );
}
