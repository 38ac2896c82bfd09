/** A page of text has some 5,000 characters and 25,000 operators; beyond these numbers a page is a trap. */
export const MAX_PAGE_GLYPHS = 300_000;
export const MAX_PAGE_RULES = 100_000;
export const MAX_PAGE_OPERATORS = 250_000;

/** Characters of all pages together. */
export const MAX_DOCUMENT_GLYPHS = 2_000_000;

/** The largest page has 14,400 points; what a damaged file puts farther away is on none. */
const MAX_PLACE = 100_000;

/** Returns true for a place that may be on a page; numbers beyond may be so large that counting on from them stands still. */
export const isNearPage = ({ x, y }: { x: number; y: number }): boolean =>
  Math.abs(x) < MAX_PLACE && Math.abs(y) < MAX_PLACE;

/** Thrown by the reader of a page that draws more than a page can show. */
export class PageTooLargeError extends Error {}
