import type { IsoDate } from '../shared/dates';

/** A name that holds from a day on; '' as the day: from the beginning. */
export type DatedName = { from: IsoDate; name: string };

/**
 * What a unit's papers say of the office itself. Authorities change their names and their levels (there has been no
 * district since 2025-07-01), so who stands above the unit and who gets its reports is asked for a day.
 */
export type OfficeSettings = {
  /** What the unit writes of a task it does not perform; '' for the words of the annex. */
  wording: string;
  /** The authority above the unit; the last that holds on the day is printed. */
  superiors: readonly DatedName[];
  /** Who gets the reports; those of the last day that has come hold together. */
  recipients: readonly DatedName[];
};

export const EMPTY_OFFICE_SETTINGS: OfficeSettings = { wording: '', superiors: [], recipients: [] };

/** Returns the names of the last day on or before `day`, in their order; none if no such day exists. */
export function getNamesOnDate(names: readonly DatedName[], day: IsoDate): string[] {
  const begun = names.filter(({ from, name }) => name !== '' && from <= day);
  const last = begun.map(({ from }) => from).reduce((a, b) => (a > b ? a : b), '');
  return begun.filter(({ from }) => from === last).map(({ name }) => name);
}

/**
 * Returns the authority above the unit on a day, or ''. Of two lines with the same day the lower one counts.
 */
export function getSuperiorOnDate({ superiors }: OfficeSettings, day: IsoDate): string {
  return getNamesOnDate(superiors, day).at(-1) ?? '';
}
