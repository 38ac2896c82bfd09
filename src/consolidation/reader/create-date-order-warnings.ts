import { formatDate } from '../../shared/dates';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { SchoolRow } from '../types';
import { findExchangedDates } from './find-exchanged-dates';
import { parseCellDate } from './parse-cell-date';

/** Asks about each day of completion of which Excel may have exchanged day and month. */
export function createDateOrderWarnings(
  rows: readonly SchoolRow[],
  { date1904, place }: { date1904: boolean; place: ProblemLocation },
): Problem[] {
  const cells = rows.flatMap(({ cells: { doneOn } }) => (doneOn ? [doneOn] : []));
  return findExchangedDates(cells, date1904).map(({ cell, value }) =>
    warning('date-order', { ...place, cell }, { value: formatDate(parseCellDate(value, date1904, null)) }),
  );
}
