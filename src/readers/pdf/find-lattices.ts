import { findMax, findMin } from '../../shared/min-max';
import type { Box, Rule, Rules } from './geometry';

/** A table found by its rules: boundaries of rows and columns, and the cells between them. */
export type Lattice = {
  /** Column boundaries, left to right; one more than there are columns. */
  xs: number[];
  /** Row boundaries, top down. */
  ys: number[];
  cells: LatticeCell[];
  box: Box;
  /** No rule closes the table at its lower end: its cells may continue on the next page. */
  openBelow: boolean;
};
type LatticeCell = { row: number; column: number; rowSpan: number; columnSpan: number };

/** Rules within this distance touch; lines of a double or thick rule are one. */
const TOUCH_TOLERANCE = 4;
/** A wall stands where this part of it is drawn. */
const MIN_DRAWN_RATIO = 0.6;
/** Rules that stick out farther belong to a column or row that is open at that side. */
const MIN_OPEN_SIDE = 9;

/** More than any table has: then it is a drawing. */
const MAX_CROSSINGS = 20_000_000;

function isCrossing(horizontal: Rule, vertical: Rule): boolean {
  return (
    horizontal.at >= vertical.from - TOUCH_TOLERANCE &&
    horizontal.at <= vertical.to + TOUCH_TOLERANCE &&
    vertical.at >= horizontal.from - TOUCH_TOLERANCE &&
    vertical.at <= horizontal.to + TOUCH_TOLERANCE
  );
}

/** Groups rules that touch each other, directly or through others. */
function findConnectedRules({ horizontal, vertical }: Rules): Rules[] {
  if (horizontal.length * vertical.length > MAX_CROSSINGS) return [];
  const parents = [...horizontal, ...vertical].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  horizontal.forEach((h, i) =>
    vertical.forEach((v, j) => {
      if (isCrossing(h, v)) parents[root(i)] = root(horizontal.length + j);
    }),
  );
  const byRoot = new Map<number, Rules>();
  const getPart = (index: number): Rules => {
    const key = root(index);
    const part = byRoot.get(key) ?? { horizontal: [], vertical: [] };
    byRoot.set(key, part);
    return part;
  };
  horizontal.forEach((rule, i) => getPart(i).horizontal.push(rule));
  vertical.forEach((rule, j) => getPart(horizontal.length + j).vertical.push(rule));
  return [...byRoot.values()].filter((part) => part.horizontal.length > 0 && part.vertical.length > 0);
}

/** Merges positions within the tolerance to their middle. */
function clusterPositions(positions: readonly number[]): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const position of sorted) {
    const last = clusters.at(-1);
    if (last && position - last.at(-1)! <= TOUCH_TOLERANCE) last.push(position);
    else clusters.push([position]);
  }
  return clusters.map((group) => (group[0]! + group.at(-1)!) / 2);
}

/** Finds the boundaries by rules across, and by rules along that stick out (a side without a border). */
function findBoundaries(across: readonly Rule[], along: readonly Rule[]): number[] {
  const found = clusterPositions(across.map((rule) => rule.at));
  const first = findMin(along.map((rule) => rule.from));
  const last = findMax(along.map((rule) => rule.to));
  if (found[0]! - first > MIN_OPEN_SIDE) found.unshift(first);
  if (last - found.at(-1)! > MIN_OPEN_SIDE) found.push(last);
  return found;
}

/** Returns true if a wall is drawn at `at` between `from` and `to`. */
function isWallDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let covered = 0;
  let reached = from;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > TOUCH_TOLERANCE) continue;
    const start = Math.max(reached, rule.from);
    const end = Math.min(to, rule.to);
    if (end > start) {
      covered += end - start;
      reached = end;
    }
  }
  return covered >= MIN_DRAWN_RATIO * (to - from);
}

/** Joins cells where the wall between them is missing; groups that are no rectangle become single rows. */
function buildLatticeCells(
  rows: number,
  columns: number,
  rules: Rules,
  xs: number[],
  ys: number[],
): LatticeCell[] {
  const parents = Array.from({ length: rows * columns }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  const sorted: Rules = {
    horizontal: [...rules.horizontal].sort((a, b) => a.from - b.from),
    vertical: [...rules.vertical].sort((a, b) => a.from - b.from),
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      const [left, right] = [xs[column]!, xs[column + 1]!];
      const [top, bottom] = [ys[row]!, ys[row + 1]!];
      if (column + 1 < columns && !isWallDrawn(sorted.vertical, right, top, bottom))
        parents[root(index + 1)] = root(index);
      if (row + 1 < rows && !isWallDrawn(sorted.horizontal, bottom, left, right))
        parents[root(index + columns)] = root(index);
    }
  const groups = new Map<number, number[]>();
  parents.forEach((_, index) => {
    const key = root(index);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()].flatMap((group): LatticeCell[] => {
    const rowsOf = group.map((index) => Math.floor(index / columns));
    const columnsOf = group.map((index) => index % columns);
    const [row, column] = [findMin(rowsOf), findMin(columnsOf)];
    const [rowSpan, columnSpan] = [findMax(rowsOf) - row + 1, findMax(columnsOf) - column + 1];
    if (rowSpan * columnSpan === group.length) return [{ row, column, rowSpan, columnSpan }];
    return splitIntoRowRuns(group, columns);
  });
}

function splitIntoRowRuns(group: readonly number[], columns: number): LatticeCell[] {
  const cells: LatticeCell[] = [];
  for (const index of [...group].sort((a, b) => a - b)) {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const last = cells.at(-1);
    if (last && last.row === row && last.column + last.columnSpan === column) last.columnSpan++;
    else cells.push({ row, column, rowSpan: 1, columnSpan: 1 });
  }
  return cells;
}

/**
 * Finds the tables drawn by rules, top down. Handles double, thick and dashed rules, rules drawn cell by cell, merged
 * cells, open sides and cells that are open at the page end.
 */
export function findLattices(rules: Rules): Lattice[] {
  return findConnectedRules(rules)
    .map((part): Lattice => {
      const xs = findBoundaries(part.vertical, part.horizontal);
      const ys = findBoundaries(part.horizontal, part.vertical);
      const lowest = findMax(part.horizontal.map((rule) => rule.at));
      return {
        xs,
        ys,
        cells: buildLatticeCells(ys.length - 1, xs.length - 1, part, xs, ys),
        box: { x0: xs[0]!, y0: ys[0]!, x1: xs.at(-1)!, y1: ys.at(-1)! },
        openBelow: ys.at(-1)! - lowest > MIN_OPEN_SIDE,
      };
    })
    .filter((lattice) => lattice.xs.length > 1 && lattice.ys.length > 1)
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}
