import type { Problem } from '../shared/problem';
import type { RawTable } from './raw-document';
import { MIN_CONFIDENCE } from './min-confidence';
import { warning } from '../shared/result';

/** A warning for each row that its reader put together by guessing and is not sure of. */
export function createUncertainRowWarnings(table: RawTable): Problem[] {
  return table.rows
    .filter((row) => (row.confidence ?? 1) < MIN_CONFIDENCE)
    .map((row) => warning('row-unsure', row.place));
}
