const MEGABYTE = 1024 * 1024;

/** Larger files are not read. */
export const MAX_FILE_BYTES = 20 * MEGABYTE;

/** An archive holds the workbooks of many. */
export const MAX_ARCHIVE_BYTES = 200 * MEGABYTE;
