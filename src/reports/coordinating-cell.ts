import { findMarker } from '../annex/read-applicability';
import type { Task } from '../annex/types';
import { toUnitKey } from '../annex/unit-names';
import { cleanLines, cleanText } from '../shared/text';
import { DOCUMENT_LABELS } from './labels/document-labels';

/** Finds the wording by which most rows of an annex say that a task is not performed, else the usual wording. */
export function findUsualWording(tasks: readonly Task[]): string {
  const counts = new Map<string, number>();
  for (const { coordinatingUnit } of tasks) {
    const wording = findMarker(coordinatingUnit)?.text;
    if (wording) counts.set(wording, (counts.get(wording) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? DOCUMENT_LABELS.notPerformed;
}

/** What a unit is called: its name first, then what else it goes by. */
export type UnitNames = { name: string; aliases?: readonly string[] };

/** Returns true if the last unit of a cell is this one, by one of its names or by its kind alone. */
function isLastUnitOfCell(cell: string, names: readonly string[]): boolean {
  const last = toUnitKey(cell.split(/[;,\n]/u).at(-1) ?? '');
  return names.map(toUnitKey).some((key) => key === last || key.startsWith(`${last} `));
}

/** Returns the cell without its marker; the lines above that of the marker stay as they are. */
function removeMarker(cell: string): string {
  const lines = cell.split('\n');
  const last = findMarker(lines.pop() ?? '');
  return last
    ? [...lines, last.before].filter((line) => line !== '').join('\n')
    : (findMarker(cell)?.before ?? cell);
}

/**
 * Formats the coordinating cell as the unit prints it. The text of the annex stays as long as the decision is the
 * same. Where the clerk decided otherwise, the marker is removed, or added after the unit's name; the name is added
 * if the cell names other units only, for whom this unit cannot decide.
 */
export function formatCoordinatingCell(
  { coordinatingUnit, applicability }: Task,
  { name, aliases = [] }: UnitNames,
  wording: string,
): string {
  const marker = findMarker(coordinatingUnit);
  if (applicability !== 'notPerformed') return marker ? removeMarker(coordinatingUnit) : coordinatingUnit;
  if (marker) return coordinatingUnit;
  const named = coordinatingUnit.replace(/[\s.;,]+$/u, '');
  if (named === '') return cleanText(`${name} ${wording}`);
  const isOwn = name === '' || isLastUnitOfCell(named, [name, ...aliases]);
  return cleanLines(isOwn ? `${named} ${wording}` : `${named}; ${name} ${wording}`);
}
