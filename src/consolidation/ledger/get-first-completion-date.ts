import { getEditionYear } from '../../annex/get-edition-year';
import type { Edition } from '../../annex/types';
import { type IsoDate, toIsoDate } from '../../shared/dates';
import { toMatchKey } from '../../shared/text';

const FIRST_PLAUSIBLE_DAY: IsoDate = '2000-01-01';

/** Titles of annexes that change one of the same year: tasks may have been done under the earlier one. */
const AMENDMENT = /(?:^| )(?:dieu chinh|sua doi|bo sung|thay the)(?: |$)/;

/**
 * Returns the first day on which a task of an annex can have been completed: its date, or the beginning of its year
 * where it was issued before that, amends an earlier one or has no date; where neither is known, a day before which no annex of today was issued:
 * "1900" is no day of completion.
 */
export function getFirstCompletionDate({
  date,
  year,
  title,
}: Pick<Edition, 'date' | 'year' | 'title'>): IsoDate {
  const annexYear = getEditionYear({ year, date });
  const begin = annexYear === null ? FIRST_PLAUSIBLE_DAY : toIsoDate(annexYear, 1, 1);
  return date > begin && !AMENDMENT.test(toMatchKey(title)) ? date : begin;
}
