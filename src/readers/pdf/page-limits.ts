/** A page of text has some 5,000 characters and 25,000 operators; beyond these numbers a page is a trap. */
export const MAX_PAGE_GLYPHS = 300_000;
export const MAX_PAGE_RULES = 100_000;
export const MAX_PAGE_OPERATORS = 250_000;

/** Characters of all pages together. */
export const MAX_DOCUMENT_GLYPHS = 2_000_000;

/** Thrown by the reader of a page that draws more than a page can show. */
export class PageTooLargeError extends Error {}
