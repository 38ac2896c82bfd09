import { type CellRange, formatAddress } from '@phuluc/ooxml/a1';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';

/** Creates a warning for each picture that lies on the row of a task, at the first cell of the task that it covers. */
export function createPictureWarnings(
  pictures: readonly CellRange[],
  rows: readonly { row: number; task: string }[],
  place: ProblemLocation,
): Problem[] {
  return pictures.flatMap(({ top, left, bottom }): Problem[] => {
    const covered = rows.find(({ row }) => row - 1 >= top && row - 1 <= bottom);
    if (!covered) return [];
    const cell = formatAddress(covered.row - 1, left);
    return [
      warning('picture-over-cell', { ...place, cell, ...(covered.task !== '' && { task: covered.task }) }),
    ];
  });
}
