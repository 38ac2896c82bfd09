import { type AnnexRow, composeAnnex } from '../../annex/compose-annex';
import type { TaskCellField } from '../../annex/task-cells';
import type { Annex, Edition } from '../../annex/types';
import type { Problem, ProblemLocation } from '../../shared/problem';
import type { Review, ReviewRow } from './review-row';

/** The annex that the rows of a review make, and what deserves a look in it. */
export type ReviewedAnnex = {
  annex: Annex;
  /** Task ids by row key. */
  tasks: ReadonlyMap<number, string>;
  /** What was noticed, by row key; what concerns no single row is in `general`. */
  problems: ReadonlyMap<number, readonly Problem[]>;
  general: Problem[];
};

const getReviewRowLocation = ({ sourceRows }: ReviewRow): ProblemLocation => sourceRows[0] ?? {};

function toAnnexRow(row: ReviewRow): AnnexRow {
  const { tt, ...cells } = row.cells;
  const place = getReviewRowLocation(row);
  return row.kind === 'section'
    ? {
        kind: 'section',
        number: tt,
        title: cells.content,
        place,
        ...(row.outermost && { outermost: true }),
      }
    : { kind: 'task', tt, cells, place, cellPlaces: row.cellPlaces };
}

/**
 * Composes the rows that are not deleted, so that numbers, ditto marks and warnings follow every correction.
 */
export function composeReview(
  { rows }: Review,
  edition: Edition,
  fields: ReadonlySet<TaskCellField | 'tt'>,
): ReviewedAnnex {
  const used = rows.filter(({ deleted }) => !deleted);
  const { annex, rowIndexes: rowByTask, warnings } = composeAnnex(edition, used.map(toAnnexRow), fields);
  const tasks = new Map<number, string>();
  const keyByTask = new Map<string, number>();
  annex.tasks.forEach(({ id }, index) => {
    const key = used[rowByTask[index] ?? -1]?.key;
    if (key === undefined) return;
    tasks.set(key, id);
    keyByTask.set(id, key);
  });
  const problems = new Map<number, Problem[]>();
  const general: Problem[] = [];
  const note = (key: number | undefined, problem: Problem): void => {
    if (key === undefined) general.push(problem);
    else problems.set(key, [...(problems.get(key) ?? []), problem]);
  };
  for (const row of used) for (const problem of row.notes) note(row.key, problem);
  for (const problem of warnings) {
    const { task } = problem.place;
    const section = used.find((row) => row.kind === 'section' && problem.place === getReviewRowLocation(row));
    note(task === undefined ? section?.key : keyByTask.get(task), problem);
  }
  return { annex, tasks, problems, general };
}
