import type { IsoDate } from '../../annex/calendar/dates';
import { formatDate } from '../../annex/calendar/dates';

/** A day as offices write it; '' for none. */
export const formatOptionalDate = (date: IsoDate | null | undefined): string =>
  date ? formatDate(date) : '';
