/** Rows with text that a table may have: the largest real annexes have some hundreds. */
export const MAX_TABLE_ROWS = 20_000;

/** Rows times columns, where a sparse table becomes a grid. */
export const MAX_TABLE_POSITIONS = 4_000_000;

/** Characters of all cells of a workbook or document together. */
export const MAX_DOCUMENT_CHARACTERS = 32 * 1024 * 1024;

/** Longest text of a cell or paragraph; a cell of Excel holds 32,767 characters. */
export const MAX_TEXT_CHARACTERS = 200_000;
