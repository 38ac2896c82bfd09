import type { Problem } from '../shared/problem';
import { warning } from '../shared/result';
import { MIN_CONFIDENCE } from './min-confidence';
import type { RawTable } from './raw-document';

/** A warning for each row that its reader put together by guessing and is not sure of. */
export function createUncertainRowWarnings(table: RawTable): Problem[] {
  return table.rows
    .filter((row) => (row.confidence ?? 1) < MIN_CONFIDENCE)
    .map((row) => warning('row-unsure', row.place));
}
