import { editReview, type ReviewEdit } from './edit-review';
import type { Review } from './review-row';

/** A review with what led to it. Lives as long as the screen, and is kept nowhere. */
export type ReviewHistory = { past: readonly Review[]; present: Review; future: readonly Review[] };

export const createReviewHistory = (now: Review): ReviewHistory => ({ past: [], present: now, future: [] });

/** Applies a correction; one that does nothing is no step. */
export function applyReviewEdit(history: ReviewHistory, edit: ReviewEdit): ReviewHistory {
  const now = editReview(history.present, edit);
  return now === history.present
    ? history
    : { past: [...history.past, history.present], present: now, future: [] };
}

export function undoReviewEdit(history: ReviewHistory): ReviewHistory {
  const before = history.past.at(-1);
  return before
    ? { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
    : history;
}

export function redoReviewEdit(history: ReviewHistory): ReviewHistory {
  const [next, ...ahead] = history.future;
  return next ? { past: [...history.past, history.present], present: next, future: ahead } : history;
}
