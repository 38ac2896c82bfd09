import { COLUMN_HEADERS } from '../sheets/labels/school-labels';

const isColumnKey = (field: string): field is keyof typeof COLUMN_HEADERS => field in COLUMN_HEADERS;

/** Returns the header of a column as it stands in the workbook; the field itself where it is no column of the tasks. */
export function getColumnHeader(field: string): string {
  return isColumnKey(field) ? COLUMN_HEADERS[field] : field;
}
