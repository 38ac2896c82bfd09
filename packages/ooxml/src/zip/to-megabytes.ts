/** Converts bytes to megabytes as messages name them, to one decimal. */
export const toMegabytes = (bytes: number): number => Math.round((bytes / (1024 * 1024)) * 10) / 10;
