import type { Problem } from '../shared/problem';
import { warning } from '../shared/result';
import { MIN_CONFIDENCE } from './min-confidence';
import type { RawTable } from './raw-document';

/** Creates a warning for each row whose reader had to guess and has little confidence in it. */
export function createUncertainRowWarnings(table: RawTable): Problem[] {
  return table.rows
    .filter((row) => (row.confidence ?? 1) < MIN_CONFIDENCE)
    .map((row) => warning('row-unsure', row.place));
}
