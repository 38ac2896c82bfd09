import type { CellRange } from '../../model/types';

/** Returns the smallest area that contains all of the areas. */
export function getBoundingRange(areas: readonly CellRange[]): CellRange {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}
