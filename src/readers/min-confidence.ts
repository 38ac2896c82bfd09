/** A row that was read with less confidence than this must be reviewed before it is applied. */
export const MIN_CONFIDENCE = 0.7;
