import { findMarker } from '../annex/applicability';
import { cleanText } from '../annex/text';
import type { Task } from '../annex/types';
import { paperWords } from '../locales/paper-words';

/** The words with which most rows of an annex say that the unit does not perform a task; the usual ones where none does. */
export const usualWording = (tasks: readonly Task[]): string => {
  const counts = new Map<string, number>();
  for (const { coordinatingUnit } of tasks) {
    const words = findMarker(coordinatingUnit)?.words;
    if (words) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? paperWords.notPerformed;
};

/**
 * The coordinating cell as the unit prints it. What stood in the annex stays word for word as long as the decision is
 * still that of the annex; where the clerk has decided otherwise, the marker goes, or comes after the unit's name.
 */
export const coordinatingCell = (
  { coordinatingUnit, applicability }: Task,
  unit: string,
  wording: string,
): string => {
  const marker = findMarker(coordinatingUnit);
  if (applicability !== 'notPerformed') return marker ? marker.before : coordinatingUnit;
  if (marker) return coordinatingUnit;
  return cleanText(`${coordinatingUnit.replace(/[\s.;,]+$/u, '') || unit} ${wording}`);
};
