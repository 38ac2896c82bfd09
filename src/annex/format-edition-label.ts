import { formatOptionalDate } from '../shared/dates';
import type { Edition } from './types';

/** Returns how an edition is named in a list or a finding: "31/KH-UBND, 10/02/2025"; its title where it has no number. */
export function formatEditionLabel({ number, date, title }: Edition): string {
  return [number, formatOptionalDate(date)].filter((part) => part !== '').join(', ') || title;
}
