import type { AnnexProblem } from '../../annex/problem-codes';
import type { Annex } from '../../annex/types';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem } from '../../shared/problem';
import type { AssembledTable } from '../assemble/assemble-annex';
import { composeReview, type ReviewedAnnex } from './compose-review';
import { createReviewHistory, type ReviewHistory } from './review-history';
import { createReview, getUnconfirmedRows } from './review-row';

/** A table under review as it stands: its corrections, and the annex they make. */
export type AnnexReview = {
  history: ReviewHistory;
  annex: Annex;
  tasks: ReviewedAnnex['tasks'];
  /** Noticed at single rows, by key. */
  problems: ReviewedAnnex['problems'];
  /** Noticed in the document as a whole. */
  general: Problem[];
  /** How many rows may not be applied yet. */
  unconfirmedCount: number;
};

/** Problems that are found again after each correction, which describe the corrected row better. */
const RECOMPUTED_CODES = {
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

const isDocumentProblem = ({ code }: Problem): boolean =>
  !(code in RECOMPUTED_CODES) && code !== 'row-unsure';

/** Builds a history of corrections with the annex they make. `warnings` are those of reading the table. */
export function buildAnnexReview(
  { annex, fields }: AssembledTable,
  warnings: readonly Problem[],
  history: ReviewHistory,
): AnnexReview {
  const composed = composeReview(history.present, annex.edition, fields);
  return {
    history,
    annex: composed.annex,
    tasks: composed.tasks,
    problems: composed.problems,
    general: [...warnings.filter(isDocumentProblem), ...composed.general],
    unconfirmedCount: getUnconfirmedRows(history.present).length,
  };
}

/** Creates the review of a table before any correction. */
export function createAnnexReview(
  document: RawDocument,
  assembled: AssembledTable,
  warnings: readonly Problem[],
): AnnexReview {
  return buildAnnexReview(
    assembled,
    warnings,
    createReviewHistory(createReview(document, assembled, warnings)),
  );
}
