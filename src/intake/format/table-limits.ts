/** Rows with text that a table may have: the largest real annexes have some hundreds. */
export const MOST_ROWS = 20_000;

/** Rows times columns, for those who lay a sparse table out as a grid. */
export const MOST_POSITIONS = 4_000_000;

/** Characters of all cells of a workbook or document together. */
export const MOST_CHARACTERS = 32 * 1024 * 1024;
