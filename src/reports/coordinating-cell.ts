import { findMarker } from '../annex/read-applicability';
import type { Task } from '../annex/types';
import { toUnitKey } from '../annex/unit-names';
import { cleanText } from '../shared/text';
import { DOCUMENT_LABELS } from './labels/document-labels';

/** The words with which most rows of an annex say that the unit does not perform a task; the usual ones where none does. */
export function findUsualWording(tasks: readonly Task[]): string {
  const counts = new Map<string, number>();
  for (const { coordinatingUnit } of tasks) {
    const words = findMarker(coordinatingUnit)?.text;
    if (words) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? DOCUMENT_LABELS.notPerformed;
}

/** What a unit is called: its name first, then what else it goes by. */
export type UnitNames = { name: string; aliases?: readonly string[] };

/** Whether the last of the units that a cell names is this one, by one of its names or by its kind alone. */
function isLastUnitOfCell(cell: string, names: readonly string[]): boolean {
  const last = toUnitKey(cell.split(/[;,\n]/u).at(-1) ?? '');
  return names.map(toUnitKey).some((key) => key === last || key.startsWith(`${last} `));
}

/**
 * The coordinating cell as the unit prints it. What stood in the annex stays word for word as long as the decision is
 * still that of the annex; where the clerk has decided otherwise, the marker goes, or comes after the unit's name,
 * which is added where the cell names others only: what they do is not the unit's to say.
 */
export function formatCoordinatingCell(
  { coordinatingUnit, applicability }: Task,
  { name, aliases = [] }: UnitNames,
  wording: string,
): string {
  const marker = findMarker(coordinatingUnit);
  if (applicability !== 'notPerformed') return marker ? marker.before : coordinatingUnit;
  if (marker) return coordinatingUnit;
  const named = coordinatingUnit.replace(/[\s.;,]+$/u, '');
  if (named === '') return cleanText(`${name} ${wording}`);
  const isOwn = name === '' || isLastUnitOfCell(named, [name, ...aliases]);
  return cleanText(isOwn ? `${named} ${wording}` : `${named}; ${name} ${wording}`);
}
