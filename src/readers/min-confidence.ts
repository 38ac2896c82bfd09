/** Rows that a reader is less sure of than this are to be looked at before they are applied. */
export const MIN_CONFIDENCE = 0.7;
