import { formatDate, type IsoDate } from '../../shared/dates';

/** A day as offices write it; '' for none. */
export const formatOptionalDate = (date: IsoDate | null | undefined): string =>
  date ? formatDate(date) : '';
