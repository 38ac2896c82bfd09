import type { CellRange } from '../../model/types';

/** The smallest area that holds all of the areas. */
export function getBoundingRange(areas: readonly CellRange[]): CellRange {
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}
