import type { ReadSummary } from './group-results';

/** Of every run: received = read + refused + left out. */
export type FileTally = {
  received: number;
  /** Read now or known from the previous run, copies included. */
  read: number;
  refused: number;
  leftOut: number;
};

/**
 * Counts what became of the files of a run.
 *
 * @throws where a file was lost on the way: its unit would count as one that did not send
 */
export function countFiles(
  { read, unchanged, copies, failed }: ReadSummary,
  { received, leftOut }: Pick<FileTally, 'received' | 'leftOut'>,
): FileTally {
  const tally = {
    received,
    read: read.length + unchanged.size + copies.length,
    refused: failed.length,
    leftOut,
  };
  if (tally.read + tally.refused + leftOut !== received)
    throw new Error(`${received} files received, but ${JSON.stringify(tally)}`);
  return tally;
}
