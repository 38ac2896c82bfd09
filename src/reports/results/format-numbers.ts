import { formatDate } from '../../shared/dates';

/** Formats a count as offices write it: 5 → "05", 1234 → "1.234". */
export function formatCount(count: number): string {
  return count > 0 && count < 10 ? `0${count}` : String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Where there is nothing to print. */
const NOTHING_TO_PRINT = '–';
/** Formats a share as offices write it and as the sheets show it: 0.995 → "99,5%"; "–" if there is nothing to divide by. */
export function formatPercent(share: number | null): string {
  return share === null
    ? NOTHING_TO_PRINT
    : `${(Math.round(share * 1000) / 10).toFixed(1).replace('.', ',')}%`;
}

export const formatDateOrDash = (date: string | null): string => (date ? formatDate(date) : NOTHING_TO_PRINT);
