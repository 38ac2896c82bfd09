import { isEqual } from '../../shared/is-equal';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { cleanLines, joinLines, joinText } from '../../shared/text';
import { cutText, cutTextAtLine } from './cut-text';
import {
  createBlankReviewCells,
  type Review,
  REVIEW_FIELDS,
  type ReviewField,
  type ReviewRow,
} from './review-row';

/** One correction. `key` names a row; `at` is a position in the cell's text. */
export type ReviewEdit =
  | { kind: 'write'; key: number; field: ReviewField; text: string }
  /** What stands behind the position becomes a row of its own; the other cells stay. */
  | { kind: 'split'; key: number; field: ReviewField; at: number }
  /** Every cell is cut between the source's earlier and later lines. */
  | { kind: 'split-lines'; key: number; earlier: readonly string[]; later: readonly string[] }
  /** Takes in the row that follows, cell by cell. */
  | { kind: 'join'; key: number }
  /** To the next column what stands behind the position, to the previous one what stands before it. */
  | { kind: 'move'; key: number; field: ReviewField; at: number; to: 'next' | 'previous' }
  | { kind: 'turn'; key: number; into: ReviewRow['kind'] }
  | { kind: 'delete'; key: number }
  | { kind: 'restore'; key: number }
  | { kind: 'confirm'; keys: readonly number[] };

type ReviewCells = ReviewRow['cells'];

/** Returns the columns that a row of this kind has. */
export function getReviewFields(kind: ReviewRow['kind']): readonly ReviewField[] {
  return kind === 'section' ? ['tt', 'content'] : REVIEW_FIELDS;
}

/**
 * Returns the column next to another one in a row of this kind.
 *
 * @returns null at the edge
 */
export function getNeighbourField(
  kind: ReviewRow['kind'],
  field: ReviewField,
  to: 'next' | 'previous',
): ReviewField | null {
  const fields = getReviewFields(kind);
  return fields[fields.indexOf(field) + (to === 'next' ? 1 : -1)] ?? null;
}

/**
 * Returns the row that `join` would join.
 *
 * @returns null if there is none
 */
export function getNextRow({ rows }: Review, key: number): ReviewRow | null {
  const at = rows.findIndex((row) => row.key === key);
  return at < 0 ? null : (rows.slice(at + 1).find(({ deleted }) => !deleted) ?? null);
}

function removeDuplicates<T extends ProblemLocation | Problem>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function createReviewCells(pick: (field: ReviewField) => string): ReviewCells {
  return Object.fromEntries(REVIEW_FIELDS.map((field) => [field, pick(field)])) as ReviewCells;
}

function hasOnlyTitle({ cells }: ReviewRow): boolean {
  return REVIEW_FIELDS.every((field) => field === 'tt' || field === 'content' || cells[field] === '');
}

function joinRows(row: ReviewRow, next: ReviewRow): ReviewRow {
  const looks = [row.confirmation, next.confirmation];
  const isTitle = row.kind === next.kind || (hasOnlyTitle(row) && hasOnlyTitle(next));
  return {
    ...row,
    kind: isTitle ? row.kind : 'task',
    cells: createReviewCells((field) => joinLines(row.cells[field], next.cells[field])),
    cellPlaces: { ...next.cellPlaces, ...row.cellPlaces },
    sourceRows: removeDuplicates([...row.sourceRows, ...next.sourceRows]),
    confirmation: looks.includes('waiting') ? 'waiting' : looks.includes('confirmed') ? 'confirmed' : 'sure',
    notes: removeDuplicates([...row.notes, ...next.notes]),
  };
}

/**
 * Splits a row into its first cells and a new row with the others; returns nothing if one of them would be
 * blank.
 */
function splitRow(review: Review, row: ReviewRow, first: ReviewCells, second: ReviewCells): Review {
  const isBlank = (cells: ReviewCells): boolean => REVIEW_FIELDS.every((field) => cells[field] === '');
  if (isBlank(first) || isBlank(second)) return review;
  // What was swallowed by the title of a section is most often its first task.
  const added: ReviewRow = {
    ...row,
    key: review.nextKey,
    kind: 'task',
    cells: second,
    cellPlaces: {},
    notes: [],
  };
  const rows = review.rows.flatMap((one) =>
    one.key === row.key ? [{ ...row, cells: first }, added] : [one],
  );
  return { rows, nextKey: review.nextKey + 1 };
}

function replaceRow(review: Review, row: ReviewRow): Review {
  return {
    ...review,
    rows: review.rows.map((one) => (one.key === row.key ? row : one)),
  };
}

function moveText(row: ReviewRow, field: ReviewField, at: number, to: 'next' | 'previous'): ReviewRow {
  const neighbour = getNeighbourField(row.kind, field, to);
  if (!neighbour) return row;
  const [before, after] = cutText(row.cells[field], at);
  const cells =
    to === 'next'
      ? { [field]: before, [neighbour]: joinLines(after, row.cells[neighbour]) }
      : { [field]: after, [neighbour]: joinLines(row.cells[neighbour], before) };
  return { ...row, cells: { ...row.cells, ...cells } };
}

/**
 * Converts a row to a section or a task. A title has no other cells: their text becomes part of it, in the
 * order of the columns.
 */
function convertRowKind(row: ReviewRow, into: ReviewRow['kind']): ReviewRow {
  return into === 'task'
    ? { ...row, kind: into }
    : {
        ...row,
        kind: into,
        cells: {
          ...createBlankReviewCells(),
          tt: row.cells.tt,
          content: REVIEW_FIELDS.filter((field) => field !== 'tt')
            .map((field) => row.cells[field])
            .reduce(joinText, ''),
        },
      };
}

function editRow(review: Review, row: ReviewRow, edit: Exclude<ReviewEdit, { kind: 'confirm' }>): Review {
  switch (edit.kind) {
    case 'write':
      return replaceRow(review, {
        ...row,
        cells: { ...row.cells, [edit.field]: cleanLines(edit.text) },
      });
    case 'split': {
      const [before, after] = cutText(row.cells[edit.field], edit.at);
      const first = { ...row.cells, [edit.field]: before };
      return after === ''
        ? review
        : splitRow(review, row, first, { ...createBlankReviewCells(), [edit.field]: after });
    }
    case 'split-lines': {
      const cuts = createReviewCells((field) => cutTextAtLine(row.cells[field], edit.earlier, edit.later)[0]);
      const rest = createReviewCells((field) => cutText(row.cells[field], cuts[field].length)[1]);
      return splitRow(review, row, cuts, rest);
    }
    case 'join': {
      const next = getNextRow(review, row.key);
      if (!next) return review;
      const joined = replaceRow(review, joinRows(row, next));
      return { ...joined, rows: joined.rows.filter(({ key }) => key !== next.key) };
    }
    case 'move':
      return replaceRow(review, moveText(row, edit.field, edit.at, edit.to));
    case 'turn':
      return replaceRow(review, convertRowKind(row, edit.into));
    case 'delete':
    case 'restore':
      return replaceRow(review, { ...row, deleted: edit.kind === 'delete' });
  }
}

/**
 * Applies a correction to the rows; one that does nothing, or names no row, leaves them unchanged. A deleted
 * row can only be restored. Only `write` can remove text: a deleted row stays in the list.
 */
export function editReview(review: Review, edit: ReviewEdit): Review {
  if (edit.kind === 'confirm') {
    const keys = new Set(edit.keys);
    const rows = review.rows.map((row): ReviewRow =>
      keys.has(row.key) && row.confirmation === 'waiting' ? { ...row, confirmation: 'confirmed' } : row,
    );
    return rows.every((row, index) => row === review.rows[index]) ? review : { ...review, rows };
  }
  const row = review.rows.find(({ key }) => key === edit.key);
  if (!row || (row.deleted && edit.kind !== 'restore')) return review;
  const edited = editRow(review, row, edit);
  return isEqual(edited.rows, review.rows) ? review : edited;
}
