import type { IsoDate } from '../../annex/calendar/dates';
import { printDate } from '../../annex/calendar/dates';

/** A day as offices write it; '' for none. */
export const dayOf = (date: IsoDate | null | undefined): string => (date ? printDate(date) : '');
