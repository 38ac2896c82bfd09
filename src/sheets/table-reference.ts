const PLAIN_HEADER = /^[\p{L}\p{N}_.]+$/u;

/** Returns a header as it stands in a structured reference: Excel escapes brackets, #, @ and '. */
export const escapeHeader = (header: string): string => header.replace(/['#[\]@]/g, "'$&");

/** Returns the reference of a column of a table: `NhiemVu[Áp dụng]`. */
export const buildColumnReference = (header: string, table: string): string =>
  `${table}[${escapeHeader(header)}]`;

/** Returns the reference of a cell of the same row: `[@Hạn]`, `[@[Còn (ngày)]]`. */
export function buildThisRowReference(header: string): string {
  return PLAIN_HEADER.test(header) ? `[@${header}]` : `[@[${escapeHeader(header)}]]`;
}
