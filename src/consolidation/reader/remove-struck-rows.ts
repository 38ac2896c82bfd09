import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { FieldRow } from './read-field-rows';

/** A warning quotes at most this many characters. */
const MAX_QUOTE = 120;

/**
 * Removes the rows of which `content` is crossed out: an entry that was cancelled by hand. Each is a warning, and so is
 * what is crossed out in the other rows, which their cells no longer hold.
 */
export function removeStruckRows<Field extends string>(
  rows: readonly FieldRow<Field>[],
  content: NoInfer<Field>,
  place: ProblemLocation,
  warnings: Problem[],
): FieldRow<Field>[] {
  const warn = (cell: string, text: string): void => {
    warnings.push(warning('struck-out', { ...place, cell }, { value: text.trim().slice(0, MAX_QUOTE) }));
  };
  return rows.filter(({ cells, struck }) => {
    const cancelled = struck.find(({ field }) => field === content && cells[field] === undefined);
    if (cancelled) warn(cancelled.cell, cancelled.text);
    else for (const { cell, text } of struck) warn(cell, text);
    return !cancelled;
  });
}
