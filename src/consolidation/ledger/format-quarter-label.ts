import { type IsoDate, parseIsoDate } from '../../shared/dates';

/** The quarter of a due day as the sheets name it; '' without a day. */
export function formatQuarterLabel(due: IsoDate): string {
  const parts = parseIsoDate(due);
  return parts ? `Quý ${Math.ceil(parts.month / 3)}/${parts.year}` : '';
}
