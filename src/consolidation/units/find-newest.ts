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

type CountedFileTests<T> = { isChosen: (file: T) => boolean; isReadNow: (file: T) => boolean };

/**
 * Returns the file of a unit that counts: the one the officer chose, else the newest by the dates of their content.
 * Where these do not tell, the file that counted so far stays, unless it was written again under its name.
 *
 * @param files those read in this run, and the one of the last run whose rows stand in the ledger
 * @returns null where nothing counts before the officer chooses
 */
export function findCountedFile<T extends { contentDate: string; file: string }>(
  files: readonly T[],
  { isChosen, isReadNow }: CountedFileTests<T>,
): T | null {
  const chosen = files.find(isChosen) ?? findNewest(files);
  if (chosen) return chosen;
  const [before = null] = files.filter((file) => !isReadNow(file));
  const [next, ...more] = files.filter(isReadNow);
  const isRewritten = before !== null && next?.file === before.file && more.length === 0;
  return isRewritten ? next : before;
}
