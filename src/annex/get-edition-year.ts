import type { Edition } from './types';

/**
 * Returns the year that an edition is of, else that of its date.
 *
 * @returns null if it has neither
 */
export function getEditionYear({ year, date }: Pick<Edition, 'year' | 'date'>): number | null {
  return year ?? (date === '' ? null : Number(date.slice(0, 4)));
}
