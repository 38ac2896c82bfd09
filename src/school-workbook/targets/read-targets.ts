import { ok, type Result } from '../../shared/result';
import { TARGET_HEADERS } from '../../sheets/labels/target-labels';
import { readTable } from '../../sheets/read-table';
import type { TableSnapshot } from '../snapshot';
import { REQUIRED_TARGET_COLUMNS, type TargetColumnId, type TargetTableRow } from './target-columns';
import { buildTargetKeys } from './target-rows';

export type TargetTable = {
  sheet: string;
  /** Row of the header and first column on the sheet, 0-based. */
  top: number;
  left: number;
  columns: Partial<Record<TargetColumnId, number>>;
  headers: string[];
  /** Body rows of the table, blank ones among them. */
  bodyRows: number;
  rows: { key: string; index: number; tableRow: TargetTableRow }[];
};

/** Reads the table of targets back: columns by their headers, rows in the order of the sheet, blank ones left out. */
export function readTargetTable(table: TableSnapshot): Result<TargetTable> {
  const read = readTable<TargetColumnId>(table, {
    headers: TARGET_HEADERS,
    required: REQUIRED_TARGET_COLUMNS,
    computed: ['met'],
  });
  if (!read.ok) return read;
  const keys = buildTargetKeys(read.value.rows.map(({ tableRow }) => tableRow));
  return ok({ ...read.value, rows: read.value.rows.map((row, at) => ({ ...row, key: keys[at]! })) });
}
