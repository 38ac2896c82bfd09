import { parseIsoDate } from '../../shared/dates';
import type { SourceCell } from '../types';
import { parseCellDate } from './parse-cell-date';

/** A day of this number or less is a month as well. */
const MAX_MONTH = 12;

const getDay = (value: SourceCell['value'], date1904: boolean): number =>
  parseIsoDate(parseCellDate(value, date1904, null))?.day ?? 0;

/**
 * Returns the date cells of a column whose day and month Excel may have exchanged: where it reads months first, "05/03"
 * becomes 3 May while "25/03" stays text. So it is where days above 12 stand as text only.
 */
export function findExchangedDates(cells: readonly SourceCell[], date1904: boolean): SourceCell[] {
  const stored = cells.filter(({ value }) => typeof value === 'number' && getDay(value, date1904) > 0);
  const isTextAbove = cells.some(
    ({ value }) =>
      typeof value === 'string' &&
      /^\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$/.test(value) &&
      getDay(value, date1904) > MAX_MONTH,
  );
  return isTextAbove && stored.every(({ value }) => getDay(value, date1904) <= MAX_MONTH) ? stored : [];
}
