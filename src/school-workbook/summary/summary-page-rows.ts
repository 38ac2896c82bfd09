import { computePageRows, type PageRows } from '../../sheets/dashboard/page-rows';

/** Lines of the three bands. */
export const BAND_LINES = [9, 7, 7] as const;

/** Where the page of a unit has its rows. */
export const SUMMARY_PAGE_ROWS: PageRows = computePageRows({
  hasSecondLine: false,
  bands: BAND_LINES.map((lines) => ({ lines })),
});

/** Row of the title over the tables that the page is made of. */
export const DETAILS_ROW = SUMMARY_PAGE_ROWS.end + 1;
