import { TARGET_HEADERS } from '../../sheets/labels/target-labels';
import type { TableRow } from '../tasks/revise-table-rows';

export type TargetColumnId = keyof typeof TARGET_HEADERS;
export const TARGET_COLUMN_IDS = Object.keys(TARGET_HEADERS) as TargetColumnId[];

/** The name of the table of targets. */
export const TARGET_TABLE = 'ChiTieu';

/** The sheet cannot be understood or calculated without these. */
export const REQUIRED_TARGET_COLUMNS = [
  'target',
  'comparator',
  'figure',
  'unit',
  'actual',
  'met',
] as const satisfies readonly TargetColumnId[];

/** Shares are kept as Excel keeps them, 99 % as 0.99 under a percent format, so that "99%" typed means the same. */
export const SHARE_UNIT = '%';
/** One decimal at least: a format of optional decimals alone leaves the separator behind, as in "90,%". */
const SHARE_FORMAT = '0.0###%';

/** Points. */
export const TARGET_COLUMN_WIDTHS: Record<TargetColumnId, number> = {
  item: 52,
  target: 330,
  comparator: 52,
  figure: 70,
  unit: 84,
  actual: 84,
  met: 74,
  note: 120,
};

/** Returns the number format of a column in rows of shares, or in other rows. */
export function getTargetNumberFormat(id: TargetColumnId, isShare: boolean): string {
  if (id === 'figure' || id === 'actual') return isShare ? SHARE_FORMAT : 'General';
  return id === 'met' ? 'General' : '@';
}

/** A row of the table as it is written; `met` is a formula and holds nothing here. */
export type TargetTableRow = TableRow<TargetColumnId>;
