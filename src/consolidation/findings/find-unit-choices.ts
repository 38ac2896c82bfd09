import { groupBy } from '../../shared/group-by';
import type { SourceFile } from '../ledger/consolidation';
import type { UnitEntry } from '../types';
import type { Finding } from './finding';

/**
 * Finds the units of which several files wait for the officer: those that could be of one unit only. Of `openUnits` the
 * sheet of a file is waited for.
 */
export function findUndecidedUnits(
  sources: readonly SourceFile[],
  units: ReadonlyMap<string, UnitEntry>,
  openUnits: ReadonlySet<string>,
): Finding[] {
  const waiting = sources.filter(
    ({ state, candidates }) =>
      state === 'question' && candidates.length === 1 && !openUnits.has(candidates[0]!),
  );
  return [...groupBy(waiting, ({ candidates }) => candidates[0]!)].flatMap(([unit, group]): Finding[] =>
    group.length < 2
      ? []
      : [
          {
            code: 'unit-choice',
            unit,
            task: '',
            place: { file: group[0]!.file },
            args: {
              name: units.get(unit)?.name ?? unit,
              count: group.length,
              files: group.map(({ file }) => file).join(', '),
            },
          },
        ],
  );
}

/** How many cells differ is for the question alone: files that were read before are not compared again. */
export function findDuplicatedUnit(unit: string, group: readonly SourceFile[]): Finding[] {
  const used = group.find(({ state }) => state === 'used');
  if (!used || group.length < 2) return [];
  return [
    {
      code: 'unit-twice',
      unit,
      task: '',
      place: { file: used.file },
      args: { name: used.unitName, count: group.length, file: used.file },
    },
  ];
}
