import type { Operation } from '../../sheets/operation';
import type { TableSnapshot } from '../snapshot';
import { readTargetTable } from './read-targets';

/**
 * Plans the way from the current table of targets to the previous one.
 * @returns null if one of them cannot be read
 */
export function planTargetsRollBack(before: TableSnapshot, now: TableSnapshot): Operation[] | null {
  const [previous, current] = [readTargetTable(before), readTargetTable(now)];
  if (!previous.ok || !current.ok) return null;
  const added = current.value.bodyRows - previous.value.bodyRows;
  const { sheet, top, left } = now;
  const width = current.value.headers.length;
  const met = current.value.columns.met ?? -1;
  const deletions: Operation[] =
    added > 0
      ? [
          {
            kind: 'delete-rows',
            sheet,
            area: {
              top: top + 1 + previous.value.bodyRows,
              bottom: top + current.value.bodyRows,
              left,
              right: left + width - 1,
            },
          },
        ]
      : [];
  // New rows go behind the others and rows are only taken away by undoing that: the others stand where they stood.
  const cells = previous.value.rows.flatMap(({ index }): Operation[] =>
    before.values[index + 1]!.flatMap((value, column): Operation[] => {
      const isSame = now.values[index + 1]?.[column] === value;
      return column === met || isSame
        ? []
        : [{ kind: 'write-cells', sheet, row: top + 1 + index, column: left + column, cells: [[value]] }];
    }),
  );
  return added < 0 ? null : [...deletions, ...cells];
}
