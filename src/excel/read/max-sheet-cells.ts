/** A sheet with more filled cells is neither a plan annex nor a table that people read; its cells are not loaded. */
export const MAX_SHEET_CELLS = 300_000;
