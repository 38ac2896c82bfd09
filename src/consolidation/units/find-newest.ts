/**
 * Returns the newest of the files of a unit, by the dates of their content.
 *
 * @returns null where the dates do not tell: one has none, or the two newest have the same
 */
export function findNewest<T extends { contentDate: string }>(files: readonly T[]): T | null {
  const [newest, next] = sortNewestFirst(files);
  if (!newest || !next) return newest ?? null;
  const isClear =
    files.every(({ contentDate }) => contentDate !== '') && newest.contentDate > next.contentDate;
  return isClear ? newest : null;
}

/** Sorts newest first; files without a date come last, in their order. */
export function sortNewestFirst<T extends { contentDate: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) =>
    a.contentDate < b.contentDate ? 1 : a.contentDate > b.contentDate ? -1 : 0,
  );
}
