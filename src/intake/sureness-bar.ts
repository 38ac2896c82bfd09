/** Rows that a reader is less sure of than this are to be looked at before they are applied. */
export const surenessBar = 0.7;
