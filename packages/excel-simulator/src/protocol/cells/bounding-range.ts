import type { CellRange } from '../../model/types';

/** Returns the smallest area that contains all of the areas. */
export function getBoundingRange(areas: readonly CellRange[]): CellRange {
  const bounds = { top: Infinity, left: Infinity, bottom: -Infinity, right: -Infinity };
  for (const { top, left, bottom, right } of areas) {
    bounds.top = Math.min(bounds.top, top);
    bounds.left = Math.min(bounds.left, left);
    bounds.bottom = Math.max(bounds.bottom, bottom);
    bounds.right = Math.max(bounds.right, right);
  }
  return bounds;
}
