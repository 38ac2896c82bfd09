import type { Edition } from '../../annex/types';

/** A year, or the first one of a school year. */
export type AnnexYear = { year: number; isSchoolYear: boolean };

/**
 * Parses a year as a person writes it: "2026", or "2025-2026" for a school year.
 *
 * @returns null for anything else
 */
export function parseAnnexYear(text: string): AnnexYear | null {
  const match = /^\s*((?:19|20|21)\d\d)(?:\s*[-–/]\s*((?:19|20|21)\d\d))?\s*$/u.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year, isSchoolYear: false };
  return Number(match[2]) === year + 1 ? { year, isSchoolYear: true } : null;
}

/** Puts the year that a user has named into an edition; null takes it out again. */
export function setEditionYear({ schoolYear: _, ...edition }: Edition, named: AnnexYear | null): Edition {
  return {
    ...edition,
    year: named?.year ?? null,
    ...(named?.isSchoolYear && { schoolYear: true }),
  };
}
