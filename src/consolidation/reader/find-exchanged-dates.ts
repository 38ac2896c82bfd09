import { parseIsoDate } from '../../shared/dates';
import type { SourceCell } from '../types';
import { parseCellDate } from './parse-cell-date';

/** A day of this number or less is a month as well. */
const MAX_MONTH = 12;

const getDay = (value: SourceCell['value'], date1904: boolean): number =>
  parseIsoDate(parseCellDate(value, date1904, null))?.day ?? 0;

const PLAIN_DATE = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}\s*$/;

/** Texts of a column in which months stand first ("03/25/2026"), of which the day may be a month as well ("03/05/2026"). */
function findMonthsFirst(cells: readonly SourceCell[]): SourceCell[] {
  const dates = cells.flatMap((cell) => {
    const [, first, second] = (typeof cell.value === 'string' && PLAIN_DATE.exec(cell.value)) || [];
    return second === undefined ? [] : [{ cell, first: Number(first), second: Number(second) }];
  });
  const isMonthFirst = dates.some(({ first, second }) => first <= MAX_MONTH && second > MAX_MONTH);
  return isMonthFirst
    ? dates.flatMap(({ cell, first, second }) => (first <= MAX_MONTH && second <= MAX_MONTH ? [cell] : []))
    : [];
}

/**
 * Returns the date cells of a column whose day and month Excel may have exchanged: where it reads months first, "05/03"
 * becomes 3 May while "25/03" stays text. So it is where days above 12 stand as text, but for fewer that are stored; and
 * texts with months first are read as days first unless one of them cannot be.
 */
export function findExchangedDates(cells: readonly SourceCell[], date1904: boolean): SourceCell[] {
  const stored = cells.filter(({ value }) => typeof value === 'number' && getDay(value, date1904) > 0);
  const isAbove = ({ value }: SourceCell): boolean => getDay(value, date1904) > MAX_MONTH;
  const textsAbove = cells.filter(
    (cell) => typeof cell.value === 'string' && PLAIN_DATE.test(cell.value) && isAbove(cell),
  );
  const exchanged = findMonthsFirst(cells);
  if (exchanged.length > 0) return exchanged;
  return textsAbove.length > stored.filter(isAbove).length ? stored.filter((cell) => !isAbove(cell)) : [];
}
