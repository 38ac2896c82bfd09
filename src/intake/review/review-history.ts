import { editReview, type ReviewEdit } from './edit-rows';
import type { Review } from './review-row';

/** A review with what led to it. Lives as long as the screen, and is kept nowhere. */
export type ReviewHistory = { past: readonly Review[]; now: Review; ahead: readonly Review[] };

export const startHistory = (now: Review): ReviewHistory => ({ past: [], now, ahead: [] });

/** A correction that does nothing is no step. */
export function withEdit(history: ReviewHistory, edit: ReviewEdit): ReviewHistory {
  const now = editReview(history.now, edit);
  return now === history.now ? history : { past: [...history.past, history.now], now, ahead: [] };
}

export function stepBack(history: ReviewHistory): ReviewHistory {
  const before = history.past.at(-1);
  return before
    ? { past: history.past.slice(0, -1), now: before, ahead: [history.now, ...history.ahead] }
    : history;
}

export function stepAhead(history: ReviewHistory): ReviewHistory {
  const [next, ...ahead] = history.ahead;
  return next ? { past: [...history.past, history.now], now: next, ahead } : history;
}
