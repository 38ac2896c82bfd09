import type { ProblemLocation } from '../../shared/problem';

/** Noticed across units. What a single file or row has wrong is reported under the code of its problem. */
export type FindingCode =
  // The units do not agree.
  | 'disagreement'
  // A row contradicts itself or lacks something.
  | 'refused-with-progress'
  | 'undecided-with-answer'
  | 'performed-with-reason'
  | 'refused-without-reason'
  | 'done-without-day'
  | 'day-without-done'
  | 'done-in-future'
  | 'done-before-annex'
  | 'state-unread'
  | 'product-missing'
  | 'evidence-missing'
  // A workbook differs from the master.
  | 'row-missing'
  | 'row-added'
  | 'row-repeated'
  | 'row-reworded'
  | 'cell-changed'
  | 'other-edition'
  // Files and units.
  | 'unit-missing'
  | 'unit-question'
  | 'unit-twice'
  | 'unit-choice'
  | 'sheet-choice'
  | 'answers-copied'
  | 'name-look-alike'
  | 'file-blank'
  | 'file-warning';

export type Finding = {
  code: FindingCode;
  /** '' where it concerns several or none. */
  unit: string;
  /** '' where it concerns the whole file. */
  task: string;
  place: ProblemLocation;
  /** Figures and words for the message. */
  args: Record<string, string | number>;
};

/** Identity through every run, so that what the officer wrote beside a finding stays with it. */
export function getFindingKey({ code, unit, task, args }: Finding): string {
  return [code, unit, task, ...(args['at'] === undefined ? [] : [args['at']])].join('|');
}
