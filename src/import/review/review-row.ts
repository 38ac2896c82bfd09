import { TASK_CELL_FIELDS, type TaskCellField } from '../../annex/task-cells';
import { MIN_CONFIDENCE } from '../../readers/min-confidence';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { cleanLines, cleanText } from '../../shared/text';
import type { AssembledTable } from '../assemble/assemble-annex';
import type { AssembledRow } from '../assemble/compose-tables';
import { getLocationKey } from './source-index';

/** The cells of a row in the order of a printed annex; a section has its number and its title as `content`. */
export const REVIEW_FIELDS = ['tt', ...TASK_CELL_FIELDS] as const;
export type ReviewField = (typeof REVIEW_FIELDS)[number];

/** One found row on its way to the annex, as the clerk corrects it. Texts are clean (see `cleanText`). */
export type ReviewRow = {
  /** Unique in a review, the same as long as the row lives. */
  key: number;
  kind: 'section' | 'task';
  cells: Record<ReviewField, string>;
  /** Rows of the source it comes from, in order. */
  sourceRows: readonly ProblemLocation[];
  cellPlaces: Partial<Record<TaskCellField, ProblemLocation>>;
  /** `waiting`: below the confidence threshold and not confirmed yet. */
  confirmation: 'sure' | 'waiting' | 'confirmed';
  /** The area that stands for one of several tables; its number is no printed one. */
  outermost?: true;
  /** Left out of the annex, kept in the list. */
  deleted: boolean;
  /** What was noticed while it was read. */
  notes: readonly Problem[];
};

/** The rows under review, in the order of the annex. */
export type Review = { rows: readonly ReviewRow[]; nextKey: number };

export function createBlankReviewCells(): Record<ReviewField, string> {
  return Object.fromEntries(REVIEW_FIELDS.map((field) => [field, ''])) as Record<ReviewField, string>;
}

function toReviewCells({ row }: AssembledRow): Record<ReviewField, string> {
  if (row.kind === 'section')
    return { ...createBlankReviewCells(), tt: cleanText(row.number), content: cleanText(row.title) };
  const texts = TASK_CELL_FIELDS.map((field) => [field, cleanLines(row.cells[field])]);
  return { ...createBlankReviewCells(), tt: cleanText(row.tt), ...Object.fromEntries(texts) };
}

/** Places of rows that their reader was not sure of. */
function findUncertainLocations({ blocks, warnings }: RawDocument): Set<string> {
  const uncertain = blocks.flatMap((block) =>
    block.kind === 'text'
      ? []
      : block.rows
          .filter(({ confidence = 1 }) => confidence < MIN_CONFIDENCE)
          .map(({ place }) => getLocationKey({ ...block.place, ...place })),
  );
  const warned = warnings.flatMap(({ code, place }) => (code === 'row-unsure' ? getLocationKey(place) : []));
  return new Set([...uncertain, ...warned]);
}

/**
 * Creates the rows of a table for review; those below the confidence threshold wait for confirmation.
 * `warnings` are those of `assembleTable`; those about how a row was joined stay with the row.
 */
export function createReview(
  document: RawDocument,
  { rows, sources }: AssembledTable,
  warnings: readonly Problem[],
): Review {
  const uncertain = findUncertainLocations(document);
  const rejoined = new Map<string, Problem[]>();
  for (const problem of warnings) {
    const { task } = problem.place;
    if (problem.code === 'row-rejoined' && task !== undefined)
      rejoined.set(task, [...(rejoined.get(task) ?? []), problem]);
  }
  let task = 0;
  const reviewed = rows.map((assembled, key): ReviewRow => {
    const { row, sourceRows } = assembled;
    const id = row.kind === 'task' ? sources[task++]?.task : undefined;
    return {
      key,
      kind: row.kind,
      ...(row.kind === 'section' && row.outermost && { outermost: true }),
      cells: toReviewCells(assembled),
      sourceRows,
      cellPlaces: row.kind === 'task' ? (row.cellPlaces ?? {}) : {},
      confirmation: sourceRows.some((place) => uncertain.has(getLocationKey(place))) ? 'waiting' : 'sure',
      deleted: false,
      notes: rejoined.get(id ?? '') ?? [],
    };
  });
  return { rows: reviewed, nextKey: reviewed.length };
}

/** Returns the rows that may not be applied before the clerk has confirmed them. */
export function getUnconfirmedRows({ rows }: Review): ReviewRow[] {
  return rows.filter(({ confirmation: look, deleted }) => look === 'waiting' && !deleted);
}
