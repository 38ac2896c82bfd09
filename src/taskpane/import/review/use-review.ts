import { useCallback, useMemo, useState } from 'react';
import { type AnnexReview, buildAnnexReview } from '../../../import/review/annex-review';
import { getNextRow, type ReviewEdit } from '../../../import/review/edit-review';
import {
  applyReviewEdit,
  redoReviewEdit,
  type ReviewHistory,
  undoReviewEdit,
} from '../../../import/review/review-history';
import type { ReviewRow } from '../../../import/review/review-row';
import { createSourceIndex } from '../../../import/review/source-index';
import type { AnnexImport, ImportFlow } from '../use-import';

export const REVIEW_FILTERS = ['waiting', 'noticed', 'all'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

function isInFilter(filter: ReviewFilter, row: ReviewRow, { problems }: AnnexReview): boolean {
  if (filter === 'all') return true;
  if (row.deleted) return false;
  return row.confirmation === 'waiting' || (filter === 'noticed' && (problems.get(row.key)?.length ?? 0) > 0);
}

/** Problems first: the strictest filter that has a row. */
function chooseFirstFilter(reviewed: AnnexReview): ReviewFilter {
  return (
    REVIEW_FILTERS.find((filter) =>
      reviewed.history.present.rows.some((row) => isInFilter(filter, row, reviewed)),
    ) ?? 'all'
  );
}

/** Rows that were in the list stay in it until another filter is chosen, so that none vanishes under the hand. */
type ShownRows = { filter: ReviewFilter; retained: ReadonlySet<number>; from: number };

function createShownRows(filter: ReviewFilter, reviewed: AnnexReview): ShownRows {
  const { rows, nextKey } = reviewed.history.present;
  const visible = rows.filter((row) => isInFilter(filter, row, reviewed)).map(({ key }) => key);
  return { filter, retained: new Set(visible), from: nextKey };
}

export type ReviewState = {
  reviewed: AnnexReview;
  /** The rows of the list. */
  rows: ReviewRow[];
  counts: Record<ReviewFilter, number>;
  filter: ReviewFilter;
  setFilter: (filter: ReviewFilter) => void;
  /** Key of the row whose cells can be changed; null where all are closed. */
  open: number | null;
  setOpen: (key: number | null) => void;
  edit: (edit: ReviewEdit) => void;
  undo: () => void;
  redo: () => void;
  /** What was done last, for who does not see it. */
  done: ReviewEdit['kind'] | 'undo' | 'redo' | null;
  nextOf: (key: number) => ReviewRow | null;
  sourceOf: ReturnType<typeof createSourceIndex>;
};

/** The review screen's state: which rows are listed, which is open, and the corrections. */
export function useReview(current: AnnexImport, flow: ImportFlow): ReviewState {
  const { reading } = current;
  const { document, assembled, warnings, reviewed } = reading;
  const [shown, setShown] = useState<ShownRows>(() => createShownRows(chooseFirstFilter(reviewed), reviewed));
  const [open, setOpen] = useState<number | null>(null);
  const [pending, setPending] = useState<ReviewState['done']>(null);
  const [said, setSaid] = useState<{ history: ReviewHistory; done: ReviewState['done'] }>({
    history: reviewed.history,
    done: null,
  });
  const sourceOf = useMemo(() => createSourceIndex(document), [document]);

  // A correction that did nothing is not said to be done.
  if (said.history !== reviewed.history) setSaid({ history: reviewed.history, done: pending });
  // Another table of the document begins with its own problems.
  const [table, setTable] = useState(assembled);
  if (table !== assembled) {
    setTable(assembled);
    setShown(createShownRows(chooseFirstFilter(reviewed), reviewed));
    setOpen(null);
  }

  const { review } = flow;
  const step = useCallback(
    (kind: ReviewState['done'], change: (history: ReviewHistory) => ReviewHistory): void => {
      review((now) => {
        const history = change(now.history);
        return history === now.history ? now : buildAnnexReview(assembled, warnings, history);
      });
      setPending(kind);
    },
    [assembled, review, warnings],
  );

  const edit = useCallback(
    (one: ReviewEdit): void => step(one.kind, (history) => applyReviewEdit(history, one)),
    [step],
  );

  const { present: now } = reviewed.history;
  const rows = useMemo(
    () =>
      now.rows.filter(
        (row) =>
          shown.retained.has(row.key) || row.key >= shown.from || isInFilter(shown.filter, row, reviewed),
      ),
    [now, shown, reviewed],
  );
  const counts = useMemo(
    () => ({
      waiting: reviewed.unconfirmedCount,
      noticed: now.rows.filter((row) => isInFilter('noticed', row, reviewed)).length,
      all: now.rows.filter(({ deleted }) => !deleted).length,
    }),
    [now, reviewed],
  );
  return {
    reviewed,
    rows,
    counts,
    filter: shown.filter,
    setFilter: (filter) => setShown(createShownRows(filter, reviewed)),
    open,
    setOpen,
    edit,
    undo: () => step('undo', undoReviewEdit),
    redo: () => step('redo', redoReviewEdit),
    done: said.done,
    nextOf: (key) => getNextRow(now, key),
    sourceOf,
  };
}
