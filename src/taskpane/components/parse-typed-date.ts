import { type IsoDate, isValidDate, toIsoDate } from '../../shared/dates';

/**
 * Reads a date as offices type it: day, month and year, with any of "/", "-", "." between, or eight digits.
 * @returns '' for an empty text, null for what is no date of 1900 to 2199
 */
export function parseTypedDate(text: string): IsoDate | null {
  const typed = text.trim();
  if (typed === '') return '';
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const printed = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$|^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const [day, month, year] = iso
    ? [iso[3], iso[2], iso[1]]
    : [printed?.[1] ?? printed?.[4], printed?.[2] ?? printed?.[5], printed?.[3] ?? printed?.[6]];
  const numbers = [Number(year), Number(month), Number(day)] as const;
  if (!(numbers[0] >= 1900 && numbers[0] <= 2199) || !isValidDate(...numbers)) return null;
  return toIsoDate(...numbers);
}
