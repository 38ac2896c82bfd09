import type { AnnexProblem, Problem } from '../../annex/problem';
import type { Annex } from '../../annex/types';
import type { Assembled } from '../assemble/assemble-annex';
import type { RawDocument } from '../raw-document';
import { composeReview, type ReviewedAnnex } from './compose-review';
import { startHistory, type ReviewHistory } from './review-history';
import { startReview, waitingRows } from './review-row';

/** A table under review as it stands: its corrections, and the annex they make. */
export type Reviewed = {
  history: ReviewHistory;
  annex: Annex;
  tasks: ReviewedAnnex['tasks'];
  /** Noticed at single rows, by key. */
  problems: ReviewedAnnex['problems'];
  /** Noticed in the document as a whole. */
  general: Problem[];
  /** How many rows may not be applied yet. */
  waiting: number;
};

/** What is noticed anew after each correction, and what has become of the row says better. */
const FOLLOWS_CORRECTIONS = {
  'contradictory-row': true,
  'incomplete-row': true,
  'undecided-row': true,
  'blank-lead-unit': true,
  'duplicate-task': true,
  'numbering-gap': true,
  'no-section': true,
  'unnumbered-row': true,
  'blank-content': true,
  'ditto-filled': true,
  'ditto-unresolved': true,
  'row-rejoined': true,
  'ambiguous-marker': true,
} satisfies Record<AnnexProblem, true>;

const isOfDocument = ({ code }: Problem): boolean => !(code in FOLLOWS_CORRECTIONS) && code !== 'row-unsure';

/** A history of corrections with the annex they make. `warnings` are those the table was read with. */
export function reviewedOf(
  { annex, fields }: Assembled,
  warnings: readonly Problem[],
  history: ReviewHistory,
): Reviewed {
  const composed = composeReview(history.now, annex.edition, fields);
  return {
    history,
    annex: composed.annex,
    tasks: composed.tasks,
    problems: composed.problems,
    general: [...warnings.filter(isOfDocument), ...composed.general],
    waiting: waitingRows(history.now).length,
  };
}

/** The review of a table before any correction. */
export function openReview(
  document: RawDocument,
  assembled: Assembled,
  warnings: readonly Problem[],
): Reviewed {
  return reviewedOf(assembled, warnings, startHistory(startReview(document, assembled, warnings)));
}
