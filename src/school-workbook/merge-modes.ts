/** How the contents of a reissued annex meet those of the sheet. Progress is kept whichever is chosen. */
export type MergeMode = 'replace-nonblank' | 'replace-all' | 'fill-blanks';
export const MERGE_MODES = [
  'replace-nonblank',
  'replace-all',
  'fill-blanks',
] as const satisfies readonly MergeMode[];
