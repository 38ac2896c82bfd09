import { findMax, findMin } from '../../shared/min-max';
/** PDF's affine matrix [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f. Lengths are points (1/72 inch). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY_MATRIX: Matrix = [1, 0, 0, 1, 0, 0];

/** Combines two matrices: first `inner` applies, then `outer`. */
export function multiplyMatrices(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function applyMatrix(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** A box on the page; y grows downwards. */
export type Box = { x0: number; y0: number; x1: number; y1: number };

/** A drawn rule: its centre line. `at` is y of a horizontal, x of a vertical one; it runs from `from` to `to`. */
export type Rule = { at: number; from: number; to: number };
export type Rules = { horizontal: Rule[]; vertical: Rule[] };

export function getBoundingBox(points: readonly (readonly [number, number])[]): Box {
  return {
    x0: findMin(points.map(([x]) => x)),
    y0: findMin(points.map(([, y]) => y)),
    x1: findMax(points.map(([x]) => x)),
    y1: findMax(points.map(([, y]) => y)),
  };
}
